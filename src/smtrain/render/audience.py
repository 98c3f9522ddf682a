"""Conditions in words, for readers: who a text is for."""

from __future__ import annotations

from smtrain.model.audience import Condition, Test
from smtrain.render.words import Words


def for_whom(condition: Condition, words: Words) -> str:
    """Who a condition means, such as "For manager, hr; not us"; "For everyone else" if turned round."""
    if condition.otherwise:
        return words.say("page.for-others")
    tests = (_one(test, words) for test in condition.tests)
    return words.say("page.for", who=words.join("page.semicolon", tests))


def _one(test: Test, words: Words) -> str:
    parts = [_values(test.allowed, words)] if test.allowed else []
    if test.excluded:
        parts.append(words.say("page.not-for", who=_values(test.excluded, words)))
    return words.join("page.comma", parts)


def _values(values: tuple[str, ...], words: Words) -> str:
    return words.join("page.comma", (value.replace("-", " ") for value in values))
