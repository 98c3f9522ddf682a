"""Boosters and refreshers: small modules out of questions that are there."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smtrain.model.course import Course, FollowUp
from smtrain.model.node import walk
from smtrain.model.plan import Period
from smtrain.model.text import Link, Picture
from smtrain.workflow.build import build
from smtrain.workflow.check import check
from tests.marks import Desk, said
from tests.workbench import write_course


def question(name: str, more: str = "") -> str:
    """A question that anybody could answer."""
    return f"::: true-false {{#{name} {more}}}\n\nIs {name} true?\n\n- [x] True\n- [ ] False\n\n:::\n\n"


def quiz(*questions: str) -> str:
    """A page with a check."""
    return "## Page {#page}\n\n::: quiz Check {#final pass=75%}\n\n" + "".join(questions) + ":::\n"


OTHER = "---\nid: other\ntitle: Other\nlanguage: en\n---\n\n"
COURSE = """
modules: [example, other]
tracks:
  all: {title: All, pass: 70%, modules: [example, other]}
  some: {title: Some, modules: [example, {id: other, optional: true}]}
"""


def course(desk: Desk, settings: str, example: str, other: str = "") -> Course:
    """A course of two modules, without a finding."""
    other = other or quiz(question("z1"), question("z2"))
    path = desk.write(example, {"course.yaml": COURSE + settings, "other/module.md": OTHER + other})
    checked = check(path)
    assert said(checked.findings) == []
    assert checked.course
    return checked.course


def asked(one: FollowUp) -> list[str]:
    """The ids of all questions that may be drawn."""
    return [question.id for question in one.module.questions()]


def test_a_booster_takes_questions_of_each_module_in_turn(desk: Desk) -> None:
    """Those of required modules; they are named after them, and there is nothing to fail."""
    example = quiz(*(question(f"a{n}", "critical" if n == 1 else "") for n in range(3)))
    found = course(desk, "boosters: {week: {title: Week, after: 1 week, questions: 2}}\n", example)
    every, some = found.follow_ups
    assert (every.module.id, some.module.id) == ("week--all", "week--some")
    assert asked(every) == ["example--a1", "other--z1", "example--a0", "other--z2", "example--a2"]
    assert asked(some) == ["example--a1", "example--a0", "example--a2"]
    assert every.questions == 2
    assert every.module.success is None
    assert not any(one.critical for one in every.module.questions())


def test_each_booster_asks_something_else_as_far_as_there_is_enough(desk: Desk) -> None:
    """Nobody wants the same three questions three times."""
    example = quiz(*(question(f"a{n}") for n in range(6)))
    plans = "boosters:\n" + "".join(
        f"  b{n}: {{title: B, after: {n + 1} weeks, questions: 2, tracks: [some]}}\n" for n in range(3)
    )
    sets = [set(asked(one)) for one in course(desk, plans, example).follow_ups]
    assert len(set.union(*sets)) == 6
    assert all(one.isdisjoint(other) for one in sets for other in sets if one is not other)


def test_objectives_are_asked_in_turn(desk: Desk) -> None:
    """A booster does not ask three questions on one thing while others go unasked."""
    goals = "## Goals\n\n::: objectives\n\n- Tell {#o-tell}\n- Ask {#o-ask}\n\n:::\n\n"
    example = goals + quiz(
        question("a1", "objective=o-tell"),
        question("a2", "objective=o-tell"),
        question("a3", "objective=o-ask"),
    )
    found = course(desk, "boosters: {w: {title: W, after: 1 day, questions: 2, tracks: [some]}}\n", example)
    (booster,) = found.follow_ups
    assert asked(booster) == ["example--a1", "example--a3", "example--a2"]
    assert next(booster.module.questions()).objectives == ("example--o-tell",)


def test_a_refresher_asks_what_is_critical_of_each_module_and_others_of_all(desk: Desk) -> None:
    """Its mark is the track's, else its own."""
    example = quiz(question("a1", "critical"), question("a2", "critical"), question("a3"), question("a4"))
    found = course(desk, "refreshers: {year: {title: Y, after: 1 year, questions: 3, pass: 90%}}\n", example)
    every, some = found.follow_ups
    assert [(pool.id, pool.draw) for pool in every.module.pools()] == [("critical-example", 1), ("others", 2)]
    assert asked(every) == [
        "example--a1",
        "example--a2",
        "example--a3",
        "other--z1",
        "example--a4",
        "other--z2",
    ]
    assert [one.success and one.success.pass_mark for one in (every.module, some.module)] == [0.7, 0.9]
    assert [quiz.pass_mark for one in (every, some) for quiz in one.module.quizzes()] == [0.7, 0.9]


def test_without_a_quiz_the_questions_of_the_pages_are_asked(desk: Desk) -> None:
    """But no story, no survey, and nothing that is for some readers only."""
    example = "## Page\n\n" + question("a1") + "::: reflect {#a2}\n\nWhat now?\n\n:::\n"
    found = course(desk, "boosters: {w: {title: W, after: 1 day, questions: 1, tracks: [some]}}\n", example)
    assert [asked(one) for one in found.follow_ups] == [["example--a1"]]


def test_a_question_stands_alone(desk: Desk) -> None:
    """A link to a page of its module keeps its words; a picture is found from the course's folder."""
    example = quiz(
        "::: true-false {#a1}\n\nSee [the page](#page). Is it true?\n\n"
        "![Three colleagues](media/team.png)\n\n- [x] True\n- [ ] False\n\n:::\n\n"
    )
    found = course(desk, "boosters: {w: {title: W, after: 1 day, questions: 1, tracks: [some]}}\n", example)
    nodes = list(walk(found.follow_ups[0].module.lessons))
    assert not [node for node in nodes if isinstance(node, Link)]
    assert [node.src for node in nodes if isinstance(node, Picture)] == ["example/media/team.png"]


def test_its_package_has_its_picture_and_the_catalogue_says_when_it_is_due(tmp_path: Path) -> None:
    """In every standard, for the track."""
    picture = "\n\n![Three colleagues](media/team.png)\n"
    text = quiz(question("a1").replace("true?\n", f"true?{picture}"))
    settings = (
        "tracks: {all: {title: All, modules: [example]}}\n"
        "boosters: {w: {title: Later, after: 3 months, questions: 1}}\n"
    )
    built = build(write_course(tmp_path, {"course.yaml": settings, "module.md": text}), out=tmp_path / "out")
    assert said(built.findings) == []
    with zipfile.ZipFile(tmp_path / "out" / "w--all.scorm12.zip") as package:
        assert [name for name in package.namelist() if name.startswith("media/team-")]
    line = (tmp_path / "out" / "catalog.csv").read_text("utf-8-sig").splitlines()[-1]
    assert line.startswith("all,All,,w,Later,en,booster,,1,,1,,")
    assert line.endswith(",P3M")


@pytest.mark.parametrize(
    ("period", "words", "iso"), [((1, "week"), "1 week", "P1W"), ((3, "month"), "3 months", "P3M")]
)
def test_a_period_in_words_and_as_a_duration(period: tuple[int, str], words: str, iso: str) -> None:
    """ISO 8601, section 5.5.2."""
    one = Period(*period)  # type: ignore[arg-type]
    assert (str(one), one.iso) == (words, iso)
