"""What the rules say of a person, worked out once for all people who differ in nothing that a rule asks for.

The values of a field fall into classes that no condition can tell apart. There are far fewer combinations of
classes than people, so the work grows with the rules and hardly with the roster.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from operator import itemgetter

from smtrain.people.conditions import Condition, Group, Known, Test, Truth, fields_of
from smtrain.people.person import Person, Roster
from smtrain.people.plan import Outcome
from smtrain.people.policy import DERIVED, Policy, Rule
from smtrain.people.values import fold, parts

_NONE: tuple[str, ...] = ()


class Outcomes:
    """The outcome of each person."""

    def __init__(self, policy: Policy, roster: Roster, today: date) -> None:
        self._policy, self._roster, self._today = policy, roster, today
        self._rules = tuple(rule for rule in policy.rules if rule.in_force(today))
        tests = list(_tests([rule.condition for rule in policy.rules] + list(policy.roles.values())))
        asked = {DERIVED.get(test.field, test.field) for test in tests}
        self._leaders = (
            self._leading() if any(test.field == "manages_people" for test in tests) else frozenset()
        )
        self._places = [
            at
            for at, name in enumerate(roster.fields)
            if name in asked | {"status", "end_date", "public_role"}
        ]
        self._classes: list[Mapping[str, int]] = [
            _Class(
                self._signature(
                    roster.fields[at],
                    [t for t in tests if DERIVED.get(t.field, t.field) == roster.fields[at]],
                )
            )
            for at in self._places
        ]
        self._known: dict[tuple[object, ...], Outcome] = {}

    def all(self, people: Sequence[Person]) -> list[Outcome]:
        """The outcome of each person, in their order."""
        known, find, leaders = self._known, self._find, self._leaders
        if not self._places:
            return [known.get(key := (p[0] in leaders,)) or find(key, p) for p in people]
        columns = [
            list(map(classes.__getitem__, map(itemgetter(at), people)))
            for classes, at in zip(self._classes, self._places, strict=True)
        ]
        keys = zip(
            *columns, [p[0] in leaders for p in people] if leaders else [False] * len(people), strict=True
        )
        return [known.get(key) or find(key, p) for key, p in zip(keys, people, strict=True)]

    def of(self, person: Person) -> Outcome:
        """The outcome of one person."""
        return self.all([person])[0]

    def _find(self, key: tuple[object, ...], person: Person) -> Outcome:
        outcome = self._known[key] = self._judge(person)
        return outcome

    def known(self, person: Person) -> Known:
        """What conditions may ask about a person."""
        fields = self._roster.fields
        values = {name: parts(person[at]) for at, name in enumerate(fields) if person[at]}
        managers = values.get("manager_id", _NONE)
        known = Known(
            lambda name: values.get(name, _NONE),
            lambda: self._above(managers),
            person[0] in self._leaders,
            self._today,
        )
        held = tuple(name for name, role in self._policy.roles.items() if role.judge(known))
        named = values.get("public_role", _NONE)
        if self._policy.roles:
            named = tuple(value for value in named if not self._translated(value))
        values["public_role"] = tuple(dict.fromkeys((*held, *named)))
        sources = frozenset[str]().union(*map(fields_of, self._policy.roles.values()))
        return replace(known, roleless=not (held or named) and any(values.get(name) for name in sources))

    def _translated(self, value: str) -> bool:
        """Whether a role's own condition asks for this value of the column: then it is a word for that role."""

        def values(name: str) -> tuple[str, ...]:
            return (value,) if name == "public_role" else _NONE

        alone = Known(values, frozenset, False, self._today)
        return any(role.judge(alone) for role in self._policy.roles.values())

    def _judge(self, person: Person) -> Outcome:
        known = self.known(person)
        at = self._roster.at("status")
        status = person[at] if at is not None else "active"
        ends = known.values("end_date")
        if ends and ends[0] < self._today.isoformat():
            status = "terminated"
        truths: list[tuple[Rule, Truth]] = [(rule, rule.condition.judge(known)) for rule in self._rules]
        return Outcome(
            status,
            status in self._policy.population,
            status in self._policy.paused,
            known.values("public_role"),
            tuple(rule for rule, truth in truths if truth),
            tuple(rule for rule, truth in truths if truth is None),
        )

    def _signature(self, name: str, tests: list[Test]) -> Callable[[str], object]:
        """What tells the values of a field apart: what each condition says of them."""
        if name in ("public_role", "status"):
            return fold
        today = self._today.isoformat()

        def signature(value: str) -> object:
            values = parts(value)
            known = Known(
                lambda asked: values if asked == name else _NONE,
                lambda: self._above(values),
                False,
                self._today,
            )
            truths = tuple(test.judge(known) for test in tests if test.field != "manages_people")
            return (truths, bool(value) and value < today) if name == "end_date" else truths

        return signature

    def _above(self, managers: Sequence[str]) -> frozenset[str]:
        """All managers above somebody with these managers, themselves included."""
        found: set[str] = set()
        waiting = list(managers)
        while waiting:
            ident = waiting.pop()
            if ident not in found:
                found.add(ident)
                waiting += self._roster.managers.get(ident, ())
        return frozenset(found)

    def _leading(self) -> frozenset[str]:
        """Everyone whom somebody at work or on leave has as manager."""
        at, state = self._roster.at("manager_id"), self._roster.at("status")
        if at is None:
            return frozenset()
        cells = {p[at] for p in self._roster.people if state is None or p[state] in ("active", "on_leave")}
        return frozenset(part for cell in cells for part in parts(cell))


class _Class(dict[str, int]):
    """Numbers the classes of a field's values."""

    def __init__(self, signature: Callable[[str], object]) -> None:
        super().__init__()
        self._signature = signature
        self._numbers: dict[object, int] = {}

    def __missing__(self, value: str) -> int:
        number = self[value] = self._numbers.setdefault(self._signature(value), len(self._numbers))
        return number


def _tests(conditions: Sequence[Condition]) -> list[Test]:
    found: list[Test] = []
    for condition in conditions:
        found += _tests(condition.parts) if isinstance(condition, Group) else [condition]
    return found
