"""Choose the text for one audience: a Module in, the same Module without everybody else's text out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from smtrain.model.course import Conditional, Lesson, Module, Page
from smtrain.model.node import Node, rebuild, walk
from smtrain.model.text import Link, Passage


def select(module: Module, values: Mapping[str, str]) -> Module:
    """Settle every condition that these values decide; the others stay as they are.

    `values` maps audience keys to values; `lang` is the module's own language.
    """
    known = {"lang": module.language.partition("-")[0], **values}
    for key, value, minutes in module.minutes_for:
        if known.get(key) == value:
            module = replace(module, minutes=minutes, minutes_for=())
            break

    def settle(node: Node) -> Node | tuple[Node, ...] | None:
        match node:
            case Conditional(condition=condition, blocks=blocks):
                holds = condition.settle(known)
                return node if holds is None else blocks if holds else None
            case Passage(condition=condition, inlines=inlines) if condition:
                holds = condition.settle(known)
                if holds is None:
                    return node
                if not holds:
                    return ()
                return replace(node, condition=None) if node.lang else inlines
        return node

    lessons: list[Lesson] = []
    for lesson in module.lessons:
        pages = []
        for page in lesson.pages:
            settled = [condition.settle(known) for condition in page.conditions]
            if False in settled:
                continue
            open_ones = tuple(c for c, s in zip(page.conditions, settled, strict=True) if s is None)
            page = replace(page, conditions=open_ones) if page.conditions else page
            pages.append(rebuild(page, settle) if _has_conditions(page) else page)
        if pages:
            lessons.append(replace(lesson, pages=tuple(pages)))
    return _without_missing(module, tuple(lessons))


def _has_conditions(page: Page) -> bool:
    return any(isinstance(node, Conditional | Passage) for node in walk(page))


def _without_missing(module: Module, lessons: tuple[Lesson, ...]) -> Module:
    """What counts for completion and success is only what this audience sees.

    A link to what it does not see loses its target and keeps its words. What changed of that alone is no news.
    """
    if lessons == module.lessons:
        return module
    ids = _ids(lessons)
    missing = {f"#{name}" for name in _ids(module.lessons) - ids}
    if any(isinstance(node, Link) and node.href in missing for node in walk(lessons)):
        lessons = rebuild(lessons, lambda n: n.inlines if isinstance(n, Link) and n.href in missing else n)
    completion = replace(module.completion, items=tuple(i for i in module.completion.items if i in ids))
    success = module.success
    if success:
        parts = tuple(part for part in success.parts if part[0] in ids)
        success = replace(success, parts=parts) if parts else None
    changes = tuple(change for change in module.changes if not change.ids or not ids.isdisjoint(change.ids))
    return replace(module, lessons=lessons, completion=completion, success=success, changes=changes)


def _ids(lessons: tuple[Lesson, ...]) -> set[str]:
    return {str(name) for node in walk(lessons) if (name := getattr(node, "id", ""))}
