"""Every page of a module with everything in it: axe, width, names, colours, and without what may be missing."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.learner import DESK, PHONE
from tests.browser.looks import (
    SMALL,
    WIDE,
    accessibility_tree,
    heard,
    listen,
    pages_of,
    shoot,
    violations,
)
from tests.browser.stories import read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner
    from tests.browser.packages import Packages

LOOKS = [
    pytest.param("light", PHONE, True, id="light-360"),
    pytest.param("dark", PHONE, False, id="dark-360"),
    pytest.param("light", DESK, False, id="light-1280"),
    pytest.param("dark", DESK, True, id="dark-1280"),
]
"""Colours, window, and whether the questions are answered as well: that takes time."""


def answer_everything(one: Learner) -> None:
    """Answer the practice questions and the quiz of the tour, from the story of every kind."""
    for event in read_story("every-kind").events:
        if event["do"] in ("go", "answer", "submit"):
            getattr(one, event["do"])(**{name: part for name, part in event.items() if name != "do"})


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
    for page in ("practice", "quiz-page", "result") if answered else ():
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
    for event in read_story("fails-retries-passes").events[3:9]:
        getattr(one, event["do"])(**{key: part for key, part in event.items() if key != "do"})
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
    for page in ("practice", "quiz-page", "result"):
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
    """A package is one page, one classic script, one style, and the pictures its page names."""
    folder = packages.get("tour", "web").folder
    kinds = sorted(path.suffix for path in folder.rglob("*") if path.is_file())
    assert kinds == [".css", ".html", ".js", ".svg", ".svg"]
