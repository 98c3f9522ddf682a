"""Codes are unique, named, and explained with examples."""

import re
from collections import Counter

import pytest

from smtrain.diagnostics import Rule
from tests.house.checkout import modules


def declared() -> list[Rule]:
    """Every rule that is a constant of a module, once, however often it is imported."""
    found = {id(value): value for m in modules() for value in vars(m).values() if isinstance(value, Rule)}
    return sorted(found.values(), key=lambda rule: rule.code)


RULES = declared()


def test_codes_and_names_are_unique() -> None:
    """A code is never given twice, nor a name."""
    counted = Counter(rule.code for rule in RULES) + Counter(rule.name for rule in RULES)
    assert counted
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_can_be_looked_up_and_understood(rule: Rule) -> None:
    """The code's form, a name that reads well after "allow", a reason, and both examples."""
    assert re.fullmatch(r"SM[0-9]{3}", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.reason.endswith(".")
    if not rule.code.startswith("SM0"):  # the environment: no text of an author is good or bad
        assert re.search(r"^Bad( \(.*\))?::$", rule.explanation, re.MULTILINE), "no bad example"
        assert re.search(r"^Good( \(.*\))?::$", rule.explanation, re.MULTILINE), "no good example"
