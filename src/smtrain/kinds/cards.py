"""Cards: short parts beside each other.

Example::

    ::: cards {columns=2}

    ### Think

    Who could see this?

    ### Ask

    When in doubt, ask a colleague.

    :::

The headings are the cards.
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
class Cards(Block):
    """Parts in a grid of so many columns, as far as there is room."""

    kind: ClassVar[str] = "cards"

    title: str
    parts: tuple[Part, ...]
    columns: int


def read(block: Directive, reader: Reader) -> Cards:
    """One card for each heading."""
    attributes = reader.attributes(block)
    columns = attributes.integer("columns", 2, low=1, high=4)
    attributes.finish()
    reader.identify(block)
    return Cards(block.span, block.title, read_parts(block, reader), columns)


KIND = Kind("cards", read=read)
