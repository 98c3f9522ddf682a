"""Objectives: what learners can do afterwards.

Example::

    ::: objectives

    - Tell confidential from public information {#o-confidential}
    - Choose the right reply to a hostile comment {#o-reply}

    :::

A question names what it measures: `objective=o-reply`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.course import Objective
from smtrain.model.node import Block
from smtrain.model.text import List, Paragraph
from smtrain.source.document import Directive, Entry


@dataclass(frozen=True, slots=True)
class Objectives(Block):
    """A list of objectives, with the words that introduce it."""

    kind: ClassVar[str] = "objectives"

    intro: tuple[Block, ...]
    objectives: tuple[Objective, ...]


def read(block: Directive, reader: Reader) -> Objectives:
    """Paragraphs, then one list whose items have ids."""
    reader.attributes(block).finish()
    reader.identify(block)
    found: list[Objective] = []
    intro: list[Block] = []
    listed = False
    for child in block.blocks:
        if isinstance(child, List) and not listed:
            listed = True
            found = [made for item in child.items if (made := _objective(item, reader))]
        elif isinstance(child, Paragraph) and not listed:
            intro.append(child)
        else:
            reader.note(
                rules.UNEXPECTED, child.span, "objectives are one list", mend="write each after a dash"
            )
    if not listed:
        reader.note(rules.UNEXPECTED, block.span, '"objectives" needs a list', mend="write each after a dash")
    reader.objectives.extend(found)
    return Objectives(block.span, tuple(intro), tuple(found))


def _objective(item: Block, reader: Reader) -> Objective | None:
    match item:
        case Entry(blocks=(Paragraph(inlines=words),)):
            attributes = AttributeReader(item.attributes, "an objective", item.span, reader.notes)
            attributes.finish()
            found = item.attributes.get("#")
            name = reader.define(found.value or "", found.span) if found else ""
            return Objective(item.span, name, words)
    reader.note(rules.UNEXPECTED, item.span, "an objective is one sentence", mend="leave out everything else")
    return None


KIND = Kind("objectives", read=read)
