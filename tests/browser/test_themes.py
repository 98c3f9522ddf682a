"""Shipped themes, and a company's own look, as a browser shows them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from smtrain.workflow.theme import shipped_themes
from tests.browser.learner import PHONE
from tests.browser.looks import WIDE, pages_of, shoot, violations
from tests.browser.stories import answer_everything

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Route

    from tests.browser.learner import Learner

WATCH = """
window.shift = 0;
window.shifts = new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) shift += entry.value;
});
shifts.observe({ type: "layout-shift", buffered: true });
"""

BRIGHT = "{accent: '#ffc400', bar: '#e4002b', radius: 0, logo: media/reach.svg, logo-alt: Example Ltd}"
"""A company whose colours were made for posters: its links must change, its button and its bar do not."""


def late(route: Route) -> None:
    """A picture that comes when the page is long there."""
    time.sleep(0.5)
    route.continue_()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("theme", [*shipped_themes(), BRIGHT], ids=[*shipped_themes(), "bright"])
def test_axe_finds_no_weak_contrast(theme: str, scheme: Any, learner: Callable[..., Learner]) -> None:
    """On no page, open or answered, right or wrong, with the menu open, and with the mouse on the button."""
    one = learner(f"tour@{theme}", "web", color_scheme=scheme, viewport=PHONE)
    one.open()
    found = {}
    one.sco.locator("[data-action=menu]").click()
    found["menu"] = violations(one.page, ["color-contrast"])
    one.sco.locator("[data-action=menu]").click()
    answer_everything(one)
    for page in pages_of(one):
        one.go(page)
        found[page] = violations(one.page, ["color-contrast"])
        shoot(one.page, f"{theme[:7]}-{page}-{scheme}")
        assert one.sco.evaluate(WIDE) == [], page
    one.sco.locator("[data-action=next]").hover()
    found["hover"] = violations(one.page, ["color-contrast"])
    assert {page: lines for page, lines in found.items() if lines} == {}


def test_a_logo_has_its_words_and_moves_nothing(learner: Callable[..., Learner]) -> None:
    """On the bar and on the result page; on a phone it stands in the place of the module's name."""
    one = learner(f"tour@{BRIGHT}", "web", viewport={"width": 1280, "height": 800})
    one.context.add_init_script(WATCH)
    one.context.route("**/*.svg", late)
    one.open()
    logo = one.sco.get_by_role("img", name="Example Ltd")
    expect(logo).to_be_visible()
    box = logo.bounding_box()
    assert box
    assert 30 <= box["height"] <= 40
    one.page.wait_for_timeout(100)
    assert one.sco.evaluate("shift") == 0
    title = one.sco.locator(".title").bounding_box()
    assert title
    assert title["width"] > 200
    one.page.set_viewport_size({"width": 360, "height": 740})
    expect(one.sco.get_by_role("heading", level=1)).to_have_count(1)
    title = one.sco.locator(".title").bounding_box()
    assert title
    assert title["height"] < 60
    one.go("result")
    expect(one.sco.get_by_role("img", name="Example Ltd")).to_have_count(2)


def test_forced_colours_win(learner: Callable[..., Learner]) -> None:
    """What a person has settled for all pages is stronger than a company's colours."""
    one = learner(f"tour@{BRIGHT}", "web", forced_colors="active")
    one.open()
    ground, canvas = one.sco.evaluate(
        """() => {
          const probe = document.body.appendChild(document.createElement("i"));
          probe.style.cssText = "background: Canvas; forced-color-adjust: none";
          return [document.querySelector(".bar"), probe].map((one) => getComputedStyle(one).backgroundColor);
        }"""
    )
    assert ground == canvas


def test_a_bar_can_be_read_on_paper(learner: Callable[..., Learner]) -> None:
    """Printers leave grounds out, so words must not be white there."""
    one = learner("tour@harbour", "web", color_scheme="light")
    one.open()
    colour = "() => getComputedStyle(document.querySelector('.title')).color"
    on_screen = one.sco.evaluate(colour)
    one.page.emulate_media(media="print")
    assert one.sco.evaluate(colour) != on_screen
    assert one.sco.evaluate("() => getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
