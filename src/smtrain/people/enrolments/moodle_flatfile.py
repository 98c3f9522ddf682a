"""Moodle: the flat file of enrolments (enrol/flatfile). The only file of Moodle's own that also takes people out.

`operation, role, idnumber of the user, idnumber of the course`. Lines are divided plainly at commas, or at
semicolons where there is no comma, so neither may stand in an id.
"""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.people.enrolments._lms import Handover, Lms, Output, Text
from smtrain.people.rules_run import NAME_REFUSED


def write(handover: Handover) -> Iterable[Output]:
    """A line for each person and track, and one for each track taken away."""
    return [Output("moodle-flatfile.txt", lambda: _lines(handover))]


def check(handover: Handover) -> None:
    """No name may have a sign that Moodle divides lines at."""
    for track in handover.plan.policy.tracks:
        for name in _names(handover, track):
            if set(name) & set(',;"\r\n'):
                handover.refuse(
                    track,
                    f'"{name}" of the track "{track}" has a comma, semicolon or quotation mark, at which Moodle divides lines',
                    "give the course in Moodle an idnumber without them",
                )


def _lines(handover: Handover) -> Text:
    names: dict[str, tuple[str, str]] = {}
    for ident, track, operation in _all(handover):
        if track not in names:
            names[track] = _names(handover, track)
        role, course = names[track]
        if not {",", ";", '"', "\n"}.isdisjoint(ident):
            handover.issues.add(
                NAME_REFUSED, handover.plan.roster.line_of(ident), f'Moodle would divide the id "{ident}" at its comma or semicolon',
                mend="this person has to be enrolled by hand", who=ident,
            )  # fmt: skip
            continue
        yield f"{operation}, {role}, {ident}, {course}\n"


def _all(handover: Handover) -> Iterable[tuple[str, str, str]]:
    for person, tracks in handover.enrolled():
        for track in tracks:
            yield person[0], track.track, "add"
    for removal in handover.removed():
        yield removal.id, removal.track, "del"


def _names(handover: Handover, track: str) -> tuple[str, str]:
    return handover.named(track, "role", "student"), handover.named(track, "course")


LMS = Lms(
    "Moodle, flat file",
    write,
    "Put the file where the enrolment plugin Flat file looks for it; Moodle deletes it when it is read.",
    removes=True,
    check=check,
)
