"""The catalogue of a build: which track uses which package, in order, for readers without the source.

`catalog.json` has everything; `catalog.csv` one line for each track, module and standard, as a
spreadsheet takes it.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from io import StringIO
from pathlib import PurePath
from typing import Any

from smtrain.model.course import Course, Track, TrackModule, Variant
from smtrain.package import Content, Deflated, Package

JSON, CSV = "catalog.json", "catalog.csv"

COLUMNS = (
    "track", "track_title", "position", "module", "title", "language", "required", "depth", "minutes", "pass_mark",
    "questions", "points", "version", "standard", "file", "content_sha256",
)  # fmt: skip

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One package of a build: the file it is in, and a hash of what is in it."""

    variant: Variant
    standard: str
    file: str
    digest: str


def content_digest(package: Package) -> str:
    """SHA-256 of a package's names and contents, in hex; the same for equal packages, whatever their zip.

    A file of the module's folder has a name that is made from its bytes, so the name stands for it.
    """
    whole = sha256()
    for name in package:
        whole.update(f"{name}\n{_digest(package[name])}\n".encode())
    return whole.hexdigest()


def _digest(content: Content) -> str:
    match content:
        case Deflated(crc=crc, size=size):
            return f"{crc:08x} {size}"
        case PurePath():
            return ""
        case _:
            return sha256(content).hexdigest()


def catalog(course: Course, entries: Sequence[Entry]) -> Mapping[str, bytes]:
    """The files of the catalogue. Without tracks the course's own order counts as one track."""
    tracks = course.tracks or (_whole(course),)
    rows = [_track(track, course, entries) for track in tracks]
    data = {"course": course.id, "title": course.title, "tracks": rows}
    return {
        JSON: (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode(),
        # Without the mark at its beginning spreadsheets take the file for another encoding.
        CSV: _table(rows).encode("utf-8-sig"),
    }


def _whole(course: Course) -> Track:
    return Track(course.id, course.title, tuple(TrackModule(module.id) for module in course.modules))


def _track(track: Track, course: Course, entries: Sequence[Entry]) -> Json:
    modules = [
        _module(entry, variant, [one for one in entries if one.variant is variant])
        for entry in track.modules
        for variant in course.variants_of(track, entry)
    ]
    return {
        "id": track.id,
        "title": track.title,
        "for": dict(track.values),
        "pass_mark": track.pass_mark,
        "minutes": sum(one["minutes"] or 0 for one in modules if one["required"] and not one["translation"]),
        "modules": modules,
    }


def _module(entry: TrackModule, variant: Variant, entries: Sequence[Entry]) -> Json:
    module = variant.module
    questions = [question for question in module.questions() if question.scored]
    return {
        "module": variant.source,
        "package": module.id,
        "title": module.title,
        "language": module.language,
        "translation": module.translation,
        "required": not entry.optional,
        "depth": entry.values.get("depth", ""),
        "minutes": module.minutes,
        "pass_mark": module.success.pass_mark if module.success else None,
        "questions": len(questions),
        "points": sum(question.points for question in questions),
        "version": module.version,
        "files": [
            {"standard": one.standard, "file": one.file, "content_sha256": one.digest} for one in entries
        ],
    }


def _table(rows: Sequence[Json]) -> str:
    out = StringIO(newline="")
    write = csv.writer(out)
    write.writerow(COLUMNS)
    for track in rows:
        order = list(dict.fromkeys(module["module"] for module in track["modules"]))
        for module in track["modules"]:
            for file in module["files"]:
                write.writerow(_row(track, order.index(module["module"]) + 1, module, file))
    return out.getvalue()


def _row(track: Json, position: int, module: Json, file: Json) -> list[Any]:
    mark = module["pass_mark"]
    return [
        track["id"],
        track["title"],
        position,
        module["module"],
        module["title"],
        module["language"],
        "yes" if module["required"] else "no",
        module["depth"] or track["for"].get("depth", ""),
        module["minutes"] or "",
        "" if mark is None else f"{mark * 100:g}%",
        module["questions"],
        f"{module['points']:g}",
        module["version"],
        file["standard"],
        file["file"],
        file["content_sha256"],
    ]
