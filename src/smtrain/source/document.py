"""What a file says before anyone asks what its blocks mean."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.diagnostics import Span
from smtrain.model.node import Block
from smtrain.model.text import Heading, Item, Quote
from smtrain.source.attributes import Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class Directive(Block):
    """A `:::` block. `span` is its opening line, `end` its closing one (or where it was missed)."""

    name: str
    name_span: Span
    title: str
    title_span: Span
    attributes: Attributes
    blocks: tuple[Block, ...]
    end: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Title(Heading):
    """A heading of any level, with its attributes."""

    attributes: Attributes


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Item):
    """A list item, with the attributes of its first line. `mark` is the place of its tick box."""

    attributes: Attributes
    mark: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Box(Quote):
    """A quote whose first line is `[!KIND]`. `name` is the kind as it was written."""

    name: str
    name_span: Span
    attributes: Attributes


@dataclass(frozen=True, slots=True)
class PageBreak(Block):
    """A line `---`."""


@dataclass(frozen=True, slots=True)
class Ignore:
    """`<!-- smtrain: ignore SM405 because … -->`: silences one rule for the block after it."""

    span: Span
    code: str
    reason: str
    first_line: int
    last_line: int


@dataclass(frozen=True, slots=True)
class Document:
    """One file's blocks in order, and the remarks that silence findings in it."""

    file: str
    blocks: tuple[Block, ...]
    ignores: tuple[Ignore, ...] = ()
