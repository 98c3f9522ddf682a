"""Several rows with one id: one person in several positions, a row said twice, or two people."""

from __future__ import annotations

from collections.abc import Sequence

from smtrain.people.cells import IDENTITY, label
from smtrain.people.issues import Issues
from smtrain.people.rules_row import SAME_ID, SAME_ROW
from smtrain.people.values import BETWEEN, fold, parts

ONE_VALUE = ("status", "hire_date", "role_start", "end_date", "language", "lms_id")
"""Fields of which a person has one, in however many positions."""


def put_together(
    ident: str,
    rows: Sequence[int],
    people: Sequence[tuple[str, ...]],
    lines: Sequence[int],
    fields: Sequence[str],
    issues: Issues,
) -> tuple[str, ...] | None:
    """The one person of several rows, with the values of all; None when they are not one.

    Positions are put together only where HR has mapped a column for them.
    """
    group = [people[row] for row in rows]
    where = " and ".join(f"line {lines[row]}" for row in rows[:3])
    if len(set(group)) == 1:
        for row in rows[1:]:
            issues.add(SAME_ROW, lines[row], f"{ident} is listed twice, with the same values: {where}",
                       mend="leave one of the rows out", who=ident)  # fmt: skip
        return group[0]
    differ = [
        name
        for at, name in enumerate(fields)
        if len({fold(person[at]) for person in group}) > 1
        and (name in IDENTITY or name in ONE_VALUE or "positions" not in fields)
    ]
    if not differ:
        return tuple(
            BETWEEN.join(dict.fromkeys(part for person in group for part in parts(person[at])))
            if name not in IDENTITY and name not in ONE_VALUE
            else group[0][at]
            for at, name in enumerate(fields)
        )
    words = ", ".join(label(name) for name in differ[:3])
    several = (
        ""
        if any(name in IDENTITY for name in differ)
        else "; map a column to positions if this is one person with several"
    )
    for row in rows:
        issues.add(
            SAME_ID,
            lines[row],
            f"{ident} stands in {where}, but these differ: {words}",
            mend=f"give each person an id of their own{several}",
            who=ident,
        )
    return None
