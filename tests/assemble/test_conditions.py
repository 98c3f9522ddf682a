"""Text for some readers: conditions are checked, carried through, and settled for an audience."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from smtrain.model.node import walk
from smtrain.model.text import Link, plain
from tests.marks import Desk

FRONT = """---
id: m
title: M
language: en-GB
audience:
  role: {values: [hr, sales, it]}
  region: {values: [eu, us], default: eu}
---

## Page

"""
TEXT = """Start[, HR]{role=hr}[, not IT]{role=!it}[, grüß dich]{lang=de}.

::: only {role=hr,sales region=eu}

HR or sales in the EU.

:::

::: otherwise

Everybody else.

:::

::: only {lang=en}

English.

:::

::: only {lang=de}

German.

:::
"""


def words(desk: Desk, text: str, audience: Mapping[str, str]) -> str:
    """What is left of a module's pages for an audience."""
    module = desk.module(FRONT + text, audience=audience)
    return " | ".join(plain(page.blocks) for page in module.pages())


@pytest.mark.parametrize(
    ("audience", "said"),
    [
        ({"role": "hr"}, "Start, HR, not IT, grüß dich. HR or sales in the EU. English."),
        ({"role": "sales"}, "Start, not IT, grüß dich. HR or sales in the EU. English."),
        ({"role": "it"}, "Start, grüß dich. Everybody else. English."),
        ({"role": "hr", "region": "us"}, "Start, HR, not IT, grüß dich. Everybody else. English."),
        ({"region": "us"}, "Start, HR, not IT, grüß dich. Everybody else. English."),
    ],
)
def test_an_audience_is_given_its_own_text(desk: Desk, audience: Mapping[str, str], said: str) -> None:
    """Keys are joined with "and", values with "or"; `!` excludes; a default settles what is not given."""
    assert words(desk, TEXT, audience) == said


def test_what_cannot_be_settled_stays(desk: Desk) -> None:
    """Without a role both sides are still there."""
    assert words(desk, TEXT, {}).endswith("HR or sales in the EU. Everybody else. English.")


def test_a_page_for_somebody_else_is_left_out_with_what_it_counts(desk: Desk) -> None:
    """Its quiz is then not needed to complete the module, nor to pass it."""
    quiz = "::: quiz {{#{0} pass=80%}}\n\n::: true-false {{#{0}-1}}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n\n:::\n\n"
    text = FRONT + quiz.format("all") + "## For HR {role=hr}\n\n" + quiz.format("hr")
    sales = desk.module(text, audience={"role": "sales"})
    assert [page.id for page in sales.pages()] == ["page"]
    assert sales.completion.items == ("all",)
    assert sales.success
    assert sales.success.parts == (("all", 1.0),)
    assert desk.module(text, audience={"role": "hr"}).completion.items == ("all", "hr")


def test_a_link_to_a_page_for_somebody_else_keeps_its_words(desk: Desk) -> None:
    """It would lead nowhere; for those who have the page it is a link."""
    text = FRONT + "See [the *rules*](#rules).\n\n## Rules {#rules role=hr}\n\nText\n"
    found = {}
    for role in ("hr", "it"):
        module = desk.module(text, audience={"role": role})
        links = [node.href for node in walk(module.lessons) if isinstance(node, Link)]
        found[role] = (plain(next(module.pages()).blocks), links)
    assert found == {"hr": ("See the rules.", ["#rules"]), "it": ("See the rules.", [])}


def test_otherwise_inside_blocks(desk: Desk) -> None:
    """Conditions work in parts, quotes and list items as on a page."""
    text = (
        "::: accordion\n\n### One\n\n::: only {role=hr}\n\nHR\n\n:::\n\n::: otherwise\n\nOthers\n\n:::\n\n:::\n\n"
        "> ::: only {role=hr}\n>\n> Quoted\n>\n> :::\n\n- ::: only {role=hr}\n\n  Listed\n\n  :::\n\n  All\n"
    )
    assert words(desk, text, {"role": "hr"}) == "One HR Quoted Listed All"
    assert words(desk, text, {"role": "it"}) == "One Others All"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM501", "::: only {«rol=hr»}\n\nText\n\n:::\n"),
        ("SM501", "[Text]{«rol=hr»}\n"),
        ("SM501", "::: steps {only=«rol=hr»}\n\n1. One\n\n:::\n"),
        ("SM502", "::: only {«role=boss»}\n\nText\n\n:::\n"),
        ("SM502", "[Text]{«role=hr,!boss»}\n"),
        ("SM502", "## Two {«role=boss»}\n\nText\n"),
        ("SM205", "::: only {«hr» role=hr}\n\nText\n\n:::\n"),
        ("SM205", '::: steps {only="«hr»"}\n\n1. One\n\n:::\n'),
        ("SM209", "«::: only»\n\nText\n\n:::\n"),
        ("SM507", "Text\n\n«::: otherwise»\n\nText\n\n:::\n"),
        ("SM507", "::: only {role=hr}\n\nText\n\n:::\n\nText\n\n«::: otherwise»\n\nText\n\n:::\n"),
        ("SM204", "::: only {role=hr}\n\nText\n\n:::\n\n::: otherwise {«role=it»}\n\nText\n\n:::\n"),
    ],
)
def test_a_condition_that_means_nobody_is_found_at_its_place(desk: Desk, code: str, marked: str) -> None:
    """Unknown keys and values, empty conditions, and an `otherwise` after nothing."""
    desk.finds(code, FRONT.replace("en-GB", "en") + "Text\n\n" + marked)


def test_a_check_looks_at_the_text_of_every_reader(desk: Desk) -> None:
    """Not only at that of the default audience."""
    desk.finds("SM701", FRONT + "Text\n\n::: only {region=us}\n\n«![A team](media/taem.png)»\n\n:::\n")


@pytest.mark.parametrize(
    "text",
    [
        '::: objectives\n\n- Say no {#o-no «only="role=hr"»}\n\n:::',
        '::: tabs\n\n### One {«only="role=hr"»}\n\nText.\n\n### Two\n\nText.\n\n:::',
        '::: true-false {#q}\n\nTrue?\n\n- [x] True {«only="role=hr"»}\n- [ ] False\n\n:::',
        '### A heading {«only="role=hr"»}\n\nText.',
    ],
)
def test_a_part_of_a_block_has_no_condition(desk: Desk, text: str) -> None:
    """It would have no effect, and others would read what is not for them."""
    assert "the whole block" in desk.finds("SM204", FRONT + text).mend


def test_a_page_and_a_box_take_a_condition_like_a_block(desk: Desk) -> None:
    """Written in either way."""
    text = (
        'All.\n\n> [!TIP] {only="role=hr"}\n> For HR.\n\n## Theirs {only="role=hr region=eu"}\n\nAlso HR.\n'
    )
    assert words(desk, text, {"role": "sales"}) == "All."
    assert words(desk, text, {"role": "hr"}) == "All. For HR. | Also HR."
