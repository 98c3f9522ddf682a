"""Advice on style and teaching, one function a rule, sorted into files by subject. The folder is the register."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from smtrain.checks.base.check import Check
from smtrain.checks.base.facts import Facts
from smtrain.diagnostics import Finding
from smtrain.model.course import Module
from smtrain.model.node import walk

__all__ = ["advice", "style_checks"]

TOGETHER = frozenset({"SM850", "SM855", "SM861", "SM871", "SM872", "SM890"})
"""Rules about how parts stand together. What some readers get may break them where the whole text does not.

All others look at a sentence, a paragraph or a question by itself; it is the same for all who get it.
"""


@cache
def style_checks() -> tuple[Check, ...]:
    """Every check on style, sorted by its code."""
    found = [
        value
        for module in iter_modules(__path__)
        if not module.ispkg
        for value in vars(import_module(f"{__name__}.{module.name}")).values()
        if isinstance(value, Check)
    ]
    return tuple(sorted(found, key=lambda check: check.rule.code))


def advice(module: Module, facts: Facts) -> tuple[Finding, ...]:
    """What could be better in a module's prose and questions, as far as its course cares (`facts.style`)."""
    known = replace(facts, nodes=tuple(walk(module.lessons)))
    wanted = [
        check
        for check in style_checks()
        if check.rule.code not in facts.style.off and (check.rule.code in TOGETHER or not facts.readers)
    ]
    return tuple(finding for check in wanted for finding in check.find(module, known))
