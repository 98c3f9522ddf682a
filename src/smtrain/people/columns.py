"""Which column is which field: by HR's mapping, by the format's own names, or by names that are usual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.fields import FIELDS, NAMES, forbidden, plain
from smtrain.people.issues import Issues
from smtrain.people.rules_file import AMBIGUOUS_COLUMN, HEADER, MISSING_COLUMN
from smtrain.people.table import Shape

ALWAYS = ("id", "lms_id", "username", "email", "given", "family", "status")
"""Read whenever they are there; all other fields only when HR maps them or a rule asks for them."""

LOOKED_AT = 20
"""Rows among which the header is looked for: exports put titles above it."""


def score(row: Sequence[str], shape: Shape, columns: Mapping[str, tuple[str, ...]]) -> int:
    """How many fields a row of names has; 0 for a row that cannot be the header.

    It has a person's id, and a second field.
    """
    names = {plain(cell) for cell in row if cell}
    found = {
        field
        for field in {*FIELDS, *shape.columns}
        if any(plain(name) in names for name in _asked(field, shape, columns))
        or names & {*NAMES.get(field, ())}
    }
    return len(found) if "id" in found and len(found) > 1 else 0


def header_at(
    rows: Sequence[Sequence[str]], shape: Shape, columns: Mapping[str, tuple[str, ...]], issues: Issues
) -> int | None:
    """Which of the first rows names the columns; None when none does."""
    marks = [score(row, shape, columns) for row in rows[:LOOKED_AT]]
    if not marks or max(marks) == 0:
        issues.add(
            HEADER,
            1,
            f"none of the first {LOOKED_AT} lines names a column for the id and one more that is known",
            mend='say what the columns are called: roster: {columns: {id: "…", username: "…"}}',
        )
        return None
    return marks.index(max(marks))


def find_columns(
    header: Sequence[str],
    line: int,
    shape: Shape,
    columns: Mapping[str, tuple[str, ...]],
    needed: frozenset[str],
    issues: Issues,
) -> dict[str, int] | None:
    """The column, from 0, of each field that is to be read. None when one is missing or cannot be told.

    `needed` are the fields that rules ask for. Columns that no field needs are not read at all.
    """
    places: dict[str, list[int]] = {}
    for index, cell in enumerate(header):
        if cell and not forbidden(cell):
            places.setdefault(plain(cell), []).append(index)
    found: dict[str, int] = {}
    sound = True
    for field in [*FIELDS, *sorted(set(shape.columns) - set(FIELDS))]:
        asked = _asked(field, shape, columns)
        if field not in ALWAYS and field not in needed and field not in shape.columns:
            continue
        hits = next((places[plain(name)] for name in asked if plain(name) in places), None)
        if hits is None and field not in shape.columns:
            hits = [index for name in NAMES.get(field, ()) for index in places.get(name, ())]
        if not hits:
            if field in shape.columns or field in needed or field == "id":
                sound = False
                _missing(field, header, line, shape, issues)
        elif len(hits) > 1:
            sound = False
            names = " and ".join(f'column {index + 1} "{header[index]}"' for index in sorted(hits)[:3])
            issues.add(
                AMBIGUOUS_COLUMN,
                line,
                f'{names} could all be the field "{field}"'
                if len(hits) > 2
                else f'{names} could both be the field "{field}"',
                mend=f'say which one: roster: {{columns: {{{field}: "{header[hits[0]]}"}}}}',
            )
        else:
            found[field] = hits[0]
    if sound and not found.keys() & {"username", "email"}:
        sound = False
        issues.add(
            MISSING_COLUMN,
            line,
            "there is no column for a login or an e-mail address",
            mend='name one: roster: {columns: {username: "…"}}',
        )
    return found if sound else None


def _asked(field: str, shape: Shape, columns: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return shape.columns.get(field) or columns.get(field, ())


def _missing(field: str, header: Sequence[str], line: int, shape: Shape, issues: Issues) -> None:
    names = [cell for cell in header if cell and not forbidden(cell)]
    if field in shape.columns:
        wanted = " or ".join(f'"{name}"' for name in shape.columns[field])
        words = f'there is no column {wanted}, which the rules file names for "{field}"'
        near = did_you_mean(shape.columns[field][0], names) or did_you_mean(
            shape.columns[field][0].lower(), [name.lower() for name in names]
        )
    else:
        words = f'there is no column for "{field}", which is needed'
        near = did_you_mean(field.replace("_", " "), [name.lower() for name in names])
    issues.add(MISSING_COLUMN, line, words, mend=near or f'name it: roster: {{columns: {{{field}: "…"}}}}')
