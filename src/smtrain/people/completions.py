"""What people have completed: a CSV with id, track and day, from an LMS or from HR's own list of certificates."""

from __future__ import annotations

import csv
from collections.abc import Mapping

from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.dates import DateRefused, read_date
from smtrain.people.fields import NAMES, plain
from smtrain.people.issues import Issues
from smtrain.people.policy import Policy
from smtrain.people.rules_run import COMPLETION
from smtrain.people.values import tidy

_COLUMNS = {"id": {*NAMES["id"], "personid"}, "track": {"track"}, "day": {"completedon", "completed", "date"}}


def read_completions(text: str, policy: Policy, issues: Issues) -> Mapping[str, list[tuple[str, str]]]:
    """For each id the tracks completed with their days. What cannot be used is noted and left out."""
    rows = csv.reader(text.splitlines())
    header = [plain(cell) for cell in next(rows, [])]
    places = {
        name: next((at for at, cell in enumerate(header) if cell in names), None)
        for name, names in _COLUMNS.items()
    }
    found: dict[str, list[tuple[str, str]]] = {}
    if None in places.values():
        lacks = ", ".join(name for name, at in places.items() if at is None)
        issues.add(
            COMPLETION, 1, f"there is no column for: {lacks}", mend="name the columns id, track, completed_on"
        )
        return found
    for row in rows:
        if not any(row):
            continue
        line = rows.line_num
        ident, track, day = (
            tidy(row[at]) if at is not None and len(row) > at else "" for at in places.values()
        )
        if not ident:
            issues.add(COMPLETION, line, "the line has no id", mend="add it")
        elif track not in policy.tracks:
            issues.add(
                COMPLETION,
                line,
                f'there is no track "{track}"',
                mend=did_you_mean(track, policy.tracks),
                who=ident,
            )
        else:
            try:
                when = read_date(day, policy.shape.date_format).isoformat()
            except DateRefused as refused:
                issues.add(
                    COMPLETION,
                    line,
                    f"the day of completion: {refused}",
                    mend="write it as 2026-03-01",
                    who=ident,
                )
                continue
            found.setdefault(ident, []).append((track, when))
    return found
