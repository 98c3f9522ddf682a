"""The standards checklist for a package at run time, items 21 to 60: each has a test or a story that names it.

A test names its items in its own name, `test_21_22_…`; a story in its `checks`.
"""

from __future__ import annotations

import re
from pathlib import Path

from tests.browser.stories import all_stories

ITEMS = {
    21: "the API is found in self, parents, openers, and openers of parents",
    22: "windows of another origin are passed by",
    23: "an API that is three seconds late is found",
    24: "only the package's own API is used",
    25: "one start, at most one end, nothing after it",
    26: "empty arguments; true, TRUE and 1 are yes",
    27: "a session that goes on is continued; one that is over asks for a relaunch",
    28: "false with error 0 is success",
    29: "every call may throw",
    30: "every read may be a number, null, undefined or blank",
    31: "the first launch is incomplete, and committed",
    32: "no status is lowered",
    33: "score, then success, then completion",
    34: "raw, min, max and scaled belong together",
    35: "no score before a quiz; none lower than before",
    36: "the LMS's pass mark is in force",
    37: "content alone: completed, no score",
    38: "failed with tries left is incomplete, without it is failed",
    39: "review and browse write nothing",
    40: "the exit is suspend",
    41: "times, moments and numbers in the standard's form",
    42: "id, then type; no gap; no id twice",
    43: "plain names of options",
    44: "results and numeric patterns in the standard's words",
    45: "texts on one line, not too long",
    46: "an LMS without interactions",
    47: "suspend data within the limit; detail goes first",
    48: "suspend data in printable ASCII",
    49: "a killed tab loses no submitted answer",
    50: "no unload",
    51: "pagehide ends once, a hidden page commits",
    52: "little is sent while the page goes away",
    53: "few commits for looking at pages",
    54: "three failures raise the banner, recovery clears it",
    55: "resume, also from what is broken or foreign",
    56: "a changed course keeps what was done",
    57: "visible time only",
    58: "no LMS, no localStorage",
    59: "the exit asks for navigation, ends, and says so",
    60: "a reload goes on",
}

TESTS = Path(__file__).resolve().parents[1]
NAMED = re.compile(r"^def test((?:_\d\d)+)_", re.MULTILINE)


def test_every_item_is_proved_somewhere() -> None:
    """And no test names an item that is not on the list."""
    files = [*(TESTS / "browser").glob("test_*.py"), *(TESTS / "player").glob("test_*.py")]
    names = [name for file in files for name in NAMED.findall(file.read_text("utf-8"))]
    proved = {int(number) for name in names for number in name.split("_")[1:]}
    proved |= {number for story in all_stories() for number in story.checks}
    assert {number: words for number, words in ITEMS.items() if number not in proved} == {}
    assert proved - ITEMS.keys() <= {18, 19, 20}
