"""What changed since the last run: who came, moved, left, and which tracks came and went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from smtrain.people.kept import OPEN, Assigned, Kept, Ledger
from smtrain.people.ledger import facts_of, marker
from smtrain.people.plan import Plan

KINDS = (
    "joiner returned_to_company mover renamed on_leave returned leaver_terminated leaver_gone tracks possible_same_person"
).split()
"""Kinds of changes, in the order in which they are told."""


class Change(NamedTuple):
    """One change. `field`, `old` and `new` are for movers; the rest says what became of the tracks."""

    id: str
    kind: str
    field: str = ""
    old: str = ""
    new: str = ""
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    due: tuple[str, ...] = ()


def changes(plan: Plan, ledger: Ledger) -> list[Change]:
    """All changes, by id. None for a first run, which has nothing to compare with."""
    if not ledger.people:
        return []
    found: list[Change] = []
    mark = marker(plan)
    left: dict[str, list[str]] = {}
    for ident, gone in plan.gone.items():
        if gone.email:
            left.setdefault(gone.email, []).append(ident)
        if gone.left == plan.as_of.isoformat() and ledger.people[ident].status != "left":
            removed = tuple(t.track for t in ledger.people[ident].tracks if t.status in OPEN)
            found.append(Change(ident, "leaver_gone", removed=removed))
    marks = zip(*mark(plan.people), strict=True)
    for person, given, status, own in zip(plan.people, plan.given, plan.statuses, marks, strict=True):
        kept = ledger.people.get(person[0])
        names, email, facts = own
        if kept is None:
            added = tuple(sorted(track.track for track in given if track.status in OPEN))
            found.append(Change(person[0], "joiner", added=added))
            others = left.get(email, ()) if email else ()
            found += [Change(person[0], "possible_same_person", "id", other, person[0]) for other in others]
        elif (kept.status, kept.names, kept.email, kept.facts) != (
            status,
            names,
            email,
            facts,
        ) or kept.tracks != given:
            found += _changed(person[0], kept, given, status, (names, email, facts))
    return sorted(found, key=lambda change: (change.id, KINDS.index(change.kind), change.field))


def _changed(
    ident: str, kept: Kept, given: tuple[Assigned, ...], status: str, now: tuple[str, str, str]
) -> Iterator[Change]:
    before = {track.track: track for track in kept.tracks if track.status in OPEN}
    after = {track.track: track for track in given if track.status in OPEN}
    added = tuple(sorted(after.keys() - before.keys()))
    removed = tuple(sorted(before.keys() - after.keys()))
    moved = tuple(
        f"{name}: {before[name].due or 'none'} → {after[name].due or 'none'}"
        for name in sorted(before.keys() & after.keys())
        if before[name].due != after[name].due
    )
    told = False
    names, email, facts = now
    for kind in _kinds(kept.status, status):
        yield Change(ident, kind, "status", kept.status, status, added, removed, moved)
        told = True
    if kept.facts != facts:
        old, new = facts_of(kept.facts), facts_of(facts)
        for field in sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)):
            one = (added, removed, moved) if not told else ((), (), ())
            yield Change(ident, "mover", field, old.get(field, ""), new.get(field, ""), *one)
            told = True
    if (kept.names, kept.email) != (names, email):
        one = (added, removed, moved) if not told else ((), (), ())
        yield Change(ident, "renamed", "", "", "", *one)
        told = True
    if not told and (added or removed or moved):
        yield Change(ident, "tracks", "", "", "", added, removed, moved)


def _kinds(old: str, new: str) -> Iterator[str]:
    if old == new:
        return
    if old == "left":
        yield "returned_to_company"
    elif new == "terminated":
        yield "leaver_terminated"
    elif new == "on_leave":
        yield "on_leave"
    elif old in ("on_leave", "terminated"):
        yield "returned" if old == "on_leave" else "returned_to_company"
    elif old == "pre_hire":
        yield "joiner"


def totals(found: list[Change]) -> Counter[str]:
    """How many people changed in which way; "withdrawals" counts the tracks taken away."""
    people = {(change.id, change.kind) for change in found}
    many = Counter(kind for _, kind in people)
    many["withdrawals"] = sum(len(change.removed) for change in found)
    return many
