"""Number: a number within given bounds.

Example::

    ::: number {#q-hours unit=hours}

    How many hours do you have to report an incident?

    - [x] 24
    - [ ] 72
      > That is the limit for the authority.

    :::

Answers are `24`, `23..25`, `24 ± 1` or `24 ± 5%`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Node
from smtrain.model.question import Accepted, Interaction, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive

BAD_NUMBER = rule(
    "SM309",
    "answer-that-is-no-number",
    """
    An answer to a number question is a number, with a point as decimal sign, or a range.

    Bad::

        ## Page

        ::: number {#q1}

        How many hours?

        - [x] twenty-four

        :::

    Good::

        ## Page

        ::: number {#q1}

        How many hours?

        - [x] 23..25

        :::
    """,
)

_NUMBER = r"[-−+]?\d+(?:\.\d+)?"
_RANGE = re.compile(rf"({_NUMBER})\s*\.\.\s*({_NUMBER})")
_TOLERANCE = re.compile(rf"({_NUMBER})\s*(?:±|\+/-|\+-)\s*(\d+(?:\.\d+)?)\s*(%?)")


@dataclass(frozen=True, slots=True)
class NumberAnswer(Node):
    """A number, or all numbers from `low` to `high`. `text` is how the author wrote it."""

    id: str
    right: bool
    low: float
    high: float
    text: str
    feedback: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Question):
    """A question answered with a number. `unit` is shown behind the field."""

    kind: ClassVar[str] = "number"

    answers: tuple[NumberAnswer, ...]
    unit: str

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `numeric`."""
        gap = tuple(Accepted(a.id, a.right, a.text, a.low, a.high) for a in self.answers)
        return Interaction("numeric", gaps=(gap,))


def read(block: Directive, reader: Reader) -> Number:
    """The text, then the right numbers, and wrong ones that deserve a word."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    unit = attributes.text("unit")
    attributes.finish()
    body = read_body(
        block,
        reader,
        is_task_list,
        wanted='at least one right number, "- [x] 24"',
        answers_required=not fields["survey"],
    )
    choices = read_choices(block, reader, body.answers, at_least=1)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    answers = []
    for choice in choices:
        words = plain(choice.blocks)
        bounds = _bounds(words)
        if bounds is None:
            reader.note(BAD_NUMBER, choice.span, f'"{words}" is not a number', mend=_mend(words))
            continue
        answers.append(NumberAnswer(choice.span, choice.id, choice.right, *bounds, words, choice.feedback))
    return Number(stem=body.stem, boxes=body.boxes, answers=tuple(answers), unit=unit, **fields)


def _mend(words: str) -> str:
    text = words.replace("−", "-").strip()
    if found := _RANGE.fullmatch(text):
        return f"begin with the smaller number: {found[2]}..{found[1]}"
    if re.fullmatch(r"-?\d+,\d+", text):
        return f"write the decimal sign as a point, and nothing between thousands: {text.replace(',', '.')}"
    return "write 24, 2.5, 23..25, 24 ± 1 or 24 ± 5%; the unit goes into the opening line, {unit=hours}"


def _bounds(words: str) -> tuple[float, float] | None:
    text = words.replace("−", "-").strip()
    if re.fullmatch(_NUMBER, text):
        return float(text), float(text)
    if found := _RANGE.fullmatch(text):
        low, high = float(found[1]), float(found[2])
        return (low, high) if low <= high else None
    if found := _TOLERANCE.fullmatch(text):
        middle, around = float(found[1]), float(found[2])
        around = abs(middle) * around / 100 if found[3] else around
        return round(middle - around, 9), round(middle + around, 9)
    return None


KIND = Kind("number", read=read, question=True)
