"""A person's track at one time, and what a ledger keeps of people from one run to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

OPEN = frozenset(
    ("assigned", "overdue", "paused", "expiring", "expired", "covered", "complete", "complete_late")
)
"""States of an assignment that is in force."""

DONE = frozenset(("complete", "complete_late"))
"""States in which nothing is to be done for now."""


class Assigned(NamedTuple):
    """A person's track. All texts, days as ISO; "" for what does not apply.

    `status` is one of `OPEN`, or exempt, withdrawn or left. `first` is when it was first assigned; `rule` is the
    rule's id, or opt_in. `paused_on` is since when the clock stands, `paused_days` how long it stood before.
    `since` is when a status that ends it began. `modules` are the track's, without those that another track of
    the person has at least as deep.
    """

    track: str
    level: str
    status: str
    first: str = ""
    due: str = ""
    expires: str = ""
    completed: str = ""
    rule: str = ""
    paused_on: str = ""
    paused_days: int = 0
    since: str = ""
    modules: str = ""
    reason: str = ""


class Kept(NamedTuple):
    """What the ledger has of a person."""

    tracks: tuple[Assigned, ...]
    status: str
    left: str
    names: str
    email: str
    facts: str

    def leaving(self, day: str) -> Kept:
        """The same person, who is not in the roster any more."""
        if self.status == "left":
            return self
        tracks = tuple(t._replace(status="left", since=day) if t.status in OPEN else t for t in self.tracks)
        return self._replace(tracks=tracks, status="left", left=day)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The last run's people by id, and its day."""

    people: Mapping[str, Kept] = field(default_factory=dict)
    day: str = ""

    @property
    def here(self) -> int:
        """How many of them had not left."""
        return sum(kept.status != "left" for kept in self.people.values())
