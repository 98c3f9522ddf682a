"""The whole `index.html` of a module: every page, the menu, the result page, the course data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from smtrain.model.course import Change, Module, Page
from smtrain.model.library import Source
from smtrain.model.node import Block, walk_blocks
from smtrain.model.text import plain
from smtrain.render import text as _text  # noqa: F401 - its functions write text
from smtrain.render.assets import Asset, Media, Shelf
from smtrain.render.foreign import mark_foreign
from smtrain.render.languages import direction
from smtrain.render.logo import logo_views
from smtrain.render.templates import Templates
from smtrain.render.writer import Writer

PLAYER_WORDS = "player."
"""Messages whose key begins so are handed to the player."""

KIND_WORDS = "kind."
"""So do those that only the script of one kind says; they are handed over where the kind is used."""


@dataclass(frozen=True, slots=True)
class PageView:
    """A page, written: what the shell needs to put it in its place."""

    page: Page
    lesson: Markup
    title: Markup
    body: Markup
    minutes: int
    notes: tuple[tuple[int, Markup], ...]
    sources: tuple[tuple[int, Source], ...]


@dataclass(frozen=True, slots=True)
class LessonView:
    """A lesson with its written pages, for the menu."""

    title: Markup
    pages: tuple[PageView, ...]


def render_page(
    module: Module, data: Mapping[str, Any], templates: Templates, media: Mapping[str, Media]
) -> tuple[str, tuple[Asset, ...]]:
    """The HTML of a module and the files it refers to."""
    shelf = Shelf(media)
    write = Writer(module, templates, shelf)
    seconds = {page["id"]: page["seconds"] for page in data["pages"]}
    lessons = tuple(_lessons(module, write, seconds))
    words = write.words
    bar_logo, page_logo = logo_views(module.theme, shelf)
    fonts = [shelf.name(path) for font in module.theme.fonts() for path in font.files()]
    html = templates.page("index").render(
        module=module,
        standard=data["standard"],
        direction=direction(module.language),
        lessons=lessons,
        count=sum(len(lesson.pages) for lesson in lessons),
        course=_json(data),
        messages=_json(_words(module, words)),
        bar_logo=bar_logo,
        page_logo=page_logo,
        fonts=fonts,
        places=lambda change: _places(change, module),
        say=write.say,
        write=write,
    )
    if write.foreign:
        html = mark_foreign(html, words.language, module.language)
    return html, shelf.assets()


def _places(change: Change, module: Module) -> list[tuple[str, str]]:
    """The ids that a change names and the module has, each with the title of its page; one for each title."""
    titles = {
        str(name): plain(page.title)
        for page in module.pages()
        for node in walk_blocks(page)
        if (name := getattr(node, "id", ""))
    }
    found = {titles[name]: name for name in reversed(change.ids) if name in titles}
    return [(name, title) for title, name in reversed(found.items())]


def _words(module: Module, words: Mapping[str, str]) -> dict[str, str]:
    """The messages that the player's script may need in this module."""
    used = {node.kind for node in walk_blocks(module.lessons) if isinstance(node, Block)}
    needed = (PLAYER_WORDS, *(f"{KIND_WORDS}{kind}." for kind in sorted(used - {""})))
    return {key: words[key] for key in sorted(words) if key.startswith(needed)}


def _lessons(module: Module, write: Writer, seconds: Mapping[str, int]) -> Iterator[LessonView]:
    for lesson in module.lessons:
        title = write.inlines(lesson.title)
        yield LessonView(title, tuple(_page(page, title, write, seconds[page.id]) for page in lesson.pages))


def _page(page: Page, lesson: Markup, write: Writer, seconds: int) -> PageView:
    """Pictures of the first page load at once, all others when they are needed."""
    title = write.inlines(page.title)
    write.page = page.id
    body = write.blocks(page.blocks)
    notes = tuple((note.number, words) for note, words in write.take_footnotes())
    write.lazy = True
    minutes = max(1, round(seconds / 60))
    return PageView(page, lesson, title, body, minutes, notes, write.take_sources())


def _json(value: object) -> Markup:
    """JSON for an attribute in single quotes; double ones, of which JSON is full, stay as they are."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;"))  # noqa: S704 - escaped here
