"""A path → the course it means, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smtrain.assemble.follow_ups import follow_ups_of, plans_of
from smtrain.assemble.tracks import tracks_of
from smtrain.diagnostics import Notes, Place, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.audience import AudienceKey
from smtrain.model.course import Course, Module, Track
from smtrain.model.library import Library
from smtrain.model.style import Style
from smtrain.model.variants import fits, variants
from smtrain.source.configuration import read_company_file, read_course_file, stand_in
from smtrain.source.document import Document
from smtrain.source.fill import Filler
from smtrain.source.yaml import Yaml
from smtrain.workflow.errors import NO_COURSE, Refused, missing, shown
from smtrain.workflow.library import left_out, note_sources, read_ask, read_cases, read_sources, read_terms
from smtrain.workflow.module import ModuleRead, Surroundings, read_module, read_translations
from smtrain.workflow.overrides import NOTHING, Overrides, read_overrides
from smtrain.workflow.published import finish_pages, read_pages
from smtrain.workflow.reading import Files
from smtrain.workflow.style import read_style
from smtrain.workflow.targets import read_targets
from smtrain.workflow.theme import choose
from smtrain.workflow.variables import Declared, declare, note_undeclared, values_of

if TYPE_CHECKING:
    from smtrain.source.settings import CourseFile, FrontMatter

MISSING_MODULE = rule(
    "SM217",
    "missing-module",
    """
    The course lists a module whose folder, with a file `module.md`, is not there.

    Bad in course.yaml::

        id: course
        title: Course
        modules: [start-her]

    Bad in start-here/module.md::

        ---
        id: start-here
        title: Start here
        language: en
        ---

        ## Page

        Text.

    Good in course.yaml::

        id: course
        title: Course
        modules: [start-here]

    Good in start-here/module.md::

        ---
        id: start-here
        title: Start here
        language: en
        ---

        ## Page

        Text.
    """,
)
REPEATED_MODULE = rule(
    "SM218",
    "repeated-module",
    """
    Two modules of a course have the same id, so their packages and results would be mixed up.

    Bad in course.yaml::

        id: course
        title: Course
        modules: [one, one]

    Bad in one/module.md::

        ---
        id: one
        title: One
        language: en
        ---

        ## Page

        Text.

    Good in course.yaml::

        id: course
        title: Course
        modules: [one]

    Good in one/module.md::

        ---
        id: one
        title: One
        language: en
        ---

        ## Page

        Text.
    """,
)


@dataclass(frozen=True, slots=True)
class CourseRead:
    """A course as it was read, with the modules that could be read at all; None when it could not."""

    course: Course | None
    notices: tuple[str, ...] = ()
    overrides: Overrides = NOTHING


def read_course(
    path: Path,
    files: Files,
    notes: Notes,
    *,
    company: Path | None,
    audience: Mapping[str, str],
    today: date,
    advice: bool = False,
) -> CourseRead:
    """Read the course, the module's folder or the module's file at a path.

    A module in a course's folder is read with the course's settings. `advice` asks for advice on style. Raises `Refused` when nothing is
    there.
    """
    if not path.exists():
        raise missing(path)
    folder = path.parent if path.is_file() else path
    if (folder / "course.yaml").is_file() and path.name != "module.md":
        return _whole_course(folder, files, notes, company, audience, today, advice)
    if (folder / "module.md").is_file():
        return _one_module(folder, files, notes, company, audience, today, advice)
    raise Refused(
        f"{shown(path)} is no course: there is neither course.yaml nor module.md in it",
        rule=NO_COURSE,
        mend='name the folder of a course or module, or make one with "smtrain new"',
    )


def _whole_course(
    folder: Path,
    files: Files,
    notes: Notes,
    company: Path | None,
    audience: Mapping[str, str],
    today: date,
    advice: bool,
) -> CourseRead:
    from smtrain.source.settings import CourseFile

    settings, yaml = read_course_file(files.read(folder / "course.yaml"), notes)
    sound = settings is not None
    settings = settings or stand_in(CourseFile, yaml)
    if settings is None:
        for path in sorted(folder.glob("*/module.md")):
            read_module(path.parent, None, files, notes)
        return CourseRead(None)
    around, notices = _surroundings(folder, settings, yaml, files, notes, company, today)
    read: list[ModuleRead] = []
    seen: dict[str, Place] = {}
    for index, name in enumerate(settings.modules):
        span = yaml.span(("modules", index))
        if name in seen:
            notes.add(
                REPEATED_MODULE,
                span,
                f'the module "{name}" is listed twice',
                also=(seen[name],),
                mend="keep one of the two",
            )
            continue
        seen[name] = Place(span, "first listed here")
        if module := _named_module(name, span, folder, around, files, notes):
            read += (module, *read_translations(module, folder / name, around, files, notes))
    pages = read_pages(
        settings,
        yaml,
        read,
        notes,
        lambda name, span: _named_module(name, span, folder, around, files, notes),
    )
    _note_shared_ids([one.module for one in read if not one.original], notes)
    note_undeclared(around.given, {*around.declared, *around.declared_inside}, notes)
    note_sources(around.library, today, whole=True, notes=notes)
    keys = [*around.audience.values(), *(key for one in read for key in one.module.audience)]
    published = finish_pages(pages, settings, yaml, audience, notes, advice=advice)
    tracks = tracks_of(settings, yaml, {key.name: key.values for key in keys}, notes)
    course = Course(settings.id, settings.title, (), published=published, whole=True)
    course = _finish(course, read, tracks, audience, notes, advice)
    plans = plans_of(settings, yaml, notes)
    course = replace(course, follow_ups=tuple(follow_ups_of(plans, course, notes)))
    return CourseRead(course if sound else None, notices + left_out(around.library), around.overrides)


def _named_module(
    name: str, span: Span, folder: Path, around: Surroundings, files: Files, notes: Notes
) -> ModuleRead | None:
    """The module of a folder that the course names; one that is not there is noted."""
    if (folder / name / "module.md").is_file():
        return read_module(folder / name, around, files, notes)
    near = [entry.parent.name for entry in sorted(folder.glob("*/module.md"))]
    notes.add(
        MISSING_MODULE,
        span,
        f"there is no {name}/module.md",
        mend=did_you_mean(name, near, "make it, or take the module off the list"),
    )
    return None


def _one_module(
    folder: Path,
    files: Files,
    notes: Notes,
    company: Path | None,
    audience: Mapping[str, str],
    today: date,
    advice: bool,
) -> CourseRead:
    settings: CourseFile | None = None
    yaml = Yaml({}, values={})
    around_it = folder.resolve().parent / "course.yaml"
    if around_it.is_file():
        settings, yaml = read_course_file(files.read(folder / ".." / "course.yaml"), notes)
        if settings is None:
            read_module(folder, None, files, notes)
            return CourseRead(None)
    around, notices = _surroundings(
        folder / ".." if settings else folder, settings, yaml, files, notes, company, today
    )
    read = read_module(folder, around, files, notes)
    if settings is None and read:
        note_undeclared(around.given, around.declared_inside, notes)
    note_sources(around.library, today, whole=False, notes=notes)
    if read is None:
        return CourseRead(None, notices)
    module = read.module
    every = [read, *read_translations(read, folder, around, files, notes)]
    course = _finish(Course(module.id, module.title, ()), every, (), audience, notes, advice)
    return CourseRead(course if read.sound else None, notices + left_out(around.library), around.overrides)


def _finish(
    course: Course,
    read: list[ModuleRead],
    tracks: tuple[Track, ...],
    audience: Mapping[str, str],
    notes: Notes,
    advice: bool,
) -> Course:
    """The course with its modules and their variants; each different text is checked once."""
    modules = tuple(one.module for one in read)
    made = variants(modules, tracks, {one.module.id: one.usual for one in read}, audience)
    for one in read:
        own = (v for v in made if (v.source, v.module.language) == (one.module.id, one.module.language))
        notes.extend(one.check(own, advice=advice))
    sound = {one.module.id for one in read if one.sound}
    return replace(
        course,
        modules=tuple(m for m in modules if m.id in sound and not m.translation),
        tracks=tuple(track for track in tracks if fits(track, audience)),
        variants=tuple(variant for variant in made if variant.source in sound),
    )


def _surroundings(
    folder: Path,
    settings: CourseFile | FrontMatter | None,
    yaml: Yaml,
    files: Files,
    notes: Notes,
    company: Path | None,
    today: date,
) -> tuple[Surroundings, tuple[str, ...]]:
    declared: Declared = declare(settings, yaml) if settings else {}
    path = company or folder / "company.yaml"
    given: Yaml | None = None
    if company is not None or path.is_file():
        given = read_company_file(files.read(path), notes)
    notices: tuple[str, ...] = ()
    if not (company or path.is_file()) and any(
        entry.example and not entry.default for entry in declared.values()
    ):
        notices = (
            "no company.yaml: the examples that course.yaml declares stand in for the company's words",
        )
    values = values_of(declared, given, notes)
    keys = {
        name: AudienceKey(name, tuple(key.values), key.default, key.ask, tuple(key.names.items()))
        for name, key in (settings.audience if settings else {}).items()
    }
    targets = read_targets(settings.targets, yaml, notes) if settings else ()
    scales = settings.scales if settings else {}
    filler = Filler(values, notes)
    shared: list[Document] = []
    cases = read_cases(folder, files, filler, notes, shared)
    terms = read_terms(folder, files, filler, notes)
    ask = read_ask(settings.ask if settings else None, yaml, filler)
    library = Library(read_sources(folder, files, notes), cases, terms, ask, own=given is not None)
    theme = choose(settings, yaml, folder, {}, notes) if settings else {}
    overrides = read_overrides(folder, files, notes) if settings else NOTHING
    certificate = settings.certificate is not False if settings else True
    style = read_style(settings.style if settings else None, Style())
    return Surroundings(
        folder,
        values,
        declared,
        given,
        keys,
        library,
        today,
        targets,
        theme,
        overrides,
        scales,
        certificate,
        style,
        tuple(shared),
    ), notices


def _note_shared_ids(modules: list[Module], notes: Notes) -> None:
    seen: dict[str, Module] = {}
    for module in modules:
        if module.id in seen:
            notes.add(
                REPEATED_MODULE,
                module.span,
                f'two modules have the id "{module.id}"',
                also=(Place(seen[module.id].span, "the other one"),),
                mend="give each module an id of its own, best the name of its folder",
            )
        seen.setdefault(module.id, module)
