"""Compare: what to do beside what not to do.

Example::

    ::: compare

    ### Do {.good}

    Say that you work here.

    ### Don't {.bad}

    Post from a customer's office.

    :::

`.good` and `.bad` give each side its sign.
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
class Compare(Block):
    """Parts side by side, each marked as good or bad where the author says so."""

    kind: ClassVar[str] = "compare"

    title: str
    parts: tuple[Part, ...]


def read(block: Directive, reader: Reader) -> Compare:
    """One part for each heading; {.good} and {.bad} mark them."""
    attributes = reader.attributes(block)
    attributes.finish()
    reader.identify(block)
    return Compare(block.span, block.title, read_parts(block, reader, at_least=2, tones=("good", "bad")))


KIND = Kind("compare", read=read)
