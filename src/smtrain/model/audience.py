"""Who a text is for: audience keys, conditions on them, and choosing the text for one audience."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smtrain.diagnostics import Span

Values = Mapping[str, str]
"""What is known of a reader: values by audience key."""


@dataclass(frozen=True, slots=True)
class AudienceKey:
    """One thing that is known about a reader, such as `role`, and the values it may have.

    `default` settles the key when a build does not name a value; `ask` is put to the learner. `names` has
    values with the words for them, where learners would not know the value.
    """

    name: str
    values: tuple[str, ...]
    default: str = ""
    ask: str = ""
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Test:
    """One key of a condition: the reader's value is one of `allowed` and none of `excluded`."""

    key: str
    allowed: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    span: Span = field(default=Span.point(""), compare=False)

    def holds(self, value: str) -> bool:
        """Whether a reader with this value is meant."""
        return value not in self.excluded and (not self.allowed or value in self.allowed)


@dataclass(frozen=True, slots=True)
class Condition:
    """All tests must hold. With `otherwise` it is turned round: at least one test fails."""

    tests: tuple[Test, ...]
    otherwise: bool = False

    def settle(self, values: Mapping[str, str]) -> bool | None:
        """True or False for a reader with these values, None when one that matters is not known."""
        known = [test.holds(values[test.key]) for test in self.tests if test.key in values]
        if False in known:
            return self.otherwise
        return None if len(known) < len(self.tests) else not self.otherwise
