"""Flip cards: a front, and a back that a learner turns up.

Example::

    ::: flip-cards {columns=2}

    ### A private group

    Is never private: one screenshot is enough.

    ### A deleted post

    May live on in someone's phone.

    :::

The headings are the fronts, the text below is the back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.parts import Part, read_parts
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True)
class FlipCards(Block):
    """Parts whose title is the front and whose body is the back."""

    kind: ClassVar[str] = "flip-cards"

    title: str
    parts: tuple[Part, ...]
    columns: int


def read(block: Directive, reader: Reader) -> FlipCards:
    """One card for each heading."""
    attributes = reader.attributes(block)
    columns = attributes.integer("columns", 2, low=1, high=4)
    attributes.finish()
    reader.identify(block)
    return FlipCards(block.span, block.title, read_parts(block, reader), columns)


KIND = Kind("flip-cards", read=read)
