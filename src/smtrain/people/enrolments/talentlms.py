"""TalentLMS: the import of users. A track is a group, and a course if one is named; columns are repeated."""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.people.csvtext import line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Text


def write(handover: Handover) -> Iterable[Output]:
    """One row for each person."""
    return [Output("talentlms-users.csv", lambda: _lines(handover))]


def _lines(handover: Handover) -> Text:
    read = handover.reader("username", "given", "family", "email")
    names = {
        id(tracks): (
            [handover.named(track.track, "group") for track in tracks],
            [name for track in tracks if (name := handover.named(track.track, "course", ""))],
        )
        for tracks in handover.distinct()
    }
    groups = max((len(own) for own, _ in names.values()), default=0)
    courses = max((len(own) for _, own in names.values()), default=0)
    yield (
        line(["Login", "Firstname", "Lastname", "Email"] + ["Group"] * groups + ["Course"] * courses, ";")
        + "\n"
    )
    for person, tracks in handover.enrolled():
        own = read(person)
        if not all(own):
            missing = ("login", "given name", "family name", "e-mail address")[own.index("")]
            handover.lacks(person[0], missing)
            continue
        group, course = names[id(tracks)]
        cells = [*own, *group, *[""] * (groups - len(group)), *course, *[""] * (courses - len(course))]
        yield line(cells, ";") + "\n"


LMS = Lms("TalentLMS", write, "Account & Settings, Import: choose the file. A login that exists is updated.")
