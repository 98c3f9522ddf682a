"""How long a page takes."""

from __future__ import annotations

from typing import Any

import pytest

from smtrain.kinds.choose_one import ChooseOne
from smtrain.kinds.notes import TrainerNotes
from smtrain.kinds.video import Video
from smtrain.model.course import Page
from smtrain.model.question import Pool, Quiz
from smtrain.render.pace import A_QUESTION, page_seconds
from tests.render.sample import AT, asks, choice, para

MANY = "word " * 456


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
