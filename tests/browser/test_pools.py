"""What chance draws, what has to be right, how sure, how long: as learners and machines see it on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import DESK, PHONE
from tests.browser.looks import SMALL, WIDE, accessibility_tree, heard, listen, violations
from tests.browser.stories import act, read_story

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.browser.learner import Learner

FIRST_ATTEMPT = read_story("pool-draws-and-retries").events[6:15]
"""The first attempt of the story: one critical question is wrong, the score is high enough."""


def at_the_quiz(learner: Callable[..., Learner], **settings: object) -> Learner:
    """A learner who has come to the quiz."""
    one = learner("pools", "web", **settings)
    one.open()
    one.go("quiz-page")
    return one


def hand_in(one: Learner) -> None:
    """Answer and submit as in the story's first attempt."""
    act(one, FIRST_ATTEMPT, "answer", "submit")


def test_only_what_is_drawn_is_there(learner: Callable[..., Learner]) -> None:
    """Other questions are in no tree, nor a label that would stand alone, and the numbers have no hole."""
    one = at_the_quiz(learner)
    names = [node["name"] for node in accessibility_tree(one.page) if node["role"] == "form" or node["name"]]
    assert "A whiteboard in a photo can be read." in names
    assert "A badge in a photo can open a door." not in names
    expect(one.sco.get_by_text("For manager")).to_be_visible()
    hand_in(one)
    one.retry("final")
    expect(one.sco.get_by_text("For manager")).to_be_hidden()
    expect(one.form("b-badge")).to_be_visible()
    expect(one.slot("quiz-progress")).to_have_text("0 of 5 answered")


def test_without_script_everything_can_be_read(learner: Callable[..., Learner]) -> None:
    """Also what a pool would not draw."""
    one = learner("pools", "web", java_script_enabled=False)
    page = one.context.new_page()
    page.goto(f"{one.site.origins[0]}{one.package.path}index.html")
    for text in ("A badge in a photo can open a door.", "The security desk answers at night."):
        expect(page.get_by_text(text)).to_be_visible()


def test_a_missing_critical_question_is_named_and_reached(learner: Callable[..., Learner]) -> None:
    """At the quiz and on the result page, in words and with a link that leads to it."""
    one = at_the_quiz(learner)
    hand_in(one)
    for page in ("quiz-page", "result"):
        one.go(page)
        shown = one.sco.locator(f"#{page}")
        expect(shown).to_contain_text("Needed to pass, and not answered right yet:")
        shown.get_by_role("link", name="A whiteboard in a photo can be read.").first.click()
        expect(one.form("b-board")).to_be_focused()


def test_asks_how_sure_by_keyboard_and_comes_back_to_it(learner: Callable[..., Learner]) -> None:
    """A native group with a name; without it the answer is not taken, and the focus goes there."""
    one = learner("pools", "web")
    one.open()
    form = one.form("w-group")
    listen(one.page)
    form.get_by_label("True", exact=True).check()
    form.get_by_role("button", name="Check answer").press("Enter")
    one.settle()
    group = form.get_by_role("group", name="How sure are you?")
    expect(group.get_by_label("Not sure")).to_be_focused()
    assert "Please say how sure you are." in heard(one.page)
    one.page.keyboard.press("ArrowDown")
    one.page.keyboard.press("ArrowDown")
    expect(group.get_by_label("Very sure")).to_be_checked()
    form.get_by_role("button", name="Check answer").press("Enter")
    one.settle()
    expect(form.get_by_text("You were very sure, but it was not right.")).to_be_visible()
    expect(group.get_by_label("Very sure")).to_be_disabled()
    one.reload()
    expect(form.get_by_text("You were very sure, but it was not right.")).to_be_visible()


def test_22_time_informs_and_ends_nothing(learner: Callable[..., Learner]) -> None:
    """WCAG 2.2.1: it counts minutes silently, can be closed, and after it everything still works."""
    one = at_the_quiz(learner)
    timer = one.slot("timer")
    expect(timer).to_have_text("About 5 minutes left.")
    listen(one.page)
    one.wait(100)
    expect(timer).to_have_text("About 4 minutes left.")
    one.wait(300)
    expect(timer).to_have_text("The planned time is over. Take the time you need.")
    assert heard(one.page) == "[]"
    one.sco.locator(".timer summary").click()
    expect(timer).to_be_hidden()
    hand_in(one)
    expect(one.slot("quiz-score")).to_have_text("80%")
    expect(one.sco.locator(".timer")).to_be_hidden()
    one.retry("final")
    one.sco.locator(".timer summary").click()
    expect(timer).to_have_text("About 5 minutes left.")


@pytest.mark.parametrize(
    ("scheme", "viewport", "rules"),
    [("light", PHONE, None), ("dark", DESK, ["color-contrast"])],
    ids=["light-360", "dark-1280"],
)
def test_machines_find_nothing(
    scheme: str, viewport: dict[str, int], rules: Sequence[str] | None, learner: Callable[..., Learner]
) -> None:
    """axe, the width and the size of targets: before and after an attempt, and on the result page."""
    one = at_the_quiz(learner, color_scheme=scheme, viewport=viewport)
    found = {"before": look(one, rules)}
    hand_in(one)
    found["nearly"] = look(one, rules)
    one.go("result")
    found["result"] = look(one, rules)
    one.go("warm-up")
    one.answer("w-group", "True", sure=2)
    found["sure"] = look(one, rules)
    assert {state: lines for state, lines in found.items() if lines} == {}


def look(one: Learner, rules: Sequence[str] | None) -> list[str]:
    """What is wrong with the page as it is."""
    wide, small = one.page.evaluate(WIDE), one.page.evaluate(SMALL)
    return [*wide, *small, *violations(one.page, list(rules) if rules else None)]
