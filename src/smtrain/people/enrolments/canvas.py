"""Canvas: enrollments.csv of a SIS import (doc/api/sis_csv.md). Upload it as it is, never as a full batch update."""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.people.csvtext import line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Text

HEADER = ("course_id", "user_id", "role", "section_id", "status")


def write(handover: Handover) -> Iterable[Output]:
    """A row for each person and track; what was taken away has the status deleted."""
    return [Output("canvas-enrollments.csv", lambda: _lines(handover))]


def _lines(handover: Handover) -> Text:
    yield line(HEADER) + "\n"
    names: dict[str, list[str]] = {}

    def row(ident: str, track: str, status: str) -> str:
        if track not in names:
            section = handover.named(track, "section_id", "")
            course = handover.named(track, "course_id", "" if section else track)
            names[track] = [course, handover.named(track, "role", "student"), section]
        course, role, section = names[track]
        return line((course, ident, role, section, status)) + "\n"

    for person, tracks in handover.enrolled():
        for track in tracks:
            yield row(person[0], track.track, "active")
    for removal in handover.removed():
        yield row(removal.id, removal.track, "deleted")


LMS = Lms(
    "Canvas",
    write,
    'Admin, SIS Import: choose the file and leave "This is a full batch update" unticked, or everyone else is removed.',
    removes=True,
)
