"""What stands in a cell: tidied as little as possible, and compared without regard to case and width."""

from __future__ import annotations

import calendar
import re
import unicodedata
from datetime import date, timedelta
from typing import NamedTuple

BETWEEN = "\x1f"
"""Stands between the values of a cell that holds several; no roster has this character in a text."""

_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\xad\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"[\s\xa0\u2007\u202f]+")
_CONTROL = re.compile("[\0-\x08\x0b\x0c\x0e-\x1e\x7f\ufffd\ufffe\uffff]")

_FORMULA = re.compile("[=+\\-@＝＋－＠\t\r\n]")
_INSIDE = re.compile("[,;|\"'\t\r\n][ ]*[=+\\-@＝＋－＠]")


def tidy(cell: str) -> str:
    """A cell as it is meant: without spaces around it, no-break spaces and what cannot be seen; in NFC.

    Case, apostrophes and hyphens stay as they are.
    """
    return _SPACES.sub(" ", _INVISIBLE.sub("", unicodedata.normalize("NFC", cell))).strip()


def fold(text: str) -> str:
    """A text for comparing: NFKC, case-folded, trimmed."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def parts(cell: str) -> tuple[str, ...]:
    """The values of a cell, none for an empty one."""
    if not cell:
        return ()
    if BETWEEN not in cell:
        return (cell,)
    return tuple(dict.fromkeys(part for part in cell.split(BETWEEN) if part))


def joined(cell: str) -> str:
    """The values of a cell for people to read."""
    return cell.replace(BETWEEN, "; ")


def has_control(cell: str) -> bool:
    """Whether a cell has characters that no text has: a sign of a wrong encoding or of damage."""
    return bool(_CONTROL.search(cell))


def formula(cell: str) -> bool:
    """Whether a spreadsheet could take a cell, or what follows a separator in it, for a formula.

    `= + - @`, their full-width forms, tab and line ends are what spreadsheets run (OWASP, "CSV Injection").
    """
    return bool(cell) and bool(_FORMULA.match(cell) or _INSIDE.search(cell))


def mail(address: str) -> str:
    """An address as it is kept: the domain in small letters, the part before it as its owner writes it."""
    name, at, domain = address.rpartition("@")
    return f"{name}{at}{domain.lower()}"


class Period(NamedTuple):
    """A stretch of calendar time."""

    months: int = 0
    days: int = 0

    def after(self, day: date) -> date:
        """The day this much later; the end of a month stays inside its month."""
        return _moved(day, self.months) + timedelta(days=self.days)

    def before(self, day: date) -> date:
        """The day this much earlier; the end of a month stays inside its month."""
        return _moved(day, -self.months) - timedelta(days=self.days)


def _moved(day: date, months: int) -> date:
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def iso_date(text: str) -> date | None:
    """The day of `2026-03-01`, or of the beginning of `2026-03-01T08:00:00Z`; None for anything else.

    Time zones are not shifted: a calendar date is what HR has written.
    """
    found = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?", text)
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None
