"""A course's tracks for reviewers: read, checked, and shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smtrain.diagnostics import Finding
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Course, Track
from smtrain.review import matrix
from smtrain.review.formats import renderer
from smtrain.review.pieces import difference
from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused
from smtrain.workflow.templates import templates


@dataclass(frozen=True, slots=True)
class Shown:
    """What was found, and the text to print; nothing is shown of a course with errors."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    text: str
    notices: tuple[str, ...] = ()


def show_tracks(
    path: Path,
    *,
    form: str = "table",
    between: tuple[str, str] | None = None,
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Shown:
    """The tracks of the course at a path in a format, or how the texts of two tracks differ.

    Raises `Refused` when something cannot be read, or there is no such track.
    """
    checked = check(path, company=company, audience=audience, as_of=as_of)
    if checked.errors or checked.course is None:
        return Shown(checked.findings, checked.sources, "", checked.notices)
    if between:
        text = _difference(checked.course, *(_track(checked.course, name) for name in between))
    else:
        text = renderer(form)(matrix(checked.course), templates())
    return Shown(checked.findings, checked.sources, text, checked.notices)


def _track(course: Course, name: str) -> Track:
    known = {track.id: track for track in course.tracks}
    if name not in known:
        raise Refused(f'there is no track "{name}" in this course', mend=did_you_mean(name, known))
    return known[name]


def _difference(course: Course, one: Track, other: Track) -> str:
    entries = {entry.id: entry for entry in one.modules}
    parts = []
    for entry in other.modules:
        ours = entry.id in entries and course.variant(one, entries[entry.id])
        theirs = course.variant(other, entry)
        if not ours or not theirs:
            parts.append(f"{entry.id}: only in {other.id}\n")
        elif ours is not theirs:
            lines = difference(ours, theirs)
            parts.append("\n".join((f"{entry.id}: {ours.module.id} → {theirs.module.id}", *lines)) + "\n")
        entries.pop(entry.id, None)
    parts.extend(f"{name}: only in {one.id}\n" for name in entries)
    return "\n".join(parts) or f"{one.id} and {other.id} show the same.\n"
