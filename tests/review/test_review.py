"""What reviewers read of a course's tracks."""

from __future__ import annotations

import csv

import pytest

from smtrain.review import Matrix, matrix
from smtrain.review.coverage import coverage
from smtrain.review.formats import names, renderer
from smtrain.review.pieces import difference, pieces
from smtrain.workflow.check import check
from smtrain.workflow.templates import templates
from tests.marks import Desk

SETTINGS = """
modules: [example, other]
audience: {role: {values: [staff, voice]}, dept: {values: [sales, hr]}}
tracks:
  all: {title: Essentials, for: {role: staff}, modules: [example]}
  voices: {title: <Voices>, for: {role: voice}, modules: [example, {id: other, optional: true}]}
"""
MODULE = """
---
id: example
title: Example
language: en
duration: 2m
---

## Welcome {#welcome objective=o-leak}

::: objectives

- Tell a leak from news {#o-leak}
- Say no kindly {#o-no}

:::

For all[ in sales]{dept=sales}.

::: only {role=voice}

For voices.

::: true-false {#q1 objective=o-leak points=2}

A date is a leak.

- [x] True
- [ ] False

:::

:::
"""
OTHER = "---\nid: other\ntitle: O\nlanguage: en\nduration: 1m\n---\n\n## Page\n\nText\n"


@pytest.fixture
def found(desk: Desk) -> Matrix:
    """The matrix of a course with two tracks."""
    checked = check(desk.write(MODULE, {"course.yaml": SETTINGS, "other/module.md": OTHER}))
    assert {finding.rule.code for finding in checked.findings} == {"SM522", "SM523"}
    assert checked.course
    return matrix(checked.course)


def test_the_matrix_has_each_module_by_each_track(found: Matrix) -> None:
    """With what is counted in the text of that track only."""
    (all_, voices), (none, optional) = (row.cells for row in found.rows)
    assert (all_ and all_.questions, voices and voices.questions) == (0, 1)
    assert voices
    assert (voices.points, voices.required, voices.minutes) == (2, True, 2)
    assert none is None
    assert optional
    assert not optional.required
    assert [found.minutes(0), found.minutes(1)] == [2, 2]
    assert found.count(1) == (1, 1)


def test_each_block_says_who_sees_it(found: Matrix) -> None:
    """Also questions inside others; in the order of the text."""
    variants = found.course.variants[:2]
    seen = {piece.words: piece.seen_by for piece in pieces(found.rows[0].module, variants)}
    assert seen["Welcome"] == (True, True)
    assert seen["For voices."] == (False, True)
    assert seen["A date is a leak. True False"] == (False, True)


def test_two_packages_differ_in_lines(found: Matrix) -> None:
    """With what no track settles said as the author wrote it."""
    lines = difference(*found.course.variants[:2])
    assert [line for line in lines if line.startswith("-")] == []
    assert "+For voices." in lines


def test_coverage_ties_objectives_pages_and_questions(found: Matrix) -> None:
    """And says in which package a question measures it."""
    leak, no = coverage(found.rows[0].module, found.course.variants[:2])
    assert (leak.pages, leak.questions, leak.tested_in) == (("Welcome",), ("q1",), (False, True))
    assert (no.pages, no.questions, no.tested_in) == ((), (), (False, False))


@pytest.mark.parametrize("form", names())
def test_every_format_names_every_track_and_module(found: Matrix, form: str) -> None:
    """And escapes what it must."""
    text = renderer(form)(found, templates())
    for word in ("all", "voices", "example", "other"):
        assert word in text
    assert "<Voices>" not in text or form != "html"


def test_of_modules_of_which_one_is_taken_one_counts(desk: Desk) -> None:
    """The longest; and each way of showing the matrix says that there is a choice."""
    third = OTHER.replace("id: other", "id: third").replace("duration: 1m", "duration: 5m")
    files = {
        "course.yaml": "modules: [example, other, third]\ntracks:\n"
        "  all: {title: All, modules: [example, one_of: [other, third]]}\n",
        "other/module.md": OTHER,
        "third/module.md": third,
    }
    module = "---\nid: example\ntitle: Example\nlanguage: en\nduration: 2m\n---\n\n## Page\n\nText\n"
    course = check(desk.write(module, files)).course
    assert course
    made = matrix(course)
    assert (made.minutes(0), made.count(0)) == (7, (2, 0))
    shown = {form: renderer(form)(made, templates()) for form in ("table", "csv", "html")}
    assert "third              one of: 5 min\nminutes, required  7\n" in shown["table"]
    lines = {line["module"]: line["one_of"] for line in csv.DictReader(shown["csv"].splitlines())}
    assert lines == {"example": "", "other": "other third", "third": "other third"}
    assert shown["html"].count("One of 2") == 2


def test_lines_for_a_spreadsheet_are_read_back(found: Matrix) -> None:
    """One for each module of each track."""
    rows = list(csv.DictReader(renderer("csv")(found, templates()).splitlines()))
    assert [(row["track"], row["module"], row["required"]) for row in rows] == [
        ("all", "example", "yes"),
        ("voices", "example", "yes"),
        ("voices", "other", "no"),
    ]
