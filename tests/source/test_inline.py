"""Marks inside running text."""

from __future__ import annotations

from typing import TypeVar

import pytest

from smtrain.diagnostics import Notes
from smtrain.model.audience import Condition
from smtrain.model.node import Node, walk
from smtrain.model.text import (
    Code,
    Emphasis,
    Gap,
    LineBreak,
    Link,
    Passage,
    Picture,
    Strike,
    Text,
    Variable,
    plain,
)
from smtrain.source.file import decode
from smtrain.source.tree import parse
from tests.marks import unmark

Kind = TypeVar("Kind", bound=Node)


def nodes(text: str) -> list[Node]:
    """All nodes of a text that has no mistakes."""
    notes = Notes()
    found = list(walk(parse(decode("module.md", text.encode(), notes), notes).blocks))
    assert [finding.message for finding in notes.findings()] == []
    return found


def one(text: str, kind: type[Kind]) -> Kind:
    """The one node of a kind."""
    (found,) = (node for node in nodes(text) if isinstance(node, kind))
    return found


def test_emphasis_and_struck_words() -> None:
    """One star stresses, two are strong, two tildes strike out."""
    assert not one("*a*", Emphasis).strong
    assert one("**a**", Emphasis).strong
    assert plain(one("~~a~~", Strike).inlines) == "a"


def test_code_is_taken_as_it_is() -> None:
    """No mark works inside backticks."""
    assert one("`**a** {{ b }} [[c]] <b>`", Code).value == "**a** {{ b }} [[c]] <b>"


def test_a_line_break_is_hard_with_two_spaces_or_a_backslash() -> None:
    """A plain end of line is not."""
    breaks = [node.hard for node in nodes("a\nb  \nc\\\nd") if isinstance(node, LineBreak)]
    assert breaks == [False, True, True]


@pytest.mark.parametrize(
    ("text", "href", "title", "words"),
    [
        ("[a *b*](#c)", "#c", "", "a b"),
        ('[a](https://example.org "T")', "https://example.org", "T", "a"),
        ("<https://example.org>", "https://example.org", "", "https://example.org"),
        ("<kim@example.org>", "mailto:kim@example.org", "", "kim@example.org"),
        ("https://example.org", "https://example.org", "", "https://example.org"),
        ("[a](mailto:{{press.mail}})", "mailto:{{press.mail}}", "", "a"),
        ("[a](https://example.org/{{x}}/y)", "https://example.org/{{x}}/y", "", "a"),
    ],
)
def test_links(text: str, href: str, title: str, words: str) -> None:
    """In brackets, in angle brackets, and bare; a variable may stand in the target."""
    link = one(text, Link)
    assert (link.href, link.title, plain(link.inlines)) == (href, title, words)


@pytest.mark.parametrize("text", ["Open module.md.", "Write to nobody@example, or see e.g. x.org/y."])
def test_names_of_files_are_no_links(text: str) -> None:
    """Only what is surely an address becomes a link by itself."""
    assert not [node for node in nodes(text) if isinstance(node, Link)]


@pytest.mark.parametrize(
    ("text", "picture"),
    [
        ("![a *b* `c`](d.png)", ("d.png", "a b c", "", False, 0)),
        ('![a](d.png "e")', ("d.png", "a", "e", False, 0)),
        ("![](d.png){decorative}", ("d.png", "", "", True, 0)),
        ("![a](d.png){width=80%}", ("d.png", "a", "", False, 80)),
        ("![{{ x }}](d.png)", ("d.png", "{{x}}", "", False, 0)),
        ("![a](<our team.png>)", ("our team.png", "a", "", False, 0)),
        ("![a](größe.png)", ("größe.png", "a", "", False, 0)),
        ("![a](50%25.png)", ("50%.png", "a", "", False, 0)),
        ("![a](media/{{x}}.png)", ("media/{{x}}.png", "a", "", False, 0)),
    ],
)
def test_pictures(text: str, picture: tuple[str, str, str, bool, int]) -> None:
    """The path as it is on disk, the words, the caption and the attributes."""
    found = one(text, Picture)
    assert (found.src, found.alt, found.caption, found.decorative, found.width) == picture


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("[[a]]", ("a",)),
        ("[[ a | b ]]", ("a", "b")),
        ("[[a\\|b|c]]", ("a|b", "c")),
        ("[[]]", ("",)),
        ("[[a|]]", ("a", "")),
    ],
)
def test_gaps(text: str, answers: tuple[str, ...]) -> None:
    """Answers are split at bars; an escaped bar is one of the answer."""
    assert one(text, Gap).answers == answers


def test_the_bar_of_a_gap_is_escaped_in_a_table() -> None:
    """There it would end the cell."""
    assert one("| a |\n| - |\n| [[b\\|c]] |", Gap).answers == ("b", "c")


@pytest.mark.parametrize("text", ["[[a\nb]]", "\\[[a]]", "[a]", "[[a"])
def test_what_is_no_gap(text: str) -> None:
    """A gap is on one line, closed and not escaped."""
    assert not [node for node in nodes(text) if isinstance(node, Gap)]


@pytest.mark.parametrize("text", ["{{a}}", "{{ a.b-c.d_1 }}", "{{\ta }}"])
def test_variables(text: str) -> None:
    """Words joined by dots, with or without spaces."""
    assert one(text, Variable).name == text.strip("{} \t")


@pytest.mark.parametrize("text", ["\\{{ a }}", "`{{ a }}`", "{ a }", "{\\{ a }}"])
def test_what_is_no_variable(text: str) -> None:
    """Escaped braces, code and single braces are text."""
    assert not [node for node in nodes(text) if isinstance(node, Variable)]


def keys(condition: Condition | None) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """The tests of a condition, without their places."""
    assert condition
    return [(test.key, test.allowed, test.excluded) for test in condition.tests]


def test_a_passage_has_a_language_or_a_condition() -> None:
    """`lang` is a language; other keys are about the reader; `!` excludes."""
    foreign = one("[Grüß *dich*]{lang=de}", Passage)
    assert (foreign.lang, foreign.condition) == ("de", None)
    assert plain(foreign.inlines) == "Grüß dich"
    some = one("[a]{role=hr,!manager region=eu}", Passage)
    assert keys(some.condition) == [("role", ("hr",), ("manager",)), ("region", ("eu",), ())]


def test_a_passage_for_readers_of_other_languages() -> None:
    """With `!` a language is a condition."""
    passage = one("[a]{lang=!de}", Passage)
    assert passage.lang == ""
    assert keys(passage.condition) == [("lang", (), ("de",))]


def test_a_passage_may_hold_marks_and_links() -> None:
    """And passages."""
    found = nodes("[a **b** [c](#d) [e]{lang=de}]{role=hr}")
    assert [type(node) for node in found if isinstance(node, Passage | Link | Emphasis)] == [
        Passage,
        Emphasis,
        Link,
        Passage,
    ]


def test_escapes_and_entities_are_characters() -> None:
    """As CommonMark has them."""
    assert plain(nodes("\\*a\\* &amp; &#228; \\& \\<b\\>")[:1]) == "*a* & ä & <b>"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM105", "[text]{role=manager «ü»}"),
        ("SM106", "[text]{role=a «role=b»}"),
        ("SM107", "[text]{«#id»}"),
        ("SM107", "[text]{«.big»}"),
        ("SM107", "[text]{«loud»}"),
        ("SM109", "Write to «{{» press email }}."),
        ("SM109", "Write to «{{» press"),
        ("SM215", "![a](b.png){«size=80%»}"),
        ("SM215", "![a](b.png){«width=0%»}"),
        ("SM215", "![a](b.png){«width=101%»}"),
        ("SM215", "![a](b.png){«decorative=no»}"),
        ("SM505", "[a](mailto:«{{ press.mail }}»)"),
        ("SM505", "[a](https://example.org/«{{x }}»)"),
    ],
)
def test_a_slip_in_a_mark_is_found_at_its_place(code: str, marked: str) -> None:
    """The rule, the exact characters, and a way to mend it."""
    source = unmark(marked)
    notes = Notes()
    parse(decode("module.md", source.text.encode(), notes), notes)
    findings = [finding for finding in notes.findings() if finding.rule.code == code]
    assert tuple(finding.span[1:] for finding in findings) == source.main, list(notes)
    assert all(finding.mend for finding in findings)


def test_text_knows_that_it_is_text() -> None:
    """Unpaired marks are shown as they are."""
    (text,) = (node for node in nodes("a * b _ c ] d } e | f ~ g") if isinstance(node, Text))
    assert text.value == "a * b _ c ] d } e | f ~ g"
