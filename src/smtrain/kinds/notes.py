"""Notes: for trainers only; they never reach a package.

Example::

    ::: notes

    Ask the group for their own examples first.

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True)
class TrainerNotes(Block):
    """What a facilitator should know."""

    kind: ClassVar[str] = "notes"
    shown: ClassVar[bool] = False

    title: str
    blocks: tuple[Block, ...]


def read(block: Directive, reader: Reader) -> TrainerNotes:
    """Any blocks but questions."""
    reader.attributes(block).finish()
    reader.identify(block)
    return TrainerNotes(block.span, block.title, reader.inside(block))


KIND = Kind("notes", read=read)
