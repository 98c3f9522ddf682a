"""Filling in a question's form by the texts on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator


def fill(form: Locator, kind: str, response: Any) -> None:
    """Answer a question of this interaction type, in the words on the page: of options, gaps, pairs, choices."""
    FILLERS[kind](form, response)


CHOICES = """(choices) => choices.map((choice) => {
  const { checked, type } = choice.querySelector("input");
  return [choice.querySelector(".text").textContent.trim(), checked, type === "radio"];
})"""


def _choice(form: Locator, texts: list[str]) -> None:
    choices = form.locator(".choice")
    shown = choices.evaluate_all(CHOICES)
    assert set(texts) <= {text for text, *_ in shown}, shown
    for at, (text, checked, radio) in enumerate(shown):
        if checked != (text in texts) and not (radio and checked):
            choices.nth(at).locator("input").click()


def _true_false(form: Locator, text: str) -> None:
    _choice(form, [text])


def _gaps(form: Locator, texts: list[str]) -> None:
    for at, text in enumerate(texts):
        gap = form.locator(f"[data-gap='{at}']")
        if gap.evaluate("gap => gap.localName") == "select":
            gap.select_option(label=text)
        else:
            gap.fill(text)


def _number(form: Locator, text: str) -> None:
    form.locator("[data-gap='0']").fill(text)


def _text(form: Locator, text: str) -> None:
    form.locator("[data-text]").fill(text)


def _pairs(form: Locator, pairs: dict[str, str]) -> None:
    """In lists, or in a group of radio buttons for each source."""
    for source, target in pairs.items():
        if form.locator("select").count():
            form.get_by_label(source, exact=True).select_option(label=target)
        else:
            form.get_by_role("group", name=source, exact=True).get_by_label(target, exact=True).check()


def _scale(form: Locator, points: dict[str, str]) -> None:
    """By number: the words of a scale are the player's, in any language."""
    for statement, point in points.items():
        form.get_by_role("group", name=statement, exact=True).locator(f"[value='{point}']").check()


def _order(form: Locator, texts: list[str]) -> None:
    """Move each step up to its place with the buttons, as a keyboard user does."""
    steps = form.locator("li[data-option]")
    for place, text in enumerate(texts):
        while (at := _texts(steps.locator(".text")).index(text)) > place:
            steps.nth(at).locator("button.up").click()


def _path(form: Locator, texts: list[str]) -> None:
    """Take the choices of a story one after the other, to its end or as far as they go."""
    for text in texts:
        form.locator(".decisions button:visible").get_by_text(text, exact=True).click()


def _texts(places: Locator) -> list[str]:
    return [text.strip() for text in places.all_text_contents()]


FILLERS: dict[str, Callable[[Locator, Any], None]] = {
    "performance": _path,
    "choice": _choice,
    "true-false": _true_false,
    "fill-in": _gaps,
    "numeric": _number,
    "long-fill-in": _text,
    "likert": _scale,
    "matching": _pairs,
    "sequencing": _order,
}
