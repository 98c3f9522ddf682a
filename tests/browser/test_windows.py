"""Where the LMS's API may be, from the content's point of view."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner

PLACES: dict[str, dict[str, Any]] = {
    "parent": {},
    "great-grandparent": {"shells": ["near", "near"]},
    "opener": {"popup": True},
    "parent's opener": {"popup": True, "shells": ["near"]},
    "top's opener": {"popup": True, "shells": ["near", "near"]},
    "beyond a frame of another origin": {"shells": ["foreign"]},
    "between frames of another origin": {"shells": ["near", "foreign", "near"]},
    "opener of a foreign frame": {"popup": True, "shells": ["foreign"]},
}


@pytest.mark.parametrize(
    ("place", "standard"), [*[(place, "scorm12") for place in PLACES], ("top's opener", "scorm2004-4")]
)
def test_21_22_finds_the_api(place: str, standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 21 and 22: in a parent, an opener, an opener's frame, and past windows that refuse a look."""
    one = learner("reading", standard)
    one.open(**PLACES[place])
    assert one.lms.record["completion"] == "incomplete"
    expect(one.slot("banner")).to_be_hidden()
    assert one.problems == []


OWN_API = """
if (location.pathname.startsWith("/package/")) {
  window.said = [];
  const answer = (call) => (...args) => {
    said.push([call, ...args]);
    return call === "LMSGetValue" ? "" : call === "LMSGetLastError" ? "0" : "true";
  };
  window.API = Object.fromEntries(
    ["Initialize", "Finish", "GetValue", "SetValue", "Commit", "GetLastError", "GetErrorString", "GetDiagnostic"]
      .map((call) => ["LMS" + call, answer("LMS" + call)]),
  );
}
"""


def test_21_finds_the_api_in_its_own_window(learner: Callable[..., Learner]) -> None:
    """Checklist 21: some LMSs put their script into the page itself; it comes before all others."""
    one = learner("reading", "scorm12")
    one.context.add_init_script(OWN_API)
    one.open()
    said = one.sco.evaluate("said.map((call) => call[0])")
    assert said[0] == "LMSInitialize"
    assert one.calls() == []


def test_22_an_lms_of_another_origin_is_no_lms(learner: Callable[..., Learner]) -> None:
    """Content on a server of its own cannot reach the LMS: the learner is told, and goes on."""
    one = learner("reading", "scorm12")
    one.open(foreign=True, seconds=6)
    expect(one.slot("banner")).to_be_visible()
    one.next()
    expect(one.sco.locator("[data-page=second]")).to_be_visible()
    assert one.problems == []


def test_23_the_learner_is_told_while_the_lms_is_awaited(learner: Callable[..., Learner]) -> None:
    """Checklist 23: an API that is three seconds late is used, and the waiting is not silent."""
    one = learner("reading", "scorm2004-3")
    one.open(modes=["late"], seconds=1)
    expect(one.slot("banner")).to_be_visible()
    one.wait(3)
    expect(one.slot("banner")).to_be_hidden()
    assert one.lms.record["completion"] == "incomplete"


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])
def test_59_a_window_of_its_own_is_closed_at_the_end(standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 59: in a frame a note says that the end is reached; a window the LMS opened is closed."""
    framed = learner("reading", standard)
    framed.open()
    framed.go("result")
    framed.exit()
    expect(framed.slot("exit-note")).not_to_be_empty()

    popup = learner("reading", standard)
    popup.open(popup=True)
    with popup.sco.page.expect_event("close"):
        popup.sco.locator("[data-action=exit]:visible").first.click(no_wait_after=True)
    assert popup.calls()[-1]["call"] in ("LMSFinish", "Terminate")
