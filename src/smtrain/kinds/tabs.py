"""Tabs: parts of which one is shown at a time.

Example::

    ::: tabs Where you post

    ### LinkedIn

    Your profile names the company.

    ### Instagram

    Even a private account can be shared.

    :::

The headings are the tabs.
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
class Tabs(Block):
    """Parts beside each other, one of them open."""

    kind: ClassVar[str] = "tabs"

    title: str
    parts: tuple[Part, ...]


def read(block: Directive, reader: Reader) -> Tabs:
    """One part for each heading."""
    attributes = reader.attributes(block)
    attributes.finish()
    reader.identify(block)
    return Tabs(block.span, block.title, read_parts(block, reader, at_least=2))


KIND = Kind("tabs", read=read)
