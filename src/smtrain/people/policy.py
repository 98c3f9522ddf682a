"""HR's decisions, ready to be applied: tracks, rules, opt-ins, exemptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from smtrain.diagnostics import Span
from smtrain.people.conditions import Condition, fields_of
from smtrain.people.table import Shape
from smtrain.people.values import Period

DERIVED = {"tenure_days": "hire_date", "manages_people": "manager_id"}
"""What rules can ask for that no column has, and the field it is worked out from."""

_DEPTH = {"essential": 0, "full": 1}


@dataclass(frozen=True, slots=True)
class Module:
    """A module of a track. `depth` is essential or full.

    Where a person takes one of several, they are one here: their ids with `|` between them.
    """

    id: str
    depth: str = "essential"
    optional: bool = False

    @property
    def any_of(self) -> tuple[str, ...]:
        """The modules of which any will do; most often it is one."""
        return tuple(self.id.split("|"))

    @property
    def rank(self) -> int:
        """The deeper, the higher."""
        return _DEPTH[self.depth]


@dataclass(frozen=True, slots=True)
class DueRule:
    """A fixed day, or some days after `base`: `assigned`, or a field with a date."""

    on: date | None = None
    days: int = 0
    base: str = "assigned"


@dataclass(frozen=True, slots=True)
class Renewal:
    """How a certificate is renewed. `opens` is how long before it expires; `modules` are the refresher's."""

    opens: Period
    modules: tuple[str, ...]
    anchor: Literal["expiry", "completion"]


@dataclass(frozen=True, slots=True)
class Track:
    """What HR and the course know of a track. `lms` has each LMS's own names for it."""

    id: str
    title: str = ""
    modules: tuple[Module, ...] = ()
    due: DueRule | None = None
    valid_for: Period | None = None
    refresh: Renewal | None = None
    lms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    """Who gets a track. `since` and `until` are days in force, both included."""

    id: str
    track: str
    condition: Condition
    span: Span
    level: str = "mandatory"
    priority: int = 0
    due: DueRule | None = None
    since: date | None = None
    until: date | None = None

    def in_force(self, day: date) -> bool:
        """Whether the rule applies on a day."""
        return not (self.since and day < self.since) and not (self.until and day > self.until)


@dataclass(frozen=True, slots=True)
class Wish:
    """Somebody's wish for a track."""

    track: str
    level: str = "optional"


@dataclass(frozen=True, slots=True)
class Exemption:
    """Somebody need not take a track, until a day (included) or for good."""

    track: str
    until: date | None
    reason: str
    by: str = ""

    def in_force(self, day: date) -> bool:
        """Whether it applies on a day."""
        return self.until is None or day <= self.until


@dataclass(frozen=True, slots=True)
class Policy:
    """HR's file. Sets of tracks under `exclusive` give a person at most one. `roles` say who has a role."""

    timezone: str = "UTC"
    shape: Shape = field(default_factory=Shape)
    population: frozenset[str] = frozenset(("active", "on_leave"))
    paused: frozenset[str] = frozenset(("on_leave",))
    roles: Mapping[str, Condition] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    exclusive: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    wishes: Mapping[str, tuple[Wish, ...]] = field(default_factory=dict)
    exemptions: Mapping[str, tuple[Exemption, ...]] = field(default_factory=dict)
    places: Mapping[str, Span] = field(default_factory=dict)
    unmatched: str = "report"
    max_drop: float = 0.2
    max_removals: float = 0.2
    keep_leavers: Period = field(default=Period(months=24))
    lms: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    @property
    def asked(self) -> frozenset[str]:
        """The fields of a person that decide something."""
        found = {name for rule in self.rules for name in fields_of(rule.condition)}
        found |= {name for role in self.roles.values() for name in fields_of(role)}
        dues = [rule.due for rule in self.rules] + [track.due for track in self.tracks.values()]
        found |= {due.base for due in dues if due and due.on is None and due.base != "assigned"}
        if "public_role" in found and self.roles and not self._role_is_a_column:
            found.discard("public_role")
        return frozenset(DERIVED.get(name, name) for name in found)

    @property
    def told_apart(self) -> frozenset[str]:
        """The fields whose change makes a person a mover: those with words that rules ask for, and no dates."""
        conditions = [rule.condition for rule in self.rules] + list(self.roles.values())
        found = {name for condition in conditions for name in fields_of(condition)}
        return frozenset(found - {*DERIVED, "hire_date", "role_start", "end_date"})

    @property
    def _role_is_a_column(self) -> bool:
        return "public_role" in self.shape.columns or any(
            "public_role" in fields_of(role) for role in self.roles.values()
        )
