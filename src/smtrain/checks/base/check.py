"""A check: a rule, and the function that finds where it is broken."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from smtrain.checks.base.facts import Facts
from smtrain.diagnostics import Finding, Place, Rule, Severity, Span
from smtrain.model.course import Module


@dataclass(frozen=True, slots=True)
class Broken:
    """Where a check's rule is broken; the fields are those of a `Finding`."""

    span: Span
    message: str
    mend: str = ""
    also: tuple[Place, ...] = ()


Look = Callable[[Module, Facts], Iterator[Broken]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule and its function; the function's docstring is the rule's explanation."""

    rule: Rule
    look: Look

    def find(self, module: Module, facts: Facts) -> Iterator[Finding]:
        """Where the rule is broken in a module."""
        for broken in self.look(module, facts):
            yield Finding(self.rule, broken.span, broken.message, mend=broken.mend, also=broken.also)


def check(code: str, name: str, severity: Severity = "error") -> Callable[[Look], Check]:
    """Make a check of a function."""

    def make(look: Look) -> Check:
        return Check(Rule(code, name, inspect.cleandoc(look.__doc__ or ""), severity), look)

    return make
