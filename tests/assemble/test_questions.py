"""What can be wrong with blocks and questions of any kind, at its place and with a way to mend it."""

from __future__ import annotations

import pytest

from tests.marks import Desk

CHOICES = "::: choose-one {{#q}}\n\nWhich?\n\n{0}\n\n:::\n"


@pytest.mark.parametrize(
    ("code", "marked", "mend"),
    [
        ("SM203", "::: «stepps»\n\n1. One\n\n:::\n", 'did you mean "steps"?'),
        ("SM203", "- Item\n\n  ::: «Steps»\n\n  1. One\n\n  :::\n", 'did you mean "steps"?'),
        ("SM204", "::: cards {«colums=2»}\n\n### A\n\nText\n\n:::\n", 'did you mean "columns"?'),
        ("SM204", "::: compare\n\n### A {«.godo»}\n\nText\n\n### B\n\nText\n\n:::\n", 'did you mean "good"?'),
        ("SM204", "### Heading {«big»}\n\nText\n", "leave it out"),
        ("SM204", "- Item {«.big»}\n", "only choices, steps and objectives"),
        ("SM205", "::: cards {«columns=9»}\n\n### A\n\nText\n\n:::\n", "columns=2"),
        ("SM205", "::: post {author=Kim «verdict=avod»}\n\nText\n\n:::\n", 'did you mean "avoid"?'),
        ("SM205", "::: post {author=Kim «likes=many»}\n\nText\n\n:::\n", "likes=1"),
        ("SM209", "::: «post»\n\nText\n\n:::\n", "{author=…}"),
        ("SM209", "::: post {«author»}\n\nText\n\n:::\n", "{author=…}"),
        ("SM210", "::: tabs\n\n«Text»\n\n### A\n\nText\n\n### B\n\nText\n\n:::\n", "write ###"),
        ("SM210", "«::: tabs»\n\n### Only one\n\nText\n\n:::\n", "### Name"),
        ("SM210", "«::: steps»\n\n:::\n", "1. 2. 3."),
    ],
)
def test_a_slip_in_a_block(desk: Desk, code: str, marked: str, mend: str) -> None:
    """Names, attributes, values, classes, and what stands in it."""
    assert mend in desk.finds(code, "## Page\n\nText\n\n" + marked).mend


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM304", "«::: choose-one {#q}»\n\nWhich?\n\n- [ ] One\n- [ ] Two\n\n:::\n"),
        ("SM305", "::: choose-one {#q}\n\nWhich?\n\n‹- [x] One›\n«- [x] Two»\n- [ ] Three\n\n:::\n"),
        ("SM306", "::: choose-one {#q}\n\nWhich?\n\n‹- [x] *One*›\n«- [ ] one»\n\n:::\n"),
        ("SM307", "::: choose-one {#q}\n\nWhich?\n\n«- [x] One»\n\n:::\n"),
        ("SM308", "«::: choose-one {#q}»\n\n- [x] One\n- [ ] Two\n\n:::\n"),
        ("SM308", "::: choose-one {#q}\n\nWhich?\n\n- [x] One\n«- [ ]»\n\n:::\n"),
        ("SM301", "::: choose-one {#q}\n\nWhich?\n\n- «[x]»One\n- [ ] Two\n\n:::\n"),
        ("SM302", "::: choose-one {#q}\n\nWhich?\n\n- [x] One\n\n«> Right.»\n\n- [ ] Two\n\n:::\n"),
        ("SM303", "::: choose-one {#q}\n\nWhich?\n\n- [x] «3.» May\n- [ ] June\n\n:::\n"),
        ("SM311", "«::: choose-one {#q}»\n\nWhich?\n\n:::\n"),
        ("SM312", "::: choose-one {#q}\n\nWhich?\n\n- [x] One\n- [ ] Two\n\n«More text.»\n\n:::\n"),
        ("SM313", "«::: quiz {#q}»\n\nText\n\n:::\n"),
        ("SM205", "::: choose-one {#q «points=x»}\n\nWhich?\n\n- [x] One\n- [ ] Two\n\n:::\n"),
        ("SM205", "::: choose-one {#q «shuffle=maybe»}\n\nWhich?\n\n- [x] One\n- [ ] Two\n\n:::\n"),
        ("SM204", "::: choose-one {#q}\n\nWhich?\n\n- [x] One {«first»}\n- [ ] Two\n\n:::\n"),
    ],
)
def test_a_slip_in_a_question(desk: Desk, code: str, marked: str) -> None:
    """One finding each, whatever else the slip may look like."""
    desk.finds(code, "## Page\n\nText\n\n" + marked)


def test_a_question_stands_on_a_page_or_in_a_quiz(desk: Desk) -> None:
    """Not in another question, and a quiz not in a quiz: a closing line may be missing."""
    inner = "::: true-false {#q2}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n\n"
    outer = "::: true-false {#q1}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n"
    marked = inner.replace("::: true-false {#q2}", "«::: true-false {#q2}»")
    desk.finds("SM208", "## Page\n\n" + outer + marked + ":::\n")
    desk.finds(
        "SM208",
        "## Page\n\n::: quiz {#a}\n\n«::: quiz {#b}»\n\n" + inner + ":::\n\n" + outer + ":::\n\n:::\n",
    )


def test_answers_that_differ_in_code_only_in_case_are_two(desk: Desk) -> None:
    """Such as a hashtag with capitals and one without."""
    assert desk.codes("## Page\n\n" + CHOICES.format("- [x] `#LoveIsland`\n- [ ] `#loveisland`")) == []
    assert desk.codes("## Page\n\n" + CHOICES.format("- [x] LoveIsland\n- [ ] loveisland")) == ["SM306"]


def test_feedback_that_nobody_would_read_is_reported(desk: Desk) -> None:
    """A word of the bank takes none."""
    marked = "::: fill-in {#q bank}\n\nStop, [[think]].\n\n- [ ] delete\n  «> Never.»\n\n:::\n"
    desk.finds("SM210", "## Page\n\n" + marked.replace("«> ", "> «"))


def test_a_gap_outside_of_a_fill_in_is_reported(desk: Desk) -> None:
    """It would be text with brackets."""
    assert desk.codes("## Page\n\nStop, [[think]].\n") != []


def test_every_problem_of_a_question_is_said_in_one_run(desk: Desk) -> None:
    """Its answers, its attributes, its objectives, its links and its boxes."""
    found = desk.codes(
        """
        ## Page

        ::: choose-one {#q objective=o-none grading=most}

        See [there](#there).

        - [ ] One
        - [ ] One

        > [!EXPLIAN]
        > Text

        :::
        """
    )
    assert found == ["SM304", "SM211", "SM205", "SM201", "SM306", "SM213"]
