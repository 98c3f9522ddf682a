"""The catalogue of a build: which track uses which package, in order, for readers without the source.

`catalog.json` has everything; `catalog.csv` one line for each track, module and standard, as a
spreadsheet takes it. A column `one_of` names the modules of which a learner takes one. Boosters and refreshers come after the modules of their track, with the time after which they
are due.
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

from smtrain.model.course import Course, FollowUp, Track, TrackModule, Variant, required_minutes
from smtrain.package import Content, Deflated, Package

JSON, CSV = "catalog.json", "catalog.csv"

COLUMNS = (
    "track", "track_title", "position", "module", "title", "language", "required", "depth", "minutes", "pass_mark",
    "questions", "points", "version", "standard", "file", "content_sha256", "one_of", "after",
)  # fmt: skip

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One package of a build: what it was made of, the file it is in, and a hash of what is in it."""

    source: Variant | FollowUp
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
    taken = [(entry, variant) for entry in track.modules for variant in course.variants_of(track, entry)]
    modules = [
        _module(entry, variant, [one for one in entries if one.source is variant]) for entry, variant in taken
    ]
    return {
        "id": track.id,
        "title": track.title,
        "for": dict(track.values),
        "pass_mark": track.pass_mark,
        "minutes": required_minutes(
            (entry, variant.module.minutes) for entry, variant in taken if not variant.module.translation
        ),
        "modules": modules,
        "follow_ups": [
            _follow_up(one, [entry for entry in entries if entry.source is one])
            for one in course.follow_ups
            if one.track.id in (track.id, "")
        ],
    }


def _follow_up(one: FollowUp, entries: Sequence[Entry]) -> Json:
    """A booster or refresher; `after` is counted from the completion of the track, as a duration of ISO 8601."""
    module = one.module
    return {
        "id": one.plan.id,
        "kind": "refresher" if one.plan.renews else "booster",
        "package": module.id,
        "title": module.title,
        "language": module.language,
        "after": one.plan.after.iso,
        "minutes": module.minutes,
        "pass_mark": module.success.pass_mark if module.success else None,
        "questions": one.questions,
        "version": module.version,
        "files": _files(entries),
    }


def _files(entries: Sequence[Entry]) -> list[Json]:
    return [{"standard": one.standard, "file": one.file, "content_sha256": one.digest} for one in entries]


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
        "one_of": list(entry.one_of),
        "depth": entry.values.get("depth", ""),
        "minutes": module.minutes,
        "pass_mark": module.success.pass_mark if module.success else None,
        "questions": len(questions),
        "points": sum(question.points for question in questions),
        "version": module.version,
        "files": _files(entries),
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
        for follow_up in track["follow_ups"]:
            for file in follow_up["files"]:
                write.writerow(_later(track, follow_up, file))
    return out.getvalue()


def _later(track: Json, follow_up: Json, file: Json) -> list[Any]:
    mark = follow_up["pass_mark"]
    return [
        track["id"],
        track["title"],
        "",
        follow_up["id"],
        follow_up["title"],
        follow_up["language"],
        follow_up["kind"],
        "",
        follow_up["minutes"],
        "" if mark is None else f"{mark * 100:g}%",
        follow_up["questions"],
        "",
        follow_up["version"],
        file["standard"],
        file["file"],
        file["content_sha256"],
        "",
        follow_up["after"],
    ]


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
        " ".join(module["one_of"]),
        "",
    ]
