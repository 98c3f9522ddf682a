"""What is wrong in a roster, row by row: all of it is kept, and the first few of each sort are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from smtrain.diagnostics import Finding, Rule, Span

MOST = 5
"""How many findings of one rule are shown; a file lists them all."""


class Issue(NamedTuple):
    """One thing wrong in one row. `line` and `column` count from 1; `id` is "" where it is not known."""

    rule: Rule
    line: int
    column: int
    message: str
    mend: str
    id: str


class Issues:
    """Collects what is wrong in one file."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.all: list[Issue] = []
        self.elsewhere: list[Finding] = []

    def add(
        self, rule: Rule, line: int, message: str, *, mend: str = "", column: int = 1, who: str = ""
    ) -> None:
        """Note what is wrong in a line."""
        self.all.append(Issue(rule, line, column, message, mend, who))

    def __iter__(self) -> Iterator[Issue]:
        return iter(self.all)

    def findings(self, *, quiet: bool = False) -> tuple[Finding, ...]:
        """The first few of each rule, and how many more there are.

        `quiet` leaves out the messages, which quote cells, and says the numbers alone.
        """
        many = Counter(issue.rule.code for issue in self.all)
        seen: Counter[str] = Counter()
        found: list[Finding] = list(self.elsewhere)
        for issue in sorted(self.all, key=lambda issue: (issue.line, issue.rule.code)):
            code = issue.rule.code
            seen[code] += 1
            if seen[code] <= (0 if quiet else MOST):
                place = Span.point(self.file, max(1, issue.line), issue.column)
                found.append(Finding(issue.rule, place, issue.message, mend=issue.mend))
            elif seen[code] == (1 if quiet else MOST + 1):
                place = Span.point(self.file, max(1, issue.line), issue.column)
                rest = many[code] - (0 if quiet else MOST)
                words = f"{rest:,} {'row' if rest == 1 else 'rows'}" + ("" if quiet else " more like these")
                found.append(Finding(issue.rule, place, f"{words}: {issue.rule.name.replace('-', ' ')}"))
        return tuple(found)
