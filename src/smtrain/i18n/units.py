"""What a translator gets: one unit for each paragraph, heading, list item, cell, title and description.

Translators never see structure: no `:::`, no tick boxes, no attributes, no ids. A unit's context is the
id of the nearest block and the part it plays there, so text that is moved keeps its translation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from smtrain.diagnostics import Span
from smtrain.model.node import Inline, Node, running_text, walk
from smtrain.model.text import Cell, Heading, Item, Picture
from smtrain.source.document import Box, Directive, Document, Entry, Title
from smtrain.source.file import SourceFile

ATTRIBUTES = ("author", "when", "unit")
"""Attributes whose value is text that learners read."""

_PICTURE = re.compile(
    r"""!\[(?P<alt>(?:\\.|[^\]\\])*)\]\(\s*\S+?(?:\s+(["'])(?P<caption>.*?)\2)?\s*\)""", re.DOTALL
)
_GAP = re.compile(r"\[\[")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of text: where it stands, as it is written there, and what it is.

    `passage` says that it may be marked as text in another language where it has no translation;
    `note` tells the translator what to mind.
    """

    context: str
    text: str
    span: Span
    passage: bool = False
    note: str = ""


def units(document: Document, source: SourceFile) -> tuple[Unit, ...]:
    """The units of a file, in the order of its text. Text without a letter is nobody's to translate."""
    found = (unit for unit in _units(document.blocks, "", "text", source) if _LETTER.search(unit.text))
    return tuple(sorted(found, key=lambda unit: unit.span))


def _units(nodes: tuple[Node, ...], owner: str, part: str, source: SourceFile) -> Iterator[Unit]:
    for node in nodes:
        match node:
            case Directive():
                owner_here = node.attributes.id or owner
                if node.title:
                    yield _plain(owner_here, "title", node.title_span, source)
                for item in node.attributes.items:
                    if item.key in ATTRIBUTES and item.value:
                        yield _plain(owner_here, item.key, item.value_span, source)
                yield from _units(node.blocks, owner_here, "text", source)
            case Title():
                owner = node.attributes.id or node.id or owner
                yield from _running(node, owner, "title", source)
            case Box():
                yield from _units(node.blocks, owner, node.name.lower(), source)
            case Item():
                owner_here = node.attributes.id or owner if isinstance(node, Entry) else owner
                yield from _units(
                    node.blocks, owner_here, "answer" if node.ticked is not None else part, source
                )
            case Heading() | Cell():
                yield from _running(node, owner, "cell" if isinstance(node, Cell) else "title", source)
            case _:
                yield from _running(node, owner, part, source)
                yield from _units(tuple(_children(node)), owner, part, source)


def _children(node: Node) -> Iterator[Node]:
    """The blocks and cells directly inside a node."""
    below = walk(node)
    next(below)
    inside: set[int] = set()
    for child in below:
        if isinstance(child, Inline) or id(child) in inside:
            continue
        inside.update(id(one) for one in walk(child))
        yield child


def _running(node: Node, owner: str, part: str, source: SourceFile) -> Iterator[Unit]:
    for inlines in running_text(node):
        match inlines:
            case ():
                pass
            case (Picture() as picture,):
                yield from _picture(picture, owner, source)
            case _:
                span = inlines[0].span.until(inlines[-1].span)
                text = cut(source, span)
                gaps = len(_GAP.findall(text))
                note = f"keep {gaps} gap{'s' if gaps > 1 else ''} in double brackets" if gaps else ""
                yield Unit(_context(owner, part), text, span, passage=not gaps, note=note)


def _picture(picture: Picture, owner: str, source: SourceFile) -> Iterator[Unit]:
    start = source.offset(picture.span.line, picture.span.column)
    found = _PICTURE.match(source.text, start)
    for name in ("alt", "caption") if found else ():
        if found and found[name]:
            yield _plain(owner, name, source.span(*found.span(name)), source)


def _plain(owner: str, part: str, span: Span, source: SourceFile) -> Unit:
    return Unit(_context(owner, part), cut(source, span), span)


def _context(owner: str, part: str) -> str:
    return f"{owner}/{part}" if owner else part


_MARGIN = re.compile(r"\n[ \t]*(?:>[ \t]?)*[ \t]*")


def cut(source: SourceFile, span: Span) -> str:
    """The text at a place as one line, without the marks of quotes and lists at the beginning of lines."""
    text = source.text[source.offset(span.line, span.column) : source.offset(span.end_line, span.end_column)]
    return " ".join(_MARGIN.sub(" ", text).split())
