"""A module that has changed since the learner was there: what is new is said, and asked for anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.looks import shoot, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner


def records(one: Learner) -> list[str]:
    """The ids of all answers that the LMS has stored, in order."""
    values = one.lms.values
    names = sorted(name for name in values if name.startswith("cmi.interactions.") and name.endswith(".id"))
    return [values[name] for name in names]


def finish(one: Learner) -> None:
    """Read both pages and confirm."""
    one.go("rules")
    one.answer("policy", ["I have read the policy."])
    one.exit()


def test_a_new_learner_is_told_nothing(learner: Callable[..., Learner]) -> None:
    """There is nothing that has changed for them, and nothing to confirm anew."""
    one = learner("news-updated", "scorm12")
    one.open()
    expect(one.sco.locator("#what_changed")).to_be_hidden()
    expect(one.sco.locator("[data-kind=acknowledge]")).to_be_hidden()


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4", "web"])
def test_who_comes_back_is_told_what_is_new(learner: Callable[..., Learner], standard: str) -> None:
    """Only newer versions count, 1.10 after 1.9; the note stays until it is dismissed, also over a launch."""
    one = learner("news", standard)
    one.open()
    finish(one)
    one.open(updated="news-updated")
    panel = one.sco.locator("#what_changed")
    expect(panel.locator("li")).to_have_count(2)
    expect(panel).to_contain_text("first floor")
    if standard == "web":
        shoot(one.page, "news")
        assert violations(one.page) == []
    one.go("rules")
    one.exit()
    one.open()
    panel = one.sco.locator("#what_changed")
    expect(panel).to_be_visible()
    panel.get_by_role("link", name="The policy").click()
    one.settle()
    expect(one.sco.locator("#rules")).to_be_visible()
    panel.get_by_role("button").click()
    one.settle()
    expect(panel).to_be_hidden()
    one.go("result")
    expect(panel).to_be_visible()
    one.exit()
    one.open()
    expect(one.sco.locator("#what_changed")).to_be_hidden()
    assert one.problems == []


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])
def test_a_new_version_is_confirmed_again(learner: Callable[..., Learner], standard: str) -> None:
    """After completion, too: it stays, and the new confirmation has a record of its own."""
    one = learner("news", standard)
    one.open()
    finish(one)
    assert records(one) == ["policy_3_1"]
    assert one.lms.record["completion"] == "completed"
    one.open()
    expect(one.form("policy")).to_have_attribute("data-state", "saved")
    one.open(updated="news-updated")
    notice = one.sco.locator("[data-kind=acknowledge]")
    expect(notice).to_be_visible()
    notice.get_by_role("link").click()
    one.settle()
    expect(one.form("policy")).to_have_attribute("data-state", "open")
    one.answer("policy", ["I have read the policy."])
    expect(notice).to_be_hidden()
    one.exit()
    assert records(one)[-1] == "policy_4_1"
    assert one.lms.record["completion"] == "completed"
