"""Conditions in words, for readers: who a text is for."""

from __future__ import annotations

from collections.abc import Mapping

from smtrain.model.audience import Condition, Test
from smtrain.render.words import Words

Names = Mapping[tuple[str, str], str]
"""The author's words for values of audience keys."""


def for_whom(condition: Condition, words: Words, names: Names) -> str:
    """Who a condition means, such as "For manager, HR; not us"; "For everyone else" if turned round."""
    if condition.otherwise:
        return words.say("page.for-others")
    tests = (_one(test, words, names) for test in condition.tests)
    return words.say("page.for", who=words.join("page.semicolon", tests))


def _one(test: Test, words: Words, names: Names) -> str:
    def say(values: tuple[str, ...]) -> str:
        return words.join("page.comma", (names.get((test.key, v), v.replace("-", " ")) for v in values))

    parts = [say(test.allowed)] if test.allowed else []
    if test.excluded:
        parts.append(words.say("page.not-for", who=say(test.excluded)))
    return words.join("page.comma", parts)
