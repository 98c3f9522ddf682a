"""A module's folder → the module, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smtrain import checks
from smtrain.assemble import ModuleSource, assemble
from smtrain.checks.assets import named_files
from smtrain.diagnostics import Notes
from smtrain.model.audience import AudienceKey
from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.select import select
from smtrain.source.configuration import read_front_matter, stand_in
from smtrain.source.fill import Filler
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.languages import check_language
from smtrain.workflow.reading import Files, exact, inside, read_bytes
from smtrain.workflow.silence import without_ignored
from smtrain.workflow.targets import read_targets
from smtrain.workflow.texts import Texts
from smtrain.workflow.variables import Declared, declare, values_of

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a course gives its modules: the folder no file may lie outside of, values, audience.

    `declared_inside` collects the variables that modules declare for themselves.
    """

    root: Path
    values: Mapping[str, str]
    declared: Declared
    given: Yaml | None
    audience: Mapping[str, AudienceKey]
    chosen: Mapping[str, str]
    targets: tuple[str, ...] = ()
    declared_inside: set[str] = field(default_factory=set)


def read_module(folder: Path, around: Surroundings | None, files: Files, notes: Notes) -> Module | None:
    """Read, assemble and check one module; None when its settings cannot be read.

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
    texts = Texts(folder, around.root, files, Filler(_values(settings, yaml, around, own), own), own)
    documents = texts.documents(first, settings.files, yaml)
    audience = {
        **around.audience,
        **{
            name: AudienceKey(name, tuple(k.values), k.default, k.ask)
            for name, k in settings.audience.items()
        },
    }
    module = assemble(
        ModuleSource(settings, yaml, documents, folder.as_posix(), audience, texts.includes), own
    )
    check_language(settings.language, yaml, own)
    targets = read_targets(settings.targets, yaml, own) or around.targets
    module = replace(module, targets=targets)
    own.extend(checks.run(module, _facts(module, folder, around.root)))
    chosen = select(module, _audience(audience, around.chosen))
    if chosen.lessons != module.lessons:
        own.extend(checks.run(chosen, _facts(chosen, folder, around.root)))
    notes.extend(without_ignored(own.findings(), (*documents, *texts.includes.values())))
    return chosen if sound else None


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


def _audience(keys: Mapping[str, AudienceKey], chosen: Mapping[str, str]) -> dict[str, str]:
    defaults = {name: key.default for name, key in keys.items() if key.default}
    return {**defaults, **chosen}


def _facts(module: Module, folder: Path, root: Path) -> checks.Facts:
    sizes: dict[str, int | None] = {}
    outside: set[str] = set()
    drawings: dict[str, bytes] = {}
    for _, _, name in named_files(walk(module.lessons)):
        if "://" in name or name in sizes:
            continue
        path = folder / name
        if not inside(path, root):
            outside.add(name)
        sizes[name] = path.stat().st_size if exact(path, folder) else None
        if path.suffix.lower() == ".svg" and sizes[name] is not None and name not in outside:
            drawings[name] = read_bytes(path)
    near = () if all(sizes.values()) else tuple(_media(folder))
    return checks.Facts(sizes, frozenset(outside), near, drawings)


def _media(folder: Path) -> list[str]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".md")
    return [path.relative_to(folder).as_posix() for path in found]
