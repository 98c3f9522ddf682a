"""Conditions of a rule: what a person's fields must be. No expressions, no code.

A condition is true, false or unknown. A field without a value makes it unknown, unless it asks just for that;
unknown is no match, and is told apart so that the person can be listed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fnmatch import translate
from functools import cache
from re import Pattern
from re import compile as pattern
from typing import Any

from smtrain.people.values import fold, iso_date

Truth = bool | None
"""True, false, or None: it cannot be known."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a person. `values` gives a field's values; `tree` the ids of all managers above.

    `roleless` is when the roles of the rules file were looked for and the person has none: that is known, then.
    """

    values: Callable[[str], tuple[str, ...]]
    tree: Callable[[], frozenset[str]]
    manages: bool
    today: date
    roleless: bool = False


@dataclass(frozen=True, slots=True)
class Test:
    """One field and what is asked of it.

    `asks` has the ways of asking with what is wanted; all of them must hold. `missing` is what a field
    without a value means: None for unknown, True with `or_missing`.
    """

    __test__ = False

    field: str
    asks: tuple[tuple[str, Any], ...]
    missing: Truth = None

    def judge(self, known: Known) -> Truth:
        """Whether it holds. Of several values of a field, one that fits is enough; for `not`, none may."""
        if self.field == "manages_people":
            return all(known.manages is wanted for _, wanted in self.asks)
        if self.field == "tenure_days":
            dates = known.values("hire_date")
            values: Sequence[Any] = [(known.today - date.fromisoformat(day)).days for day in dates]
        else:
            values = known.values(self.field)
        if not values and self.field == "public_role" and known.roleless:
            return self.missing or all(ask == "not" for ask, _ in self.asks)
        if not values:
            return False if self.missing is None and ("any", True) in self.asks else self.missing
        return all(self._holds(ask, wanted, values, known) for ask, wanted in self.asks)

    def _holds(self, ask: str, wanted: Any, values: Sequence[Any], known: Known) -> bool:
        if ask == "any":
            return bool(wanted)
        if ask == "not":
            return not any(_same(self.field, value, one) for value in values for one in wanted)
        if ask == "in_tree_of":
            return any(one in known.tree() for one in wanted)
        return any(_ASKS[ask](self.field, value, wanted) for value in values)

    def words(self) -> str:
        """The condition in a line, such as `department = Care`."""
        said = [
            f"{self.field.replace('_', ' ')} {_WORDS[ask]} {_shown(wanted)}".rstrip()
            for ask, wanted in self.asks
        ]
        if self.field == "manages_people":
            said = ["manages people" if self.asks[0][1] else "manages nobody"]
        return " and ".join(said) + (" or missing" if self.missing else "")


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions joined by `all`, `any` or `none`."""

    join: str
    parts: tuple[Condition, ...] = field(default_factory=tuple)

    def judge(self, known: Known) -> Truth:
        """Whether it holds (Kleene's logic: unknown stays unknown unless the rest decides)."""
        found = [part.judge(known) for part in self.parts]
        if self.join == "all":
            return False if False in found else None if None in found else True
        one = True if True in found else None if None in found else False
        return one if self.join == "any" else None if one is None else not one

    def words(self) -> str:
        """The condition in a line."""
        if not self.parts:
            return "everyone"
        signs = {"all": " and ", "any": " or ", "none": " or "}
        inner = signs[self.join].join(
            f"({part.words()})" if isinstance(part, Group) else part.words() for part in self.parts
        )
        return f"none of: {inner}" if self.join == "none" else inner


Condition = Test | Group
EVERYONE = Group("all")


def fields_of(condition: Condition) -> frozenset[str]:
    """The fields that a condition asks for."""
    if isinstance(condition, Test):
        return frozenset((condition.field,))
    return frozenset().union(*(fields_of(part) for part in condition.parts))


def _same(name: str, value: str, wanted: str) -> bool:
    """Ids are compared exactly, all else without case and width."""
    return value == wanted if name in ("id", "manager_id", "lms_id") else fold(value) == fold(wanted)


@cache
def _like(wanted: str) -> Pattern[str]:
    return pattern(translate(fold(wanted)))


def _under(value: str, wanted: str) -> bool:
    path, root = fold(value).strip("/"), fold(wanted).strip("/")
    return path == root or path.startswith(root + "/")


def _day(value: str) -> date:
    return iso_date(value) or date.min


_ASKS: dict[str, Callable[[str, Any, Any], bool]] = {
    "is": lambda name, value, wanted: any(_same(name, value, one) for one in wanted),
    "like": lambda name, value, wanted: any(_like(one).match(fold(value)) is not None for one in wanted),
    "under": lambda name, value, wanted: any(_under(value, one) for one in wanted),
    "min": lambda name, value, wanted: value >= wanted,
    "max": lambda name, value, wanted: value <= wanted,
    "before": lambda name, value, wanted: _day(value) < wanted,
    "after": lambda name, value, wanted: _day(value) > wanted,
}
_WORDS = {
    "is": "=",
    "not": "is not",
    "like": "like",
    "under": "under",
    "min": "at least",
    "max": "at most",
    "before": "before",
    "after": "after",
    "any": "has a value",
    "in_tree_of": "anywhere below",
}
ASKS = ("not", "like", "under", "in_tree_of", "min", "max", "before", "after", "any")
"""The ways of asking that a rule can use, beside a plain value or list."""


def _shown(wanted: Any) -> str:
    if isinstance(wanted, bool):
        return ""
    if isinstance(wanted, tuple):
        return " or ".join(str(one) for one in wanted)
    return str(wanted)
