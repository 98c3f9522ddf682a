"""Reads the conditions of a rule from YAML; what cannot be understood is noted at its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from smtrain.diagnostics import Notes
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.conditions import ASKS, EVERYONE, Condition, Group, Test
from smtrain.people.fields import DATES, FIELDS
from smtrain.people.policy import DERIVED
from smtrain.people.rules_policy import CONDITION, UNQUOTED_ID
from smtrain.people.values import iso_date
from smtrain.source.file import SourceFile
from smtrain.source.yaml import Path, Yaml

JOINS = ("all", "any", "none")
_OWN = re.compile(r"x_[a-z0-9_]+")
"""Fields of a customer's own begin with `x_`; they are columns under `roster: columns:`."""


class Conditions:
    """Reads conditions. `columns` are the customer's own fields."""

    def __init__(self, source: SourceFile, yaml: Yaml, notes: Notes, columns: Mapping[str, Any]) -> None:
        self._source, self._yaml, self._notes = source, yaml, notes
        self._known = {*FIELDS, *DERIVED, *(name for name in columns if _OWN.fullmatch(name))}

    def read(self, value: Any, path: Path) -> Condition:
        """The condition at a path; without any, everyone."""
        if value is None:
            return EVERYONE
        if not isinstance(value, dict) or not value:
            self._refuse(
                path, "a condition is a field with its value", 'write one such as "department: Care"'
            )
            return EVERYONE
        parts = [self._part(key, inner, (*path, key)) for key, inner in value.items()]
        return parts[0] if len(parts) == 1 else Group("all", tuple(parts))

    def _part(self, key: str, value: Any, path: Path) -> Condition:
        if key in JOINS:
            if not isinstance(value, list) or not value:
                self._refuse(
                    path, f'"{key}" needs a list of conditions', "write one line with a dash for each"
                )
                return EVERYONE
            return Group(key, tuple(self.read(inner, (*path, number)) for number, inner in enumerate(value)))
        if key not in self._known:
            mend = did_you_mean(key, [*self._known, *JOINS], "a field of your own begins with x_")
            self._refuse(path, f'there is no field "{key}"', mend, key=True)
            return EVERYONE
        return self._test(key, value, path)

    def _test(self, name: str, value: Any, path: Path) -> Condition:
        if name == "manages_people":
            if not isinstance(value, bool):
                self._refuse(path, '"manages_people" is true or false', "")
                return EVERYONE
            return Test(name, (("is", value),))
        if not isinstance(value, dict):
            wanted = self._texts(name, value, path)
            return Test(name, (("is", wanted),)) if wanted else EVERYONE
        missing = True if value.get("or_missing") is True else None
        asks: list[tuple[str, Any]] = []
        for ask, inner in value.items():
            if ask == "or_missing":
                continue
            if ask not in ASKS:
                known = [*ASKS, "or_missing"]
                self._refuse((*path, ask), f'"{ask}" is no way to ask', did_you_mean(ask, known), key=True)
                continue
            wanted = self._wanted(name, ask, inner, (*path, ask))
            if wanted is not None:
                asks.append((ask, wanted))
        if not asks and missing:
            return Test(name, (("any", False),), missing=True)
        return Test(name, tuple(sorted(asks, key=lambda pair: pair[0])), missing) if asks else EVERYONE

    def _wanted(self, name: str, ask: str, value: Any, path: Path) -> Any:
        """What is asked for in the form that the test needs; None when it is wrong and noted."""
        if ask == "any":
            if value is not True:
                self._refuse(path, '"any" asks whether there is a value at all: write true', "")
                return None
            return True
        if ask in ("min", "max"):
            if name != "tenure_days" or isinstance(value, bool) or not isinstance(value, int):
                self._refuse(path, f'"{ask}" goes with tenure_days and a whole number', "")
                return None
            return value
        if ask in ("before", "after"):
            day = iso_date(value) if isinstance(value, str) else None
            if name not in DATES or day is None:
                self._refuse(path, f'"{ask}" goes with a date, such as hire_date: {{{ask}: 2026-01-01}}', "")
                return None
            return day
        if ask == "in_tree_of" and name != "manager_id":
            self._refuse(
                path, '"in_tree_of" goes with manager_id', 'write manager_id: {in_tree_of: "000100"}'
            )
            return None
        return self._texts(name, value, path) or None

    def _texts(self, name: str, value: Any, path: Path) -> tuple[str, ...]:
        if name == "tenure_days":
            self._refuse(path, '"tenure_days" needs min or max', "write tenure_days: {max: 90}")
            return ()
        values = value if isinstance(value, list) else [value]
        texts: list[str] = []
        for number, one in enumerate(values):
            place = (*path, number) if isinstance(value, list) else path
            if self.quoted(one, place, ids=name in ("id", "manager_id", "lms_id")):
                texts.append(one)
        if not values:
            self._refuse(path, "a value is needed here", "")
        return tuple(texts)

    def quoted(self, value: Any, path: Path, *, ids: bool = True) -> bool:
        """Whether a value is text, and an id of digits one in quotation marks; notes it when not."""
        span = self._yaml.span(path)
        written = self._source.lines[span.line - 1][span.column - 1 :]
        bare = not written.startswith(('"', "'"))
        if isinstance(value, str) and value.strip() and not (ids and bare and value.isdigit()):
            return True
        shown = written[: span.end_column - span.column] if span.end_line == span.line else str(value)
        if isinstance(value, dict | list) or value is None or value == "":
            self._refuse(path, "a text is needed here", "put it in double quotes")
        else:
            self._notes.add(
                UNQUOTED_ID,
                span,
                f"{shown} is not in quotation marks, so it is a number and no {'id' if ids else 'text'}",
                mend=f'write "{shown}"',
            )
        return False

    def _refuse(self, path: Path, words: str, mend: str, *, key: bool = False) -> None:
        self._notes.add(CONDITION, self._yaml.span(path, key=key), words, mend=mend)
