"""Pools: what is drawn from, for whom, and what of it reaches a package."""

from __future__ import annotations

import pytest

from smtrain.render.data import course_data
from tests.marks import Desk


def question(name: str, attributes: str = "", statement: str = "") -> str:
    """A question to draw, with a text of its own."""
    text = statement or f"Statement {name} is true."
    return f"::: true-false {{#{name} {attributes}}}\n\n{text}\n\n- [x] True\n- [ ] False\n\n:::\n\n"


def pool(attributes: str, *questions: str) -> str:
    """A pool with these questions."""
    return f"::: pool {{#p {attributes}}}\n\n{''.join(questions)}:::\n\n"


BANK = {
    "bank.md": "# Bank\n\n"
    + question("one", "tags=easy,privacy")
    + question("two", "tags=hard")
    + question("three", "tags=privacy"),
    "more.md": "## More\n\n::: include {file=bank/deep.md}\n\n:::\n\n",
    "bank/deep.md": question("four", "tags=easy"),
}


@pytest.mark.parametrize(
    ("attributes", "drawn"),
    [
        ("from=bank.md", ["one", "two", "three"]),
        ("from=bank.md tags=easy", ["one"]),
        ("from=bank.md tags=easy,hard", ["one", "two"]),
        ('from="bank.md, more.md" tags=easy', ["one", "four"]),
        ("from=more.md,bank.md draw=2", ["four", "one", "two", "three"]),
    ],
)
def test_only_what_can_be_drawn_is_in_the_module(desk: Desk, attributes: str, drawn: list[str]) -> None:
    """Any of the tags will do; the files come in the order in which they are named."""
    made = desk.module(f"## Page\n\n{pool(attributes)}", BANK)
    assert [found.id for found in made.questions()] == drawn


def test_its_own_questions_come_first_whatever_their_tags(desk: Desk) -> None:
    """Tags choose among those of the files."""
    made = desk.module(f"## Page\n\n{pool('from=bank.md tags=hard', question('own'))}", BANK)
    assert [found.id for found in made.questions()] == ["own", "two"]


def test_what_is_wrong_in_a_bank_is_found_there(desk: Desk) -> None:
    """With the bank's name and line, and only in questions that can be drawn."""
    bank = (
        question("good", "tags=easy") + question("bad", "tags=easy points=x") + question("other", "points=x")
    )
    text = f"## Page\n\n{pool('from=bank.md tags=easy')}"
    (finding,) = desk.check(text, {"bank.md": bank})
    assert (finding.rule.code, finding.span.line) == ("SM205", 10)
    assert finding.span.file.endswith("bank.md")


def test_a_remark_in_a_bank_silences_a_finding_there(desk: Desk) -> None:
    """As in any other file of the module."""
    vague = question("vague", statement="See [here](https://example.org).")
    remark = "<!-- smtrain: ignore SM406 because the link stands for itself -->\n\n"
    text = f"## Page\n\n{pool('from=bank.md')}"
    assert desk.codes(text, {"bank.md": vague}) == ["SM406"]
    assert desk.codes(text, {"bank.md": remark + vague}) == []


def test_variables_are_filled_in_a_bank(desk: Desk) -> None:
    """It is text of the module like any other."""
    text = f"## Page\n\n{pool('from=bank.md')}"
    made = desk.module(text, {"bank.md": question("one", statement="This is {{ module.title }}.")})
    (data,) = course_data(made, "web")["questions"]
    assert data["text"] == "This is Example."


AUDIENCE = """---
id: example
title: Example
language: en
audience:
  role: {values: [employee, manager]}
---

## Page

"""


def test_every_reader_has_enough_to_draw(desk: Desk) -> None:
    """A pool for managers need not be large enough for others; what a build chooses is looked at again."""
    for_all = [question("a"), question("b", 'only="role=manager"'), question("c", 'only="role=!manager"')]
    assert desk.codes(AUDIENCE + pool("draw=2", *for_all)) == []
    (finding,) = desk.check(AUDIENCE + pool("draw=3", *for_all))
    assert finding.message == "for role=employee this pool has 2 questions to draw 3 from"
    managers = pool('draw=2 only="role=manager"', question("a"), question("b", 'only="role=manager"'))
    assert desk.codes(AUDIENCE + managers) == []
    german = pool("draw=2", question("a"), question("b", 'only="lang=de"'))
    assert desk.codes(f"## Page\n\n{german}") == ["SM322"]
    chosen = desk.module(AUDIENCE + pool("draw=2", *for_all), audience={"role": "manager"})
    assert [found.id for found in chosen.questions()] == ["a", "b"]


def test_what_is_worth_different_points_may_stand_together_where_all_are_asked(desk: Desk) -> None:
    """Chance decides nothing there."""
    unequal = [question("a"), question("b", "points=2")]
    assert desk.codes(f"## Page\n\n{pool('draw=2', *unequal)}") == []
    assert desk.codes(f"## Page\n\n{pool('draw=1', *unequal)}") == ["SM321"]


OBJECTIVES = "::: objectives\n\n- one {#o-one}\n- two {#o-two}\n\n:::\n\n"


def test_the_player_gets_what_it_draws_from(desk: Desk) -> None:
    """Questions by their first objective; a pool in which all are asked is no pool to it."""
    inside = pool(
        "draw=3",
        question("a", "objective=o-one"),
        question("b"),
        question("c", "objective=o-two,o-one critical"),
        question("d", "objective=o-one confidence"),
    )
    quiz = f"::: quiz {{#final pass=80% time=90s}}\n\n{question('z')}{inside}:::\n\n"
    every = pool("draw=1", question("x")).replace("#p ", "#every ")
    data = course_data(desk.module(f"## Page\n\n{OBJECTIVES}{quiz}{every}"), "web")
    (found,) = data["pools"]
    assert len(found.pop("key")) == 4
    assert found == {"id": "p", "quiz": "final", "draw": 3, "strata": [["a", "d"], ["b"], ["c"]]}
    assert {one["id"]: one["pool"] for one in data["questions"] if "pool" in one} == dict.fromkeys(
        "abcd", "p"
    )
    assert [one["id"] for one in data["questions"] if one.get("critical")] == ["c"]
    assert [one["id"] for one in data["questions"] if one.get("confidence")] == ["d"]
    assert data["quizzes"][0]["seconds"] == 90
    assert data["success"]["parts"] == [{"id": "final", "weight": 4}], "what one learner can earn"
