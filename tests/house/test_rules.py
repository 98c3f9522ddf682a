"""Codes are unique, named, and explained with examples that are true."""

from __future__ import annotations

import re
import shlex
from collections import Counter
from pathlib import Path

import pytest

from smtrain.diagnostics import Rule
from smtrain.workflow.explain import SUBJECTS, Example, all_rules, take_apart
from tests.workbench import (
    advice,
    examples,
    findings,
    is_about_people,
    people_findings,
    run,
    write_course,
    write_people,
)

RULES = all_rules()
EXAMPLES = examples()
NAMES = [f"{rule.code}-{'bad' if example.bad else 'good'}" for rule, example in EXAMPLES]


def test_codes_and_names_are_unique() -> None:
    """A code is never given twice, nor a name."""
    counted = Counter(rule.code for rule in RULES) + Counter(rule.name for rule in RULES)
    assert counted
    assert [word for word, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
def test_a_rule_can_be_looked_up_and_understood(rule: Rule) -> None:
    """The code's form, a name that reads well after "allow", a reason, and both examples."""
    assert re.fullmatch(r"SM[0-9]{3}", rule.code)
    assert rule.code[:3] in SUBJECTS
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    assert rule.reason.endswith(".")
    assert {example.bad for example in take_apart(rule.explanation).examples} == {True, False}


@pytest.mark.parametrize(("rule", "example"), EXAMPLES, ids=NAMES)
def test_an_example_is_true(
    rule: Rule,
    example: Example,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is called bad is found by the real check or build; what is called good has no finding at all.

    Examples are no lessons, so only those of advice are held to the advice as well.
    """
    monkeypatch.chdir(tmp_path)
    if example.commands:
        assert run(["new", "course"]) == 0
        write_people(tmp_path, example.files, example.encoding)
        said = commanded(example, capsys)
        assert (f"[{rule.code}]" in said) == example.bad, said
        return
    if is_about_people(example.files):
        found = people_findings(tmp_path, example.files, example.encoding)
    elif rule.severity == "advice":
        found = advice(write_course(tmp_path, example.files, example.encoding))
    else:
        found = findings(write_course(tmp_path, example.files, example.encoding), tmp_path / "dist")
    if example.bad:
        assert rule.code in {finding.rule.code for finding in found}
    else:
        assert [(finding.rule.code, finding.message) for finding in found] == []


def commanded(example: Example, capsys: pytest.CaptureFixture[str]) -> str:
    """What the example's commands say; all but a bad one's last must work."""
    for number, command in enumerate(example.commands, 1):
        capsys.readouterr()
        program, *words = shlex.split(command)
        assert program == "smtrain"
        status = run(words)
        assert bool(status) == (example.bad and number == len(example.commands))
    return "".join(capsys.readouterr())
