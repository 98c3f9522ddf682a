"""The gate: every kind in every state, as eyes, ears and fingers meet it. Nothing is let through.

The gallery has every kind. A learner's state is written by the player's own code and found again on
launch, so each page is looked at as it is after a reload. All pages are shown at once, which is how one
look by axe covers them.
"""

from __future__ import annotations

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from hatch_build import node
from tests.browser.learner import DESK, PHONE
from tests.browser.looks import SMALL, WIDE, accessibility_tree, shoot, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner
    from tests.browser.packages import Package

STATES = ("open", "right", "wrong", "partial")
SHOW_ALL = """() => {
  document.querySelectorAll("[data-page]").forEach((page) => (page.hidden = false));
  document.querySelectorAll("[role=tabpanel]").forEach((panel) => (panel.hidden = false));
}"""
APART = "landmark-unique:"
"""Quizzes on different pages may have the same title; only here they stand on one."""

TRANSPARENT = ["color-contrast"]
"""All that colours change; the other rules were looked at in light ones."""


@cache
def suspend_data(course: str, want: str) -> str:
    """What a learner leaves behind who has answered every question so."""
    script = Path(__file__).with_name("states.js")
    asked = json.dumps({"course": json.loads(course), "want": want})
    done = subprocess.run([node(), script], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert not done.returncode, done.stderr
    return done.stdout.strip()


def opened(one: Learner, want: str) -> Package:
    """The gallery as somebody finds it who has left it in a state."""
    data = one.package.data
    if want != "open":
        text = suspend_data(json.dumps(data), want)
        script = f"localStorage.setItem({json.dumps('smtrain:' + data['id'])}, {json.dumps(text)})"
        one.context.add_init_script(f"if (!localStorage.length) {script}")
    one.open()
    return one.package


@pytest.mark.parametrize("want", STATES)
def test_axe_finds_nothing(want: str, learner: Callable[..., Learner]) -> None:
    """By all its rules, in every state."""
    one = learner("gallery", "web", viewport=PHONE)
    opened(one, want)
    one.sco.evaluate(SHOW_ALL)
    assert [line for line in violations(one.page) if not line.startswith(APART)] == []
    shoot(one.page, f"gallery-{want}-light")


@pytest.mark.parametrize("want", STATES)
@pytest.mark.parametrize(
    "colours", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["dark", "forced"]
)
def test_every_text_can_be_read(colours: dict[str, str], want: str, learner: Callable[..., Learner]) -> None:
    """In dark and in the reader's own colours, in every state."""
    one = learner("gallery", "web", viewport=PHONE, **colours)
    opened(one, want)
    one.sco.evaluate(SHOW_ALL)
    assert violations(one.page, TRANSPARENT) == []
    shoot(one.page, f"gallery-{want}-{'-'.join(colours.values())}")


LAYOUTS: dict[str, tuple[str, dict[str, Any], str]] = {
    "320": ("gallery", {"viewport": {"width": 320, "height": 640}}, ""),
    "rtl": ("gallery!ar-XB", {"viewport": PHONE}, ""),
    "long-words": ("gallery!en-XA", {"viewport": PHONE}, ""),
    "text-200": ("gallery", {"viewport": DESK}, "html { font-size: 200% !important }"),
    "spacing": (
        "gallery",
        {"viewport": PHONE},
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }",
    ),
}
"""Course, window and style: WCAG 1.4.10, right to left, longer languages, 1.4.4, 1.4.12."""


@pytest.mark.parametrize("want", ["open", "wrong"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_nothing_is_cut_off(layout: str, want: str, learner: Callable[..., Learner]) -> None:
    """No page is wider than the window, and what can be pressed is large enough for a finger (2.5.8)."""
    course, settings, style = LAYOUTS[layout]
    one = learner(course, "web", **settings)
    opened(one, want)
    one.sco.evaluate(SHOW_ALL)
    if style:
        one.sco.add_style_tag(content=style)
    assert one.sco.evaluate(WIDE) == []
    assert one.sco.evaluate(SMALL) == []
    shoot(one.page, f"gallery-{want}-{layout}")


@pytest.mark.parametrize("want", ["open", "wrong"])
def test_every_control_has_a_name(want: str, learner: Callable[..., Learner]) -> None:
    """In Chromium's accessibility tree, which is what screen readers get."""
    one = learner("gallery", "web")
    opened(one, want)
    one.sco.evaluate(SHOW_ALL)
    tree = accessibility_tree(one.page)
    controls = [n for n in tree if n.get("focusable") and n["role"] not in ("main", "RootWebArea")]
    assert len(controls) > 200
    assert [n["role"] for n in controls if not n["name"].strip()] == []


def test_every_question_is_submitted_by_keyboard(learner: Callable[..., Learner]) -> None:
    """From an answer begun: Tab leads to the button, Enter presses it, the verdict takes the focus and is said."""
    one = learner("gallery", "web", viewport=DESK)
    package = opened(one, "draft")
    tried = 0
    for question in package.data["questions"]:
        form = one.sco.locator(f"form[id='{question['id']}']")
        check = form.locator("[data-action=check]")
        if question["quiz"] or not check.count():
            continue
        one.sco.evaluate("id => document.querySelector(`a[href='#${id}']`).click()", question["page"])
        if not check.is_visible():
            continue  # a pool drew another one, or the scenes of a story submit themselves
        first = form.locator("input, select, textarea, button, summary").first
        first.focus()
        for _ in range(60):
            if check.evaluate("button => button === document.activeElement"):
                break
            one.page.keyboard.press("Tab")
        one.page.keyboard.press("Enter")
        verdict = form.locator("[data-slot=verdict]")
        assert verdict.evaluate("one => one === document.activeElement"), question["id"]
        assert verdict.inner_text().strip(), question["id"]
        assert verdict.get_attribute("role") == "status"
        tried += 1
    assert tried > 20
