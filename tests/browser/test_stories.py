"""Every story at every standard, in the strict LMS against its transcript, in scorm-again, and on the plain web."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.browser.stories import Story, all_stories, play, text_of, transcript_file

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner

STORIES = all_stories()
TOLD = [pytest.param(story, name, id=f"{name}-{story.name}") for story in STORIES for name in story.standards]
AGAIN = [pytest.param(story, name, id=f"{name}-{story.name}") for story in STORIES for name in story.again]
WEB = [pytest.param(story, id=story.name) for story in STORIES if story.web]


@pytest.mark.parametrize(("story", "standard"), TOLD)
def test_makes_the_calls_of_the_transcript(
    story: Story, standard: str, learner: Callable[..., Learner]
) -> None:
    """With `SMTRAIN_REWRITE=1` the transcript is written anew; read the difference like code."""
    one = learner(story.course, standard)
    told = text_of(play(story, one))
    file = transcript_file(story, standard)
    if os.environ.get("SMTRAIN_REWRITE"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(told, "utf-8")
    assert told.splitlines() == file.read_text("utf-8").splitlines()
    assert one.problems == []


@pytest.mark.parametrize(("story", "standard"), AGAIN)
def test_goes_the_same_way_in_scorm_again(
    story: Story, standard: str, learner: Callable[..., Learner]
) -> None:
    """An LMS run-time by other people records the same outcome and gives back what was kept."""
    one = learner(story.course, standard, run_time="again")
    play(story, one)
    assert one.problems == []


@pytest.mark.parametrize("story", WEB)
def test_goes_the_same_way_without_an_lms(story: Story, learner: Callable[..., Learner]) -> None:
    """The plain web build needs nobody to keep what the learner did."""
    one = learner(story.course, "web")
    play(story, one)
    assert one.problems == []
