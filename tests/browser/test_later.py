"""What comes some time after a track, and what may come before it: boosters, refreshers, the check taken first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.looks import violations

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tests.browser.learner import Learner

BOTH = pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])
RIGHT = {
    "basics--gone": "False",
    "basics--faces": "True",
    "team--people": ["Whoever has said yes"],
    "gone": "False",
    "faces": "True",
}
WRONG = {**RIGHT, "basics--gone": "True", "gone": "True"}


def answer_all(one: Learner, answers: Mapping[str, object]) -> None:
    """Answer what is asked."""
    for name, response in answers.items():
        if one.sco.locator(f"form[data-question='{name}']").is_visible():
            one.answer(name, response)


def status(one: Learner) -> tuple[str, str]:
    """What the LMS holds: completion and success; SCORM 1.2 has one word for both."""
    values = one.lms.values
    if one.standard == "scorm12":
        return (values.get("cmi.core.lesson_status", ""), "")
    return (values.get("cmi.completion_status", ""), values.get("cmi.success_status", ""))


@BOTH
def test_a_booster_is_done_when_it_is_answered_whatever_the_answers(
    standard: str, learner: Callable[..., Learner]
) -> None:
    """It cannot be failed, and it explains each answer."""
    one = learner("later/booster-week", standard)
    one.open()
    expect(one.sco.get_by_text("What do you still know?")).to_be_visible()
    answer_all(one, WRONG)
    one.exit()
    assert status(one) == {"scorm12": ("completed", ""), "scorm2004-4": ("completed", "")}[standard]


@BOTH
def test_a_refresher_is_passed_by_the_mark_of_the_track(
    standard: str, learner: Callable[..., Learner]
) -> None:
    """Two of three reach 60%, but not without the critical question."""
    one = learner("later/refresher-yearly", standard)
    one.open()
    answer_all(one, WRONG)
    one.calls()
    assert "passed" not in status(one)
    one.retry("check")
    answer_all(one, {**RIGHT, "basics--faces": "False"})
    one.exit()
    assert status(one) == {"scorm12": ("passed", ""), "scorm2004-4": ("completed", "passed")}[standard]


@BOTH
def test_whoever_passes_the_check_first_has_completed_the_module(
    standard: str, learner: Callable[..., Learner]
) -> None:
    """An offer on the first page leads there; no page need be read."""
    one = learner("later/basics", standard)
    one.open()
    expect(one.sco.get_by_text("Do you know this already?")).to_be_visible()
    one.sco.get_by_role("link", name="Go to the check").click()
    one.settle()
    answer_all(one, RIGHT)
    one.exit()
    assert status(one) == {"scorm12": ("passed", ""), "scorm2004-4": ("completed", "passed")}[standard]


@BOTH
def test_whoever_does_not_pass_it_reads_on(standard: str, learner: Callable[..., Learner]) -> None:
    """The module is open, and nothing is lost."""
    one = learner("later/basics", standard)
    one.open()
    one.sco.get_by_role("link", name="Go to the check").click()
    one.settle()
    answer_all(one, WRONG)
    one.calls()
    assert "completed" not in status(one)[:1]
    assert "passed" not in status(one)
    one.go("read")
    one.next()
    one.next()
    one.retry("final")
    answer_all(one, RIGHT)
    one.exit()
    assert "passed" in status(one)


def test_the_offer_is_accessible(learner: Callable[..., Learner]) -> None:
    """By all rules of axe."""
    one = learner("later/basics", "web")
    one.open()
    assert violations(one.page) == []
