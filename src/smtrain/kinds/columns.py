"""Columns: blocks beside each other, under each other on a phone.

Example::

    ::: columns {widths=60,40}

    What a post needs, in short.

    ---

    ![Three colleagues around one laptop](media/team.png)

    :::

A line `---` begins the next column. The widths are percent.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive, PageBreak


@dataclass(frozen=True, slots=True)
class Columns(Block):
    """Columns and their widths in percent of the space."""

    kind: ClassVar[str] = "columns"

    widths: tuple[int, ...]
    columns: tuple[tuple[Block, ...], ...]


def read(block: Directive, reader: Reader) -> Columns:
    """A line `---` begins the next column."""
    attributes = reader.attributes(block)
    written = attributes.words("widths")
    attributes.finish()
    reader.identify(block)
    columns: list[list[Block]] = [[]]
    for child in block.blocks:
        if isinstance(child, PageBreak):
            columns.append([])
        else:
            columns[-1].append(child)
    even = tuple(100 // len(columns) for _ in columns)
    widths = tuple(int(word) for word, _ in written if re.fullmatch(r"\d{1,2}", word) and int(word))
    if written and (len(widths) != len(columns) or sum(widths) > 100):
        reader.note(
            rules.BAD_VALUE,
            written[0][1],
            f"{len(columns)} columns need {len(columns)} widths that make 100 or less",
            mend=f'write "widths={",".join(map(str, even))}"',
        )
        widths = even
    return Columns(block.span, widths or even, tuple(reader.inside(block, tuple(c)) for c in columns))


KIND = Kind("columns", read=read)
