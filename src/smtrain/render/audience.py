"""Conditions in words, for readers: who a text is for."""

from __future__ import annotations

from smtrain.model.audience import Condition, Test
from smtrain.render.templates import Words


def for_whom(condition: Condition, words: Words) -> str:
    """Who a condition means, such as "For manager, hr; not us"; "For everyone else" if turned round."""
    if condition.otherwise:
        return words["page.for-others"]
    return words["page.for"].format(who="; ".join(_one(test, words) for test in condition.tests))


def _one(test: Test, words: Words) -> str:
    parts = [_values(test.allowed)] if test.allowed else []
    if test.excluded:
        parts.append(words["page.not-for"].format(who=_values(test.excluded)))
    return ", ".join(parts)


def _values(values: tuple[str, ...]) -> str:
    return ", ".join(value.replace("-", " ") for value in values)
