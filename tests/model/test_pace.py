"""How long a page takes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from smtrain.kinds.choose_one import ChooseOne
from smtrain.kinds.notes import TrainerNotes
from smtrain.kinds.video import Video
from smtrain.model.audience import Condition
from smtrain.model.course import Conditional, Lesson, Module, Page
from smtrain.model.pace import A_QUESTION, module_seconds, page_seconds
from smtrain.model.paths import chances
from smtrain.model.question import Boxes, Pool, Quiz
from smtrain.model.story import Choice, Scene, Story
from tests.render.sample import AT, asks, choice, para

MANY = "word " * 456
FORK = Story(
    (
        Scene("a", (Choice("x", "b"), Choice("y", "c"))),
        Scene("b", (Choice("x", "c"),)),
        Scene("c", end="safe"),
    )
)


def page(*blocks: object) -> Page:
    """A page without a title."""
    return Page(AT, "p", (), tuple(blocks))  # type: ignore[arg-type]


@pytest.mark.parametrize(("language", "seconds"), [("en", 120), ("EN-gb", 120), ("de", 153), ("xx", 137)])
def test_words_are_read_at_the_pace_of_the_language(language: str, seconds: int) -> None:
    """456 words: two minutes in English, longer in German, whose words are longer."""
    assert page_seconds(page(para(MANY)), language) == seconds


def test_japanese_is_counted_in_characters() -> None:
    """It has no spaces between words; spaces that are there count nothing."""
    assert page_seconds(page(para("語" * 357 + " \n")), "ja") == 60


def test_questions_take_time_to_think() -> None:
    """Beside the words of the question and its choices."""
    asked = ChooseOne(**asks("q", "One two three?"), choices=(choice("a", "Four", True), choice("b", "Five")))
    assert page_seconds(page(asked), "en") == A_QUESTION + 1


def test_of_a_pool_only_what_is_drawn_counts() -> None:
    """One of three questions; a pool that gives all of them counts all."""
    made = [ChooseOne(**asks(f"q{n}", "Why?"), choices=(choice("a", "So", True),)) for n in range(3)]
    whole = page_seconds(page(*made), "en")
    assert page_seconds(page(Pool(span=AT, id="z", blocks=tuple(made))), "en") == whole
    assert page_seconds(page(Pool(span=AT, id="z", blocks=tuple(made), draw=1)), "en") == round(whole / 3)
    quiz = Quiz(span=AT, id="f", blocks=(Pool(span=AT, id="z", blocks=tuple(made), draw=1), made[0]))
    assert page_seconds(page(quiz), "en") == round(whole * 2 / 3)


def test_a_recording_takes_its_length_and_its_transcript_nothing() -> None:
    """Nobody does both; without a length the transcript is all there is."""
    video: Any = {"span": AT, "id": "v", "title": "", "src": "v.mp4", "captions": "", "require": 0.0}
    known = Video(**video, seconds=90, transcript=(para(MANY),))
    unknown = Video(**video, seconds=0, transcript=(para(MANY),))
    assert page_seconds(page(known), "en") == 90
    assert page_seconds(page(unknown), "en") == 120


def test_notes_for_trainers_take_learners_no_time() -> None:
    """They never reach them. No page takes no time at all."""
    assert page_seconds(page(TrainerNotes(AT, "", (para(MANY),))), "en") == 1


def test_of_what_is_said_to_answers_each_learner_reads_a_part() -> None:
    """One of two remarks, and no hint: nobody asks for all of them."""
    choices = (
        replace(choice("a", "So", True), feedback=(para(MANY),)),
        replace(choice("b", "Not so"), feedback=(para(MANY),)),
    )
    asked = ChooseOne(**{**asks("q", "Why?"), "boxes": Boxes(AT, hints=((para(MANY),),))}, choices=choices)
    assert page_seconds(page(asked), "en") == 120 + A_QUESTION + 1


def test_of_a_story_counts_what_one_learner_sees() -> None:
    """Half of those who decide by chance see the second scene, and the end is for everybody."""
    assert chances(FORK) == {"a": 1.0, "b": 0.5, "c": 1.0}


def test_a_loop_is_read_once() -> None:
    """Who comes back has read the scene already."""
    ring = Story((Scene("a", (Choice("x", "a"), Choice("y", "b"))), Scene("b", end="safe")))
    assert chances(ring)["a"] == 1.0
    assert chances(ring)["b"] == pytest.approx(1.0)


def test_what_some_readers_get_counts_for_half_of_them() -> None:
    """While nobody knows who reads."""
    some = Conditional(AT, Condition(()), (para(MANY),))
    assert page_seconds(page(some), "en") == 60


def test_optional_pages_take_a_module_no_time() -> None:
    """A learner may leave them out."""
    must, may = page(para(MANY)), replace(page(para(MANY)), optional=True)
    module = Module(
        span=AT, id="m", title="M", language="en", folder="", lessons=(Lesson(AT, "", (), (must, may)),)
    )
    assert module_seconds(module) == 120
