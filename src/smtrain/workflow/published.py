"""Texts of a course that are published as pages of their own, such as a policy for customers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from smtrain.assemble.tracks import readers_of_page
from smtrain.diagnostics import Notes, Span, rule
from smtrain.model.course import Module, Variant
from smtrain.model.select import select
from smtrain.workflow.module import ModuleRead

if TYPE_CHECKING:
    from smtrain.source.settings import CourseFile
    from smtrain.source.yaml import Yaml

NOT_FOR_READING = rule(
    "SM232",
    "question-on-a-published-page",
    """
    A page that a course publishes is read, on a screen or on paper: nobody can answer a question on it.

    Leave the question out for its readers, or publish another text.

    Bad in course.yaml::

        publish: {rules: example}

    Bad in module.md::

        ## Rules

        Say that you work here.

        ::: true-false {#q-rules}

        Rules are for everybody.

        - [x] True
        - [ ] False

        :::

    Good in course.yaml::

        audience: {edition: {values: [internal, public], default: internal}}
        publish: {rules: {module: example, for: {edition: public}}}

    Good in module.md::

        ## Rules

        Say that you work here.

        ::: only {edition=internal}

        ::: true-false {#q-rules}

        Rules are for everybody.

        - [x] True
        - [ ] False

        :::

        :::
    """,
)


@dataclass(frozen=True, slots=True)
class PageRead:
    """The text of one page to publish. `listed` says that it is a module of the course as well."""

    name: str
    span: Span
    read: ModuleRead
    listed: bool


def read_pages(
    settings: CourseFile,
    yaml: Yaml,
    modules: Sequence[ModuleRead],
    notes: Notes,
    read: Callable[[str, Span], ModuleRead | None],
) -> list[PageRead]:
    """The texts that the course publishes; `read` reads those that are no modules of it, each once."""
    known = {one.module.folder.rpartition("/")[2]: one for one in modules if not one.original}
    listed = set(known)
    pages: list[PageRead] = []
    for name, entry in settings.publish.items():
        folder = entry if isinstance(entry, str) else entry.module
        place = ("publish", name) if isinstance(entry, str) else ("publish", name, "module")
        span = yaml.span(place)
        found = known.get(folder) or read(folder, span)
        if found:
            known[folder] = found
            pages.append(PageRead(name, span, found, folder in listed))
    return pages


def finish_pages(
    pages: Sequence[PageRead],
    settings: CourseFile,
    yaml: Yaml,
    chosen: Mapping[str, str],
    notes: Notes,
    *,
    advice: bool,
) -> tuple[Module, ...]:
    """Each page as its readers get it, checked, with `advice` on style where that is asked for.

    `chosen` settles audience keys that a page leaves open.
    """
    made: dict[str, Module] = {}
    for page in pages:
        module = page.read.module
        audience = {key.name: key.values for key in module.audience}
        readers = readers_of_page(page.name, settings, yaml, audience, notes)
        text = select(module, {**page.read.usual, **chosen, **readers})
        if is_asking(text):
            notes.add(
                NOT_FOR_READING,
                page.span,
                f'the page "{page.name}" has a question that nobody can answer there',
                mend="leave it out for these readers with ::: only, or publish another text",
            )
        made[page.name] = replace(text, id=page.name)
    for one in {id(page.read): page for page in pages if not page.listed}.values():
        texts = [made[page.name] for page in pages if page.read is one.read]
        notes.extend(one.read.check((Variant(one.read.module.id, text) for text in texts), advice=advice))
    return tuple(made[page.name] for page in pages if page.read.sound)


def is_asking(module: Module) -> bool:
    """Whether a text has a question, a recording to be played, or anything else to be done with."""
    return any(True for _ in module.questions()) or any(True for _ in module.items())
