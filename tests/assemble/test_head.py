"""Depth: one text of two lengths, each with its minutes; and the notes on what has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.model.course import Module
from smtrain.model.text import plain
from smtrain.workflow.check import Checked, check
from tests.workbench import write_course

HEAD = """---
id: example
title: Example
language: en
duration: {essential: 1m, full: 2m}
audience: {depth: {values: [essential, full]}, role: {values: [manager, employee]}}
---
"""
BODY = """
## Basics {#basics}

For all.

::: only {depth=full}

In depth.

:::

::: true-false {#q1 only="depth=full"}

A question for those who go deep?

- [x] True
- [ ] False

:::

## In depth {#deep depth=full}

A page for those who go deep.
"""


def checked(folder: Path, text: str, **audience: str) -> Checked:
    """A check of one module for an audience."""
    return check(write_course(folder, {"module.md": text}), audience=audience)


def variant(found: Checked) -> Module:
    """The one package's text."""
    assert found.course
    assert [one.message for one in found.findings] == []
    (made,) = found.course.variants
    return made.module


@pytest.mark.parametrize(
    ("depth", "minutes", "pages", "questions"),
    [("essential", 1, ["basics"], []), ("full", 2, ["basics", "deep"], ["q1"])],
)
def test_minutes_follow_the_depth(
    tmp_path: Path, depth: str, minutes: int, pages: list[str], questions: list[str]
) -> None:
    """So do blocks, questions and pages, as with any audience key."""
    module = variant(checked(tmp_path, HEAD + BODY, depth=depth))
    assert module.minutes == minutes
    assert [page.id for page in module.pages()] == pages
    assert [question.id for question in module.questions()] == questions
    assert ("In depth." in plain(module.lessons)) == (depth == "full")


def test_without_a_depth_the_longest_time_is_said(tmp_path: Path) -> None:
    """The package holds everything, with labels."""
    assert variant(checked(tmp_path, HEAD + BODY)).minutes == 2


def test_two_depths_with_the_same_text_and_other_minutes_are_two_packages(tmp_path: Path) -> None:
    """A track's catalogue says how long its package takes."""
    tracks = (
        "modules: [example]\n"
        "tracks:\n"
        "  short: {title: Short, for: {depth: essential}, modules: [example]}\n"
        "  long: {title: Long, for: {depth: full}, modules: [example]}\n"
    )
    course = write_course(tmp_path, {"course.yaml": tracks, "module.md": HEAD + "\n## Page\n\nText.\n"})
    found = check(course).course
    assert found
    assert sorted(one.module.minutes or 0 for one in found.variants) == [1, 2]


@pytest.mark.parametrize(
    ("duration", "codes"),
    [
        ("{essential: 1m, ful: 2m}", ["SM502"]),
        ("{essential: 1m, manager: 2m}", ["SM502"]),
        ("{essential: soon}", ["SM118"]),
        ("soon", ["SM118"]),
    ],
)
def test_a_time_for_nobody_is_found(tmp_path: Path, duration: str, codes: list[str]) -> None:
    """Names are values of one audience key."""
    text = HEAD.replace("{essential: 1m, full: 2m}", duration) + "\n## Page\n\nText.\n"
    assert [one.rule.code for one in checked(tmp_path, text).findings] == codes


def test_changes_are_kept_in_order(tmp_path: Path) -> None:
    """With their ids; a version is text."""
    changed = (
        'version: "1.10"\nchanged:\n'
        '  - {version: "1.10", date: 2026-11-01, text: The desk has moved., ids: [basics]}\n'
        '  - {version: "1.9", text: A new page.}\n---\n'
    )
    module = variant(checked(tmp_path, HEAD.removesuffix("---\n") + changed + BODY))
    assert [(one.version, one.date, one.ids) for one in module.changes] == [
        ("1.10", "2026-11-01", ("basics",)),
        ("1.9", "", ()),
    ]
