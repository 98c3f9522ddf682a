"""Open edX: files for registering and enrolling students, one a track, and requests that un-enrol.

The file has no header; its six columns are e-mail address, login, full name, country, cohort, course mode.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from smtrain.people.csvtext import line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Removal, Text


def write(handover: Handover) -> Iterable[Output]:
    """A file for each track that somebody has, and one for those taken away."""
    tracks = sorted({track.track for _, given in handover.enrolled() for track in given})
    outputs = [Output(f"openedx-{track}.csv", _file(handover, track)) for track in tracks]
    removals = list(handover.removed())
    if removals:
        outputs.append(Output("openedx-unenrol.jsonl", lambda: _requests(handover, removals)))
    return outputs


def _file(handover: Handover, track: str) -> Callable[[], Text]:
    def lines() -> Text:
        read = handover.reader("email", "username", "display", "given", "family")
        end = (
            str(handover.options.get("country", "")),
            handover.named(track, "cohort", ""),
            handover.named(track, "mode", ""),
        )
        for person, tracks in handover.enrolled():
            if all(given.track != track for given in tracks):
                continue
            email, login, display, given_name, family = read(person)
            if not (email and login):
                handover.lacks(person[0], "e-mail address" if login else "login")
                continue
            name = display or f"{given_name} {family}".strip() or login
            yield line((email, login, name, *end)) + "\n"

    return lines


def _requests(handover: Handover, removals: list[Removal]) -> Text:
    """Requests to the bulk enrolment API, one a line."""
    read = handover.reader("email")
    for removal in removals:
        email = read(removal.person)[0] if removal.person else ""
        if not email:
            handover.lacks(removal.id, "e-mail address")
            continue
        request = {
            "action": "unenroll",
            "courses": handover.named(removal.track, "course"),
            "identifiers": email,
            "auto_enroll": False,
            "email_students": False,
        }
        yield json.dumps(request, ensure_ascii=False) + "\n"


LMS = Lms(
    "Open edX",
    write,
    "Instructor dashboard, Membership, Register/enroll students: one file for each course.",
    removes=True,
)
