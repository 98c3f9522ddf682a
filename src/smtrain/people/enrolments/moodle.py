"""Moodle: the file for "Upload users" (admin/tool/uploaduser). A track is a cohort.

An unknown or repeated column, or a row of another length, makes Moodle refuse the whole file; so there are only
columns it knows, and as many of them in each row. It has no due dates. Cohorts are only ever added to.
"""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.people.csvtext import column, line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Text
from smtrain.people.kept import Assigned
from smtrain.people.person import Person

PARTS = ("course", "role", "group")
"""What a track can have beside its cohort: a course's short name, a role's, a group in the course."""


def write(handover: Handover) -> Iterable[Output]:
    """One row for each person."""
    return [Output("moodle-users.csv", lambda: _lines(handover))]


def check(handover: Handover) -> None:
    """Moodle reads a cohort or role of digits as a number in its database."""
    for track in handover.plan.policy.tracks:
        for what, name in (
            ("cohort", handover.named(track, "cohort")),
            ("role", handover.named(track, "role", "")),
        ):
            if name.isdigit():
                handover.refuse(
                    track,
                    f'Moodle would read the {what} "{name}" of the track "{track}" as a number in its database',
                    f'give it an idnumber with a letter: lms: {{moodle: {{{what}: "trk-{name}"}}}}',
                )


def _lines(handover: Handover) -> Text:
    fields = handover.plan.roster.fields
    # An empty cell would empty the field of a user who exists, so a column without values is left out.
    used = {
        name for name in fields if any(handover.reader(name)(person)[0] for person, _ in handover.enrolled())
    }
    columns = [(name, theirs) for name, theirs in _COLUMNS if name in used]
    login = [name for name, _ in columns].index("username") if "username" in used else None
    many = max(map(len, handover.distinct()), default=0)
    courses = max((len(_courses(handover, tracks)) for tracks in handover.distinct()), default=0)
    header = [name for _, name in columns] + [f"cohort{n}" for n in range(1, many + 1)]
    header += [f"{part}{n}" for n in range(1, courses + 1) for part in PARTS]
    yield line(header) + "\n"
    places = [fields.index(name) for name, _ in columns]
    ends: dict[int, str] = {}
    for people, given in handover.blocks():
        if login is None or "" in [person[places[login]] for person in people]:
            people, given = _known(handover, people, given, None if login is None else places[login])
        for tracks in given:
            if id(tracks) not in ends:
                ends[id(tracks)] = _end(handover, tracks, many, courses)
        cells = [column([person[at] for person in people]) for at in places]
        rest = [ends[id(tracks)] for tracks in given]
        yield "\n".join(map(",".join, zip(*cells, rest, strict=True))) + "\n" if people else ""


def _known(
    handover: Handover, people: list[Person], given: list[tuple[Assigned, ...]], login: int | None
) -> tuple[list[Person], list[tuple[Assigned, ...]]]:
    """Those with a login; the others are noted."""
    kept = [n for n, person in enumerate(people) if login is not None and person[login]]
    for person in people:
        if login is None or not person[login]:
            handover.lacks(person[0], "login")
    return [people[n] for n in kept], [given[n] for n in kept]


def _end(handover: Handover, tracks: tuple[Assigned, ...], many: int, courses: int) -> str:
    cohorts = [handover.named(track.track, "cohort") for track in tracks]
    cells = cohorts + [""] * (many - len(cohorts))
    parts = _courses(handover, tracks)
    cells += [cell for part in parts + [("", "", "")] * (courses - len(parts)) for cell in part]
    return line(cells)


def _courses(handover: Handover, tracks: tuple[Assigned, ...]) -> list[tuple[str, ...]]:
    found = [tuple(handover.named(track.track, part, "") for part in PARTS) for track in tracks]
    return [parts for parts in found if parts[0]]


_COLUMNS = (
    ("username", "username"),
    ("given", "firstname"),
    ("family", "lastname"),
    ("email", "email"),
    ("id", "idnumber"),
)

LMS = Lms(
    "Moodle",
    write,
    'Site administration, Users, Upload users: choose UTF-8 and a comma, and "Add new and update existing users".',
    check=check,
)
