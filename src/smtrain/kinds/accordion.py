"""Accordion: questions that open to their answers.

Example::

    ::: accordion

    ### May I name a customer?

    Only when the customer has agreed in writing.

    ### And a colleague?

    Ask first, every time.

    :::

The headings are the questions.
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
class Accordion(Block):
    """Parts that open one by one."""

    kind: ClassVar[str] = "accordion"

    title: str
    parts: tuple[Part, ...]


def read(block: Directive, reader: Reader) -> Accordion:
    """One part for each heading."""
    attributes = reader.attributes(block)
    attributes.finish()
    reader.identify(block)
    return Accordion(block.span, block.title, read_parts(block, reader))


KIND = Kind("accordion", read=read)
