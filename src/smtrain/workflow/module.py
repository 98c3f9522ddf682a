"""A module's folder → the module, with everything that is wrong in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from smtrain import checks
from smtrain.assemble import ModuleSource, assemble
from smtrain.checks.assets import named_files
from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.audience import AudienceKey
from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.select import select
from smtrain.source.configuration import read_front_matter, stand_in
from smtrain.source.document import Directive, Document
from smtrain.source.fill import Filler
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.reading import Files, exact, inside, read_bytes
from smtrain.workflow.silence import without_ignored
from smtrain.workflow.targets import read_targets
from smtrain.workflow.variables import Declared, declare, values_of

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter

MISSING_FILE = rule(
    "SM121",
    "missing-text-file",
    """
    A text file that the module names is not there, or lies outside the course's folder.

    Bad::

        ---
        id: example
        title: Example
        language: en
        files: [module.md, privacy.md]
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        files: [module.md]
        ---

        ## Page

        Text.
    """,
)
INCLUDE_CIRCLE = rule(
    "SM123",
    "include-in-a-circle",
    """
    A file includes itself, directly or by way of another, so it would never end.

    Bad::

        ## Page

        Text.

        ::: include {file=module.md}

        :::

    Good::

        ## Page

        Text.
    """,
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a course gives its modules: the folder no file may lie outside of, values, audience."""

    root: Path
    values: Mapping[str, str]
    declared: Declared
    given: Yaml | None
    audience: Mapping[str, AudienceKey]
    chosen: Mapping[str, str]
    targets: tuple[str, ...] = ()


def read_module(folder: Path, around: Surroundings, files: Files, notes: Notes) -> Module | None:
    """Read, assemble and check one module; None when its settings cannot be read."""
    source = files.read(folder / "module.md")
    settings, yaml, skip = read_front_matter(source, notes)
    own = Notes()
    documents = [parse(source, own, skip_lines=skip)]
    sound = settings is not None
    settings = settings or stand_in(yaml)
    if settings is None:
        notes.extend(own.findings())
        return None
    for index, name in enumerate(settings.files):
        if name != "module.md" and (
            path := _text_file(folder, name, around, yaml.span(("files", index)), own)
        ):
            documents.append(parse(files.read(path), own))
    filler = Filler(_values(settings, yaml, around, own), own)
    documents = [_filled(document, filler, files) for document in documents]
    includes: dict[tuple[str, str], Document] = {}
    for document in documents:
        _include(document, folder, around, files, filler, own, includes, (folder / "module.md",))
    audience = {
        **around.audience,
        **{
            name: AudienceKey(name, tuple(k.values), k.default, k.ask)
            for name, k in settings.audience.items()
        },
    }
    module = assemble(
        ModuleSource(settings, yaml, tuple(documents), folder.as_posix(), audience, includes), own
    )
    targets = read_targets(settings.targets, yaml, own) or around.targets
    module = select(replace(module, targets=targets), _audience(audience, around.chosen))
    own.extend(checks.run(module, _facts(module, folder, around.root)))
    notes.extend(without_ignored(own.findings(), (*documents, *includes.values())))
    return module if sound else None


def _values(settings: FrontMatter, yaml: Yaml, around: Surroundings, notes: Notes) -> dict[str, str]:
    built_in = {"language": settings.language, "module.title": settings.title}
    if not settings.variables:
        return {**around.values, **built_in}
    declared = {**around.declared, **declare(settings, yaml)}
    fresh = Notes()
    values = values_of(declared, around.given, fresh)
    own_spans = {entry.span for entry in declare(settings, yaml).values()}
    notes.extend(tuple(finding for finding in fresh.findings() if finding.span in own_spans))
    return {**values, **built_in}


def _audience(keys: Mapping[str, AudienceKey], chosen: Mapping[str, str]) -> dict[str, str]:
    defaults = {name: key.default for name, key in keys.items() if key.default}
    return {**defaults, **chosen}


def _text_file(folder: Path, name: str, around: Surroundings, span: Span, notes: Notes) -> Path | None:
    path = folder / name
    if not inside(path, around.root):
        notes.add(
            MISSING_FILE,
            span,
            f"{name} lies outside the course's folder",
            mend="copy it into the course, so that the course can be moved as a whole",
        )
        return None
    if not path.is_file():
        near = [entry.name for entry in sorted(folder.glob("*.md"))]
        notes.add(
            MISSING_FILE,
            span,
            f"there is no file {name}",
            mend=did_you_mean(name, near, "put it there, or mend the path; it begins in the module's folder"),
        )
        return None
    return path


def _include(
    document: Document,
    folder: Path,
    around: Surroundings,
    files: Files,
    filler: Filler,
    notes: Notes,
    includes: dict[tuple[str, str], Document],
    above: tuple[Path, ...],
) -> None:
    """Read what `include` blocks name, and what those files include."""
    for node in walk(document.blocks):
        if not isinstance(node, Directive) or node.name != "include":
            continue
        named = node.attributes.get("file")
        if named is None or not named.value or (document.file, named.value) in includes:
            continue
        path = _text_file(folder, named.value, around, named.value_span, notes)
        if path is None:
            continue
        if any(path.samefile(one) for one in above):
            notes.add(
                INCLUDE_CIRCLE,
                named.value_span,
                f"{named.value} includes itself",
                mend="leave this include out",
            )
            continue
        found = _filled(parse(files.read(path), notes), filler, files)
        includes[document.file, named.value] = found
        _include(found, folder, around, files, filler, notes, includes, (*above, path))


def _filled(document: Document, filler: Filler, files: Files) -> Document:
    return filler.document(document) if "{{" in files.sources[document.file] else document


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
