"""A module's folder → the module, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from smtrain import checks
from smtrain.assemble import ModuleSource, assemble
from smtrain.checks import style
from smtrain.checks.assets import named_files
from smtrain.diagnostics import Finding, Notes
from smtrain.model.audience import AudienceKey, Values
from smtrain.model.course import Module, Variant
from smtrain.model.library import Library
from smtrain.model.node import walk
from smtrain.model.style import Style
from smtrain.render.measure import picture_size
from smtrain.source.configuration import read_front_matter, stand_in
from smtrain.source.document import Document
from smtrain.source.fill import Filler
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.i18n import translation_of, with_files_of
from smtrain.workflow.languages import check_language
from smtrain.workflow.library import read_ask
from smtrain.workflow.overrides import NOTHING, Overrides
from smtrain.workflow.reading import Files, Reads, exact, inside, read_bytes
from smtrain.workflow.silence import once, without_ignored
from smtrain.workflow.style import read_style
from smtrain.workflow.targets import read_targets
from smtrain.workflow.texts import Texts
from smtrain.workflow.theme import Choices, choose, look
from smtrain.workflow.variables import Declared, declare, values_of

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a course gives its modules: the folder no file may lie outside of, values, audience.

    `library` is what all modules share, `today` the day that decides what is overdue. `declared_inside` collects the variables that modules declare for themselves.
    """

    root: Path
    values: Mapping[str, str]
    declared: Declared
    given: Yaml | None
    audience: Mapping[str, AudienceKey]
    library: Library
    today: date
    targets: tuple[str, ...] = ()
    theme: Choices = field(default_factory=dict)
    overrides: Overrides = NOTHING
    scales: Mapping[str, Sequence[str]] = field(default_factory=dict)
    certificate: bool = True
    style: Style = field(default_factory=Style)
    shared: tuple[Document, ...] = ()
    declared_inside: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class ModuleRead:
    """A module as it was written, for all readers, and what checks of its variants need.

    `notes` are its own findings so far. With settings that have mistakes it is not `sound`: good for
    checks, and not for a build.
    """

    module: Module
    notes: Notes
    facts: checks.Facts
    documents: tuple[Document, ...]
    usual: Values
    sound: bool
    original: ModuleRead | None = None
    shared: tuple[Document, ...] = ()

    def check(self, variants: Iterable[Variant], *, advice: bool = False) -> tuple[Finding, ...]:
        """All that is wrong with the module, as written and as its readers get it; `advice` on its style as well.

        A translation says what its original says, so there is no advice on it.
        """
        advise = advice and not self.module.translation
        self.notes.extend(checks.run(self.module, self.facts))
        if advise:
            self.notes.extend(style.advice(self.module, self.facts))
        for variant in variants:
            if variant.module.lessons != self.module.lessons:
                tracks = ", ".join(use.track.id for use in variant.uses)
                facts = replace(self.facts, readers=f"the track {tracks}" if tracks else "these readers")
                self.notes.extend(checks.run(variant.module, facts))
                if advise:
                    self.notes.extend(style.advice(variant.module, facts))
        found = without_ignored(
            once(self.notes.findings()), self.documents, shared=self.shared, advised=advise
        )
        if self.original is None:
            return found
        said = {(finding.rule, finding.span.file, finding.span.line) for finding in self.original.notes}
        return tuple(f for f in found if (f.rule, f.span.file, f.span.line) not in said)


def read_translations(
    read: ModuleRead, folder: Path, around: Surroundings, files: Files, notes: Notes
) -> Iterator[ModuleRead]:
    """The module in each language it is translated into.

    What is wrong with its own text as well is not said again.
    """
    for language in read.module.languages:
        if language == read.module.language:
            continue
        found = translation_of(folder, language, read.module.language, read.module.span, files, notes)
        if found is None:
            continue
        other = read_module(folder, around, found, Notes())
        found.note_untranslated()
        if other:
            module = with_files_of(replace(other.module, translation=True), folder, language)
            yield replace(
                other, module=module, facts=_facts(module, folder, around, read.facts.style), original=read
            )


def read_module(folder: Path, around: Surroundings | None, files: Reads, notes: Notes) -> ModuleRead | None:
    """Read and assemble one module; None when its settings cannot be read.

    Without surroundings, those of a course whose settings cannot be read, only its form is checked.
    """
    from smtrain.source.settings import FrontMatter

    source = files.read(folder / "module.md")
    settings, yaml, skip = read_front_matter(source, notes)
    own = Notes()
    first = parse(source, own, skip_lines=skip)
    sound = settings is not None
    settings = settings or stand_in(FrontMatter, yaml)
    if settings is None or around is None:
        notes.extend(own.findings())
        return None
    values = _values(settings, yaml, around, own)
    filler = Filler(values, own)
    texts = Texts(folder, around.root, files, filler, own)
    documents = texts.documents(first, settings.files, yaml)
    audience = {
        **around.audience,
        **{
            name: AudienceKey(name, tuple(k.values), k.default, k.ask, tuple(k.names.items()))
            for name, k in settings.audience.items()
        },
    }
    scales = {**around.scales, **settings.scales}
    ask = read_ask(settings.ask, yaml, Filler(values, own)) if settings.ask else around.library.ask
    module = assemble(
        ModuleSource(
            settings,
            yaml,
            documents,
            folder.as_posix(),
            audience,
            texts.includes,
            scales,
            replace(around.library, ask=ask, legal=values.get("contacts.legal", "")),
        ),
        own,
    )
    check_language(settings.language, settings.languages, yaml, own, around.overrides.languages)
    targets = read_targets(settings.targets, yaml, own) or around.targets
    theme = look(choose(settings, yaml, folder, around.theme, own), folder, around.root, filler, own)
    theme = replace(theme, style=theme.style + around.overrides.style)
    certificate = around.certificate if settings.certificate is None else settings.certificate
    languages = tuple(settings.languages)
    excused = (one for text in (*documents, *texts.includes.values()) for one in text.ignores)
    module = replace(
        module,
        targets=targets,
        languages=languages,
        theme=theme,
        certificate=certificate,
        exceptions=tuple(dict.fromkeys(one.reason for one in excused if one.code.startswith("SM4"))),
    )
    usual = {name: key.default for name, key in audience.items() if key.default}
    facts = _facts(module, folder, around, read_style(settings.style, around.style))
    return ModuleRead(
        module, own, facts, (*documents, *texts.includes.values()), usual, sound, shared=around.shared
    )


def _values(settings: FrontMatter, yaml: Yaml, around: Surroundings, notes: Notes) -> dict[str, str]:
    built_in = {"language": settings.language, "module.title": settings.title}
    if not settings.variables:
        return {**around.values, **built_in}
    declared = {**around.declared, **declare(settings, yaml)}
    fresh = Notes()
    values = values_of(declared, around.given, fresh)
    own_spans = {entry.span for entry in declare(settings, yaml).values()}
    notes.extend(tuple(finding for finding in fresh.findings() if finding.span in own_spans))
    around.declared_inside.update(settings.variables)
    return {**values, **built_in}


def _facts(module: Module, folder: Path, around: Surroundings, style: Style) -> checks.Facts:
    sizes: dict[str, int | None] = {}
    outside: set[str] = set()
    drawings: dict[str, bytes] = {}
    for _, _, name in named_files(walk(module.lessons)):
        if "://" in name or name in sizes:
            continue
        path = folder / name
        if not inside(path, around.root):
            outside.add(name)
        sizes[name] = path.stat().st_size if exact(path, folder) else None
        if path.suffix.lower() == ".svg" and sizes[name] is not None and name not in outside:
            drawings[name] = read_bytes(path)
    near = () if all(sizes.values()) else tuple(_media(folder))

    def measure(name: str) -> tuple[int, int] | None:
        known = sizes.get(name) is not None and name not in outside
        return picture_size(read_bytes(folder / name)) if known else None

    return checks.Facts(
        sizes, frozenset(outside), near, drawings, today=around.today, measure=measure, style=style
    )


def _media(folder: Path) -> list[str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".md")
    return [path.relative_to(folder).as_posix() for path in found]
