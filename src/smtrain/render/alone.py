"""Documents that stand alone: one file each, with style and pictures inside, to print or to hand on."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from markupsafe import Markup

from smtrain.kinds.job_aid import JobAid
from smtrain.kinds.notes import TrainerNotes
from smtrain.model.course import Lesson, Module, Page
from smtrain.model.node import Node, rebuild, walk_blocks
from smtrain.model.pace import page_seconds
from smtrain.model.text import Link
from smtrain.render import text as _text  # noqa: F401 - its functions write text
from smtrain.render.assets import Media, Shelf, package_name
from smtrain.render.foreign import mark_foreign
from smtrain.render.languages import direction
from smtrain.render.style import style_of
from smtrain.render.templates import Templates
from smtrain.render.writer import Writer

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".woff": "font/woff",
}
"""What is put inside a document. Recordings are not: nobody can play them on paper."""


@dataclass(frozen=True, slots=True)
class Material:
    """What documents are made with: templates, the player's style, and what the module's folder holds.

    `files` has the bytes of every path that `wanted(module)` names, `media` what is known of each.
    """

    templates: Templates
    style: str
    media: Mapping[str, Media]
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Document:
    """A finished document; `id` is that of what it shows."""

    id: str
    title: str
    html: str


class _Inside(Shelf):
    """Gives each file as an address that holds it."""

    def __init__(self, media: Mapping[str, Media], files: Mapping[str, bytes]) -> None:
        super().__init__(media)
        self._files = files

    def name(self, source: str) -> str:
        kind = _TYPES.get(PurePosixPath(source).suffix.lower())
        return f"data:{kind};base64,{b64encode(self._files[source]).decode()}" if kind else "data:,"


def job_aids(module: Module, material: Material) -> Iterator[Document]:
    """Each job aid of a module as a page of its own."""
    for aid in (node for node in walk_blocks(module.lessons) if isinstance(node, JobAid)):
        alone = rebuild(aid, _without_jumps)
        page = Page(aid.span, aid.id, (), alone.blocks)
        only = Module(
            span=module.span,
            id=module.id,
            title=module.title,
            language=module.language,
            folder=module.folder,
            lessons=(Lesson(aid.span, "", (), (page,)),),
            version=module.version,
            theme=module.theme,
            sources=module.sources,
            audience=module.audience,
        )
        write = _writer(only, material)
        write.page = aid.id
        write.level = 1
        body = write.inside(alone.blocks)
        html = _document(
            only, material, write, "aid", title=aid.title, body=body, sources=write.take_sources()
        )
        yield Document(aid.id, aid.title, html)


def guide(module: Module, material: Material) -> Document:
    """The whole module for whoever teaches it: pages with notes, questions with their keys, and times."""
    write = _writer(module, material)
    write.guide = True
    pages = []
    for lesson in module.lessons:
        for number, page in enumerate(lesson.pages):
            write.page = page.id
            title, body = write.inlines(page.title), write.blocks(page.blocks)
            notes = [(note.number, words) for note, words in write.take_footnotes()]
            pages.append(
                {
                    "page": page,
                    "lesson": write.inlines(lesson.title) if not number else "",
                    "title": title,
                    "body": body,
                    "minutes": max(1, round(page_seconds(page, module.language) / 60)),
                    "notes": notes,
                    "sources": write.take_sources(),
                }
            )
    return Document(
        module.id, module.title, _document(module, material, write, "guide", title=module.title, pages=pages)
    )


def live_hour(module: Module, material: Material) -> Document | None:
    """The trainers' notes of a module on a sheet of their own, each under its page; None where it has none."""
    write = _writer(module, material)
    write.guide = True
    sections = []
    for page in module.pages():
        notes = [node for node in walk_blocks(page.blocks) if isinstance(node, TrainerNotes)]
        if notes:
            write.page = page.id
            title = write.inlines(page.title)
            sections.append({"title": title, "body": write.blocks(notes), "sources": write.take_sources()})
    if not sections:
        return None
    html = _document(module, material, write, "live", title=module.title, sections=sections)
    return Document(module.id, module.title, html)


def published(module: Module, material: Material) -> Document:
    """The whole module as a page to read, on a screen or on paper."""
    write = _writer(module, material)
    sections = []
    for lesson in module.lessons:
        for number, page in enumerate(lesson.pages):
            write.page = page.id
            title, body = write.inlines(page.title), write.blocks(page.blocks)
            sections.append(
                {
                    "page": page,
                    "lesson": write.inlines(lesson.title) if not number else "",
                    "title": title,
                    "body": body,
                    "notes": [(note.number, words) for note, words in write.take_footnotes()],
                    "sources": write.take_sources(),
                }
            )
    html = _document(module, material, write, "published", title=module.title, pages=sections)
    return Document(module.id, module.title, html)


def list_of_aids(
    title: str,
    language: str,
    track: str,
    groups: Sequence[tuple[str, Sequence[tuple[str, str, str]]]],
    tracks: Sequence[tuple[str, str]],
    templates: Templates,
    style: str,
) -> str:
    """A page that lists job aids by module: each with the name of its file, its title, and its PDF or nothing.

    `track` is the title of the track it is for, if it is for one; `tracks` has files and titles of further
    lists.
    """
    return templates.page("aids").render(
        title=title,
        track=track,
        tracks=tracks,
        language=language,
        direction=direction(language),
        groups=groups,
        style=Markup(style.replace("</", "<\\/")),  # noqa: S704 - our own style
        words=templates.words(language),
    )


def _writer(module: Module, material: Material) -> Writer:
    return Writer(module, material.templates, _Inside(material.media, material.files))


def _document(module: Module, material: Material, write: Writer, template: str, **values: object) -> str:
    """The HTML, with everything open that a page of the player lets open."""
    look = style_of(module.theme, material.media)
    for path in module.theme.files():
        look = look.replace(package_name(path, material.media[path]), write.shelf.name(path))
    html = material.templates.page(template).render(
        module=module,
        direction=direction(module.language),
        style=Markup((material.style + look).replace("</", "<\\/")),  # noqa: S704 - our own style
        say=write.say,
        write=write,
        **values,
    )
    html = html.replace("<details", "<details open")
    return mark_foreign(html, write.words.language, module.language) if write.foreign else html


def _without_jumps(node: Node) -> Node | tuple[Node, ...]:
    """Links to places of the module become their words: nothing else of it is there."""
    return node.inlines if isinstance(node, Link) and node.href.startswith("#") else node
