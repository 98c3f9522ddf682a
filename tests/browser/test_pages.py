"""Every page of a module with everything in it, as machines see it: axe, width, size, names."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import DESK, PHONE
from tests.browser.looks import SMALL, WIDE, accessibility_tree, pages_of, shoot, violations
from tests.browser.stories import act, answer_everything, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner

LOOKS = [
    pytest.param("light", PHONE, True, id="light-360"),
    pytest.param("dark", PHONE, False, id="dark-360"),
    pytest.param("light", DESK, False, id="light-1280"),
    pytest.param("dark", DESK, True, id="dark-1280"),
]
"""Colours, window, and whether the questions are answered as well: that takes time."""


@pytest.mark.parametrize(("scheme", "viewport", "answered"), LOOKS)
def test_axe_finds_nothing_on_any_page(
    scheme: str, viewport: dict[str, int], answered: bool, learner: Callable[..., Learner]
) -> None:
    """On every page before and after it was answered, with the menu open, and on the result: no violation.

    What the dark scheme changes is colour; there only contrast is looked at again.
    """
    rules = ["color-contrast"] if scheme == "dark" else None
    one = learner("tour", "web", color_scheme=scheme, viewport=viewport)
    one.open()
    found = {}
    for page in pages_of(one):
        one.go(page)
        found[page] = violations(one.page, rules)
        shoot(one.page, f"{page}-{scheme}-{viewport['width']}")
    if viewport is PHONE:
        one.sco.locator("[data-action=menu]").click()
    found["menu"] = violations(one.page, rules)
    shoot(one.page, f"menu-{scheme}-{viewport['width']}")
    if answered:
        answer_everything(one)
    for page in ("practice", "looking", "quiz-page", "result") if answered else ():
        one.go(page)
        found[f"{page} answered"] = violations(one.page, rules)
        shoot(one.page, f"{page}-answered-{scheme}-{viewport['width']}")
    assert {page: lines for page, lines in found.items() if lines} == {}


def test_axe_would_tell(learner: Callable[..., Learner]) -> None:
    """The look above can find something: a picture without words, and grey on grey."""
    one = learner("reading", "web")
    one.open()
    one.page.evaluate(
        """() => {
          const grey = document.createElement("p");
          grey.textContent = "Hard to read";
          grey.style.cssText = "color: #888; background: #999";
          document.querySelector("main .page").append(new Image(10, 10), grey);
        }"""
    )
    found = " ".join(violations(one.page))
    assert "image-alt" in found
    assert "color-contrast" in found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_trouble(scheme: str, learner: Callable[..., Learner]) -> None:
    """The banner that tells of a missing LMS, wrong answers, and a failed quiz."""
    one = learner("final", "scorm12", color_scheme=scheme, viewport=PHONE)
    one.load(lambda: one.context.new_page().goto(f"{one.site.origins[0]}{one.package.path}index.html"))
    one.started(6)
    page = one.sco.page
    expect(one.slot("banner")).to_be_visible()
    one.answer("q-practice", ["Only the person who asked"])
    assert violations(page) == []
    shoot(page, f"trouble-{scheme}")
    one.go("check")
    act(one, read_story("fails-retries-passes").events[3:9])
    assert violations(page) == []
    shoot(page, f"failed-quiz-{scheme}")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_no_page_is_wider_than_the_window(width: int, learner: Callable[..., Learner]) -> None:
    """Nothing has to be scrolled sideways, also at 320 pixels, which is 400 % zoom on a desk (WCAG 1.4.10)."""
    one = learner("tour", "web", viewport={"width": width, "height": 740})
    one.open()
    for page in pages_of(one):
        one.go(page)
        assert one.sco.evaluate(WIDE) == [], page
    if width > 320:
        return
    answer_everything(one)
    for page in ("practice", "looking", "quiz-page", "result"):
        one.go(page)
        assert one.sco.evaluate(WIDE) == [], page


def test_targets_are_large_enough_for_a_finger(learner: Callable[..., Learner]) -> None:
    """At least 24 by 24 pixels each on a phone (WCAG 2.5.8)."""
    one = learner("tour", "web", viewport=PHONE, has_touch=True)
    one.open()
    for page in pages_of(one):
        one.go(page)
        assert one.sco.evaluate(SMALL) == [], page
    one.sco.locator("[data-action=menu]").click()
    assert one.sco.evaluate(SMALL) == []


HEADINGS = """() => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
  .filter((one) => one.checkVisibility()).map((one) => Number(one.localName[1]))"""


def test_everything_has_a_name_and_a_role(learner: Callable[..., Learner]) -> None:
    """In Chromium's accessibility tree every control can be told by ear."""
    one = learner("tour", "web")
    one.open()
    for page in pages_of(one):
        one.go(page)
        tree = accessibility_tree(one.page)
        nameless = [node for node in tree if node.get("focusable") and not node["name"].strip()]
        roles = [node["role"] for node in tree]
        assert [node["role"] for node in nameless if node["role"] not in ("main", "RootWebArea")] == []
        assert {"main", "banner", "progressbar"} <= set(roles)
        levels = one.sco.evaluate(HEADINGS)
        assert levels.count(1) == 1
        assert levels.count(2) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), (page, levels)
    one.go("practice")
    groups = {node["name"] for node in accessibility_tree(one.page) if node["role"] == "radiogroup"}
    assert "Which one is public?" in groups
