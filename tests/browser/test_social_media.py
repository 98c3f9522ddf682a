"""The course that comes along, taken by somebody: each quiz failed and passed, each story played to each end."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from smtrain.model.course import Course
from smtrain.model.paths import explore
from smtrain.model.story import Play
from smtrain.workflow.check import check
from tests.browser.learner import PHONE
from tests.house.checkout import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smtrain.model.course import Module
    from smtrain.model.question import Interaction
    from smtrain.model.story import Story
    from tests.browser.learner import Learner

TRACK = "social-team"
"""It takes every module at full depth."""

MODULES = [
    line.strip().removeprefix("- ")
    for line in (ROOT / "courses/social-media/course.yaml")
    .read_text("utf-8")
    .partition("\nmodules:\n")[2]
    .partition("\n\n")[0]
    .splitlines()
]


@cache
def course() -> Course:
    """The course, once for all modules."""
    found = check(ROOT / "courses" / "social-media").course
    assert found
    return found


def text_of(module: str) -> Module:
    """What the track gets of a module."""
    (found,) = (
        one.module
        for one in course().variants
        if one.source == module
        and not one.module.translation
        and any(use.track.id == TRACK for use in one.uses)
    )
    return found


def right(asked: Interaction) -> Any:
    """The right answer, in the words on the page."""
    texts = {option.id: option.text for option in (*asked.options, *asked.targets)}
    match asked.type:
        case "true-false":
            return asked.key[0].capitalize()
        case "choice" | "sequencing":
            return [texts[name] for name in asked.key]
        case "matching":
            return {texts[source]: texts[target] for source, target in asked.pairs}
        case "numeric":
            (answer,) = (one for one in asked.gaps[0] if one.right)
            return f"{answer.low:g}"
        case _:
            return [next(one.text for one in gap if one.right) for gap in asked.gaps]


def wrong(asked: Interaction) -> Any:
    """An answer of the same kind that is not right at all, in the words on the page."""
    match asked.type:
        case "true-false":
            return "False" if asked.key[0] == "true" else "True"
        case "choice":
            others = [option.text for option in asked.options if option.id not in asked.key]
            return others[: max(1, asked.choose)]
        case "sequencing":
            return list(reversed(right(asked)))
        case "matching":
            texts = {option.id: option.text for option in (*asked.options, *asked.targets)}
            targets = [target for _, target in asked.pairs]
            turned = [*targets[1:], targets[0]]
            return {
                texts[source]: texts[target] for (source, _), target in zip(asked.pairs, turned, strict=True)
            }
        case "numeric":
            return "987654"
        case _:
            return ["?" for _ in asked.gaps]


def endings(story: Story) -> Iterator[tuple[str, list[str]]]:
    """Each ending of a story: its title, and the words of the choices that lead to it."""
    play = Play.of(story)
    for ending in explore(story).endings.values():
        position, words = play.start(), []
        for name in ending.path:
            choice = next(one for one in play.offered(position) if one.id == name)
            words.append(choice.text)
            position = play.take(position, choice)
        yield ending.scene.text, words


def take(one: Learner, quiz: str, answers: Callable[[Interaction], Any], module: Module) -> None:
    """Answer what is asked in a quiz, and hand it in where that has a button."""
    asked = {question.id: question.interaction() for question in module.questions()}
    forms = one.sco.locator(f"[data-quiz='{quiz}'] form[data-question]:visible")
    for name in forms.evaluate_all("(forms) => forms.map((form) => form.id)"):
        one.answer(name, answers(asked[name]))
    submit = one.sco.locator(f"[data-quiz='{quiz}'] [data-action=submit-quiz]")
    if submit.is_visible():
        one.submit(quiz)


@pytest.mark.parametrize("module", MODULES)
def test_each_quiz_can_be_failed_and_passed(module: str, learner: Callable[..., Learner]) -> None:
    """On a phone. Whoever fails may try again, and what the LMS has in the end is that it is passed."""
    text = text_of(module)
    if text.success is None:
        pytest.skip("this module is completed, not passed")
    one = learner(f"social-media:{module}", "scorm2004-4", viewport=PHONE)
    one.open()
    for page in text.pages():
        one.go(page.id)
    for quiz in text.quizzes():
        one.go(next(page.id for page in text.pages() if quiz in page.blocks))
        take(one, quiz.id, wrong, text)
        one.calls()
        assert one.lms.record["success"] != "passed"
        one.retry(quiz.id)
        take(one, quiz.id, right, text)
    one.exit()
    assert one.lms.record["success"] == "passed"


@pytest.mark.parametrize("module", MODULES)
def test_each_story_is_played_to_each_end(module: str, learner: Callable[..., Learner]) -> None:
    """At a desk. The end is shown, and what it teaches."""
    text = text_of(module)
    one = learner(f"social-media:{module}", "scorm2004-4")
    one.open()
    for page in text.pages():
        for question in text.questions():
            story = question.interaction().story
            if story is None or question not in page.blocks:
                continue
            one.go(page.id)
            for title, words in endings(story):
                one.answer(question.id, words)
                expect(one.form(question.id).get_by_role("heading", name=title, exact=True)).to_be_visible()
                expect(one.form(question.id).locator(".debrief")).to_be_visible()
                one.again(question.id)
