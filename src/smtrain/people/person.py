"""People as a roster has them."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

Person = tuple[str, ...]
"""What is known of a person: a text for each of the roster's fields, the id first."""


@dataclass(frozen=True)
class Roster:
    """The people of a roster, in its order, with the line of each.

    `refused` are ids whose rows could not be used, with the reason. `nameless` counts rows whose id is not
    known: somebody is missing then, and nobody knows who. `unsafe` are ids that no LMS's file may have.
    `managers` has, for each person who leads others, their own managers.
    """

    fields: tuple[str, ...]
    people: list[Person]
    lines: array[int]
    refused: Mapping[str, str] = field(default_factory=dict)
    nameless: int = 0
    unsafe: Mapping[str, str] = field(default_factory=dict)
    managers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    notices: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many people the file speaks of, as far as one can tell."""
        return len(self.people) + len(self.refused) + self.nameless

    def at(self, name: str) -> int | None:
        """The place of a field in a person; None when the roster does not have it."""
        return self.fields.index(name) if name in self.fields else None

    @cached_property
    def _lines_by_id(self) -> Mapping[str, int]:
        return {person[0]: line for person, line in zip(self.people, self.lines, strict=True)}

    def line_of(self, ident: str) -> int:
        """The line of a person's row; 1 for somebody who is not here."""
        return self._lines_by_id.get(ident, 1)
