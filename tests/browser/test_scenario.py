"""A story in a real browser: how it looks to machines, by keyboard and by ear, and without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import DESK, PHONE
from tests.browser.looks import SMALL, WIDE, listen, shoot, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner

MIDDLE = ["Post a holding line: what we know, what we do, when we write next", "Go on"]
END = [
    "Call him, thank him, and ask him to correct it",
    "Ask legal which sentence they can live with",
    "Review it without blame, and publish what changes",
]
LOOKS = [
    pytest.param({"color_scheme": "light", "viewport": PHONE}, id="light-360"),
    pytest.param({"color_scheme": "dark", "viewport": DESK}, id="dark-1280"),
    pytest.param({"color_scheme": "light", "viewport": {"width": 320, "height": 640}}, id="light-320"),
    pytest.param({"forced_colors": "active", "viewport": DESK}, id="forced-1280"),
]


@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_wrong_in_any_scene(
    look: dict[str, object], learner: Callable[..., Learner], request: pytest.FixtureRequest
) -> None:
    """At the start, in the middle and at the end: axe finds nothing, nothing is too wide or too small."""
    one = learner("story", "web", **look)
    one.open()
    found = {}
    for name, choices in {"start": [], "middle": MIDDLE, "end": END}.items():
        one.answer("outage", choices)
        found[name] = violations(one.page) + one.page.evaluate(WIDE) + one.page.evaluate(SMALL)
        shoot(one.page, f"scenario-{name}-{request.node.callspec.id}")
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_a_story_is_played_with_the_keyboard_alone(learner: Callable[..., Learner]) -> None:
    """The focus goes to each new scene's heading, and the choices come next; the end is said once."""
    one = learner("story", "web")
    one.open()
    keys = one.page.keyboard
    form = one.form("outage")
    form.locator(".decisions button:visible").first.focus()
    listen(one.page)
    for text in [*MIDDLE, *END]:
        button = form.locator(".decisions button:visible").get_by_text(text, exact=True)
        for _ in range(6):
            if button.evaluate("(one) => one === document.activeElement"):
                break
            keys.press("Tab")
        keys.press("Enter")
        one.settle()
        heading = form.locator("[data-scene]:visible [data-slot=scene]")
        expect(heading).to_be_focused()
    expect(heading).to_have_text("They believe you")
    said = [text for text in one.page.evaluate("heard") if "%" in text]
    assert len(set(said)) == 1, said
    keys.press("Tab")
    expect(form.locator("[data-action=again]")).to_be_focused()
    keys.press("Enter")
    one.settle()
    expect(form.locator("[data-scene]:visible [data-slot=scene]")).to_be_focused()
    expect(form.locator("[data-scene]:visible [data-slot=scene]")).to_have_text("The app is down")


def test_a_story_can_be_read_without_a_script(learner: Callable[..., Learner]) -> None:
    """Every scene is there, and choices are links from scene to scene."""
    one = learner("story", "web", java_script_enabled=False)
    page = one.context.new_page()
    page.goto(one.address())
    expect(page.locator("[data-scene]:visible")).to_have_count(14)
    link = page.get_by_role("link", name="Go on")
    expect(link).to_have_attribute("href", "#guess")
    expect(page.get_by_role("heading", name="A colleague guesses")).to_be_visible()
    expect(page.get_by_text("Three things carry a first hour")).to_be_visible()


def test_the_clock_never_ends_anything(learner: Callable[..., Learner]) -> None:
    """It is shown to whoever asks for it; long after its time the choices are still there."""
    one = learner("story", "web", reduced_motion="no-preference")
    one.open()
    clock = one.form("outage").locator(".clock")
    clock.locator("summary").click()
    expect(clock.locator("[data-seconds]")).to_be_visible()
    one.wait(3600)
    expect(one.form("outage").locator(".decisions button:visible")).to_have_count(3)
    one.answer("outage", MIDDLE)
    expect(one.form("outage").get_by_text("A colleague guesses")).to_be_visible()
