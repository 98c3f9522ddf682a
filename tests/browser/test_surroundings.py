"""A module in surroundings that lack something: script, server, colours, motion, or a screen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.looks import pages_of, shoot

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner
    from tests.browser.packages import Packages


def test_without_script_everything_can_be_read(learner: Callable[..., Learner]) -> None:
    """No page, no question and no term is hidden when no script runs."""
    one = learner("tour", "web", java_script_enabled=False)
    page = one.context.new_page()
    page.goto(f"{one.site.origins[0]}{one.package.path}index.html")
    for name in pages_of(one)[:-1]:
        expect(page.locator(f"[data-page={name}]")).to_be_visible()
    page.get_by_text("GDPR?").click()  # a native disclosure, open without script too
    for text in ("Post from a customer's office.", "A law about personal data.", "How many days has a week?"):
        expect(page.get_by_text(text)).to_be_visible()
    shoot(page, "without-script")


def test_18_opens_from_a_folder(learner: Callable[..., Learner]) -> None:
    """Checklist 18: the web build works from `file://`, asks for nothing outside, and remembers."""
    one = learner("final", "web")
    one.page = one.context.new_page()
    asked: list[str] = []
    one.context.on("request", lambda request: asked.append(request.url))
    one.page.goto((one.package.folder / "index.html").as_uri())
    one.sco = one.page.main_frame
    one.started()
    one.answer("q-practice", ["Everybody who can see the post"])
    one.next()
    one.page.reload()
    one.started()
    expect(one.sco.locator("[data-page=how]")).to_be_visible()
    assert all(url.startswith(("file:", "data:")) for url in asked)
    assert one.problems == []


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4", "web"])
def test_19_20_nothing_from_elsewhere_nothing_inline(standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 19 and 20: every request stays at home, under a policy that forbids inline script."""
    one = learner("tour", standard)
    asked: list[str] = []
    one.context.on("request", lambda request: asked.append(request.url))
    one.context.add_init_script(
        "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective));"
    )
    one.open()
    for page in pages_of(one):
        one.go(page)
    assert [url for url in asked if not url.startswith((*one.site.origins, "data:"))] == []
    assert one.problems == []
    shipped = (one.package.folder / "index.html").read_text("utf-8")
    assert re.findall(r"<script(?![^>]*\ssrc=)|<style|<[^>]*\s(?:style|on\w+)=", shipped) == []


@pytest.mark.parametrize(
    "settings",
    [{"forced_colors": "active"}, {"reduced_motion": "no-preference"}, {"contrast": "more"}],
    ids=["forced colours", "motion", "more contrast"],
)
def test_the_learners_own_settings_are_respected(
    settings: dict[str, Any], learner: Callable[..., Learner]
) -> None:
    """Forced colours, motion, more contrast: a visit works, and marks do not rest on colour alone."""
    one = learner("final", "web", **settings)
    one.open()
    one.answer("q-practice", ["Only the person who asked"])
    marked = one.form("q-practice").locator("[data-mark=wrong]")
    expect(marked.locator(".mark")).not_to_be_empty()
    shoot(one.page, f"settings-{next(iter(settings))}")
    one.next()
    expect(one.sco.locator("[data-page=how]")).to_be_visible()
    assert one.problems == []


def test_nothing_moves_where_motion_is_unwanted(learner: Callable[..., Learner]) -> None:
    """With reduced motion no animation or transition takes longer than a blink."""
    one = learner("tour", "web")
    one.open()
    slow = one.sco.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
          return times.some((time) => parseFloat(time) > 0.05);
        }).map((one) => one.outerHTML.slice(0, 80))"""
    )
    assert slow == []


def test_it_prints_whole(learner: Callable[..., Learner]) -> None:
    """On paper every page is there, and the controls are not."""
    one = learner("tour", "web")
    one.open()
    one.page.emulate_media(media="print")
    for name in pages_of(one)[:-1]:
        expect(one.sco.locator(f"[data-page={name}]")).to_be_visible()
    expect(one.sco.get_by_text("Even a private account can be shared.")).to_be_visible()
    expect(one.sco.get_by_text("A law about personal data.")).to_be_visible()
    expect(one.sco.locator("[data-action=next]")).to_be_hidden()


def test_one_script_one_style(packages: Packages) -> None:
    """A package is one page, its statement on accessibility, one classic script, one style, and its pictures."""
    folder = packages.get("tour", "web").folder
    kinds = sorted(path.suffix for path in folder.rglob("*") if path.is_file())
    assert [kind for kind in kinds if kind != ".svg"] == [".css", ".html", ".html", ".js"]
