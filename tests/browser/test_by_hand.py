"""By keyboard and by ear: what a learner without mouse or sight does and hears."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import PHONE
from tests.browser.looks import heard, listen, violations
from tests.browser.stories import answer_everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner


def test_what_happens_is_said(learner: Callable[..., Learner]) -> None:
    """Live regions tell the verdict, the result of a quiz, and the move of a step; a new page gets the focus."""
    one = learner("tour", "web")
    one.open()
    one.go("practice")
    assert one.page.evaluate("document.activeElement.closest('[data-page]')?.dataset.page") == "practice"
    listen(one.page)
    one.answer("p-one", ["The launch date"])
    assert "Not" in heard(one.page) or "not" in heard(one.page)
    listen(one.page)
    one.form("p-order").locator("button.up").nth(1).click()
    assert re.search(r"\d of 3|\d/3", heard(one.page))
    one.go("quiz-page")
    listen(one.page)
    answer_everything(one)
    said = heard(one.page) + one.page.evaluate("document.activeElement.textContent")
    assert "100" in said


def test_a_module_is_taken_with_the_keyboard_alone(learner: Callable[..., Learner]) -> None:
    """From the first page to the result with Tab, Space, Enter and the arrow keys; the focus is always seen."""
    one = learner("each", "web")
    one.open()
    keys = one.page.keyboard

    def to(selector: str) -> None:
        target = one.sco.locator(selector).first
        for _ in range(60):
            if target.evaluate("(one) => one === document.activeElement"):
                box = target.evaluate(SEEN_FOCUS)
                assert box, f"the focus on {selector} cannot be seen"
                return
            keys.press("Tab")
        pytest.fail(f"Tab never comes to {selector}")

    to("form[data-question=q-plate] input[value=true], form[data-question=q-plate] input[value=false]")
    keys.press("Space")
    if not one.form("q-plate").locator("input[value=true]").is_checked():
        keys.press("ArrowDown")
    to("form[data-question=q-plate] [data-action=check]")
    keys.press("Enter")
    one.settle()
    expect(one.form("q-plate")).to_have_attribute("data-state", "right")
    to("form[data-question=q-hours] [data-gap='0']")
    keys.type("24")
    keys.press("Enter")
    one.settle()
    expect(one.form("q-hours")).to_have_attribute("data-state", "right")
    to("[data-action=next]")
    keys.press("Enter")
    one.settle()
    expect(one.sco.locator("[data-page=result]")).to_be_visible()
    expect(one.slot("result-score")).to_contain_text("100")


SEEN_FOCUS = """(one) => {
  const style = getComputedStyle(one);
  const around = getComputedStyle(one.closest("label, .choice") ?? one);
  return one.matches(":focus-visible") &&
    [style, around].some((seen) => seen.outlineStyle !== "none" || seen.boxShadow !== "none");
}"""


def test_the_order_of_steps_is_changed_with_the_keyboard(learner: Callable[..., Learner]) -> None:
    """The moved step keeps the focus, so that one key can move it all the way."""
    one = learner("never", "web")
    one.open()
    steps = one.form("q-steps").locator("li[data-option]")
    last = steps.last.get_attribute("data-option")
    steps.last.locator("button.up").focus()
    one.page.keyboard.press("Enter")
    one.page.keyboard.press("Enter")
    assert steps.first.get_attribute("data-option") == last
    assert one.page.evaluate("document.activeElement.closest('li').dataset.option") == last


def test_tabs_by_keyboard(learner: Callable[..., Learner]) -> None:
    """Arrow keys move between tabs, and only the tab shown is a stop for Tab (WAI-ARIA tabs)."""
    one = learner("tour", "web")
    one.open()
    one.go("parts")
    tabs = one.sco.get_by_role("tab")
    tabs.first.focus()
    one.page.keyboard.press("ArrowRight")
    expect(tabs.nth(1)).to_have_attribute("aria-selected", "true")
    expect(tabs.first).to_have_attribute("tabindex", "-1")
    expect(one.sco.get_by_text("Even a private account can be shared.")).to_be_visible()
    expect(one.sco.get_by_text("Your profile names us.")).to_be_hidden()


def test_the_menu_of_a_phone_by_keyboard(learner: Callable[..., Learner]) -> None:
    """It opens with Enter, and Escape closes it and gives the focus back."""
    one = learner("tour", "web", viewport=PHONE)
    one.open()
    menu = one.sco.locator("[data-action=menu]")
    menu.focus()
    one.page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(one.sco.locator("[data-menu=practice]")).to_be_visible()
    one.page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()


def test_a_glossary_term_opens_beside_the_text(learner: Callable[..., Learner]) -> None:
    """The link shows the meaning without leaving the page, and Escape puts it away."""
    one = learner("tour", "web")
    one.open()
    one.go("words")
    one.sco.locator("[data-term=nda]").click()
    meaning = one.sco.get_by_text("A contract in which people promise to keep something secret.")
    expect(meaning.locator("visible=true").first).to_be_visible()
    expect(one.sco.locator("[data-page=words]")).to_be_visible()
    assert violations(one.page) == []
    one.page.keyboard.press("Escape")
    expect(meaning.locator("visible=true")).to_have_count(0)
