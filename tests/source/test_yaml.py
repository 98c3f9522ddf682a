"""YAML with places, and YAML that goes too far."""

from __future__ import annotations

from typing import Any

import pytest

from smtrain.diagnostics import Finding, Notes
from smtrain.source.file import SourceFile
from smtrain.source.yaml import Yaml, load
from tests.marks import cut, tidy, unmark


def read(text: str) -> tuple[Yaml | None, tuple[Finding, ...]]:
    """What a text says and what is wrong with it."""
    notes = Notes()
    return load(SourceFile("a.yaml", text), notes), notes.findings()


def value(text: str) -> Any:
    """What a text says, which has no mistakes."""
    yaml, findings = read(tidy(text))
    assert findings == ()
    assert yaml is not None
    return yaml.value


def test_yaml_is_version_1_2() -> None:
    """`no`, `on`, `1:30`, dates and numbers that begin with a zero are text, and so is a number in quotes."""
    text = 'a: no\nb: on\nc: 1:30\nd: "1.10"\ne: 012\nf: 2026-01-01\n'
    assert value(text) == {
        "a": "no",
        "b": "on",
        "c": "1:30",
        "d": "1.10",
        "e": "012",
        "f": "2026-01-01",
    }


def test_values_have_their_types() -> None:
    """Numbers, true and false, nothing, lists and names with values."""
    assert value("a: 1\nb: 0x10\nc: 1.5\nd: true\ne: ~\nf:\ng: [1, x]\nh: {i: j}\n") == {
        "a": 1,
        "b": 16,
        "c": 1.5,
        "d": True,
        "e": None,
        "f": None,
        "g": [1, "x"],
        "h": {"i": "j"},
    }


def test_keys_and_values_have_places() -> None:
    """Also in lists, and behind characters of more than one byte."""
    source = SourceFile("a.yaml", "é: 😀 # why\nfiles: [one, 'two words']\ndeep:\n  - x: y\n")
    yaml = load(source, Notes())
    assert yaml is not None
    assert cut(source.lines, yaml.span(("é",), key=True)) == "é"
    assert cut(source.lines, yaml.span(("é",))) == "😀"
    assert cut(source.lines, yaml.span(("files", 1))) == "'two words'"
    assert cut(source.lines, yaml.span(("deep", 0, "x"))) == "y"


def test_what_is_not_there_has_the_place_of_what_is_around_it() -> None:
    """The name of the settings it would belong to, or the first line."""
    source = SourceFile("a.yaml", "audience:\n  role: {values: [a]}\n")
    yaml = load(source, Notes())
    assert yaml is not None
    assert cut(source.lines, yaml.span(("audience", "role", "default"))) == "role"
    assert yaml.span(("title",)).line == 1


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM114", "title: Privacy«»: the basics\n"),
        ("SM114", "id: a\n«»\ttitle: b\n"),
        ("SM114", "a: [b\n«»"),
        ("SM114", 'a: "b«»'),
        ("SM114", "a: «»*nothing\n"),
        ("SM114", "«-» a\n- b\n"),
        ("SM114", "«hello»\n"),
        ("SM114", 'title: «"a\\0b"»\n'),
        ("SM114", 'title: «"\\ud800"»\n'),
        ("SM115", "a: 1\nb: 2\n«a»: 3\n"),
        ("SM115", "a: {b: 1, «b»: 2}\n"),
    ],
)
def test_what_is_no_yaml_is_found_at_its_place(code: str, marked: str) -> None:
    """With a way to mend it."""
    source = unmark(marked)
    findings = read(source.text)[1]
    assert [(finding.rule.code, finding.span[1:]) for finding in findings] == [(code, source.main[0])]
    assert findings[0].mend


def test_an_empty_text_says_nothing() -> None:
    """Comments and blank lines too."""
    assert value("") == value("# nothing\n\n") == {}


def test_an_alias_stands_for_its_anchor() -> None:
    """Anchors are part of YAML, as long as they end."""
    assert value("a: &x [1, 2]\nb: *x\n") == {"a": [1, 2], "b": [1, 2]}
    assert value("a: &x 1\nb: &x 2\nc: *x\n") == {"a": 1, "b": 2, "c": 2}


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a]\n",
        "a: &a {b: *a}\n",
        "a: &a {<<: *a}\n",
        "a: " + "[" * 50 + "]" * 50 + "\n",
        "a: " + "[" * 5_000 + "]" * 5_000 + "\n",
        "a: " + "{b: " * 5_000 + "}" * 5_000 + "\n",
        "".join(" " * depth + "a:\n" for depth in range(100)),
        "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 15)),
        "a0: &a0 {x: y}\n" + "".join(f"a{n}: &a{n} {{b: *a{n - 1}, c: *a{n - 1}}}\n" for n in range(1, 30)),
    ],
    ids="circle,circle of names,merged,deep,deeper,deep names,indented,bomb,bomb of names".split(","),
)
def test_settings_without_end_are_refused(text: str) -> None:
    """Circles, depth, and aliases that multiply: one finding, and no value."""
    yaml, findings = read(text)
    assert yaml is None
    assert [finding.rule.code for finding in findings] == ["SM114"]


@pytest.mark.parametrize(
    "text",
    [
        "a: !!python/object/apply:os.abort []\n",
        "a: !own x\n",
        "a: !!int x\n",
        "a: !!binary x\n",
        "? [a]\n: b\n",
    ],
)
def test_tags_make_nothing(text: str) -> None:
    """A tag never builds an object; the text is taken as it is written."""
    assert isinstance(value(text), dict)


def test_a_very_long_number_is_no_trouble() -> None:
    """Python refuses to read more than 4,300 digits; the author's text is kept."""
    assert value("a: " + "9" * 5_000) == {"a": "9" * 5_000}
