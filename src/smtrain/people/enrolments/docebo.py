"""Docebo: the CSV that enrols people in courses, a row for each person and track."""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.people.csvtext import cell, line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Text


def write(handover: Handover) -> Iterable[Output]:
    """A row for each person and track."""
    return [Output("docebo-enrolments.csv", lambda: _lines(handover))]


def _lines(handover: Handover) -> Text:
    yield "username,level,course_code\n"
    read = handover.reader("username")
    ends: dict[str, str] = {}
    for person, tracks in handover.enrolled():
        (login,) = read(person)
        if not login:
            handover.lacks(person[0], "login")
            continue
        for track in tracks:
            name = track.track
            if name not in ends:
                ends[name] = line(
                    (handover.named(name, "level", "learner"), handover.named(name, "course_code"))
                )
            yield f"{cell(login)},{ends[name]}\n"


LMS = Lms(
    "Docebo",
    write,
    "Course management, Enrolments, Upload CSV: choose a comma and that the first row is a header.",
)
