"""What holds for every transcript, whatever the story: the parts E and B of the standards checklist.

The transcripts themselves are compared with what the player does by `tests/browser/test_stories.py`; here each
rule is held against all of them, so that a transcript rewritten in a hurry cannot make a bad habit the norm.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).resolve().parent
STORIES = sorted(file.stem for file in (HERE / "stories").glob("*.json"))

BROKEN = ("lms-throws", "lms-throws-on-set", "lms-silent", "lms-missing", "session-over")
RELIABLE = [name for name in STORIES if name not in BROKEN]
"""Stories in which the LMS takes part as it should, or comes back."""

PLACE = re.compile(r"^cmi\.interactions\.(\d+)\.(.+)$")


@dataclass(frozen=True)
class Call:
    """One line of a transcript."""

    name: str
    element: str
    value: str
    returned: Any
    error: str
    event: int


@dataclass(frozen=True)
class Transcript:
    """The calls of one story at one standard."""

    standard: str
    story: str

    @cached_property
    def calls(self) -> list[Call]:
        """Every call, in order."""
        file = HERE / "transcripts" / self.standard / f"{self.story}.json"
        return [
            _call(line, number)
            for number, event in enumerate(json.loads(file.read_text("utf-8")))
            for line in event["calls"]
        ]

    @property
    def is_12(self) -> bool:
        """Speaks SCORM 1.2."""
        return self.standard == "scorm12"

    @cached_property
    def sessions(self) -> list[list[Call]]:
        """The calls of each launch."""
        found: list[list[Call]] = []
        for call in self.calls:
            if call.name.endswith("Initialize"):
                found.append([])
            found[-1].append(call)
        return found

    @property
    def sets(self) -> list[Call]:
        """Every value set, in order."""
        return [call for call in self.calls if call.name.endswith("SetValue")]

    def values(self, element: str) -> list[str]:
        """Every value an element was set to."""
        return [call.value for call in self.sets if call.element == element]


def _call(line: list[Any], event: int) -> Call:
    arrow = line.index("→")
    name, element, *value = line[:arrow]
    returned, error = [*line[arrow + 1 :], ""][:2]
    return Call(name, element, value[0] if value else "", returned, str(error), event)


def _all(stories: list[str]) -> list[Any]:
    return [
        pytest.param(Transcript(folder.name, story), id=f"{folder.name}-{story}")
        for folder in sorted((HERE / "transcripts").iterdir())
        for story in stories
        if (folder / f"{story}.json").exists()
    ]


every = pytest.mark.parametrize("told", _all(STORIES))
every_reliable = pytest.mark.parametrize("told", _all(RELIABLE))


def test_there_is_a_transcript_for_every_story_and_none_besides() -> None:
    """A story nobody wrote down, or a transcript nobody tells, would be silence taken for proof."""
    for folder in (HERE / "transcripts").iterdir():
        told = {file.stem for file in folder.glob("*.json")}
        wanted = {
            name
            for name in STORIES
            if folder.name
            in json.loads((HERE / "stories" / f"{name}.json").read_text("utf-8")).get(
                "standards", [folder.name]
            )
        }
        assert told == wanted


@every
def test_25_one_start_and_at_most_one_end_for_each_launch(told: Transcript) -> None:
    """Checklist 25: and nothing is called after the end."""
    for session in told.sessions:
        names = [call.name.removeprefix("LMS") for call in session]
        ends = [at for at, name in enumerate(names) if name in ("Finish", "Terminate")]
        assert names.count("Initialize") == 1
        assert names[0] == "Initialize"
        assert ends in ([], [len(names) - 1])


@every
def test_26_the_argument_of_start_commit_and_end_is_empty(told: Transcript) -> None:
    """Checklist 26."""
    for call in told.calls:
        if not call.name.endswith("Value"):
            assert call.element == ""


@every_reliable
def test_41_nothing_the_strict_lms_refuses_is_ever_set(told: Transcript) -> None:
    """Checklist 41 to 45 and 47: types, limits and order are what the strict mock checks at every SetValue."""
    optional = "cmi.interactions." if told.story == "interactions-unsupported" else None
    refused = [call for call in told.sets if call.error != "0" and call.returned != "true"]
    assert [call for call in refused if optional is None or not call.element.startswith(optional)] == []


@every_reliable
def test_31_the_first_launch_is_incomplete_and_committed_at_once(told: Transcript) -> None:
    """Checklist 31 and 40: before the learner can leave, the status and the exit are with the LMS."""
    if told.story == "browse-mode":
        return
    status = "cmi.core.lesson_status" if told.is_12 else "cmi.completion_status"
    first = [call for call in told.calls if call.event == 0]
    set_first = {call.element: call.value for call in first if call.name.endswith("SetValue")}
    assert set_first[status] == "incomplete"
    assert set_first["cmi.core.exit" if told.is_12 else "cmi.exit"] == "suspend"
    assert first[-1].name.endswith("Commit")


@every
def test_32_no_status_is_ever_lowered(told: Transcript) -> None:
    """Checklist 32: over all launches, as a registration lives on."""
    order = {"incomplete": 0, "failed": 1, "completed": 2, "passed": 3}
    elements = ["cmi.core.lesson_status"] if told.is_12 else ["cmi.completion_status", "cmi.success_status"]
    for element in elements:
        values = [order[value] for value in told.values(element)]
        assert values == sorted(values)


@every_reliable
def test_33_score_then_success_then_completion(told: Transcript) -> None:
    """Checklist 33: in SCORM 2004 the success is committed before the completion is set."""
    names = [call.element if call.name.endswith("SetValue") else call.name for call in told.calls]
    decided = "cmi.core.lesson_status" if told.is_12 else "cmi.success_status"
    raw = "cmi.core.score.raw" if told.is_12 else "cmi.score.raw"
    for at, call in enumerate(told.calls):
        if call.element == decided and call.value in ("passed", "failed"):
            assert raw in names[:at]
            assert raw not in names[at + 1 : names.index("LMSCommit" if told.is_12 else "Commit", at)]
        if call.element == "cmi.completion_status" and call.value == "completed" and decided in names[:at]:
            success = max(n for n, name in enumerate(names[:at]) if name == decided)
            assert "Commit" in names[success:at]


@every
def test_34_a_score_comes_with_all_its_parts(told: Transcript) -> None:
    """Checklist 34: raw, min 0 and max 100; in SCORM 2004 scaled is a hundredth of raw."""
    at = "cmi.core.score" if told.is_12 else "cmi.score"
    raws = told.values(f"{at}.raw")
    assert set(told.values(f"{at}.min")) == ({"0"} if raws else set())
    assert set(told.values(f"{at}.max")) == ({"100"} if raws else set())
    if not told.is_12:
        scaled = told.values(f"{at}.scaled")
        assert {round(float(value) * 100, 2) for value in scaled} == {float(value) for value in raws}


@every
def test_35_no_score_before_a_quiz_and_none_lower_than_before(told: Transcript) -> None:
    """Checklist 35 and, for a module without a quiz, 37."""
    at = "cmi.core.score" if told.is_12 else "cmi.score"
    raws = [float(value) for value in told.values(f"{at}.raw")]
    assert raws == sorted(raws)
    assert all(call.event > 0 for call in told.sets if call.element.startswith(at))
    if told.story == "content-only":
        assert raws == []
        assert told.values("cmi.success_status") == []


@every
def test_40_the_exit_is_suspend(told: Transcript) -> None:
    """Checklist 40: in every launch, and nothing else."""
    assert set(told.values("cmi.core.exit" if told.is_12 else "cmi.exit")) <= {"suspend"}


@pytest.mark.parametrize("told", _all([name for name in RELIABLE if name != "interactions-unsupported"]))
def test_42_records_begin_with_id_and_type_and_leave_no_gap(told: Transcript) -> None:
    """Checklist 42: over all launches of one registration, and no two have the same id."""
    found = [(match, call) for call in told.sets if (match := PLACE.match(call.element))]
    records = [list(group) for _, group in groupby(found, key=lambda one: one[0][1])]
    assert [int(record[0][0][1]) for record in records] == list(range(len(records)))
    assert all([match[2] for match, _ in record[:2]] == ["id", "type"] for record in records)
    ids = [record[0][1].value for record in records]
    assert len(set(ids)) == len(ids)


@every
def test_43_names_of_options_are_plain(told: Transcript) -> None:
    """Checklist 43: letters, digits and `_`; one character each in SCORM 1.2."""
    separators = r"[,.]" if told.is_12 else r"\[[,.]\]"
    name = r"[0-9a-z]" if told.is_12 else r"[A-Za-z0-9_]{1,20}"
    kind = ""
    for call in told.sets:
        kind = call.value if call.element.endswith(".type") else kind
        if kind in ("choice", "matching", "sequencing") and call.element.endswith(("response", ".pattern")):
            assert re.fullmatch(f"{name}({separators}{name})*", call.value)


@every
def test_44_results_and_numbers_in_the_words_of_the_standard(told: Transcript) -> None:
    """Checklist 44: `wrong` in SCORM 1.2, `incorrect` and ranges with `[:]` in SCORM 2004."""
    wrong = "wrong" if told.is_12 else "incorrect"
    for before, call in pairwise(told.sets):
        if call.element.endswith(".result"):
            assert call.value in ("correct", wrong, "neutral")
        if before.value == "numeric" and call.element.endswith(".pattern"):
            assert "[:]" in call.value or told.is_12


@every
def test_45_texts_are_one_line_and_short(told: Transcript) -> None:
    """Checklist 45."""
    most = {"description": 250, "student_response": 255, "pattern": 4000, "learner_response": 4000}
    for call in told.sets:
        last = call.element.rpartition(".")[2]
        if call.element.startswith("cmi.interactions."):
            assert not re.search(r"[\r\n\t]", call.value)
            assert len(call.value) <= most.get(last, 4000)


@every
def test_47_and_48_suspend_data_are_short_printable_ascii(told: Transcript) -> None:
    """Checklist 47 and 48, also where the learner wrote more than can be kept."""
    for value in told.values("cmi.suspend_data"):
        assert len(value) <= (4096 if told.is_12 else 64000)
        assert re.fullmatch(r"[ -~]*", value)


@every
def test_52_what_is_sent_while_the_page_goes_away_is_small(told: Transcript) -> None:
    """Checklist 52: url-encoded below 60 KB, the most a beacon takes."""
    from urllib.parse import urlencode

    for session in told.sessions:
        values = {call.element: call.value for call in session if call.name.endswith("SetValue")}
        if session[-1].name.endswith(("Finish", "Terminate")):
            assert len(urlencode(values)) < 60_000


@every
def test_59_only_the_exit_button_asks_for_navigation(told: Transcript) -> None:
    """Checklist 59: in SCORM 2004, right before the end, and never when the page is taken away."""
    file = HERE / "transcripts" / told.standard / f"{told.story}.json"
    for event in json.loads(file.read_text("utf-8")):
        asked = [line[2] for line in event["calls"] if line[1] == "adl.nav.request"]
        writes = any(line[0] == "SetValue" for line in event["calls"])
        assert asked == (["suspendAll"] if writes and event["event"] == "exit" else [])
