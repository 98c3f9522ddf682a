"""A module taken apart for reviewers: pages, blocks and questions, and who sees each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff

from smtrain.diagnostics import Span
from smtrain.model.audience import Condition
from smtrain.model.course import Conditional, Module, Variant
from smtrain.model.node import Block, Node, running_text, walk
from smtrain.model.question import Question
from smtrain.model.text import plain

_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Piece:
    """A page, block or question: how deep it stands, what it is, its first words, and who sees it.

    `seen_by` has a truth for each variant of the module.
    """

    level: int
    what: str
    words: str
    span: Span
    seen_by: tuple[bool, ...]


def pieces(module: Module, variants: tuple[Variant, ...]) -> tuple[Piece, ...]:
    """Everything in a module that stands by itself, in the order of the text."""
    known = [{(type(node), node.span) for node in walk(variant.module.lessons)} for variant in variants]

    def piece(level: int, what: str, node: Node, words: str) -> Piece:
        shown = " ".join(words.split())
        cut = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST].rsplit(' ', 1)[0]} …"
        return Piece(level, what, cut, node.span, tuple((type(node), node.span) in one for one in known))

    found: list[Piece] = []
    for page in module.pages():
        found.append(piece(0, "page", page, plain(page.title)))
        found.extend(
            piece(level, _what(block), block, plain((block,))) for level, block in _blocks(page.blocks, 1)
        )
    return tuple(found)


def _blocks(blocks: tuple[Block, ...], level: int) -> Iterator[tuple[int, Block]]:
    """Blocks by themselves; those of a quiz, a pool or a condition one by one."""
    for block in blocks:
        inner = getattr(block, "blocks", ())
        opens = isinstance(block, Conditional) or any(isinstance(node, Question) for node in walk(inner))
        if not isinstance(block, Conditional):
            yield level, block
        if opens and not isinstance(block, Question):
            yield from _blocks(inner, level + (not isinstance(block, Conditional)))


def _what(block: Block) -> str:
    return block.kind or type(block).__name__.lower()


def lines(module: Module) -> list[str]:
    """All that a reader of a module gets, one line for each paragraph, heading, choice or cell."""
    found: list[str] = []
    for page in module.pages():
        found.append(f"## {plain(page.title)}" + "".join(f" {{{_written(c)}}}" for c in page.conditions))
        found.extend(text for node in walk(page.blocks) for text in _texts(node))
    return found


def _texts(node: Node) -> Iterator[str]:
    if isinstance(node, Conditional):
        yield f"{{{_written(node.condition)}}}"
    if (title := getattr(node, "title", "")) and isinstance(title, str):
        yield title
    for inlines in running_text(node):
        if words := plain(inlines):
            yield words


def _written(condition: Condition) -> str:
    """A condition that no track settles, as an author writes it."""
    tests = (
        f"{test.key}={','.join((*test.allowed, *(f'!{value}' for value in test.excluded)))}"
        for test in condition.tests
    )
    return ("otherwise: " if condition.otherwise else "") + " ".join(tests)


def difference(one: Variant, other: Variant) -> tuple[str, ...]:
    """The lines in which two variants differ, with a little around them; marked "-" and "+"."""
    found = unified_diff(lines(one.module), lines(other.module), n=1, lineterm="")
    return tuple(line for line in found if not line.startswith(("---", "+++")))
