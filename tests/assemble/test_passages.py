"""Passages of a post that answers quote: where they may stand, and how they may be written."""

from __future__ import annotations

import pytest

from smtrain.model.node import walk
from smtrain.model.text import Tied, plain
from tests.marks import Desk


def spot(post: str, *quotes: str) -> str:
    """A question about a post."""
    answers = "\n".join(f"- [{'x' if at == 0 else ' '}] {quote}" for at, quote in enumerate(quotes))
    return f"## Page\n\n::: spot {{#q}}\n\nWhat?\n\n::: post {{author=Kim}}\n\n{post}\n\n:::\n\n{answers}\n\n:::\n"


@pytest.mark.parametrize(
    ("post", "quote", "pieces"),
    [
        ("It is next month!", '"next month"', ["next month"]),
        ("It is next\nmonth!", '"next month"', ["next", "month"]),
        ("It is **next** month!", '"is next month"', ["is ", "next", " month"]),
        ("It is *next **month***!", "“next month”", ["next ", "month"]),
        ("It is `next month`!", "„next month“", ["next month"]),
        ("It is ~~next~~ month!", "«next month»", ["next", " month"]),
        ("- It is\n- next month", '"next month"', ["next month"]),
        ("> It is next month!", "'next month'", ["next month"]),
        ("It is [nächsten Monat]{lang=de}!", '"nächsten Monat"', ["nächsten Monat"]),
        ("| When |\n| --- |\n| next month |", '"next month"', ["next month"]),
        ("Hello.\n\n::: reply {author=Sam}\n\nIn next month?\n\n:::", '"next month"', ["next month"]),
        ("It is 5 \\* 5!", '"5 \\* 5"', ["5 * 5"]),
    ],
)
def test_a_passage_is_tied_to_its_answer(desk: Desk, post: str, quote: str, pieces: list[str]) -> None:
    """Across marks and lines, in lists, quotes, tables and replies; the text itself stays as it was."""
    module = desk.module(spot(f"Thanks to all.\n\n{post}", quote, '"all"'))
    (asked,) = module.questions()
    tied = [node for node in walk(asked) if isinstance(node, Tied)]
    assert [(plain(node.inlines), node.option) for node in tied] == [
        ("all", "b"),
        *((piece.strip(), "a") for piece in pieces),
    ]
    assert [node.last for node in tied] == [True] + [False] * (len(pieces) - 1) + [True]


@pytest.mark.parametrize(
    "post", ["A [next month](https://example.org)!", "A next ![x](media/team.png) month!", "Month!"]
)
def test_a_passage_may_not_be_a_link_or_have_a_picture_inside(desk: Desk, post: str) -> None:
    """A press would follow the link; and what is not only words cannot be quoted."""
    assert desk.codes(spot(f"Thanks to all.\n\n{post}", '"next month"', '"all"')) == ["SM355"]


def test_the_places_of_a_passage_that_stands_twice_are_shown(desk: Desk) -> None:
    """Exactly, so that the author sees what to quote besides."""
    desk.finds_all(
        ["SM355"],
        """
        ## Page

        ::: spot {#q}

        What?

        ::: post {author=Kim}

        The ‹launch› is near: **the ‹launch›** of all!

        :::

        «- [x] "launch"»
        - [ ] "all"

        :::
        """,
    )
