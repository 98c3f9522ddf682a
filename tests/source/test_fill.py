"""Variables become plain text, wherever they stand."""

from __future__ import annotations

import pytest

from smtrain.diagnostics import Notes
from smtrain.model.node import walk
from smtrain.model.text import Code, CodeBlock, Gap, Link, Picture, Text, Variable, plain
from smtrain.source.document import Directive, Document, Title
from smtrain.source.file import decode
from smtrain.source.fill import Filler
from smtrain.source.tree import parse
from tests.marks import Desk

VALUES = {"company.name": "Bee & Sons <Ltd> **bold** {{ x }}", "mail": "press@example.org", "n": "24"}


def fill(text: str) -> tuple[Document, Notes]:
    """A document with its variables filled."""
    notes = Notes()
    document = parse(decode("module.md", text.encode(), notes), notes)
    return Filler(VALUES, notes).document(document), notes


def filled(text: str) -> Document:
    """The same, with no mistakes."""
    document, notes = fill(text)
    assert [finding.message for finding in notes] == []
    return document


def test_a_value_is_text_and_never_markdown() -> None:
    """Marks, tags and braces in it are characters."""
    assert plain(filled("**We are {{ company.name }}.**").blocks) == f"We are {VALUES['company.name']}."


@pytest.mark.parametrize(
    "text",
    [
        "# {{ mail }}",
        "## Ask {{ mail }} {#ask}",
        "- {{ mail }}",
        "> {{ mail }}",
        "| a |\n| - |\n| {{ mail }} |",
        "[{{ mail }}]{role=a}",
        "[{{ mail }}](#a)",
        "[^1]: {{ mail }}\n\n",
        "`{{ mail }}`",
        "```\n{{ mail }}\n```",
        "    {{ mail }}",
    ],
)
def test_a_variable_is_filled_wherever_words_stand(text: str) -> None:
    """In headings, lists, quotes, tables, passages, links, footnotes and code."""
    document = filled(text)
    assert not [node for node in walk(document.blocks) if isinstance(node, Variable)]
    words = [node.value for node in walk(document.blocks) if isinstance(node, Text | Code | CodeBlock)]
    assert VALUES["mail"] in "".join(words)


def test_the_places_of_filled_text_are_those_of_the_variable() -> None:
    """So that a finding about it marks what the author wrote."""
    (text,) = (n for n in walk(filled("{{ mail }}").blocks) if isinstance(n, Text))
    assert text.span[1:] == (1, 1, 1, 11)


def test_titles_and_attributes_of_blocks_are_filled() -> None:
    """Post attributes too."""
    (post,) = filled('::: post For {{ mail }} {author="{{ company.name }}" handle={{n}}}\n\n:::\n').blocks
    assert isinstance(post, Directive)
    assert post.title == "For press@example.org"
    assert [item.value for item in post.attributes.items] == [VALUES["company.name"], "24"]


def test_pictures_links_and_gaps_are_filled() -> None:
    """Path, description, caption, target and answers."""
    nodes = list(
        walk(filled('![of {{ n }}](a-{{n}}.png "by {{ mail }}") [x](mailto:{{mail}}) [[{{ n }}|x]]').blocks)
    )
    (picture,) = (node for node in nodes if isinstance(node, Picture))
    assert (picture.src, picture.alt, picture.caption) == ("a-24.png", "of 24", "by press@example.org")
    assert [node.href for node in nodes if isinstance(node, Link)] == ["mailto:press@example.org"]
    assert [node.answers for node in nodes if isinstance(node, Gap)] == [("24", "x")]


def test_what_only_the_player_knows_stays_a_variable() -> None:
    """In running text."""
    nodes = walk(filled("Welcome, {{ learner.name }}, on {{ today }}.").blocks)
    assert [node.name for node in nodes if isinstance(node, Variable)] == ["learner.name", "today"]


@pytest.mark.parametrize(
    "text",
    [
        "## Welcome {{ learner.name }}",
        "### {{ today }} {#today}",
        "`{{ learner.name }}`",
        "[x](https://example.org/{{today}})",
        "![{{ learner.name }}](a.png)",
        "[[{{ today }}]]",
        "::: tabs For {{ learner.name }}\n\n:::\n",
        '::: post {author="{{ learner.name }}"}\n\n:::\n',
    ],
)
def test_what_only_the_player_knows_has_no_place_elsewhere(text: str) -> None:
    """In headings, code, links, pictures, gaps and attributes."""
    assert [finding.rule.code for finding in fill(text)[1]] == ["SM508"]


def test_an_unknown_variable_is_named_with_the_nearest_one() -> None:
    """In text, in an attribute and in a link, each at its place."""
    _, notes = fill("{{ mial }}\n\n::: post {author={{mial}}}\n\n:::\n\n[x](#{{mial}})\n")
    assert [(f.rule.code, f.span.line, f.span.column) for f in notes.findings()] == [
        ("SM503", 1, 1),
        ("SM503", 3, 18),
        ("SM503", 7, 5),
    ]
    assert {finding.mend for finding in notes} == {'did you mean "mail"?'}


def test_headings_keep_their_attributes() -> None:
    """A variable before them is no attribute."""
    (title,) = filled("## Ask {{ mail }} {#ask}").blocks
    assert isinstance(title, Title)
    assert (title.id, plain(title.inlines)) == ("ask", "Ask press@example.org")


def test_a_value_cannot_make_a_link_to_run_code(desk: Desk) -> None:
    """A target that a company's value makes is judged like one that an author writes."""
    desk.finds(
        "SM220",
        """
        ---
        id: example
        title: Example
        language: en
        variables: {policy: "javascript:alert(1)"}
        ---

        ## Page

        [Our policy](«{{policy}}»).
        """,
    )
