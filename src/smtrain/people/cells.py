"""Cells → values: one cleaner for each field, which remembers what it has seen, for rosters repeat themselves."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from operator import itemgetter
from sys import intern
from typing import NamedTuple

from smtrain.diagnostics import Rule
from smtrain.people.dates import DateRefused, read_date
from smtrain.people.fields import DATES
from smtrain.people.issues import Issues
from smtrain.people.rules_row import (
    AMBIGUOUS_DATE,
    DAMAGED_CELL,
    DAMAGED_ID,
    MISSING_ID,
    NO_ADDRESS,
    NO_DATE,
    NO_LOGIN,
    NUMERIC_ID,
    STATUS,
    UNSAFE_CELL,
)
from smtrain.people.table import Number, Shape
from smtrain.people.values import BETWEEN, fold, formula, has_control, mail, tidy

IDENTITY = ("username", "email", "given", "family", "display")
"""Fields that say who somebody is, and that an LMS's file may have."""

STATUSES = ("active", "on_leave", "terminated", "pre_hire")
"""What a person's status can be."""

NO_MANAGER = frozenset(("no_manager", "no_mgr", "none", "-", "n/a"))
"""What SuccessFactors and others write for somebody without a manager."""

_KNOWN_STATUS = {
    **{name: name for name in STATUSES},
    "on leave": "on_leave",
    "pre-hire": "pre_hire",
    "prehire": "pre_hire",
    "tobedeleted": "terminated",
    **dict.fromkeys(("true", "1", "yes", "enabled"), "active"),
    **dict.fromkeys(("false", "0", "no", "disabled"), "terminated"),
}
UNIQUE = ("id", "lms_id", "username", "email")
"""Fields that differ from row to row; all others repeat themselves."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_NOTHING = dict.fromkeys(map(ord, _LETTERS + "_-\n"))
_NOTHING_IN = {
    "id": _NOTHING,
    "lms_id": _NOTHING,
    "username": {**_NOTHING, **dict.fromkeys(map(ord, "._@+"))},
    "email": {**_NOTHING, **dict.fromkeys(map(ord, "._@+"))},
}
"""The characters of cells that need no cleaning, with a line break between cells."""

_DAMAGED = re.compile(r"\d(?:[.,]\d+)?[eE]\+\d{2,}|\d+[.,]0+")


class Wrong(NamedTuple):
    """What is wrong with a cell; `out` when the row cannot be used."""

    rule: Rule
    message: str
    mend: str
    out: bool


class Cleaners:
    """The cleaners of a roster's fields, in their order.

    `bad` has what is wrong, by field and raw cell; as long as it is empty no row needs a second look.
    """

    def __init__(self, fields: Sequence[str], shape: Shape, issues: Issues) -> None:
        self._fields, self._shape, self._issues = fields, shape, issues
        self.bad: dict[tuple[int, str], Wrong] = {}
        self._unsafe: list[tuple[int, str]] = []
        self._numbers: list[int] = []
        self._seen = [
            _Seen(self._cleaner(at, name), keep=name not in UNIQUE) for at, name in enumerate(fields)
        ]
        self.logins = [at for at, name in enumerate(fields) if name in ("username", "email")]

    def column(self, at: int, cells: Sequence[str]) -> Sequence[str]:
        """A field's cells, cleaned."""
        if self._fields[at] in UNIQUE and self._all_plain(self._fields[at], cells):
            return cells
        return list(map(self._seen[at].__getitem__, cells))

    def _all_plain(self, name: str, cells: Sequence[str]) -> bool:
        """Whether cells can stay as they are: of plain letters, and beginning with a letter or digit."""
        text = "\n" + "\n".join(cells) + "\n"
        if text.translate(_NOTHING_IN[name]) or any(odd in text for odd in _ODD_STARTS):
            return False
        if name == "id" and self._shape.id_width:
            return min(map(len, cells)) >= self._shape.id_width
        return name != "email" or (text.islower() and text.count("@") == len(cells))

    def _cleaner(self, at: int, name: str) -> Callable[[str], str]:
        kinds: dict[str, Callable[[int, str, str], str]] = {
            "id": self._id,
            "email": self._email,
            "status": self._status,
            **dict.fromkeys(DATES, self._date),
        }
        own = kinds.get(name)
        separator = self._shape.separators.get(name, "")

        def clean(cell: str) -> str:
            text = tidy(cell) if BETWEEN not in cell else BETWEEN.join(map(tidy, cell.split(BETWEEN)))
            if has_control(text.replace(BETWEEN, "")):
                words = f"the {label(name)} has characters that no text has"
                self.bad[at, cell] = Wrong(DAMAGED_CELL, words, "export the roster again, as CSV UTF-8", True)
                return ""
            if separator and separator in text:
                text = BETWEEN.join(part.strip() for part in text.split(separator) if part.strip())
            if own:
                text = own(at, cell, text)
            if name == "manager_id" and fold(text) in NO_MANAGER:
                text = ""
            if (name in IDENTITY or name in ("id", "lms_id")) and len(text) > 1 and formula(text):
                self._unsafe.append((at, text))
            return intern(text) if len(text) < 200 else text

        return clean

    def _id(self, at: int, cell: str, text: str) -> str:
        mend = "export the roster again with ids as text"
        if not text:
            self.bad[at, cell] = Wrong(MISSING_ID, "the row has no id", "find out whose row this is", True)
        elif _DAMAGED.fullmatch(text):
            self.bad[at, cell] = Wrong(
                DAMAGED_ID, f'"{text}" was an id before a spreadsheet made it a number', mend, True
            )
            return ""
        return text.zfill(self._shape.id_width) if text.isdigit() else text

    def _email(self, at: int, cell: str, text: str) -> str:
        if text and not re.fullmatch(r"[^@\s]+@[^@\s]+", text):
            self.bad[at, cell] = Wrong(
                NO_ADDRESS, f'"{text}" is no e-mail address', "mend it, or leave it empty", False
            )
            return ""
        return mail(text)

    def _status(self, at: int, cell: str, text: str) -> str:
        word = fold(text)
        found = self._shape.status.get(word) or _KNOWN_STATUS.get(word)
        if found is None:
            said = f'the status "{text}" is not known' if text else "the status is empty"
            mend = f'say what it means: roster: {{status: {{active: ["{text}"]}}}}, or on_leave, terminated, pre_hire'
            self.bad[at, cell] = Wrong(STATUS, said, mend, True)
        return found or ""

    def _date(self, at: int, cell: str, text: str) -> str:
        if not text:
            return ""
        try:
            return read_date(text, self._shape.date_format).isoformat()
        except DateRefused as refused:
            rule = AMBIGUOUS_DATE if refused.ambiguous else NO_DATE
            mend = (
                "declare how dates are written: roster: {date_format: DD/MM/YYYY}"
                if refused.ambiguous
                else "mend the date"
            )
            self.bad[at, cell] = Wrong(
                rule, f"{label(self._fields[at])}: {refused}; it is left empty", mend, False
            )
            return ""

    def check(self, cells: Sequence[str], person: tuple[str, ...], line: int) -> str:
        """Note what is wrong in a row. The name of the rule that takes it out, or ""."""
        refused = ""
        if type(cells[0]) is Number:
            self._numbers.append(line)
        for at, cell in enumerate(cells):
            wrong = self.bad.get((at, cell))
            if wrong:
                self._issues.add(wrong.rule, line, wrong.message, mend=wrong.mend, who=person[0])
                refused = refused or (wrong.rule.name if wrong.out else "")
        if not refused and not any(person[at] for at in self.logins):
            words = f"{person[0]} has neither a login nor an e-mail address"
            self._issues.add(NO_LOGIN, line, words, mend="add one", who=person[0])
            refused = NO_LOGIN.name
        return refused

    def id_of(self, cell: str) -> str:
        """The id of a row that cannot be used."""
        return self._seen[0][cell]

    def check_zeros(self, people: list[tuple[str, ...]], lines: Sequence[int]) -> None:
        """Say that zeros may be lost, where that can be seen and no width is declared."""
        if self._shape.id_width:
            return
        if self._numbers:
            many = len(self._numbers)
            self._issues.add(
                NUMERIC_ID,
                self._numbers[0],
                f"{many:,} {'id is a number' if many == 1 else 'ids are numbers'}, not text; zeros in front would be lost",
                mend="format the column as text and export again, or declare roster: {id_width: 6}",
            )
            return
        if len(set(map(len, map(itemgetter(0), people)))) < 2:
            return
        longest = max((len(p[0]) for p in people if p[0].startswith("0") and p[0].isdigit()), default=0)
        for number, person in enumerate(people):
            if len(person[0]) < longest and person[0].isdigit():
                self._issues.add(
                    NUMERIC_ID,
                    lines[number],
                    f'the id "{person[0]}" is shorter than others that begin with zeros; its own may be lost',
                    mend=f"mend the export, or declare roster: {{id_width: {longest}}}",
                    who=person[0],
                )

    def unsafe_people(self, people: list[tuple[str, ...]], lines: Sequence[int]) -> dict[str, str]:
        """The ids of people with a cell that a spreadsheet would run, and which field that is; notes them."""
        wanted, found = set(self._unsafe), dict[str, str]()
        places = sorted({at for at, _ in wanted})
        for number, person in enumerate(people if wanted else ()):
            for at in places:
                if (at, person[at]) in wanted:
                    found[person[0]] = self._fields[at]
                    self._issues.add(
                        UNSAFE_CELL,
                        lines[number],
                        f"a spreadsheet would run the {label(self._fields[at])} of this person as a formula",
                        mend="mend it in the roster; until then the person is in no file for an LMS",
                        who=person[0],
                    )
        return found


class _Seen(dict[str, str]):
    """Cleans each different cell once; where all are different, none is kept."""

    def __init__(self, clean: Callable[[str], str], *, keep: bool) -> None:
        super().__init__()
        self._clean, self._keep = clean, keep

    def __missing__(self, cell: str) -> str:
        value = self._clean(cell)
        if self._keep:
            self[cell] = value
        return value


_ODD_STARTS = ("\n\n", "\n-", "\n+", "\n@", "\n.", "\n_", "E+", "e+", "@\n")


def label(field: str) -> str:
    """A field's name in a sentence."""
    return {"id": "id", "manager_id": "manager's id", "given": "given name", "family": "family name"}.get(
        field, field.replace("_", " ")
    )
