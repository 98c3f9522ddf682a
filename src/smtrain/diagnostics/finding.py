"""A finding: a rule that was broken at a place; and the notebook that findings are collected in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from smtrain.diagnostics.rule import Rule
from smtrain.diagnostics.span import Span


class Place(NamedTuple):
    """A second place that helps to understand a finding, with a few words about it."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and how to mend it.

    `message` is one line that can stand alone. `label` is written under the mark, `mend` after
    "help:". `also` are further places that explain the first one.
    """

    rule: Rule
    span: Span
    message: str
    label: str = ""
    mend: str = ""
    also: tuple[Place, ...] = ()


class Notes:
    """Collects findings while a step of the flow goes on past what is wrong."""

    def __init__(self) -> None:
        self._findings: list[Finding] = []

    def add(
        self,
        rule: Rule,
        span: Span,
        message: str,
        *,
        label: str = "",
        mend: str = "",
        also: tuple[Place, ...] = (),
    ) -> None:
        """Note that a rule is broken at a place."""
        self._findings.append(Finding(rule, span, message, label, mend, also))

    def extend(self, findings: tuple[Finding, ...]) -> None:
        """Take over what an earlier step found."""
        self._findings.extend(findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    def findings(self) -> tuple[Finding, ...]:
        """All findings so far, in the order of the source; one in a file read twice is said once."""
        found = dict.fromkeys(self._findings)
        return tuple(sorted(found, key=lambda f: (f.span, f.rule.code, f.message)))
