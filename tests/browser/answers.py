"""Filling in a question's form by the texts on the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator


def fill(form: Locator, question: dict[str, Any], response: Any) -> None:
    """Give an answer: texts of options, texts for gaps, a number, pairs, or steps in order."""
    FILLERS[question["type"]](form, question, response)


def _choice(form: Locator, question: dict[str, Any], texts: list[str]) -> None:
    wanted = {_id(question["options"], text) for text in texts}
    for choice in form.locator("input[type=radio], input[type=checkbox]").all():
        is_wanted = choice.get_attribute("value") in wanted
        if is_wanted or choice.get_attribute("type") == "checkbox":
            choice.set_checked(is_wanted)


def _true_false(form: Locator, _: dict[str, Any], text: str) -> None:
    form.locator(f"input[value='{text.lower()}']").check()


def _gaps(form: Locator, _: dict[str, Any], texts: list[str]) -> None:
    for at, text in enumerate(texts):
        gap = form.locator(f"[data-gap='{at}']")
        if gap.evaluate("gap => gap.localName") == "select":
            gap.select_option(label=text)
        else:
            gap.fill(text)


def _number(form: Locator, _: dict[str, Any], text: str) -> None:
    form.locator("[data-gap='0']").fill(text)


def _text(form: Locator, _: dict[str, Any], text: str) -> None:
    form.locator("[data-text]").fill(text)


def _pairs(form: Locator, question: dict[str, Any], pairs: dict[str, str]) -> None:
    for source, target in pairs.items():
        row = form.locator(f"select[data-source='{_id(question['options'], source)}']")
        row.select_option(_id(question["targets"], target))


def _order(form: Locator, question: dict[str, Any], texts: list[str]) -> None:
    """Move each step up to its place with the buttons, as a keyboard user does."""
    for place, text in enumerate(texts):
        name = _id(question["options"], text)
        steps = "steps => steps.map(step => step.dataset.option)"
        while form.locator("li[data-option]").evaluate_all(steps).index(name) > place:
            form.locator(f"li[data-option='{name}'] button.up").click()


def _id(options: list[dict[str, str]], text: str) -> str:
    found = [option["id"] for option in options if option["text"] == text]
    assert found, f"no {text!r} among {[option['text'] for option in options]}"
    return found[0]


FILLERS: dict[str, Callable[[Locator, dict[str, Any], Any], None]] = {
    "choice": _choice,
    "true-false": _true_false,
    "fill-in": _gaps,
    "numeric": _number,
    "long-fill-in": _text,
    "matching": _pairs,
    "sequencing": _order,
}
