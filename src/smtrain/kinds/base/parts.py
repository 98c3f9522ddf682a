"""Blocks made of parts: a heading and what follows it, up to the next one."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.kinds.base import rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Inline, Node
from smtrain.source.document import Directive, Title


@dataclass(frozen=True, slots=True)
class Part(Node):
    """One tab, card, term or side: its title and its body. `tone` is "good", "bad" or nothing."""

    id: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    tone: str = ""

    def quoted(self) -> bool:
        """What is marked as bad is bad on purpose."""
        return self.tone == "bad"


def read_parts(
    block: Directive, reader: Reader, *, at_least: int = 1, tones: tuple[str, ...] = ()
) -> tuple[Part, ...]:
    """The parts of a block; the first heading says which level of headings names them."""
    parts: list[tuple[Title, list[Block]]] = []
    level = next((b.level for b in block.blocks if isinstance(b, Title)), 0)
    stray: list[Block] = []
    for child in block.blocks:
        if isinstance(child, Title) and child.level <= level:
            parts.append((child, []))
        elif parts:
            parts[-1][1].append(child)
        else:
            stray.append(child)
    if stray:
        reader.note(
            rules.UNEXPECTED,
            stray[0].span,
            f'"{block.name}" begins with a heading that names its first part',
            mend="write ### and the name of the part before this",
        )
    elif len(parts) < at_least:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            f'"{block.name}" needs at least {at_least} part{"s" if at_least > 1 else ""}',
            mend="write a heading such as ### Name for each part",
        )
    return tuple(_part(block, title, tuple(body), reader, tones) for title, body in parts)


def _part(
    block: Directive, title: Title, body: tuple[Block, ...], reader: Reader, tones: tuple[str, ...]
) -> Part:
    attributes = AttributeReader(title.attributes, f'a part of "{block.name}"', title.span, reader.notes)
    tone = attributes.classes(tones) if tones else ""
    attributes.finish()
    found = title.attributes.get("#")
    name = reader.define(found.value or "", found.span) if found else ""
    return Part(title.span, name, title.inlines, reader.inside(block, body), tone)
