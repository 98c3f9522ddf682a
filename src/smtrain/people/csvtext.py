"""Lines of CSV (RFC 4180), and of reports that a person will open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from smtrain.people.values import formula

_SPECIAL = frozenset(',"\r\n')


def cell(text: str, delimiter: str = ",") -> str:
    """A cell, quoted where it has to be."""
    if text.isalnum() or (_SPECIAL.isdisjoint(text) and delimiter not in text and text.strip() == text):
        return text
    return '"' + text.replace('"', '""') + '"'


def line(cells: Iterable[str], delimiter: str = ",") -> str:
    """A line without its end."""
    return delimiter.join([cell(text, delimiter) for text in cells])


def column(cells: Sequence[str], delimiter: str = ",") -> Sequence[str]:
    """Many cells at once, each quoted where it has to be; mostly none has to, and that is seen at a glance."""
    text = "\n" + "\n".join(cells) + "\n"
    if text.count("\n") == len(cells) + 1 and not any(sign in text for sign in (delimiter, *_ODD)):
        return cells
    return [cell(each, delimiter) for each in cells]


_ODD = ('"', "\r", "\n ", " \n")


def safe(text: str) -> str:
    """A cell for people: quoted, and with an apostrophe in front of what a spreadsheet would run.

    Never used in a file for an LMS, where the apostrophe would become a part of an id or a name.
    """
    return '"' + ("'" if formula(text) else "") + text.replace('"', '""') + '"'


def safe_line(cells: Iterable[str]) -> str:
    """A line of a report for people, with its end."""
    return ",".join([safe(text) for text in cells]) + "\r\n"
