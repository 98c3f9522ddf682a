"""Answers that are picked where they stand: in a picture or a post, and in the list, which hold one truth."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import PHONE
from tests.browser.looks import accessibility_tree, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.learner import Learner


def box(form: Locator, words: str) -> Locator:
    """A box of the list, by its accessible name."""
    return form.get_by_role("checkbox", name=words, exact=True)


@pytest.mark.parametrize(
    ("question", "words", "other"),
    [("p-desk", "Badge", "Plant"), ("p-falcon", '"Project Falcon"', '"the whole team"')],
)
def test_a_place_and_its_box_are_one(
    question: str, words: str, other: str, learner: Callable[..., Learner]
) -> None:
    """Pressing the place ticks the box; ticking the box shows at the place; nothing scrolls; a reload keeps it."""
    one = learner("tour", "web", viewport=PHONE)
    one.open()
    one.go("looking")
    form = one.form(question)
    place = form.locator("[data-for=a]").first
    place.scroll_into_view_if_needed()
    before = one.sco.evaluate("scrollY")
    place.click()
    one.settle()
    assert one.sco.evaluate("scrollY") == before
    expect(box(form, words)).to_be_checked()
    expect(place).to_have_attribute("data-on", "true")
    box(form, other).check()
    one.settle()
    expect(form.locator("[data-for=c]").first).to_have_attribute("data-on", "true")
    box(form, words).uncheck()
    one.settle()
    expect(place).to_have_attribute("data-on", "false")
    one.reload()
    expect(form.locator("[data-for=c]").first).to_have_attribute("data-on", "true")
    expect(place).to_have_attribute("data-on", "false")


def test_places_are_pressed_by_keyboard_in_the_list(learner: Callable[..., Learner]) -> None:
    """Space ticks a box, Enter checks the answer; the picture shows what became of it, in signs as well."""
    one = learner("tour", "web")
    one.open()
    one.go("looking")
    form = one.form("p-desk")
    keys = one.page.keyboard
    box(form, "Badge").focus()
    keys.press("Space")
    one.settle()
    keys.press("Enter")
    one.settle()
    expect(form).to_have_attribute("data-state", "open")
    expect(form.locator("[data-slot=verdict]")).to_have_text("Please choose 2.")
    box(form, "Plant").focus()
    keys.press("Space")
    one.settle()
    keys.press("Enter")
    one.settle()
    expect(form).to_have_attribute("data-state", "partial")
    marks = {name: form.locator(f"[data-for={name}]").get_attribute("data-mark") for name in "abc"}
    assert marks == {"a": "right", "b": None, "c": "wrong"}
    sign = "(place) => getComputedStyle(place, '::before').content"
    assert "✕" in form.locator("[data-for=c]").evaluate(sign)
    one.again("p-desk")
    assert form.locator("[data-mark]").count() == 0


def test_every_region_lies_on_the_picture_and_fits_a_finger(learner: Callable[..., Learner]) -> None:
    """Where the author put it, at every width; at least 24 pixels on a phone (WCAG 2.5.8)."""
    for width in (320, 360, 1280):
        one = learner("tour", "web", viewport={"width": width, "height": 740})
        one.open()
        one.go("looking")
        form = one.form("p-desk")
        picture = form.locator(".spots img").bounding_box()
        badge = form.locator("[data-for=a]").bounding_box()
        assert picture
        assert badge
        middle = (badge["x"] + badge["width"] / 2 - picture["x"]) / picture["width"]
        assert abs(middle - 0.18) < 0.01
        assert abs((badge["y"] + badge["height"] / 2 - picture["y"]) / picture["height"] - 0.78) < 0.01
        assert min(badge["width"], badge["height"]) >= 24
        plant = form.locator("[data-for=c]").bounding_box()
        assert plant
        assert abs(plant["width"] - plant["height"]) < 1, "a circle is round"


def test_by_ear_only_the_list_is_there(learner: Callable[..., Learner]) -> None:
    """Each box has one name, its own words; groups of a scale are named by their statement."""
    one = learner("tour", "web")
    one.open()
    one.go("looking")
    tree = accessibility_tree(one.page)
    boxes = [node["name"] for node in tree if node["role"] == "checkbox"]
    assert boxes == [
        "Badge",
        "Screen with names",
        "Plant",
        '"Project Falcon"',
        '"next month"',
        '"the whole team"',
    ]
    groups = {node["name"] for node in tree if node["role"] == "group"}
    assert {"I know whom to call.", "A photo of a customer", "Where does each post belong?"} <= groups


def test_rows_are_answered_with_the_arrow_keys(learner: Callable[..., Learner]) -> None:
    """One stop for Tab in each row, as in any group of radio buttons; the answer is resumed."""
    one = learner("tour", "web")
    one.open()
    one.go("looking")
    form = one.form("p-rate")
    keys = one.page.keyboard
    form.locator("input").first.focus()
    keys.press("ArrowRight")
    keys.press("ArrowRight")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Enter")
    one.settle()
    expect(form).to_have_attribute("data-state", "saved")
    one.reload()
    chosen = form.locator("input:checked")
    assert [chosen.nth(at).get_attribute("value") for at in range(chosen.count())] == ["3", "1"]


@pytest.mark.parametrize("answered", [False, True])
def test_forced_colours_lose_nothing(answered: bool, learner: Callable[..., Learner]) -> None:
    """Where the system chooses all colours, places keep their frames, and what is picked its own."""
    one = learner("tour", "web", forced_colors="active")
    one.open()
    one.go("looking")
    form = one.form("p-falcon")
    form.locator("[data-for=a]").first.click()
    one.settle()
    if answered:
        form.locator("[data-action=check]").click()
        one.settle()
    lines = [
        form.locator(f"[data-for={name}]").first.evaluate("(one) => getComputedStyle(one).borderBottomStyle")
        for name in "ab"
    ]
    assert lines == ["solid", "dashed"]
    assert violations(one.page, ["color-contrast"]) == []
