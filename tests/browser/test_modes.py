"""The same first visit in LMSs that differ from the standard, each in the way public documents tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.stories import play, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner

COMMON = ["open-edx", "cornerstone", "getters-undefined", "both-apis"]
ANSWERS = ["returns-false", "returns-boolean", "returns-number", "returns-upper-case", "getters-null"]
"""Ways of answering, which the part that speaks to either API hears the same."""

CASES = [
    *[("scorm12", mode) for mode in [*COMMON, *ANSWERS, "moodle12"]],
    *[("scorm2004-4", mode) for mode in [*COMMON, "moodle2004"]],
]


@pytest.mark.parametrize(("standard", "mode"), CASES)
def test_24_26_28_30_a_first_visit_passes_in_every_lms(
    standard: str, mode: str, learner: Callable[..., Learner]
) -> None:
    """Checklist 24, 26, 28, 30 and 33: what the LMS answers and how does not change what it records."""
    story = read_story("first-visit-passes")
    one = learner(story.course, standard)
    play(story, one, modes=[mode])
    assert one.complaints() == []
    assert one.problems == []
    expect(one.slot("banner")).to_be_hidden()


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-3"])
def test_55_open_edx_resumes_from_suspend_data_alone(standard: str, learner: Callable[..., Learner]) -> None:
    """Open edX answers "" to status, entry and mode; what we keep ourselves is enough, and never lowered."""
    one = learner("final", standard)
    play(read_story("relaunch-after-completion"), one, modes=["open-edx"])
    assert one.lms.record == {"completion": "completed", "success": "passed", "score": 100}


@pytest.mark.parametrize("standard", ["scorm12"])
def test_a_slow_commit_holds_nobody_up_for_long(standard: str, learner: Callable[..., Learner]) -> None:
    """Half a second for each commit: a whole visit needs few enough of them to bear."""
    one = learner("final", standard)
    transcript = play(read_story("first-visit-passes"), one, modes=["slow-commit"])
    commits = [line for event in transcript for line in event["calls"] if line[0].endswith("Commit")]
    assert len(commits) <= 5
