"""What lies beside `course.yaml` for all modules: `sources.yaml`, `glossary.md`, and the folder `cases`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, Place, rule
from smtrain.kinds.base.rules import MISSING_ID, REPEATED_ID
from smtrain.model.library import Ask, Case, Library, Meaning, Source
from smtrain.model.node import Block
from smtrain.model.text import plain
from smtrain.source.configuration import read_case_head, read_sources_file
from smtrain.source.document import Document, Title
from smtrain.source.fill import Filler
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.reading import Files

if TYPE_CHECKING:
    from smtrain.source.settings import AskSettings

UNDATED = rule(
    "SM222",
    "undated-source",
    """
    A source does not say when it was last opened, so nobody can tell whether it still holds.

    Bad in sources.yaml::

        S08: {title: Staff and social media}

    Bad in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]
    """,
    "warning",
)
UNUSED = rule(
    "SM223",
    "unused-source",
    """
    No module of the course names a source. It may be a leftover, or a sentence may have lost its mark.

    Bad in course.yaml::

        id: course
        title: Course
        modules: [example]

    Bad in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Bad in module.md::

        ## Page

        Colleagues may talk about pay.

    Good in course.yaml::

        id: course
        title: Course
        modules: [example]

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]
    """,
    "warning",
)
DUE = rule(
    "SM224",
    "source-due-for-review",
    """
    The day has passed by which somebody should have opened a source again.

    Read it, mend the text if need be, and write the new days for `checked` and `review`. Today is what
    `--as-of` says, else SOURCE_DATE_EPOCH, else the clock.

    Bad in sources.yaml::

        S08: {title: Staff and social media, checked: 2019-06-01, review: 2019-12-01}

    Bad in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ## Page

        Colleagues may talk about pay.[@S08]
    """,
    "warning",
)
OTHER_NAME = rule(
    "SM228",
    "case-under-another-name",
    """
    The file of a case has another name than the case, so that nobody finds it.

    Bad in cases/C01.md::

        ---
        id: C10
        title: A tweet from the wrong account
        ---

        It stood there for an hour.

    Bad in module.md::

        ## Page

        ::: case {id=C10}

        :::

    Good in cases/C01.md::

        ---
        id: C01
        title: A tweet from the wrong account
        ---

        It stood there for an hour.

    Good in module.md::

        ## Page

        ::: case {id=C01}

        :::
    """,
)


def read_sources(folder: Path, files: Files, notes: Notes) -> dict[str, Source]:
    """The sources of the course in a folder, by their ids; none where there is no `sources.yaml`."""
    path = folder / "sources.yaml"
    if not path.is_file():
        return {}
    return {
        name: Source(place, name, **entry.model_dump())
        for name, (entry, place) in read_sources_file(files.read(path), notes).items()
    }


def read_ask(settings: AskSettings | None, yaml: Yaml, filler: Filler) -> Ask:
    """Who reads what learners ask, with the company's words filled in; nobody where the settings do not say."""
    if settings is None:
        return Ask()
    return Ask(
        **{key: filler.text(text, yaml.span(("ask", key))) for key, text in settings.model_dump().items()}
    )


def note_sources(library: Library, today: date, *, whole: bool, notes: Notes) -> None:
    """Note sources that are not dated or due; of a `whole` course also those that nobody names."""
    for source in library.sources.values():
        used = source.id in library.used
        if not used and not whole:
            continue
        if not used:
            notes.add(
                UNUSED,
                source.span,
                f'no module names the source "{source.id}"',
                mend=f"write [@{source.id}] where a text relies on it, or leave it out",
            )
        if not source.checked:
            notes.add(
                UNDATED,
                source.span,
                f'nobody knows when "{source.id}" was last opened',
                mend="open it, and add a line such as checked: 2026-11-23",
            )
        if used and source.review and source.review < today.isoformat():
            notes.add(
                DUE,
                source.span,
                f'"{source.id}" was to be read again by {source.review}',
                mend="read it, and write the new days for checked and review",
            )


def read_cases(
    folder: Path, files: Files, filler: Filler, notes: Notes, read: list[Document]
) -> dict[str, Case]:
    """The cases of the course in a folder, by their ids; none where there is no folder `cases`.

    The company's words are filled in; variables of single modules are not known here. `read` collects the files.
    """
    cases: dict[str, Case] = {}
    for path in sorted((folder / "cases").glob("*.md")):
        source = files.read(path)
        head, yaml, skip = read_case_head(source, notes)
        document = filler.document(parse(source, notes, skip_lines=skip))
        read.append(document)
        if head is None:
            continue
        if head.id != path.stem:
            notes.add(
                OTHER_NAME,
                yaml.span(("id",)),
                f'the case in {path.name} calls itself "{head.id}"',
                mend=f"write id: {path.stem}, or call the file {head.id}.md",
            )
        cases[head.id] = Case(
            yaml.span(("id",)),
            head.id,
            head.title,
            document.blocks,
            head.year,
            head.organisation,
            head.lesson,
            head.internal,
            {"dept": tuple(head.dept), "region": tuple(head.region), "tags": tuple(head.tags)},
            tuple((name, yaml.span(("sources", index))) for index, name in enumerate(head.sources)),
        )
    return cases


def read_terms(folder: Path, files: Files, filler: Filler, notes: Notes) -> dict[str, Meaning]:
    """The terms that the course in a folder explains, by their ids; none where there is no `glossary.md`.

    Each heading is a term, its id the one that modules choose it by; what follows is what it means.
    """
    path = folder / "glossary.md"
    terms: dict[str, Meaning] = {}
    if not path.is_file():
        return terms
    found: list[tuple[Title, list[Block]]] = []
    for block in filler.document(parse(files.read(path), notes)).blocks:
        if isinstance(block, Title):
            found.append((block, []))
        elif found:
            found[-1][1].append(block)
    for title, blocks in found:
        name = title.attributes.get("#")
        if name is None or not name.value:
            notes.add(
                MISSING_ID,
                title.span,
                "a term needs an id, so that modules can show it",
                mend="write it at the end of the heading, such as {#nda}",
            )
        elif name.value in terms:
            notes.add(
                REPEATED_ID,
                name.span,
                f'the id "{name.value}" is used twice',
                also=(Place(terms[name.value].span, "first used here"),),
                mend="explain each term once",
            )
        else:
            terms[name.value] = Meaning(name.span, plain(title.inlines), tuple(blocks))
    return terms


def left_out(library: Library) -> tuple[str, ...]:
    """What a run says of the internal cases that its packages do not have."""
    names = ", ".join(sorted(library.left_out))
    return (f"no company.yaml: internal cases are left out ({names})",) if names else ()
