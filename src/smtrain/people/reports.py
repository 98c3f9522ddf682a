"""What every run writes beside the files for an LMS: assignments, changes, lists, and what the run was."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from smtrain.people.changes import Change, totals
from smtrain.people.csvtext import column, line, safe_line
from smtrain.people.enrolments._lms import BLOCK, Output, Text
from smtrain.people.issues import Issues
from smtrain.people.kept import Assigned
from smtrain.people.ledger import ledger_lines
from smtrain.people.plan import LISTS, Plan

ASSIGNMENTS = (
    "person_id username email track modules level assigned_on due_on expires_on completed_on status rule_id "
    "reason run_id"
).split()
CHANGES = "id kind field old new tracks_added tracks_removed due_changed".split()

Name = Callable[[str], str]
"""Gives the name under which a person stands in a report: the id, or a pseudonym."""


def pseudonyms(key: bytes) -> Name:
    """The first 16 hexadecimal digits of HMAC-SHA-256 of an id (GDPR article 4(5)); the key is kept elsewhere.

    A plain hash would be no pseudonym: whoever has a list of ids could try them all.
    """
    return lambda ident: hmac.new(key, ident.encode(), hashlib.sha256).hexdigest()[:16]


def outputs(plan: Plan, changes: Sequence[Change], issues: Issues, run: Mapping[str, object]) -> list[Output]:
    """The files of a run, with ids and addresses, for HR and for the next run."""
    name: Name = str
    return [
        Output("assignments.csv", lambda: _assignments(plan, str(run["run_id"]))),
        Output("ledger.csv", lambda: ledger_lines(plan)),
        *_reports(plan, changes, issues, run, name),
    ]


def pseudonymous(
    plan: Plan, changes: Sequence[Change], issues: Issues, run: Mapping[str, object], name: Name
) -> list[Output]:
    """The files of a report that can be passed on: no id, name or address of the roster is in them."""
    return [Output("report.csv", lambda: _report(plan, name)), *_reports(plan, changes, issues, run, name)]


def _assignments(plan: Plan, run_id: str) -> Text:
    """A row for each person and track, for programs. People with a cell like a formula are left out."""
    yield line(ASSIGNMENTS) + "\n"
    roster = plan.roster
    login, mail = roster.at("username"), roster.at("email")
    ends: dict[int, list[str]] = {}
    for start in range(0, len(plan.people), BLOCK):
        people, given = plan.people[start : start + BLOCK], plan.given[start : start + BLOCK]
        if roster.unsafe:
            kept = [n for n, person in enumerate(people) if person[0] not in roster.unsafe]
            people, given = [people[n] for n in kept], [given[n] for n in kept]
        for tracks in given:
            if id(tracks) not in ends:
                ends[id(tracks)] = [_end(track, run_id) + "\n" for track in tracks]
        empty = [""] * len(people)
        ids = column([person[0] for person in people])
        logins, mails = (empty if at is None else column([p[at] for p in people]) for at in (login, mail))
        rows = zip(ids, logins, mails, map(id, given), strict=True)
        yield "".join([f"{one},{name},{mail},{end}" for one, name, mail, key in rows for end in ends[key]])


def _end(track: Assigned, run_id: str) -> str:
    return line(
        (
            *(
                track.track,
                track.modules,
                track.level,
                track.first,
                track.due,
                track.expires,
                track.completed,
            ),
            *(track.status, track.rule, track.reason, run_id),
        )
    )


def _report(plan: Plan, name: Name) -> Text:
    yield safe_line(("person", "track", "level", "status", "first_assigned", "due", "expires", "completed"))
    rows = [
        (name(person[0]), *track[:7])
        for person, given in zip(plan.people, plan.given, strict=True)
        for track in given
    ]
    for row in sorted(rows):
        yield safe_line(row)


def _reports(
    plan: Plan, changes: Sequence[Change], issues: Issues, run: Mapping[str, object], name: Name
) -> list[Output]:
    return [
        Output("changes.csv", lambda: _changes(changes, name)),
        Output("lists.csv", lambda: _lists(plan, name)),
        Output("findings.csv", lambda: _findings(issues, name)),
        Output("run.json", (json.dumps({**run, **summary(plan, changes)}, indent=2) + "\n").encode()),
    ]


def _changes(changes: Sequence[Change], name: Name) -> Text:
    yield safe_line(CHANGES)
    hidden = name is not str
    rows = []
    for change in changes:
        old, new = change.old, change.new
        if change.kind == "possible_same_person":
            old, new = name(old), name(new)
        elif hidden and change.field == "manager_id":
            old, new = (name(text) if text else "" for text in (old, new))
        tracks = ("; ".join(change.added), "; ".join(change.removed), "; ".join(change.due))
        rows.append((name(change.id), change.kind, change.field, old, new, *tracks))
    for row in sorted(rows) if hidden else rows:
        yield safe_line(row)


def _lists(plan: Plan, name: Name) -> Text:
    yield safe_line(("list", "id", "detail"))
    for kind in LISTS:
        for ident, detail in sorted((name(listed.id), listed.detail) for listed in plan.lists[kind]):
            yield safe_line((kind, ident, detail))


def _findings(issues: Issues, name: Name) -> Text:
    """Every row that something is wrong with. In a report for others without the message, which quotes cells."""
    yield safe_line(("line", "code", "id", "message", "help"))
    for issue in sorted(issues, key=lambda issue: (issue.line, issue.rule.code, issue.message)):
        if name is str:
            yield safe_line((str(issue.line), issue.rule.code, issue.id, issue.message, issue.mend))
        else:
            ident = name(issue.id) if issue.id else ""
            yield safe_line(("", issue.rule.code, ident, issue.rule.name.replace("-", " "), ""))


def summary(plan: Plan, changes: Sequence[Change]) -> dict[str, object]:
    """The numbers of a run."""
    many = totals(list(changes))
    return {
        "people": len(plan.people),
        "refused_rows": len(plan.roster.refused) + plan.roster.nameless,
        "tracks": _by_track(plan),
        "changes": {kind: number for kind, number in sorted(many.items()) if number},
        "lists": {kind: len(listed) for kind, listed in plan.lists.items() if listed},
    }


def _by_track(plan: Plan) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}
    for given, number in plan.kinds.values():
        for track in given:
            states = found.setdefault(track.track, {})
            states[track.status] = states.get(track.status, 0) + number
    return {track: dict(sorted(states.items())) for track, states in sorted(found.items())}


def text_of(content: Callable[[], Iterable[str]] | bytes) -> bytes:
    """A file's content at once, for what is small."""
    return content if isinstance(content, bytes) else "".join(content()).encode()
