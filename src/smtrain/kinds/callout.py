"""Callout: a quote with a kind, such as a note, a warning or an example.

Example::

    > [!WARNING]
    > **Screenshots last**
    >
    > A private group is not private.

Kinds: note, tip, important, warning, caution, example, policy, quote. A first line in bold is the title.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Inline
from smtrain.model.text import Emphasis, Paragraph
from smtrain.source.document import Box

BOXES = ("NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "EXAMPLE", "POLICY", "QUOTE")


@dataclass(frozen=True, slots=True)
class Callout(Block):
    """A box beside the running text. `box` is its kind in lower case."""

    kind: ClassVar[str] = "callout"

    box: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]


def read_box(box: Box, reader: Reader) -> Callout:
    """A first line in bold is the title."""
    attributes = AttributeReader(box.attributes, "a callout", box.name_span, reader.notes)
    attributes.leave(("only",))
    attributes.finish()
    title: tuple[Inline, ...] = ()
    blocks = box.blocks
    match blocks[:1]:
        case (Paragraph(inlines=(Emphasis(strong=True, inlines=words),)),):
            title, blocks = words, blocks[1:]
    return Callout(box.span, box.name.lower(), title, reader.blocks(blocks))


KIND = Kind("callout", boxes=BOXES, read_box=read_box)
