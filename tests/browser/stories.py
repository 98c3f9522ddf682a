"""Stories: a learner's sessions as data, and the transcript of what the player said to the LMS.

A story is a list of events, each `{"do": <verb>, ...}`. The verbs are the methods of `Learner` and of
`Witness`. The same story is played at every standard and in every LMS.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.browser.learner import Learner

PLAYER = Path(__file__).resolve().parents[1] / "player"
STORIES = PLAYER / "stories"
TRANSCRIPTS = PLAYER / "transcripts"

TIMED = re.compile(r"\.(session_time|timestamp|time|latency)$")


@dataclass(frozen=True)
class Story:
    """One story: see the files in `tests/player/stories`."""

    name: str
    about: str
    course: str
    events: list[dict[str, Any]]
    standards: Sequence[str] = ("scorm12", "scorm2004-3", "scorm2004-4")
    web: bool = False
    """It can be played without an LMS too."""
    again: Sequence[str] = ()
    """The standards at which it is also played in scorm-again."""
    checks: Sequence[int] = ()
    """The items of the standards checklist it proves, by number."""


def read_story(name: str) -> Story:
    """The story of that name."""
    return Story(name, **json.loads((STORIES / f"{name}.json").read_text("utf-8")))


def all_stories() -> list[Story]:
    """Every story there is, by name."""
    return [read_story(file.stem) for file in sorted(STORIES.glob("*.json"))]


@dataclass
class Witness:
    """Says whether things are as the story tells: the verbs that look and do nothing."""

    learner: Learner
    calls: list[dict[str, Any]] = field(default_factory=list)
    _silent_from: int | None = None

    def sees(self, **what: Any) -> None:
        """The learner sees this: a `page`, a `question` in a `state`, pages marked as `seen`, a `banner`.

        Or the questions `asked` on the page, all of them, or a `text` on it.
        """
        sco = self.learner.sco
        if "page" in what:
            expect(sco.locator("main > .page:visible")).to_have_attribute("data-page", what["page"])
        if "question" in what:
            expect(self.learner.form(what["question"])).to_have_attribute("data-state", what["state"])
        if "asked" in what:
            shown = sco.locator("main > .page:visible form[data-question]:visible")
            assert [form.get_attribute("id") for form in shown.all()] == what["asked"]
        if "text" in what:
            expect(sco.locator("main > .page:visible")).to_contain_text(what["text"])
        for page in what.get("seen", []):
            link = sco.locator(f"[data-menu='{page}']")
            expect(link).to_have_attribute("data-state", re.compile("seen|done|todo"))
        if "banner" in what:
            banner = self.learner.slot("banner")
            expect(banner).to_be_visible() if what["banner"] else expect(banner).to_be_hidden()

    def recorded(self, **what: Any) -> None:
        """The LMS has stored this: `completion`, `success`, `score`."""
        if self.learner.standard != "web":
            record = self.learner.lms.record
            assert {name: record[name] for name in what} == what

    def writes(self, *, nothing: bool) -> None:
        """From here on no value is set."""
        self._silent_from = len(self.calls) if nothing else None

    def at_the_end(self) -> None:
        """What can only be said when the story is over."""
        if self._silent_from is not None:
            assert [call for call in self.calls[self._silent_from :] if "SetValue" in call["call"]] == []


def play(story: Story, learner: Learner, modes: Sequence[str] = ()) -> list[dict[str, Any]]:
    """Play a story, in an LMS with these modes besides the story's own; what was called, event by event."""
    witness = Witness(learner)
    transcript: list[dict[str, Any]] = []
    for event in story.events:
        verb, details = event["do"], {name: value for name, value in event.items() if name != "do"}
        if verb == "open" and modes:
            details["modes"] = [*modes, *details.get("modes", [])]
        actor = witness if hasattr(witness, verb) else learner
        if verb in ("open", "kill", "reload"):
            witness.calls += (before := learner.calls() if hasattr(learner, "page") else [])
            _append(transcript, "(before that)", before)
        getattr(actor, verb)(**details)
        witness.calls += (calls := learner.calls())
        _append(transcript, _title(event), calls)
    witness.at_the_end()
    return transcript


def act(learner: Learner, events: Sequence[dict[str, Any]], *verbs: str) -> None:
    """Do what a learner does in these events: all of it, or these verbs only."""
    for event in events:
        if not verbs or event["do"] in verbs:
            getattr(learner, event["do"])(**{name: value for name, value in event.items() if name != "do"})


def answer_everything(learner: Learner) -> None:
    """Answer the practice questions and the quiz of the tour, from the story of every kind."""
    act(learner, read_story("every-kind").events, "go", "answer", "submit")


def _append(transcript: list[dict[str, Any]], title: str, calls: list[dict[str, Any]]) -> None:
    if calls:
        transcript.append({"event": title, "calls": [_line(call) for call in calls]})


def _title(event: dict[str, Any]) -> str:
    """`answer q-leak`, `open elsewhere`: the verb and the names in an event."""
    names = ("question", "quiz", "to", "seconds", "updated", "page")
    shown = [str(event[name]) for name in names if name in event]
    flags = [name for name, value in event.items() if value is True]
    return " ".join([event["do"], *shown, *flags, *event.get("modes", [])])


def _line(call: dict[str, Any]) -> list[Any]:
    """A call with what it returned and the error after it; times are not the player's to choose."""
    name, *values = call["args"]
    shown = ["<time>" for _ in values] if TIMED.search(str(name)) else values
    result = [call["thrown"]] if "thrown" in call else [call["returned"], call["error"]]
    return [call["call"], name, *shown, "→", *result]


def transcript_file(story: Story, standard: str) -> Path:
    """Where the transcript of a story at a standard is kept."""
    return TRANSCRIPTS / standard / f"{story.name}.json"


def text_of(transcript: list[dict[str, Any]]) -> str:
    """A transcript as a file: one call a line, so that a change reads like code."""
    entries = []
    for entry in transcript:
        lines = ",\n".join(f"      {json.dumps(line, ensure_ascii=False)}" for line in entry["calls"])
        entries.append(
            f'  {{\n    "event": {json.dumps(entry["event"])},\n    "calls": [\n{lines}\n    ]\n  }}'
        )
    return "[\n" + ",\n".join(entries) + "\n]\n" if entries else "[]\n"
