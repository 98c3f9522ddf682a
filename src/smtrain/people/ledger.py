"""The ledger: what a run leaves for the next one. Without it "30 days after assignment" would slide.

It has ids, tracks and days, the values that rules ask for, and two check numbers to notice a new name or
address; no names, no addresses. Rows that say the same are one object, for most people's are alike.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import TYPE_CHECKING
from zlib import crc32

from smtrain.people.csvtext import cell, column, line
from smtrain.people.kept import OPEN, Assigned, Kept, Ledger
from smtrain.people.values import iso_date

if TYPE_CHECKING:
    from smtrain.people.person import Person
    from smtrain.people.plan import Plan

HEADER = (
    "id track level status first_assigned due expires completed rule paused_on paused_days since modules reason "
    "person_status left_on name_check email_check facts run"
).split()
"""The columns. When the meaning of one changes, its name does, so that an old ledger is told from a new one."""

_BLOCK = 256

STATES = OPEN | {"exempt", "withdrawn", "left", ""}


class LedgerDamaged(Exception):
    """The ledger cannot be understood; line and reason."""

    def __init__(self, line: int, why: str) -> None:
        super().__init__(why)
        self.line, self.why = line, why


def read_ledger(lines: Iterable[str]) -> Ledger:
    """Read a ledger. Raises `LedgerDamaged`: a ledger is never used in part."""
    reader = csv.reader(lines, strict=True)
    people: dict[str, Kept] = {}
    tracks: dict[tuple[str, ...], tuple[Assigned, ...]] = {}
    alike: dict[tuple[object, ...], Kept] = {}
    day = ""
    try:
        if next(reader, None) != HEADER:
            raise LedgerDamaged(1, "its first line is not that of a ledger of this version")
        for row in reader:
            if len(row) != len(HEADER) or iso_date(row[-1]) is None:
                raise LedgerDamaged(reader.line_num, "the line has not as many cells as it should")
            ident, own, rest = row[0], tuple(row[1:14]), tuple(row[14:19])
            if own not in tracks:
                tracks[own] = _track(own, reader.line_num)
            day = row[-1]
            given = tracks[own]
            held = people.get(ident)
            if held:
                if tuple(held[1:]) != rest:
                    raise LedgerDamaged(reader.line_num, f"{ident} is described in two ways")
                given = tuple(sorted({*held.tracks, *given}))
            key = (given, rest)
            people[ident] = alike.get(key) or alike.setdefault(key, Kept(given, *rest))
    except csv.Error as error:
        raise LedgerDamaged(reader.line_num, f"it is cut off or damaged ({error})") from None
    return Ledger(people, day)


def _track(own: Sequence[str], line: int) -> tuple[Assigned, ...]:
    if not own[0]:
        return ()
    if own[2] not in STATES or not own[9].isdigit():
        raise LedgerDamaged(line, "a state or a number is not one of a ledger's")
    for text in (own[3], own[4], own[6], own[8], own[10]):
        if text and iso_date(text) is None:
            raise LedgerDamaged(line, f'"{text}" is no day')
    return (Assigned._make((*own[:9], int(own[9]), *own[10:])),)


def ledger_lines(plan: Plan) -> Iterator[str]:
    """What this run leaves, line by line. People are sorted by id; the same run leaves the same bytes."""
    yield line(HEADER) + "\n"
    day = plan.as_of.isoformat()
    limit = plan.policy.keep_leavers.before(plan.as_of).isoformat()
    for ident, kept in sorted([*plan.gone.items(), *plan.held.items()]):
        if kept.status != "left" or kept.left >= limit:
            end = line((kept.status, kept.left, kept.names, kept.email, kept.facts, day))
            yield from (f"{cell(ident)},{middle},{end}\n" for middle in _middles(kept.tracks))
    middles: dict[int, list[str]] = {}
    mark = marker(plan)
    for start in range(0, len(plan.people), _BLOCK):
        people, given = plan.people[start : start + _BLOCK], plan.given[start : start + _BLOCK]
        for tracks in given:
            if (
                id(tracks) not in middles
            ):  # those of people who are alike are one object, and hashing it is slow
                middles[id(tracks)] = _middles(tracks)
        names, mails, facts = mark(people)
        states = plan.statuses[start : start + _BLOCK]
        ids = column([person[0] for person in people])
        quoted = {fact: f"{cell(fact)},{day}\n" for fact in set(facts)}
        rows = zip(ids, map(id, given), states, names, mails, map(quoted.__getitem__, facts), strict=True)
        yield "".join(
            [
                f"{ident},{middle},{state},,{name},{mail},{fact}"
                for ident, key, state, name, mail, fact in rows
                for middle in middles[key]
            ]
        )


def _middles(tracks: Sequence[Assigned]) -> list[str]:
    return [line(map(str, track)) for track in tracks] or [_NO_TRACK]


_NO_TRACK = ",,,,,,,,,0,,,"


Marks = tuple[list[str], list[str], list[str]]
"""Of some people: check numbers of their names, of their addresses, and what rules ask for."""


def marker(plan: Plan) -> Callable[[Sequence[Person]], Marks]:
    """What the ledger keeps of people beside their tracks."""
    fields = plan.roster.fields
    names = [fields.index(name) for name in ("given", "family", "display", "username") if name in fields]
    mail = plan.roster.at("email")
    labels = [name for name in sorted(plan.policy.told_apart) if name in fields and name not in _PRIVATE]
    asked = [fields.index(name) for name in labels]
    known = _Facts(labels)

    def mark(people: Sequence[Person]) -> Marks:
        own = (
            list(map("\x1f".join, map(itemgetter(*names), people)))
            if len(names) > 1
            else _only(names, people)
        )
        mails = [person[mail] for person in people] if mail is not None else [""] * len(people)
        if not "\n".join(mails).islower():
            mails = [text.casefold() for text in mails]
        values = [list(map(itemgetter(at), people)) for at in asked]
        facts = list(map(known.__getitem__, zip(*values, strict=True))) if values else [""] * len(people)
        return (
            [str(crc32(text.encode())) for text in own],
            [str(crc32(text.encode())) if text else "" for text in mails],
            facts,
        )

    return mark


def _only(places: Sequence[int], people: Sequence[Person]) -> list[str]:
    return [person[places[0]] for person in people] if places else [""] * len(people)


class _Facts(dict[tuple[str, ...], str]):
    """The facts of people with the same values are written once."""

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self._labels = labels

    def __missing__(self, values: tuple[str, ...]) -> str:
        found = self[values] = _facts(self._labels, values)
        return found


_PRIVATE = frozenset(("id", "username", "email", "given", "family", "display", "status", "lms_id"))


def _facts(labels: Sequence[str], values: Sequence[str]) -> str:
    return "|".join(f"{name}={_quoted(value)}" for name, value in zip(labels, values, strict=True) if value)


def _quoted(value: str) -> str:
    return value.replace("%", "%25").replace("|", "%7C").replace("\x1f", "%1F")


def facts_of(text: str) -> dict[str, str]:
    """The facts in a cell of the ledger, by field."""
    pairs = (part.partition("=") for part in text.split("|") if part)
    return {
        name: value.replace("%1F", "; ").replace("%7C", "|").replace("%25", "%") for name, _, value in pairs
    }
