"""Dates as rosters write them: ISO first, else only in the form that HR has declared; never a guess."""

from __future__ import annotations

import re
from datetime import date, timedelta

from smtrain.people.values import iso_date

SERIAL = "serial"
"""The declared form of Excel's day numbers (day 1 is 1900-01-01, with the 29 February 1900 that never was)."""

_PART = {"YYYY": r"(?P<y>\d{4})", "YY": r"(?P<s>\d{2})", "MM": r"(?P<m>\d{1,2})", "DD": r"(?P<d>\d{1,2})"}


class DateRefused(ValueError):
    """A text is no date; `ambiguous` when it is one, but nobody can say which."""

    def __init__(self, words: str, *, ambiguous: bool = False) -> None:
        super().__init__(words)
        self.ambiguous = ambiguous


def pattern(form: str) -> re.Pattern[str] | None:
    """What a declared form, such as DD.MM.YYYY, matches. None when it does not have day, month and year."""
    found = re.split("(YYYY|YY|MM|DD)", form)
    if sorted(part[0] for part in found[1::2]) != ["D", "M", "Y"]:
        return None
    return re.compile("".join(_PART[part] if part in _PART else re.escape(part) for part in found))


def read_date(text: str, form: str = "") -> date:
    """The day that a cell means. Raises `DateRefused`, with what is wrong in words."""
    if form == SERIAL and re.fullmatch(r"\d{1,6}(?:\.\d+)?", text):
        return date(1899, 12, 30) + timedelta(days=int(float(text)))
    if re.match(r"\d{4}-\d{2}-\d{2}", text):
        if found := iso_date(text):
            return found
        raise DateRefused(f'there is no day "{text}"')
    declared = pattern(form) if form and form != SERIAL else None
    if declared and (match := declared.fullmatch(text)):
        parts = match.groupdict()
        year = int(parts["y"]) if parts.get("y") else 2000 + int(parts["s"])
        try:
            return date(year, int(parts["m"]), int(parts["d"]))
        except ValueError:
            raise DateRefused(f'there is no day "{text}" ({form})') from None
    if re.fullmatch(r"0+([./-])0+\1\d+", text) or re.fullmatch(r"\d+([./-])0+\1\d+", text):
        raise DateRefused(f'there is no day "{text}"')
    if re.fullmatch(r"\d{1,2}([./-])\d{1,2}\1(?:\d{2}|\d{4})", text):
        if form:
            raise DateRefused(f'"{text}" is not written as {form}')
        raise DateRefused(f'"{text}" can be read in two ways', ambiguous=True)
    if re.fullmatch(r"\d{4,6}(?:\.\d+)?", text):
        raise DateRefused(f'"{text}" could be a day number of a spreadsheet', ambiguous=True)
    raise DateRefused(f'"{text}" is no date')
