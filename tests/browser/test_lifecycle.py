"""From launch to dismissal: what is sent when, what is kept, and what no accident may lose."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.stories import act, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner
    from tests.browser.packages import Packages

BOTH = pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])

HIDE = """(hidden) => {
  const seen = { visibilityState: hidden ? "hidden" : "visible", hidden };
  for (const [name, value] of Object.entries(seen)) {
    Object.defineProperty(document, name, { value, configurable: true });
  }
  document.dispatchEvent(new Event("visibilitychange"));
}"""


def names(calls: list[dict[str, Any]]) -> list[str]:
    """The calls' names as SCORM 2004 has them."""
    return [call["call"].removeprefix("LMS").replace("Finish", "Terminate") for call in calls]


def value(one: Learner, element: str) -> str:
    """A value the LMS has stored, by its SCORM 2004 name."""
    old = {"session_time": "core.session_time", "location": "core.lesson_location"}
    return one.lms.values[f"cmi.{old.get(element, element) if one.standard == 'scorm12' else element}"]


def seconds(span: str) -> float:
    """`0000:01:30.00` or `PT0H1M30.00S` in seconds."""
    hours, minutes, rest = (float(part) for part in re.findall(r"\d+\.?\d*", span))
    return hours * 3600 + minutes * 60 + rest


@BOTH
def test_51_a_hidden_page_is_committed_not_ended(standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 51: a phone that is put away may never come back; a tab that is, goes on."""
    one = learner("final", standard)
    one.open()
    one.next()
    one.calls()
    one.sco.evaluate(HIDE, arg=True)
    hidden = names(one.calls())
    assert "Commit" in hidden
    assert "Terminate" not in hidden
    one.sco.evaluate(HIDE, arg=False)
    one.next()
    expect(one.sco.locator("[data-page=check]")).to_be_visible()


@BOTH
@pytest.mark.parametrize("beacon", [True, False], ids=["with beacon", "without beacon"])
def test_51_a_removed_frame_ends_the_session_once(
    beacon: bool, standard: str, learner: Callable[..., Learner]
) -> None:
    """Checklist 49 and 51: and where the LMS loses what comes that late, all but the last moments is there."""
    one = learner("final", standard)
    one.open(beacon=beacon)
    one.answer("q-practice", ["Everybody who can see the post"])
    one.wait(5)
    one.next()
    one.calls()
    one.leave()
    assert names(one.calls()).count("Terminate") == 1
    assert '"vech"' in one.lms.suspend or json.loads(one.lms.suspend)["q"]
    one.open()
    expect(one.form("q-practice")).to_have_attribute("data-state", "right")


@BOTH
def test_53_pages_turned_quickly_make_few_commits(standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 53: at most one commit in fifteen seconds for looking at pages; at once for a status."""
    one = learner("reading", standard)
    one.open()
    one.next()
    assert names(one.calls()).count("Commit") >= 2, "the status goes out at once"
    for _ in range(15):
        one.previous()
        one.wait(2)
        one.next()
        one.wait(2)
    assert names(one.calls()).count("Commit") <= 5


STRANGE = [
    '{"v":1,"c":"fin',
    "null",
    "[1,2]",
    '{"v":99,"c":"final"}',
    '{"v":1,"c":"another","p":"x"}',
    '{"v":1,"c":"final","k":7,"p":{},"l":[],"t":"x","m":"NaN","g":null,"n":-1,"d":"","w":{}}',
    '{"v":1,"c":"final","k":{"vech":null,"viwu":[1],"0vkf":"x"},"p":"zz..","l":"gone"}',
    "viewed=1,2,3|score=80",
]


@BOTH
def test_55_suspend_data_that_are_not_ours_start_clean(
    standard: str, learner: Callable[..., Learner]
) -> None:
    """Checklist 55: broken, foreign or from the future: no exception, a first page, a course that works."""
    one = learner("final", standard)
    prefix = "cmi.core." if standard == "scorm12" else "cmi."
    for suspend in STRANGE:
        values = {"cmi.suspend_data": suspend, f"{prefix}exit": "suspend"}
        one.site.stores[one.lms.store] = {"values": values, "finished": True, "history": []}
        one.open()
        expect(one.sco.locator("[data-page=why]")).to_be_visible()
        one.answer("q-practice", ["Everybody who can see the post"])
        expect(one.form("q-practice")).to_have_attribute("data-state", "right")
        assert one.problems == [], suspend


@BOTH
def test_32_a_lost_state_never_lowers_what_the_lms_knows(
    standard: str, learner: Callable[..., Learner]
) -> None:
    """Checklist 32: an LMS that deletes the suspend data of a passed course keeps the status and the score."""
    one = learner("final", standard)
    if standard == "scorm12":
        values = {"cmi.core.lesson_status": "passed", "cmi.core.score.raw": "90"}
    else:
        values = {"cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.exit": "suspend"}
        values |= {"cmi.score.scaled": "0.9", "cmi.score.raw": "90"}
    one.site.stores[one.lms.store] = {"values": values, "finished": True, "history": []}
    one.open()
    act(one, read_story("fails-retries-passes").events[1:8])
    one.leave()
    assert one.lms.record == {"completion": "completed", "success": "passed", "score": 90}


@BOTH
def test_41_57_only_time_in_sight_is_counted(standard: str, learner: Callable[..., Learner]) -> None:
    """Checklist 41 and 57: a hidden hour is nothing, a night asleep at most five minutes."""
    one = learner("reading", standard)
    one.open()
    one.wait(90)
    one.sco.evaluate(HIDE, arg=True)
    assert seconds(value(one, "session_time")) == pytest.approx(90, abs=2)
    one.wait(3600)
    one.sco.evaluate(HIDE, arg=False)
    one.wait(10)
    one.sco.evaluate(HIDE, arg=True)
    assert seconds(value(one, "session_time")) == pytest.approx(100, abs=20)
    one.sco.evaluate(HIDE, arg=False)
    one.context.clock.fast_forward("09:00:00")
    one.leave()
    assert seconds(value(one, "session_time")) <= 100 + 20 + 300


BLOCKED = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
"""


@pytest.mark.parametrize(
    ("standard", "launch"),
    [("web", {}), ("scorm12", {"modes": ["missing"], "seconds": 6}), ("scorm2004-4", {})],
)
def test_58_runs_where_the_browser_keeps_nothing(
    standard: str, launch: dict[str, Any], learner: Callable[..., Learner]
) -> None:
    """Checklist 58: a third-party frame with blocked storage."""
    one = learner("final", standard)
    one.context.add_init_script(BLOCKED)
    one.open(**launch)
    one.answer("q-practice", ["Everybody who can see the post"])
    expect(one.form("q-practice")).to_have_attribute("data-state", "right")
    one.next()
    expect(one.sco.locator("[data-page=how]")).to_be_visible()
    assert one.problems == []


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-3", "scorm2004-4", "web"])
def test_50_no_unload_in_what_is_shipped(standard: str, packages: Packages) -> None:
    """Checklist 50: browsers are giving `unload` up; that all this works without is proved by every story."""
    folder = packages.get("final", standard).folder
    for file in [*folder.glob("*.js"), *folder.glob("*.html")]:
        assert not re.search(r"(?<!before)unload", file.read_text("utf-8"))
