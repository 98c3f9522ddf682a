"""What a kind is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smtrain.diagnostics import Span
from smtrain.model.audience import Condition
from smtrain.model.node import Block
from smtrain.model.text import Picture
from smtrain.source.document import Box, Directive

if TYPE_CHECKING:
    from smtrain.kinds.base.reader import Reader


Named = tuple[tuple[str, Span], ...]
"""Names in a source, each with its place."""


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What a transparent block stands for: blocks that work as if it were not there."""

    blocks: tuple[Block, ...]
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of block, with the forms an author may write it in.

    `read` takes a `:::` block of this name; `read_box` a quote whose kind is one of `boxes`;
    `read_picture` a picture that stands alone. `unfold` makes the block transparent: pages, page
    breaks and questions in it work as if it were not there. `question` says that learners answer it.
    `texts` gives the text files that a block names, each with its place; the reader then has them.
    Readers note what is wrong and return None when nothing can be made of the block.
    """

    name: str
    read: Callable[[Directive, Reader], Block | None] | None = None
    unfold: Callable[[Directive, Reader], Unfolded] | None = None
    boxes: tuple[str, ...] = ()
    read_box: Callable[[Box, Reader], Block | None] | None = None
    read_picture: Callable[[Picture], Block] | None = None
    question: bool = False
    texts: Callable[[Directive], Named] | None = None
