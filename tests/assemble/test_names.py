"""Ids, links, objectives and glossary: everything that is called by a name is there, once."""

from __future__ import annotations

import pytest

from smtrain.model.node import walk
from smtrain.model.text import Link, plain
from tests.marks import Desk

QUESTION = "::: true-false {{#{id}}}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n"


@pytest.mark.parametrize("name", ["page", "heading", "quiz", "q1", "term", "part", "fig", "intro", "page-2"])
def test_a_link_leads_to_everything_that_is_shown(desk: Desk, name: str) -> None:
    """Pages, their continuations, headings, quizzes, questions, terms, parts, figures and recordings."""
    desk.module(
        f"""
        ## Page {{#page}}

        ### Heading {{#heading}}

        [Go there](#{name})

        ::: quiz {{#quiz}}

        ::: true-false {{#q1}}

        Yes?

        - [x] Yes
        - [ ] No

        :::

        :::

        ::: glossary

        ### Term {{#term}}

        Text

        :::

        ::: accordion

        ### Part {{#part}}

        Text

        :::

        ---

        ::: figure {{#fig}}

        ![Three colleagues](media/team.png)

        :::

        ::: audio {{#intro src=media/intro.mp3}}

        Text

        :::
        """
    )


def test_a_link_to_a_lesson_leads_to_its_first_page(desk: Desk) -> None:
    """Lessons have no page of their own."""
    module = desk.module(
        "# One\n\n## Start\n\n[On to two](#two)\n\n# Two {#two}\n\n## Page {#first}\n\nText\n"
    )
    assert [node.href for node in walk(module.lessons) if isinstance(node, Link)] == ["#first"]


def test_an_unknown_target_is_named_with_the_nearest_one(desk: Desk) -> None:
    """At the target, wherever the link stands; the id of an answer or an objective is none."""
    finding = desk.finds("SM201", "## Page {#start}\n\n- Go **[back](«#start2»)**\n")
    assert finding.mend == 'did you mean "start"?'
    desk.finds("SM201", "## Page\n\n::: objectives\n\n- Tell {#o-tell}\n\n:::\n\n[That](«#o-tell»)\n")


def test_an_id_is_used_once(desk: Desk) -> None:
    """The second use is reported, and where the first one was."""
    desk.finds("SM202", "## One {‹#same›}\n\nText\n\n### Two {«#same»}\n\nText\n")


def test_an_id_is_used_once_across_files_and_kinds(desk: Desk) -> None:
    """A page, a question, an answer, an objective: one name, one thing."""
    text = (
        "## Page {#a}\n\n"
        + QUESTION.format(id="a")
        + "\n"
        + QUESTION.format(id="b").replace("Yes\n", "Yes {#b}\n", 1)
    )
    findings = desk.check(text)
    assert [finding.rule.code for finding in findings] == ["SM202", "SM202"]


@pytest.mark.parametrize("name", ["My-Page", "a_b", "a--b", "-a", "ä", "a.b", "result", "content", "x" * 61])
def test_how_an_id_is_written(desk: Desk, name: str) -> None:
    """Small letters, digits and single hyphens; a few are the player's own."""
    desk.finds("SM207", f"## Page {{«#{name}»}}\n\nText\n")


def test_questions_and_quizzes_need_an_id(desk: Desk) -> None:
    """It is the key of the result."""
    text = QUESTION.replace(" {{#{id}}}", "").replace("true-false", "«true-false»")
    assert desk.finds("SM206", "## Page\n\n" + text).mend.endswith("{#true-false-1}")
    desk.finds("SM206", "## Page\n\n::: «quiz»\n\n" + QUESTION.format(id="q") + "\n:::\n")


def test_objectives_are_collected_and_named_by_questions(desk: Desk) -> None:
    """Also when the list comes after the question."""
    module = desk.module(
        "## Page\n\n"
        + QUESTION.format(id="q objective=o-a,o-b")
        + "\n::: objectives\n\nYou can:\n\n- Tell {#o-a}\n- Choose **well** {#o-b}\n\n:::\n"
    )
    assert [(one.id, plain(one.inlines)) for one in module.objectives] == [
        ("o-a", "Tell"),
        ("o-b", "Choose well"),
    ]
    assert next(module.questions()).objectives == ("o-a", "o-b")


def test_an_objective_that_is_not_listed(desk: Desk) -> None:
    """Named with the nearest one."""
    text = "## Page\n\n::: objectives\n\n- Tell {#o-tell}\n\n:::\n\n"
    question = QUESTION.format(id="q objective=«o-tel»")
    measured = QUESTION.format(id="p objective=o-tell")
    assert desk.finds("SM211", text + question + measured).mend == 'did you mean "o-tell"?'


def test_terms_are_collected(desk: Desk) -> None:
    """With variables filled in, for the list at the end."""
    module = desk.module(
        "---\nid: m\ntitle: M\nlanguage: en\nvariables: {team: Care Team}\n---\n\n## Page\n\nAsk the [team](#team).\n\n"
        "::: glossary\n\n### The {{ team }} {#team}\n\nPeople who *help*.\n\n:::\n"
    )
    assert [(term.id, term.word, plain(term.blocks)) for term in module.terms] == [
        ("team", "The Care Team", "People who help.")
    ]


def test_footnotes_are_numbered_in_the_order_of_their_marks(desk: Desk) -> None:
    """One without text is a mistake."""
    desk.module("## Page\n\nOne[^b], two[^a].\n\n[^a]: A\n\n[^b]: B\n")
    desk.finds("SM214", "## Page\n\nOne«[^b]»\n")


def test_a_slip_in_a_blocks_name_is_the_only_finding(desk: Desk) -> None:
    """Its page is not called empty."""
    assert desk.finds("SM203", "## Page\n\n::: «tabz»\n\nText\n\n:::\n").mend == 'did you mean "tabs"?'


def test_boxes_stand_where_they_belong(desk: Desk) -> None:
    """An unknown kind has a nearest one; a question's box outside of a question is reported."""
    assert desk.finds("SM213", "## Page\n\n> [!«WARNIGN»]\n> Text\n").mend == 'did you mean "warning"?'
    assert "question" in desk.finds("SM213", "## Page\n\n> [!«HINT»]\n> Text\n").mend
