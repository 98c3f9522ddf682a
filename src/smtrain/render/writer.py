"""Writes the nodes of one module as HTML: plain text by functions, kinds by their templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from markupsafe import Markup

from smtrain.model.audience import Condition
from smtrain.model.course import Module, Term
from smtrain.model.library import Source
from smtrain.model.node import Block, Inline, Node, walk
from smtrain.model.question import Question, Quiz, asked
from smtrain.model.text import Footnote, FootnoteMark, Gap, plain
from smtrain.render.assets import Shelf
from smtrain.render.audience import for_whom
from smtrain.render.foreign import foreign
from smtrain.render.key import key_of
from smtrain.render.languages import day, wider
from smtrain.render.mix import mixed
from smtrain.render.templates import Templates

N = TypeVar("N", bound=Node)
Write = Callable[["Writer", Any], str]

WRITERS: dict[type[Node], Write] = {}
"""What writes a node of plain text; nodes that are not here have a kind, and so a template."""


def writes(kind: type[N]) -> Callable[[Callable[[Writer, N], str]], Callable[[Writer, N], str]]:
    """Make a function the one that writes a type of node. What it returns is HTML, escaped by it."""

    def register(write: Callable[[Writer, N], str]) -> Callable[[Writer, N], str]:
        WRITERS[kind] = write
        return write

    return register


class Writer:
    """The state of writing one module, and what its templates may call (as `write`).

    `level` is the heading level for titles inside a block here, `quiz` the quiz around the block,
    `lazy` whether pictures here may load late, `page` the id of the page, `foreign` whether the page's words
    are in another language than the module, `guide` whether this is for trainers: with their notes and all keys.
    """

    def __init__(self, module: Module, templates: Templates, shelf: Shelf) -> None:
        self.module = module
        self.shelf = shelf
        self.level = 3
        self.quiz: Quiz | None = None
        self.lazy = False
        self.guide = False
        self._templates = templates
        self.words = templates.words(module.language)
        self.foreign = next(wider(self.words.language)) not in wider(module.language)
        nodes = list(walk(module))
        self.terms = frozenset(node.id for node in nodes if isinstance(node, Term))
        self._footnotes = {node.label: node for node in nodes if isinstance(node, Footnote)}
        self._open_footnotes: list[Footnote] = []
        self._marks: dict[str, int] = {}
        self.page = ""
        self._names = {(key.name, value): name for key in module.audience for value, name in key.names}
        self._sources = {source.id: source for source in module.sources}
        self._numbers: dict[str, int] = {}
        self._cited: dict[str, int] = {}
        self._make_gap: Callable[[int, Gap], str] | None = None
        self._gaps = 0

    # What templates call

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Blocks, one after the other."""
        return Markup("".join(map(self._write, blocks)))  # noqa: S704 - each writer escapes

    def inlines(self, inlines: Iterable[Inline]) -> Markup:
        """Running text."""
        return Markup("".join(map(self._write, inlines)))  # noqa: S704 - each writer escapes

    def label(self, blocks: Sequence[Block]) -> Markup:
        """Blocks inside a label or a table cell: a single paragraph becomes its running text."""
        if len(blocks) == 1 and (inlines := getattr(blocks[0], "inlines", None)) is not None:
            return self.inlines(inlines)
        return self.blocks(blocks)

    def tight(self, blocks: Iterable[Block]) -> Markup:
        """Blocks without space between them: each paragraph becomes its running text."""
        return Markup("").join(self.label((block,)) for block in blocks)

    def inside(self, blocks: Iterable[Block], quiz: Quiz | None = None) -> Markup:
        """Blocks below a title of this block: titles in them are one level lower."""
        before = self.level, self.quiz
        self.level, self.quiz = min(self.level + 1, 6), quiz or self.quiz
        try:
            return self.blocks(blocks)
        finally:
            self.level, self.quiz = before

    def gapped(self, blocks: Iterable[Block], make: Callable[[int, Gap], str]) -> Markup:
        """Blocks with gaps; `make` gives the control for each, from its number (from 0)."""
        before, self._make_gap = self._make_gap, make
        self._gaps = 0
        try:
            return self.inside(blocks)
        finally:
            self._make_gap = before

    def gap(self, gap: Gap) -> str:
        """A gap to fill; a line where the text is not part of a question."""
        if self._make_gap is None:
            return "____"
        self._gaps += 1
        return self._make_gap(self._gaps - 1, gap)

    def say(self, key: str, **values: object) -> str:
        """A message in the module's language; `n` chooses between its plural forms."""
        return self._said(self.words.say(key, **values))

    def say_or(self, key: str, otherwise: str) -> str:
        """A message, or other words where there is none for the key."""
        return self.words.get(key, otherwise)

    def day(self, iso: str) -> str:
        """A day such as "2026-11-01", as the page's words write it."""
        return day(self.words.language, iso)

    def for_whom(self, condition: Condition) -> str:
        """Who a condition means, in words."""
        return self._said(for_whom(condition, self.words, self._names))

    def _said(self, text: str) -> str:
        return foreign(text) if self.foreign else text

    @staticmethod
    def key(question: Question) -> tuple[str, ...]:
        """What is right in a question, in words."""
        return key_of(question)

    @staticmethod
    def plain(nodes: Iterable[Node]) -> str:
        """The words without marks."""
        return plain(nodes)

    @staticmethod
    def count_questions(quiz: Quiz) -> int:
        """How many questions of a quiz a learner is asked."""
        return sum(1 for _ in asked(quiz))

    @staticmethod
    def mixed(items: Sequence[N], salt: str) -> tuple[N, ...]:
        """Nodes with ids in a mixed order, the same in each build."""
        return mixed(items, salt, lambda item: item.id)  # type: ignore[attr-defined]

    def asset(self, source: str) -> str:
        """The address of a file of the module's folder."""
        return self.shelf.name(source)

    # Footnotes

    def mark_footnote(self, mark: FootnoteMark) -> int:
        """Note that a footnote is marked here; says how often it has been by now.

        Its text is due at the end of this page if this is the first time.
        """
        count = self._marks[mark.label] = self._marks.get(mark.label, 0) + 1
        if count == 1 and mark.label in self._footnotes:
            self._open_footnotes.append(self._footnotes[mark.label])
        return count

    def take_footnotes(self) -> Iterator[tuple[Footnote, Markup]]:
        """The footnotes this page owes, with their text; a footnote may mark another one."""
        while self._open_footnotes:
            note = self._open_footnotes.pop(0)
            yield note, self.label(note.blocks)

    # Sources

    def mark_source(self, name: str) -> tuple[Source, int, int]:
        """Note that a source is named here; says which it is, its number in the module, and how often by now.

        Its entry is due at the end of this page.
        """
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        count = self._cited[name] = self._cited.get(name, 0) + 1
        return self._sources[name], number, count

    def take_sources(self) -> tuple[tuple[int, Source], ...]:
        """The sources this page names, by their numbers."""
        found = [(self._numbers[name], self._sources[name]) for name in self._cited]
        self._cited = {}
        return tuple(sorted(found, key=lambda one: one[0]))

    def _write(self, node: Node) -> str:
        for kind in type(node).__mro__:
            if kind in WRITERS:
                return WRITERS[kind](self, node)
        if not isinstance(node, Block) or not node.kind:
            raise TypeError(f"nothing writes {type(node).__name__}")
        return self._templates.kind(node.kind).render(block=node, write=self, say=self.say)
