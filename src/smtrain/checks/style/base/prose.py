"""The prose of a module: running text on one line, what part it plays, and where each character stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from smtrain.diagnostics import Span
from smtrain.model.course import Conditional, Module, Objective, Page
from smtrain.model.node import Block, Inline, Node, children, running_text
from smtrain.model.question import Boxes, Choice, Question
from smtrain.model.text import (
    Cell,
    Code,
    Emphasis,
    Gap,
    Heading,
    LineBreak,
    Passage,
    Picture,
    SourceMark,
    Text,
    Variable,
)

Part = Literal["title", "body", "cell", "objective", "stem", "option", "wrong", "feedback"]
"""What prose is for. An `option` is one to choose, match or order; a `wrong` one may be badly put on purpose."""

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^»]*»|‘[^’]{12,}’(?!\w)')


@dataclass(frozen=True)
class Prose:
    """A paragraph, a title or a cell as plain text.

    `pieces` says which characters come from where: the offset at which each piece begins, and the piece.
    `stressed` are the stretches of it that are set in bold or italics. `cites` says that it, or the
    note or case that it stands in, names a source; `quoted`, that it is not in the author's own voice; `told`,
    that it belongs to a question or an invented story; `readers`, that it is for some readers only.
    """

    text: str
    span: Span
    part: Part
    pieces: tuple[tuple[int, Inline], ...]
    stressed: tuple[tuple[int, int], ...] = ()
    cites: bool = False
    quoted: bool = False
    told: bool = False
    readers: bool = False

    @cached_property
    def own(self) -> str:
        """The text with what stands in quotation marks blanked out: that is somebody else's wording."""
        return _QUOTED.sub(lambda found: "\N{NO-BREAK SPACE}" * len(found[0]), self.text)

    def place(self, start: int, end: int) -> Span:
        """Where the characters from `start` to `end` stand in the source."""
        first, last = self._at(start), self._at(max(start, end - 1), after=True)
        return first.until(last) if first <= last else first

    def _at(self, offset: int, *, after: bool = False) -> Span:
        found = [piece for piece in self.pieces if piece[0] <= offset]
        if not found:
            return self.span
        begin, node = found[-1]
        span = node.span
        value = getattr(node, "value", "")
        if span.line == span.end_line and len(value) == span.end_column - span.column:
            column = span.column + min(offset - begin + (1 if after else 0), len(value))
            return Span.point(span.file, span.line, column)
        return Span.point(span.file, span.end_line, span.end_column) if after else span


class _Around(NamedTuple):
    """What holds for all prose below a node; the fields are those of `Prose`."""

    part: Part = "body"
    quoted: bool = False
    cites: bool = False
    told: bool = False
    readers: bool = False


def prose_of(module: Module) -> Iterator[tuple[Page, tuple[Prose, ...]]]:
    """All prose of each page, in order, also what is quoted."""
    for page in module.pages():
        kept = _KEPT.get(id(page))
        if kept is None or kept[0] is not page:
            if len(_KEPT) >= _MANY:
                _KEPT.clear()
            around = _Around(readers=bool(page.conditions))
            title = _prose(page.span, page.title, around._replace(part="title"))
            kept = page, (*title, *(one for block in page.blocks for one in _node(block, around)))
            _KEPT[id(page)] = kept
        yield kept


_KEPT: dict[int, tuple[Page, tuple[Prose, ...]]] = {}
"""The prose of pages that were looked at, by their identity: many checks ask, and variants share pages."""

_MANY = 1000


def own_prose(module: Module) -> Iterator[Prose]:
    """The prose in the author's own voice, without wrong answers: those may be badly put on purpose."""
    for _, found in prose_of(module):
        yield from (one for one in found if not one.quoted and one.part != "wrong")


def prose_in(blocks: tuple[Block, ...]) -> tuple[Prose, ...]:
    """All prose of some blocks."""
    return tuple(one for block in blocks for one in _node(block, _Around()))


def _node(node: Node, around: _Around) -> Iterator[Prose]:
    if isinstance(node, Inline) or (isinstance(node, Block) and not node.shown):
        return
    around = _Around(
        _part(node, around.part),
        around.quoted or node.quoted(),
        around.cites or bool(getattr(node, "sources", ()) or getattr(node, "source", None)),
        around.told or isinstance(node, Question),
        around.readers or isinstance(node, Conditional) or bool(getattr(node, "where", ())),
    )
    for inlines in running_text(node):
        yield from _prose(
            node.span, inlines, around._replace(part="title") if _heads(node, inlines) else around
        )
    parts: dict[int, Part] = {
        **{id(block): "feedback" for block in feedback_of(node)},
        **{id(block): "stem" for block in getattr(node, "stem", ())},
        **{id(block): "body" for block in getattr(node, "debrief", ())},
    }
    for child in children(node):
        yield from _node(child, around._replace(part=parts.get(id(child), around.part)))


def feedback_of(node: Node) -> tuple[Block, ...]:
    """What is said to whoever picks an answer or takes a decision; a quiz has a setting of that name."""
    said = getattr(node, "feedback", ())
    return said if isinstance(said, tuple) else ()


def _part(node: Node, part: Part) -> Part:
    match node:
        case Choice(right=right):
            return "option" if right else "wrong"
        case Question():
            return "option"
        case Boxes():
            return "feedback"
        case Objective():
            return "objective"
        case Cell() if part == "body":
            return "cell"
        case _ if hasattr(node, "decisions"):
            return "body"  # a scene: its text tells the story, only its decisions are to be chosen
        case _ if hasattr(node, "choice") and hasattr(node, "inlines"):
            return "option"
    return part


def _heads(node: Node, inlines: tuple[Inline, ...]) -> bool:
    """Whether running text is a heading, or the title that a node has beside its text."""
    return isinstance(node, Heading) or getattr(node, "title", None) is inlines


def _prose(span: Span, inlines: tuple[Inline, ...], around: _Around) -> Iterator[Prose]:
    words: list[str] = []
    pieces: list[tuple[int, Inline]] = []
    stressed: list[tuple[int, int]] = []
    cites = around.cites

    def add(node: Inline, value: str) -> None:
        pieces.append((sum(map(len, words)), node))
        words.append(value)

    def take(several: tuple[Inline, ...]) -> None:
        nonlocal cites
        for node in several:
            match node:
                case Text(value=value):
                    add(node, value)
                case Code(value=value):
                    add(node, f"\N{NO-BREAK SPACE}{'x' * min(len(value), 8)}" if value else "")
                case LineBreak():
                    add(node, " ")
                case Variable():
                    add(node, "Kim")
                case Gap(answers=answers):
                    add(node, answers[0] if answers else "")
                case SourceMark():
                    cites = True
                case Picture():
                    pass
                case Passage(lang=lang) if lang:
                    add(node, "x")
                case _:
                    start = sum(map(len, words))
                    take(getattr(node, "inlines", ()))
                    if isinstance(node, Emphasis):
                        stressed.append((start, sum(map(len, words))))

    take(inlines)
    text = "".join(words)
    if text.strip():
        yield Prose(
            text,
            span,
            around.part,
            tuple(pieces),
            tuple(stressed),
            cites,
            around.quoted,
            around.told,
            around.readers,
        )
