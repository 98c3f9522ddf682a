"""Variables: declared, given a value, used in each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.model.text import plain
from smtrain.workflow.check import Checked, check
from tests.marks import Desk, said

COURSE = """
title: Course
variables:
  company.name: {required: true, example: Example Ltd}
  disclosure.tag: {default: "I work for {{ company.name }}"}
  signature: "{{ disclosure.tag }}."
"""
TEXT = "## Page\n\n{{ signature }} {{ company.name }}\n"


def words(checked: Checked) -> str:
    """The text of the first page."""
    assert checked.course
    return plain(next(checked.course.modules[0].pages()).blocks)


def places(checked: Checked) -> list[str]:
    """What was found where."""
    return [f"{f.rule.code} {Path(f.span.file).name}:{f.span.line}:{f.span.column}" for f in checked.findings]


def test_examples_stand_in_until_a_company_gives_its_words(desk: Desk) -> None:
    """And the check says so."""
    checked = check(desk.write(TEXT, {"course.yaml": COURSE}))
    assert words(checked) == "I work for Example Ltd. Example Ltd"
    assert len(checked.notices) == 1


def test_a_company_gives_its_words(desk: Desk) -> None:
    """In the file beside the course, or in another one; defaults use them."""
    path = desk.write(TEXT, {"course.yaml": COURSE, "company.yaml": "company.name: Bee\n"})
    assert (words(check(path)), check(path).notices) == ("I work for Bee. Bee", ())
    other = path / "other.yaml"
    other.write_text("company.name: Fly\ndisclosure.tag: 'Hi from {{ company.name }}'\n", "utf-8")
    assert words(check(path, company=other)) == "Hi from Fly. Fly"


def test_a_required_value_that_a_company_leaves_out(desk: Desk) -> None:
    """Examples no longer stand in."""
    path = desk.write(TEXT, {"course.yaml": COURSE, "company.yaml": "disclosure.tag: Hi\n"})
    assert places(check(path)) == ["SM504 course.yaml:6:3"]
    assert check(path).findings[0].mend == 'write "company.name: …" into company.yaml'


def test_a_required_value_without_an_example(desk: Desk) -> None:
    """Is missing from the start."""
    path = desk.write(TEXT, {"course.yaml": COURSE.replace(", example: Example Ltd", "")})
    assert places(check(path)) == ["SM504 course.yaml:6:3"]


def test_a_value_that_nothing_declares(desk: Desk) -> None:
    """At its place in the company's file, with the nearest name."""
    path = desk.write(TEXT, {"course.yaml": COURSE, "company.yaml": "company.name: Bee\ncompany.nmae: Bee\n"})
    assert places(check(path)) == ["SM503 company.yaml:2:1"]
    assert check(path).findings[0].mend == 'did you mean "company.name"?'


def test_a_module_may_declare_variables_of_its_own(desk: Desk) -> None:
    """Over those of the course; a company gives them values as well."""
    text = (
        "---\nid: example\ntitle: E\nlanguage: en\n"
        "variables: {signature: 'By {{ company.name }}', hours: {required: true, example: '24'}}\n---\n\n"
        "## Page\n\n{{ signature }}, {{ hours }}\n"
    )
    path = desk.write(text, {"course.yaml": COURSE})
    assert words(check(path)) == "By Example Ltd, 24"
    (path / "company.yaml").write_text("company.name: Bee\nhours: '12'\n", "utf-8")
    assert (words(check(path)), said(check(path).findings)) == ("By Bee, 12", [])
    assert said(check(path / "example").findings) == []
    (path / "company.yaml").write_text("company.name: Bee\n", "utf-8")
    assert places(check(path)) == ["SM504 module.md:5:49"]


def test_a_module_alone_has_a_company_file_too(desk: Desk) -> None:
    """Beside its own file."""
    path = desk.write("---\nid: e\ntitle: E\nlanguage: en\nvariables: {a: b}\n---\n\n## Page\n\n{{ a }}\n")
    (path / "company.yaml").write_text("a: Bee\nc: d\n", "utf-8")
    assert words(check(path)) == "Bee"
    assert places(check(path)) == ["SM503 company.yaml:2:1"]


def test_a_broken_company_file_says_so_and_nothing_else(desk: Desk) -> None:
    """The examples stand in, so that no value is missed."""
    path = desk.write(TEXT, {"course.yaml": COURSE, "company.yaml": "company.name: a: b\n"})
    assert places(check(path)) == ["SM114 company.yaml:1:16"]


@pytest.mark.parametrize(
    ("variables", "names"),
    [
        ('{a: "{{ a }}"}', ["a"]),
        ('{a: "{{ b }}", b: "{{ a }}"}', ["a", "b"]),
        ('{a: "{{ b }}", b: "{{ b }}"}', ["b"]),
        (
            "{"
            + ", ".join(f'v{n}: "{{{{ v{(n + 1) % 30} }}}}{{{{ v{(n + 1) % 30} }}}}"' for n in range(30))
            + "}",
            None,
        ),
    ],
)
def test_variables_in_a_circle(desk: Desk, variables: str, names: list[str] | None) -> None:
    """Those in it are named, not those that only use one."""
    findings = desk.check(
        f"---\nid: e\ntitle: E\nlanguage: en\nvariables: {variables}\n---\n\n## Page\n\nText\n"
    )
    assert {finding.rule.code for finding in findings} == {"SM509"}
    named = [finding.message.split('"')[1] for finding in findings]
    assert len(named) == 30 if names is None else named == names


def test_a_long_chain_of_variables_is_followed(desk: Desk) -> None:
    """In any order of declaration."""
    chain = [f'v{n}: "{{{{ v{n - 1} }}}}"' for n in range(1, 1500)]
    for lines in (["v0: end", *chain], [*reversed(chain), "v0: end"]):
        settings = "".join(f"  {line}\n" for line in lines)
        text = (
            f"---\nid: e\ntitle: E\nlanguage: en\nvariables:\n{settings}---\n\n## Page\n\n{{{{ v1499 }}}}\n"
        )
        assert words(check(desk.write(text))) == "end"


def test_variables_that_multiply_are_stopped(desk: Desk) -> None:
    """Fifteen levels of ten uses each would fill the memory of any machine."""
    lines = ["v0: lol"] + [f"v{n}: '{f'{{{{ v{n - 1} }}}}' * 10}'" for n in range(1, 15)]
    settings = "".join(f"  {line}\n" for line in lines)
    findings = desk.check(
        f"---\nid: e\ntitle: E\nlanguage: en\nvariables:\n{settings}---\n\n## Page\n\nText\n"
    )
    assert said(findings) == ['SM118 the value of "v4" has more than 5,000 characters']


@pytest.mark.parametrize(("value", "code"), [("{{ nobody }}", "SM503"), ("{{ learner.name }}", "SM508")])
def test_what_a_value_uses_has_to_be_known(desk: Desk, value: str, code: str) -> None:
    """By the build, not by the player."""
    findings = desk.check(
        f'---\nid: e\ntitle: E\nlanguage: en\nvariables: {{a: "{value}"}}\n---\n\n## Page\n\nText\n'
    )
    assert [finding.rule.code for finding in findings] == [code]


def test_what_is_built_in(desk: Desk) -> None:
    """The language and the module's title."""
    module = desk.module("## Page\n\n{{ language }} {{ module.title }}\n")
    assert plain(next(module.pages()).blocks) == "en Example"
