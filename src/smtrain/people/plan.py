"""What a run has decided: who takes which track until when, why, and who is on which list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from smtrain.people.kept import Assigned, Kept
from smtrain.people.person import Person, Roster
from smtrain.people.policy import Policy, Rule


class Grant(NamedTuple):
    """A track that a person gets, by which rule or wish. `dues` are those of all rules that are equally strong."""

    track: str
    level: str
    priority: int
    rule: str
    dues: tuple[object, ...]
    modules: str = ""
    covered_by: str = ""


class Aside(NamedTuple):
    """A rule or wish that fits and is set aside, because another track of an exclusive set is kept."""

    rule: str
    track: str
    group: str
    kept: str


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What the rules say of all people who differ in nothing that a rule asks for."""

    status: str
    considered: bool
    paused: bool
    roles: tuple[str, ...]
    matches: tuple[Rule, ...]
    undecided: tuple[Rule, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Resolution:
    """What an outcome, wishes and exemptions come to."""

    grants: tuple[Grant, ...] = ()
    aside: tuple[Aside, ...] = ()
    exempt: tuple[tuple[str, str, str], ...] = ()


class Listed(NamedTuple):
    """Somebody on a list, with the detail that put them there."""

    id: str
    detail: str = ""


LISTS = {
    "refused": "their row in the roster cannot be used; what was assigned before stays",
    "missing": "not in the roster, but rows without a readable id are; what was assigned before stays",
    "outside": "their status is outside the population",
    "unmatched": "no rule gives them a track",
    "no_role": "no public role",
    "undecided": "a rule could not be decided, because a field has no value",
    "no_due_date": "a due date could not be worked out",
    "set_aside": "their wish is set aside by an exclusive set",
    "unsafe": "kept out of the files for an LMS: a cell looks like a formula",
    "unknown_person": "named in the rules or in the completions, and not in the roster",
}
"""The lists of people that a run prints, and what being on one means."""


@dataclass(slots=True)
class Plan:
    """The decisions of a run. `given` has the tracks of each of `people`, who are sorted by id.

    `statuses` are theirs, too. `matched` counts the people of each rule, `roles` those of each public role.
    `gone` are the ledger's people who have left, now or before; of those `held` nobody can say, so they stay.
    """

    as_of: date
    policy: Policy
    roster: Roster
    people: Sequence[Person]
    given: list[tuple[Assigned, ...]] = field(default_factory=list)
    statuses: list[str] = field(default_factory=list)
    lists: dict[str, list[Listed]] = field(default_factory=lambda: {name: [] for name in LISTS})
    matched: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    gone: dict[str, Kept] = field(default_factory=dict)
    held: dict[str, Kept] = field(default_factory=dict)

    _kinds: dict[int, tuple[tuple[Assigned, ...], int]] = field(default_factory=dict)

    @property
    def kinds(self) -> Mapping[int, tuple[tuple[Assigned, ...], int]]:
        """Every different list of tracks with how many people have it, by its identity."""
        if not self._kinds:
            many = Counter(map(id, self.given))
            alike = dict(zip(map(id, self.given), self.given, strict=True))
            self._kinds.update({key: (alike[key], number) for key, number in many.items()})
        return self._kinds

    def count(self, *statuses: str) -> int:
        """How many assignments have one of these states."""
        return sum(n * sum(track.status in statuses for track in given) for given, n in self.kinds.values())


Completions = Mapping[str, Sequence[tuple[str, str]]]
"""For each id the tracks completed, each with its day (ISO)."""
