"""Steps: a numbered list that is shown as a way to go.

Example::

    ::: steps

    1. Stop
    2. Take a screenshot
    3. Report it

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.model.text import List
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True)
class Steps(Block):
    """Steps in their order."""

    kind: ClassVar[str] = "steps"

    title: str
    steps: tuple[tuple[Block, ...], ...]


def read(block: Directive, reader: Reader) -> Steps:
    """The block's numbered list, and nothing else."""
    reader.attributes(block).finish()
    reader.identify(block)
    steps: list[tuple[Block, ...]] = []
    for child in block.blocks:
        if isinstance(child, List) and child.start is not None and not steps:
            steps = [reader.inside(block, item.blocks) for item in child.items]
        else:
            reader.note(
                rules.UNEXPECTED,
                child.span,
                "steps are one numbered list",
                mend="write 1. 2. 3., and indent what belongs to a step by three spaces",
            )
    if not block.blocks:
        reader.note(rules.UNEXPECTED, block.span, '"steps" needs a numbered list', mend="write 1. 2. 3.")
    return Steps(block.span, block.title, tuple(steps))


KIND = Kind("steps", read=read)
