"""When a module is done and passed."""

from __future__ import annotations

import pytest

from tests.marks import Desk

QUIZ = """
::: quiz {{#{id} {attributes}}}

::: true-false {{#{id}-1 points={points}}}

Yes?

- [x] Yes
- [ ] No

:::

:::
"""


def quiz(name: str, attributes: str = "", points: int = 1) -> str:
    """A quiz with one question."""
    return QUIZ.format(id=name, attributes=attributes, points=points)


def front(settings: str) -> str:
    """Front matter with these settings, and a page."""
    return f"---\nid: m\ntitle: M\nlanguage: en\n{settings}\n---\n\n## Page {{#page}}\n\nText\n"


def test_all_pages_quizzes_and_required_questions_count_by_default(desk: Desk) -> None:
    """A question outside a quiz counts when it is required."""
    practice = "::: true-false {{#{0}}}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n"
    module = desk.module(
        "## Page\n\n" + quiz("final") + practice.format("free") + "\n" + practice.format("must required")
    )
    assert module.completion.pages
    assert module.completion.items == ("final", "must")
    assert (module.completion.min_seconds, module.completion.show) == (0, False)


def test_completion_is_what_the_settings_say(desk: Desk) -> None:
    """Without "pages" the pages do not count."""
    module = desk.module(
        front("completion: {require: [page, final-1], min-time: 10m, show: true}") + quiz("final")
    )
    assert not module.completion.pages
    assert module.completion.items == ("page", "final-1")
    assert (module.completion.min_seconds, module.completion.show) == (600, True)


def test_without_a_pass_mark_a_module_has_no_score(desk: Desk) -> None:
    """A finished module is complete, and nothing more."""
    assert desk.module("## Page\n\nText\n" + quiz("final")).success is None


def test_quizzes_with_a_pass_mark_are_the_success(desk: Desk) -> None:
    """Weighted by their points."""
    module = desk.module(
        "## Page\n" + quiz("one", "pass=80%", 2) + quiz("two", "pass=80%", 3) + quiz("three")
    )
    assert module.success
    assert (module.success.parts, module.success.pass_mark) == ((("one", 2.0), ("two", 3.0)), 0.8)


def test_success_is_what_the_settings_say(desk: Desk) -> None:
    """Quizzes and questions, weights of 1 unless given; a quiz without a mark shows the module's."""
    module = desk.module(
        front("success: {from: [final, other-1], pass: 75%, weights: {final: 3}}")
        + quiz("final")
        + quiz("other")
    )
    assert module.success
    assert module.success.parts == (("final", 3.0), ("other-1", 1.0))
    assert [one.pass_mark for one in module.quizzes()] == [0.75, None]


@pytest.mark.parametrize(
    ("code", "settings"),
    [
        ("SM801", "completion: {require: [pages, «finale»]}"),
        ("SM801", "completion: {require: [«»]}".replace("«»", "«m»")),
        ("SM802", "success: {from: [«finale»], pass: 80%}"),
        ("SM802", "success: {from: [«page»], pass: 80%}"),
        ("SM802", "success: {from: [final], pass: 80%, weights: {«other»: 2}}"),
        ("SM803", "success: {from: [final], pass: «90%»}"),
    ],
)
def test_a_rule_that_cannot_be_met_is_found_in_the_settings(desk: Desk, code: str, settings: str) -> None:
    """At the name or number it is about."""
    desk.finds(code, front(settings) + quiz("final", "pass=80%"))


def test_two_pass_marks_need_a_rule(desk: Desk) -> None:
    """The second quiz is reported."""
    text = (
        "## Page\n"
        + quiz("one", "pass=80%")
        + quiz("two", "pass=60%").replace("::: quiz", "«::: quiz", 1).replace("}\n", "}»\n", 1)
    )
    desk.finds("SM803", text)
