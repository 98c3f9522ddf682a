"""Law: what the law says in one region, with its source and the day it was checked.

Example::

    > [!LAW] {region=us source=S08 checked=2026-11-01 review=2027-05-01}
    > **Pay is no secret**
    >
    > Colleagues may talk with each other about their pay, in public too.

Only readers of the region see it. That it is no legal advice is said by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.course import Conditional
from smtrain.model.library import Source
from smtrain.model.node import Block, Inline
from smtrain.model.text import Emphasis, Paragraph
from smtrain.source.document import Box


@dataclass(frozen=True, slots=True)
class Law(Block):
    """A note on the law. `where` are the readers it is for, `legal` whom to ask; days are ISO 8601."""

    kind: ClassVar[str] = "law"

    where: tuple[str, ...]
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    source: Source | None
    checked: str
    review: str
    legal: str = ""


def read_box(box: Box, reader: Reader) -> Block:
    """The attributes that nobody else asks for are the condition, which there must be."""
    attributes = AttributeReader(box.attributes, "a law note", box.name_span, reader.notes)
    attributes.leave(("only",))
    name = attributes.text("source", required=True)
    checked = attributes.day("checked", required=True)
    review = attributes.day("review")
    tests = tuple((item.key, item.value, item.span) for item in attributes.rest() if item.value)
    attributes.finish()
    if not tests:
        reader.note(
            rules.MISSING_ATTRIBUTE,
            box.name_span,
            "a law note does not say for which readers it holds",
            mend="write for example > [!LAW] {region=us source=S08 checked=2026-11-01}",
        )
    place = box.attributes.get("source")
    source = reader.source(name, place.value_span) if name and place else None
    title: tuple[Inline, ...] = ()
    blocks = box.blocks
    match blocks[:1]:
        case (Paragraph(inlines=(Emphasis(strong=True, inlines=words),)),):
            title, blocks = words, blocks[1:]
    condition = reader.condition(tests)
    where = tuple(value for test in condition.tests for value in test.allowed)
    law = Law(box.span, where, title, reader.blocks(blocks), source, checked, review, reader.library.legal)
    return Conditional(box.span, condition, (law,)) if tests else law


KIND = Kind("law", boxes=("LAW",), read_box=read_box)
