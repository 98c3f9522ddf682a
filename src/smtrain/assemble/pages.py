"""Blocks → lessons and pages: headings begin them, page breaks go on."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from smtrain.diagnostics import Span
from smtrain.kinds.base import rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.reader import RESERVED_IDS, Reader
from smtrain.model.audience import Condition
from smtrain.model.course import Conditional, Lesson, Page
from smtrain.model.node import Block, Inline
from smtrain.model.text import Text, plain
from smtrain.source.document import PageBreak, Title

Flow = Iterator[tuple[Block, tuple[Condition, ...]]]


def flow(reader: Reader, blocks: tuple[Block, ...], conditions: tuple[Condition, ...]) -> Flow:
    """All blocks with the conditions they stand under; transparent blocks are gone."""
    for block in reader.siblings(blocks):
        unfolded = reader.unfold(block)
        if unfolded is None:
            yield block, conditions
        else:
            inner = conditions if unfolded.condition is None else (*conditions, unfolded.condition)
            yield from flow(reader, unfolded.blocks, inner)


@dataclass
class _Draft:
    """A page while its blocks are being collected."""

    span: Span
    title: tuple[Inline, ...]
    conditions: tuple[Condition, ...]
    id: str = ""
    optional: bool = False
    layout: str = ""
    part: int = 1
    blocks: list[Block] = field(default_factory=list)
    waiting: list[Block] = field(default_factory=list)
    under: tuple[Condition, ...] = ()
    objectives: tuple[str, ...] = ()


class Pages:
    """Collects lessons and pages in the order of the text."""

    def __init__(self, reader: Reader, title: str, span: Span) -> None:
        self._reader = reader
        self._title: tuple[Inline, ...] = (Text(span, title),)
        self._span = span
        self._lessons: list[tuple[Title | None, list[_Draft]]] = []

    def add(self, block: Block, conditions: tuple[Condition, ...]) -> None:
        """Take the next block, with the conditions it stands under."""
        match block:
            case Title(level=1):
                self._begin_lesson(block)
            case Title(level=2):
                self._begin_page(block, conditions)
            case PageBreak():
                self._break_page(block, conditions)
            case _:
                self._add_block(block, conditions)

    def finish(self) -> tuple[Lesson, ...]:
        """The lessons; pages without an id of their own get one from their title."""
        lessons = []
        drafts = [draft for _, pages in self._lessons for draft in pages]
        for draft in drafts:
            self._flush(draft)
        self._name(drafts)
        for title, pages in self._lessons:
            made = tuple(_page(draft) for draft in pages)
            if made:
                span = title.span if title else made[0].span
                lessons.append(Lesson(span, title.id if title else "", title.inlines if title else (), made))
        return tuple(lessons)

    def _begin_lesson(self, title: Title) -> None:
        self._finish_draft()
        AttributeReader(title.attributes, "a lesson's heading", title.span, self._reader.notes).finish()
        if title.id and (found := title.attributes.get("#")):
            self._reader.define(title.id, found.span)
        self._lessons.append((title, []))

    def _begin_page(self, title: Title, conditions: tuple[Condition, ...]) -> None:
        self._finish_draft()
        attributes = AttributeReader(title.attributes, "a page's heading", title.span, self._reader.notes)
        draft = _Draft(title.span, title.inlines, conditions)
        draft.layout = attributes.choice("layout", ("wide",), "")
        draft.optional = bool(attributes.flag("optional"))
        taught = attributes.words("objective")
        self._reader.named_objectives.extend(taught)
        draft.objectives = tuple(name for name, _ in taught)
        draft.conditions = (*conditions, *self._own_conditions(attributes))
        attributes.finish()
        if found := title.attributes.get("#"):
            draft.id = self._reader.define(found.value or "", found.span)
        self._pages().append(draft)

    def _own_conditions(self, attributes: AttributeReader) -> tuple[Condition, ...]:
        tests: tuple[tuple[str, str, Span], ...] = ()
        for item in attributes.rest():
            if item.key == "only":
                tests += self._reader.tests(item)
            elif item.value:
                tests += ((item.key, item.value, item.span),)
        return (self._reader.condition(tests),) if tests else ()

    def _break_page(self, block: Block, conditions: tuple[Condition, ...]) -> None:
        self._finish_draft()
        pages = self._pages()
        if not pages:
            self._reader.note(
                rules.WRONG_PLACE,
                block.span,
                "there is no page to break here",
                mend="begin a page with ## before the line ---",
            )
            return
        before = pages[-1]
        first = pages[len(pages) - before.part]
        pages.append(
            replace(
                before,
                span=block.span,
                id=f"{first.id}-{before.part + 1}" if first.id else "",
                part=before.part + 1,
                conditions=(*first.conditions[: len(conditions)], *conditions[len(first.conditions) :])
                if conditions[: len(first.conditions)] == first.conditions
                else conditions or first.conditions,
                blocks=[],
                waiting=[],
                under=(),
            )
        )

    def _add_block(self, block: Block, conditions: tuple[Condition, ...]) -> None:
        pages = self._pages()
        if not pages:
            title = self._lessons[-1][0]
            draft = _Draft(title.span if title else block.span, title.inlines if title else self._title, ())
            draft.id = title.id if title else ""
            pages.append(draft)
        draft = pages[-1]
        own = len(draft.conditions)
        under = conditions[own:] if conditions[:own] == draft.conditions else conditions
        if under != draft.under:
            self._flush(draft)
            draft.under = under
        draft.waiting.append(block)

    def _flush(self, draft: _Draft) -> None:
        if not draft.waiting:
            return
        span = draft.waiting[0].span
        made = self._reader.blocks(tuple(draft.waiting))
        for condition in reversed(draft.under):
            made = (Conditional(span, condition, made),) if made else ()
        draft.blocks.extend(made)
        draft.waiting = []

    def _finish_draft(self) -> None:
        if self._lessons and self._lessons[-1][1]:
            self._flush(self._lessons[-1][1][-1])

    def _pages(self) -> list[_Draft]:
        if not self._lessons:
            self._lessons.append((None, []))
        return self._lessons[-1][1]

    def _name(self, drafts: list[_Draft]) -> None:
        taken = set(self._reader.ids) | RESERVED_IDS
        for draft in drafts:
            if draft.id:
                taken.add(draft.id)
                self._reader.ids.setdefault(draft.id, draft.span)
        used: Counter[str] = Counter()
        for draft in drafts:
            if not draft.id:
                base = _slug(plain(draft.title)) or "page"
                base = base if draft.part == 1 else f"{base}-{draft.part}"
                name = base
                while name in taken:
                    used[base] += 1
                    name = f"{base}-{used[base] + 1}"
                draft.id = name
                taken.add(name)
                self._reader.ids[name] = draft.span


def _page(draft: _Draft) -> Page:
    return Page(
        draft.span,
        draft.id,
        draft.title,
        tuple(draft.blocks),
        draft.optional,
        draft.layout,
        draft.part,
        draft.conditions,
        draft.objectives,
    )


def _slug(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")[:48].rstrip("-")
