"""Documents → a Module: pages out of headings, blocks out of what the kinds read, ids resolved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from smtrain.assemble.head import changes_of, minutes_of
from smtrain.assemble.outcome import completion_of, success_of
from smtrain.assemble.pages import Pages, flow
from smtrain.diagnostics import Notes
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds import kinds
from smtrain.kinds.base import rules
from smtrain.kinds.base.library_rules import SOURCE_IN_TITLE
from smtrain.kinds.base.parts import Part
from smtrain.kinds.base.questions import check_objectives
from smtrain.kinds.base.reader import Reader
from smtrain.model.audience import AudienceKey
from smtrain.model.course import Lesson, Module, Page, Term
from smtrain.model.library import Library
from smtrain.model.node import Block, Node, rebuild, walk
from smtrain.model.text import Link, Passage, SourceMark
from smtrain.source.document import Document
from smtrain.source.yaml import Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter


@dataclass(frozen=True, slots=True)
class ModuleSource:
    """What a module is made of: its settings with their places, and its files in order.

    `includes` has the documents that `include` blocks name, by the including file and the path as
    written. `folder` is where its pictures lie. `library` is what the course keeps for all its modules.
    """

    settings: FrontMatter
    yaml: Yaml
    documents: tuple[Document, ...]
    folder: str
    audience: Mapping[str, AudienceKey] = field(default_factory=dict)
    includes: Mapping[tuple[str, str], Document] = field(default_factory=dict)
    scales: Mapping[str, Sequence[str]] = field(default_factory=dict)
    library: Library = field(default_factory=Library)


def assemble(source: ModuleSource, notes: Notes) -> Module:
    """The module. What is wrong is noted; the module is then good for further checks only."""
    settings = source.settings
    reader = Reader(notes, kinds(), source.audience, source.includes, source.scales, source.library)
    title_span = source.yaml.span(("title",))
    builder = Pages(reader, settings.title, title_span)
    for document in source.documents:
        for block, conditions in flow(reader, document.blocks, ()):
            builder.add(block, conditions)
    lessons = _resolve(builder.finish(), reader)
    check_objectives(reader)
    minutes, minutes_for = minutes_of(settings, source.audience, source.yaml, notes)
    module = Module(
        span=source.yaml.span(("id",)),
        id=settings.id,
        title=settings.title,
        language=settings.language,
        folder=source.folder,
        lessons=lessons,
        description=settings.description,
        version=settings.version,
        owner=settings.owner,
        minutes=minutes,
        minutes_for=minutes_for,
        minutes_at=None
        if isinstance(settings.duration, dict) and not minutes_for
        else source.yaml.span(("duration",)),
        audience=tuple(source.audience.values()),
        objectives=tuple(reader.objectives),
        terms=tuple(reader.terms),
        sources=tuple(source.library.sources.values()),
        changes=changes_of(settings, lessons, source.yaml, notes),
    )
    module = success_of(module, source.settings, source.yaml, notes)
    return completion_of(module, source.settings, source.yaml, notes)


def _resolve(lessons: tuple[Lesson, ...], reader: Reader) -> tuple[Lesson, ...]:
    """Check that links lead somewhere and passages name known readers; lead lesson links to a page."""
    nodes = tuple(walk(lessons))
    first_pages = {lesson.id: lesson.pages[0].id for lesson in lessons if lesson.id}
    targets = {str(name) for node in nodes if _is_shown(node) and (name := getattr(node, "id", ""))}
    for node in nodes:
        if isinstance(node, Passage) and node.condition:
            reader.check_condition(node.condition)
        elif isinstance(node, SourceMark):
            reader.source(node.source, node.span)
        elif isinstance(node, Link) and node.href.startswith("#") and node.href[1:] not in targets:
            name = node.href[1:]
            reader.note(
                rules.UNKNOWN_TARGET,
                node.target,
                f'there is no "{name}" to jump to',
                mend=did_you_mean(
                    name, targets, f"give the page or block an id, such as {{#{name or 'id'}}}"
                ),
            )

    titles = (title for lesson in lessons for title in (lesson.title, *(page.title for page in lesson.pages)))
    for title in titles:
        for mark in (node for node in walk(title) if isinstance(node, SourceMark)):
            reader.note(
                SOURCE_IN_TITLE,
                mark.span,
                "a title cannot name a source",
                mend="move the mark to the sentence that relies on the source",
            )

    def lead(node: Node) -> Node:
        if isinstance(node, Link) and (page := first_pages.get(node.href.removeprefix("#"))):
            return replace(node, href=f"#{page}")
        return node

    to_lessons = any(isinstance(node, Link) and node.href[1:] in first_pages for node in nodes)
    return rebuild(lessons, lead) if to_lessons else lessons


def _is_shown(node: Node) -> bool:
    """Whether a node's id is one on the page; answers, pairs and objectives have theirs for reports."""
    return isinstance(node, Block | Lesson | Page | Term | Part)
