"""Every piece of a text knows the characters it was written with, wherever it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smtrain.diagnostics import Notes
from smtrain.model.node import Inline, Node, walk
from smtrain.model.text import (
    Code,
    Emphasis,
    FootnoteMark,
    Gap,
    LineBreak,
    Link,
    Passage,
    Picture,
    Strike,
    Text,
    Variable,
)
from smtrain.source.attributes import Attributes
from smtrain.source.document import Box, Directive, Entry, Title
from smtrain.source.file import SourceFile, decode
from smtrain.source.tree import parse
from tests.marks import cut

PIECES: tuple[tuple[str, tuple[tuple[type[Node], str], ...]], ...] = (
    ("W", ()),
    ("W \\* W &amp; W", ()),
    ("*W*", ((Emphasis, "*W*"),)),
    ("**W**", ((Emphasis, "**W**"),)),
    ("_W **W** W_", ((Emphasis, "_W **W** W_"), (Emphasis, "**W**"))),
    ("~~W~~", ((Strike, "~~W~~"),)),
    ("`W`", ((Code, "`W`"),)),
    ("[W](https://example.org/W)", ((Link, "[W](https://example.org/W)"),)),
    ("[**W**](#W 'W')", ((Link, "[**W**](#W 'W')"), (Emphasis, "**W**"))),
    ("<https://example.org/W>", ((Link, "<https://example.org/W>"),)),
    ('![W](W.png "W")', ((Picture, '![W](W.png "W")'),)),
    ("![W](W.png){width=30%}", ((Picture, "![W](W.png){width=30%}"),)),
    ("[[W|W]]", ((Gap, "[[W|W]]"),)),
    ("{{ W }}", ((Variable, "{{ W }}"),)),
    ("[W]{lang=de}", ((Passage, "[W]{lang=de}"),)),
    ("[*W* W]{role=W}", ((Passage, "[*W* W]{role=W}"), (Emphasis, "*W*"))),
)
"""Inline text with W for a word, and the nodes it makes, each with its characters."""

WRAPS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: f"   {text}\n  next",
    lambda text: f"before\n{text}",
    lambda text: f"- {text}",
    lambda text: f"* [x] {text} {{#w0}}",
    lambda text: f"-\t{text}",
    lambda text: f"1. one\n2. two\n\n   {text}",
    lambda text: f"- a\n  - b\n\n\t{text}",
    lambda text: f"> a\n> {text}",
    lambda text: f">{text}",
    lambda text: f"> - a\n>\n>   > {text}",
    lambda text: f"- [x] a\n  > {text}",
    lambda text: f"> [!NOTE]\n> {text}",
    lambda text: f"### {text} ###",
    lambda text: f"### {text} {{#w0 .good}}",
    lambda text: f"| a | b |\n| --- | --- |\n| {text.replace('|', chr(92) + '|')} | x \\| y |",
    lambda text: f"::: tabs {{#w0}}\n\n### a\n\n{text}\n\n:::",
    lambda text: f"[^w0]: {text}",
)


class Written(NamedTuple):
    """A document, and its nodes with the characters each was made of."""

    text: str
    nodes: Counter[tuple[type[Node], str]]


@st.composite
def documents(draw: st.DrawFn) -> Written:
    """Paragraphs, lists, quotes, tables and headings full of marks; no word stands there twice."""
    numbers = count(1)
    blocks = []
    nodes: Counter[tuple[type[Node], str]] = Counter()
    for wrap in draw(st.lists(st.sampled_from(WRAPS), min_size=1, max_size=4)):
        texts = []
        for piece, made in draw(st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)):
            word = f"word{next(numbers)}"
            texts.append(piece.replace("W", word))
            nodes.update((kind, written.replace("W", word)) for kind, written in made)
        blocks.append(wrap(" ".join(texts)))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return Written(draw(st.sampled_from(["", "\ufeff"])) + "\n\n".join(blocks).replace("\n", end), nodes)


def read(text: str) -> tuple[SourceFile, list[Node]]:
    """A text and all nodes in it."""
    notes = Notes()
    source = decode("module.md", text.encode(), notes)
    return source, list(walk(parse(source, notes).blocks))


@settings(max_examples=200)
@given(documents())
def test_every_mark_points_at_its_characters(document: Written) -> None:
    """What a node was made of is found exactly where its span says, and nothing is missed or found twice."""
    source, nodes = read(document.text)
    found: Counter[tuple[type[Node], str]] = Counter()
    for node in nodes:
        written = cut(source.lines, node.span)
        if isinstance(node, Text):
            assert re.sub(r"\\([*|])", r"\1", written).replace("&amp;", "&") == node.value
        elif isinstance(node, Inline) and not isinstance(node, LineBreak | FootnoteMark):
            found[type(node), written.replace("\\|", "|")] += 1
    assert found == document.nodes


def only(nodes: list[Node], kind: type[Node]) -> Node:
    """The one node of a kind."""
    (node,) = (node for node in nodes if isinstance(node, kind))
    return node


@pytest.mark.parametrize("prefix", ["", "   ", "- ", "> ", "-\t", "> - "])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_block_points_at_its_name_its_title_and_each_attribute(prefix: str, end: str) -> None:
    """In a list, in a quote, after a tab: the parts of an opening line are where they were written."""
    line = f"{prefix}::: quiz Final check {{#final .big pass=80% title=\"two words\" note='x y' shuffle}}"
    source, nodes = read(f"Text.{end}{end}{line}{end}{prefix.replace('-', ' ')}:::{end}")
    quiz = only(nodes, Directive)
    assert isinstance(quiz, Directive)
    assert cut(source.lines, quiz.span) == line[len(prefix) :]
    assert cut(source.lines, quiz.name_span) == quiz.name == "quiz"
    assert cut(source.lines, quiz.title_span) == quiz.title == "Final check"
    assert cut(source.lines, quiz.end) == ":::"
    assert parts(source, quiz.attributes) == [
        ("#final", "final"),
        (".big", "big"),
        ("pass=80%", "80%"),
        ('title="two words"', "two words"),
        ("note='x y'", "x y"),
        ("shuffle", "shuffle"),
    ]


def parts(source: SourceFile, attributes: Attributes) -> list[tuple[str, str]]:
    """Each attribute and its value, as they are written."""
    return [(cut(source.lines, item.span), cut(source.lines, item.value_span)) for item in attributes.items]


def test_headings_items_and_boxes_point_at_their_attributes_and_marks() -> None:
    """Attributes at the edge of a text are not part of it, and keep their place."""
    source, nodes = read(
        "> - a\n>   1. [x] choice {#c last}\n\n### Do {.good} ###\n\n> [!NOTE] {#n}\n> Text\n"
    )
    entry = next(node for node in nodes if isinstance(node, Entry) and node.ticked)
    assert (cut(source.lines, entry.span), cut(source.lines, entry.mark)) == (
        "1. [x] choice {#c last}",
        "[x]",
    )
    assert parts(source, entry.attributes) == [("#c", "c"), ("last", "last")]
    title = only(nodes, Title)
    assert isinstance(title, Title)
    assert cut(source.lines, title.span) == "### Do {.good} ###"
    assert parts(source, title.attributes) == [(".good", "good")]
    box = only(nodes, Box)
    assert isinstance(box, Box)
    assert cut(source.lines, box.name_span) == box.name == "NOTE"
    assert parts(source, box.attributes) == [("#n", "n")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("[a](#b)", "#b"),
        ("[#b](#b '#b')", "#b"),
        ("[a](<b c>)", "b c"),
        ("[a](https://example.org/(x)y)", "https://example.org/(x)y"),
        ("[&amp; \\] **b**](  größe  )", "größe"),
        ("[a](mailto:{{press.mail}})", "mailto:{{press.mail}}"),
        ("see https://example.org/x.", "https://example.org/x"),
    ],
)
def test_a_link_points_at_its_target(text: str, target: str) -> None:
    """A finding about a link marks where it leads, not its words."""
    source, nodes = read(f"- before {text} after\n")
    link = only(nodes, Link)
    assert isinstance(link, Link)
    assert cut(source.lines, link.target) == target


def test_a_footnote_mark_points_at_itself() -> None:
    """Also behind an entity and an escape."""
    source, nodes = read("a &lt; \\* b[^one] c\n\n[^one]: Text\n")
    assert cut(source.lines, only(nodes, FootnoteMark).span) == "[^one]"


def test_lines_that_only_look_empty_do_not_move_places() -> None:
    """A line separator or a no-break space alone on a line is text to an editor, and none to Markdown."""
    for odd in ("\u2028", "\u00a0", "\u0085"):
        source, nodes = read(f"{odd}\n**bold** {{{{ name }}}}\n{odd}\n")
        assert cut(source.lines, only(nodes, Emphasis).span) == "**bold**"
        assert cut(source.lines, only(nodes, Variable).span) == "{{ name }}"
