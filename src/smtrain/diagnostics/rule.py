"""A rule: one thing that can be wrong, with its code, its reason and its examples."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "advice"]
"""An error stops a build, a warning does not. Advice is on how a text teaches; it may be weighed and left."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    `code` never changes. `name` says what the rule finds, so that "allow NAME" reads well.
    `explanation` is what `smtrain explain` prints: a reason, then a "Bad::" and a "Good::" example,
    which the tests run.
    """

    code: str
    name: str
    explanation: str
    severity: Severity = "error"

    @property
    def reason(self) -> str:
        """The first paragraph of the explanation, on one line."""
        return re.sub(r"\s+", " ", self.explanation.split("\n\n", 1)[0]).strip()


def rule(code: str, name: str, explanation: str, severity: Severity = "error") -> Rule:
    """Declare a rule beside the code that reports it; the explanation is written like a docstring."""
    return Rule(code, name, inspect.cleandoc(explanation), severity)
