"""Order: put the steps in their right order.

Example::

    ::: order {#q-steps}

    Put the steps in order.

    1. Stop
    2. Take a screenshot
    3. Report it

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import common, is_numbered, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Question):
    """Steps in the author's order, which is the key."""

    kind: ClassVar[str] = "order"

    steps: tuple[Choice, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `sequencing`: the author's order is the key."""
        options = tuple(Option(step.id, plain(step.blocks)) for step in self.steps)
        return Interaction("sequencing", options=options, key=tuple(step.id for step in self.steps))


def read(block: Directive, reader: Reader) -> Order:
    """The text, then a numbered list in its right order."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(block, reader, is_numbered, wanted="a numbered list, in the right order")
    steps = read_choices(block, reader, body.answers, boxes=False)
    return Order(stem=body.stem, boxes=body.boxes, steps=steps, **fields)


KIND = Kind("order", read=read, question=True)
