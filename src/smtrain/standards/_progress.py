"""How long the suspend data of a module can get when the player has dropped all it can drop."""

from __future__ import annotations

import json
from typing import Any

from smtrain.diagnostics import rule
from smtrain.model.course import Module
from smtrain.model.paths import explore
from smtrain.model.question import Question
from smtrain.render.data import course_data

TOO_MUCH_TO_KEEP = rule(
    "SM815",
    "too-much-to-keep",
    """
    What must be kept of a learner's progress can grow longer than an LMS has room for.

    When it grows too long, the player drops answers, then pages seen. Scores that count, critical
    questions, the questions that pools have drawn and the place in a scenario stay, or learners would lose
    what they have earned.
    SCORM 1.2 has room for about a hundred questions that count one by one; a quiz counts as one.

    Here, the file has 900 questions.

    Bad::

        ## Page

        ::: quiz {#final pass=80%}

        ::: pool {#p1 from=bank/large.md draw=850}

        :::

        :::

    Good::

        ## Page

        ::: quiz {#final pass=80%}

        ::: pool {#p1 from=bank/large.md draw=20}

        :::

        :::

    Source: SCORM 1.2 RTE 3.4.4 (4,096 characters), SCORM 2004 RTE 4.2.26 (64,000).
    """,
)

_FRACTION = 0.333333333333
"""As many digits as the player keeps of a score."""

_TRIES = 999
_SECONDS = 9_999_999
_RECORDS = 9_999
_DAYS = 99_999


def most_to_keep(module: Module) -> int:
    """The characters of the longest text that `write` in the player's `suspend.js` cannot shorten."""
    data = course_data(module, "")
    counted = {part["id"] for part in (data["success"] or {"parts": []})["parts"]}
    keys = {one["id"]: one["key"] for one in data["questions"]}
    kept: dict[str, Any] = {}
    for question in data["questions"]:
        if question["id"] in counted or question.get("critical"):
            sure = 3 if question.get("confidence") else 0
            kept[question["key"]] = [_TRIES, 1 + 2 * sure, _FRACTION, _FRACTION]
    for story in module.questions():
        if path := longest_path(story):
            kept[keys[story.id]] = [_TRIES, 1, _FRACTION, _FRACTION, None, path]
    kept |= {quiz["key"]: [_TRIES, 1, _FRACTION, _FRACTION] for quiz in data["quizzes"]}
    kept |= {item["key"]: [1, 1, 1, 1] for item in data["items"]}
    drawn = {
        pool["key"]: _longest([keys[i] for s in pool["strata"] for i in s], pool["draw"])
        for pool in data["pools"]
    }
    begun = {quiz["key"]: _SECONDS for quiz in data["quizzes"] if quiz.get("seconds")}
    text = json.dumps(
        {
            "v": 1,
            "c": data["id"],
            "r": data["version"],
            "d": 1,
            "w": 1,
            "m": _FRACTION,
            "y": _DAYS,
            "l": _longest([page["key"] for page in data["pages"]], 1),
            "g": 2**32 - 1,
            "t": _SECONDS,
            "n": _RECORDS,
            "p": "",
            "k": kept,
            **({"q": drawn} if drawn else {}),
            **({"s": begun} if begun else {}),
        },
        separators=(",", ":"),
    )
    return len(text)


def _longest(keys: list[str], count: int) -> str:
    return ".".join(sorted(keys, key=len, reverse=True)[:count])


def longest_path(question: Question) -> list[str]:
    """A path as long as any that is kept of a story; empty for other questions.

    A path never comes to the same place twice, so there are only so many choices in it.
    """
    story = question.interaction().story
    if story is None:
        return []
    ids = [choice.id for scene in story.scenes for choice in scene.choices]
    return [max(ids, key=len, default="")] * explore(story).steps
