"""Advice on a module, one function a rule, sorted into files by subject. The folder is the register."""

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

__all__ = ["Facts", "checks", "run"]


@cache
def checks() -> tuple[Check, ...]:
    """Every check, sorted by its code."""
    found = [
        value
        for module in iter_modules(__path__)
        if not module.ispkg
        for value in vars(import_module(f"{__name__}.{module.name}")).values()
        if isinstance(value, Check)
    ]
    return tuple(sorted(found, key=lambda check: check.rule.code))


def run(module: Module, facts: Facts) -> tuple[Finding, ...]:
    """What all checks find in a module."""
    known = replace(facts, nodes=tuple(walk(module.lessons)))
    return tuple(finding for check in checks() for finding in check.find(module, known))
