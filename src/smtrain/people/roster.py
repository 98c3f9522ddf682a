"""A table of cells → people: only the columns that are needed, tidied, and what is wrong noted row by row."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from itertools import islice

from smtrain.people.columns import LOOKED_AT, find_columns, header_at, score
from smtrain.people.person import Roster
from smtrain.people.reading import Reading
from smtrain.people.rosters import find
from smtrain.people.rules_file import UNKNOWN_FORMAT
from smtrain.people.table import Source, Table


def read_roster(source: Source, needed: frozenset[str]) -> Roster | None:
    """Read a roster in whichever format it is. `needed` are the fields that rules ask for.

    None when the file as a whole cannot be used. What is wrong is in the source's issues.
    """
    form = find(source)
    if form is None:
        source.issues.add(
            UNKNOWN_FORMAT,
            1,
            "this is no CSV, XLSX, SCIM JSON, OneRoster ZIP or LDIF file",
            mend="export the roster again, best as CSV UTF-8",
        )
        return None
    table = form.read(source)
    if table is None:
        return None
    try:
        return _read(table, source, needed)
    except csv.Error as error:
        table.fault(error)
        return None
    finally:
        table.release()


def _read(table: Table, source: Source, needed: frozenset[str]) -> Roster | None:
    first, lines = _peek(table)
    at = 0 if table.fixed and first else header_at(first, source.shape, table.columns, source.issues)
    if at is None:
        return None
    header = [cell.strip() for cell in first[at]]
    places = find_columns(header, lines[at], source.shape, table.columns, needed, source.issues)
    if places is None:
        return None
    notices = list(table.notices)
    if lines[at] > 1 and not table.fixed:
        notices.append(f"{source.name}: the columns are named in line {lines[at]}")
    below = at + 1
    if not table.fixed and below < len(first) and score(first[below], source.shape, table.columns) >= 3:
        notices.append(f"{source.name}: line {lines[below]} names the columns once more and was passed over")
        below += 1
    reading = Reading(source, table, places, len(header))
    if not reading.take(first[below:], lines[below:]) or not reading.take_rest():
        return None
    return reading.finish(tuple(notices))


def _peek(table: Table) -> tuple[list[Sequence[str]], list[int]]:
    """The first rows with their lines."""
    first: list[Sequence[str]] = []
    lines: list[int] = []
    for row in islice(table.rows, 1 if table.fixed else LOOKED_AT):
        first.append(row)
        lines.append(table.place.line_num + table.skipped)
    return first, lines
