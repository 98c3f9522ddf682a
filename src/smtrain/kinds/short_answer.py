"""Short answer: a word or two, typed by the learner.

Example::

    ::: short-answer {#q-desk}

    Whom do you call about a leak?

    - [x] Security desk
    - [x] the security desk
    - [ ] Press office
      > They help with journalists, not with leaks.

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Node
from smtrain.model.question import Accepted, Interaction, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True)
class Answer(Node):
    """An answer the author expects, right or wrong."""

    id: str
    right: bool
    text: str
    feedback: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswer(Question):
    """A question answered in the learner's own words. `exact` compares them as written."""

    kind: ClassVar[str] = "short-answer"

    answers: tuple[Answer, ...]
    exact: bool

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `fill-in` with one gap."""
        gap = tuple(Accepted(a.id, a.right, a.text) for a in self.answers)
        return Interaction("fill-in", gaps=(gap,), exact=self.exact)


def read(block: Directive, reader: Reader) -> ShortAnswer:
    """The text, then the answers that are accepted, and wrong ones that deserve a word."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    exact = attributes.choice("match", ("exact", "loose"), "loose") == "exact"
    attributes.finish()
    body = read_body(
        block,
        reader,
        is_task_list,
        wanted='at least one accepted answer, "- [x] answer"',
        answers_required=not fields["survey"],
    )
    choices = read_choices(block, reader, body.answers, at_least=1, exact=exact)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    answers = tuple(Answer(c.span, c.id, c.right, plain(c.blocks), c.feedback) for c in choices)
    return ShortAnswer(stem=body.stem, boxes=body.boxes, answers=answers, exact=exact, **fields)


KIND = Kind("short-answer", read=read, question=True)
