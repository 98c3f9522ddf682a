"""Translation files: written for translators, and read when a module is built in their language."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Any

from smtrain.diagnostics import Notes, Span, rule
from smtrain.i18n import Po, Unit, read_po, refreshed, translated, units
from smtrain.i18n.settings import setting_units, with_settings
from smtrain.model.course import Module
from smtrain.model.node import Node, file_fields, rebuild
from smtrain.source.configuration import read_front_matter
from smtrain.source.file import SourceFile
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.errors import Refused, missing, shown
from smtrain.workflow.reading import Files
from smtrain.workflow.write import write_files

UNTRANSLATED = rule(
    "SM602",
    "text-without-translation",
    """
    Some texts of a module have no translation, or one that a translator has to look at again. Learners see
    them in the module's own language, marked as such.

    `smtrain i18n status` counts them; an editor for translation files lists them.

    Bad in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

    Bad in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        ***

    Good in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

        msgctxt "page/title"
        msgid "Page"
        msgstr "Seite"

    Good in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        ***
    """,
    "warning",
)
NO_TRANSLATION = rule(
    "SM603",
    "language-without-translation-file",
    """
    A module says that it comes in a language, and there is no translation file for it, so it is not built.

    Bad::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        Text.
    """,
    "warning",
)

FOLDER = "locales"


@dataclass
class TranslatedFiles:
    """The files of a module as they are in a language; reads like `Files`."""

    files: Files
    po: Po
    language: str
    original: str
    notes: Notes
    found: dict[Path, tuple[Unit, ...]] = field(default_factory=dict)
    _made: dict[Path, SourceFile] = field(default_factory=dict)

    @property
    def sources(self) -> dict[str, str]:
        """The text of each file as it was written, by the name that findings use."""
        return self.files.sources

    def read(self, path: Path) -> SourceFile:
        """A text file in the language."""
        if path not in self._made:
            source = self.files.read(path)
            settings, inner, yaml = _units(source)
            self.found[path] = (*settings, *inner)
            made = translated(source, inner, self.po, self.original, self.notes)
            if yaml:
                made = with_settings(made, yaml, settings, self.po, self.language)
            self._made[path] = made
        return self._made[path]

    def note_untranslated(self) -> None:
        """Note once how many texts have no translation that may be shown."""
        every = {(u.context, u.text) for found in self.found.values() for u in found}
        done = sum(bool(e and e.translation and not e.fuzzy) for e in map(self.po.entries.get, every))
        if done < len(every):
            self.notes.add(
                UNTRANSLATED,
                Span.point(self.po.name),
                f"{len(every) - done} of {len(every)} texts have no translation yet",
                mend='translate them; "smtrain i18n extract" brings the file up to date first',
            )


def _units(source: SourceFile) -> tuple[tuple[Unit, ...], tuple[Unit, ...], Yaml | None]:
    """The units of a file, those of its settings apart; what is wrong with it is said elsewhere."""
    nobody = Notes()
    if source.lines[0].rstrip() != "---":
        return (), units(parse(source, nobody), source), None
    _, yaml, skip = read_front_matter(source, nobody)
    return setting_units(yaml), units(parse(source, nobody, skip_lines=skip), source), yaml


def translation_of(
    folder: Path, language: str, original: str, place: Span, files: Files, notes: Notes
) -> TranslatedFiles | None:
    """A module's files in a language; None, and a note, when it has no translation file for it."""
    path = folder / FOLDER / f"{language}.po"
    if not path.is_file():
        notes.add(
            NO_TRANSLATION,
            place,
            f"there is no {FOLDER}/{language}.po in this module",
            mend=f'run "smtrain i18n extract --language {language}", or take the language off the list',
        )
        return None
    return TranslatedFiles(files, read_po(files.read(path), notes), language, original, notes)


def with_files_of(module: Module, folder: Path, language: str) -> Module:
    """The module with pictures, recordings and captions in a language: `photo.de.jpg` stands in for `photo.jpg`."""

    def change(node: Node) -> Node:
        own: dict[str, Any] = {}
        for name, written in file_fields(node):
            path = PurePosixPath(written)
            mine = path.with_name(f"{path.stem}.{language}{path.suffix}") if path.suffix else path
            if mine != path and (folder / mine).is_file():
                own[name] = mine.as_posix()
        return replace(node, **own) if own else node

    return replace(module, lessons=rebuild(module.lessons, change))


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a translation is: texts in all, translated ones, and those to be looked at again."""

    module: str
    language: str
    texts: int
    translated: int
    fuzzy: int
    file: Path


def extract(path: Path, languages: tuple[str, ...] = ()) -> tuple[Progress, ...]:
    """Write the translation files of the modules at a path, new ones or up to date; all of them or none.

    Without `languages` those that the modules' settings name are meant. Raises `Refused` when there is no
    module, no language, or a file that cannot be read.
    """
    plan: dict[str, bytes] = {}
    progress: list[Progress] = []
    root = _root(path)
    for folder in _modules(path):
        files = Files(Notes())
        found, title, declared = _module_units(folder, files)
        for language in languages or declared:
            file = folder / FOLDER / f"{language}.po"
            old = _old(file, files)
            text = refreshed(old, found, language, title)
            plan[file.relative_to(root).as_posix()] = text.encode()
            progress.append(_progress(folder.name, language, text, file))
    if not plan:
        raise Refused(
            "no module here names a language to translate into",
            mend="say which, with --language de, or write languages: [de] in its settings",
        )
    write_files(root, plan)
    return tuple(progress)


def status(path: Path) -> tuple[Progress, ...]:
    """How far the translation files of the modules at a path are."""
    found = []
    for folder in _modules(path):
        for file in sorted((folder / FOLDER).glob("*.po")):
            units_now, title, _ = _module_units(folder, files := Files(Notes()))
            text = refreshed(_old(file, files), units_now, file.stem, title)
            found.append(_progress(folder.name, file.stem, text, file))
    return tuple(found)


def _root(path: Path) -> Path:
    return path.parent if path.is_file() else path


def _modules(path: Path) -> list[Path]:
    if not path.exists():
        raise missing(path)
    folder = _root(path)
    if (folder / "module.md").is_file():
        return [folder]
    found = sorted(file.parent for file in folder.glob("*/module.md"))
    if not found:
        raise Refused(f"there is no module in {shown(path)}", mend="name the folder of a course or module")
    return found


def _module_units(folder: Path, files: Files) -> tuple[list[tuple[Unit, str]], str, tuple[str, ...]]:
    """The units of a module's own files with their places, its title, and the languages it names."""
    settings, _, _ = read_front_matter(files.read(folder / "module.md"), Notes())
    names = settings.files if settings else ["module.md"]
    found: list[tuple[Unit, str]] = []
    for name in dict.fromkeys(("module.md", *names, *_banks(folder))):
        if (folder / name).is_file():
            outer, inner, _ = _units(files.read(folder / name))
            found += [(unit, f"{name}:{unit.span.line}") for unit in (*outer, *inner)]
    title = settings.title if settings else folder.name
    return found, title, tuple(settings.languages) if settings else ()


def _banks(folder: Path) -> list[str]:
    return [file.relative_to(folder).as_posix() for file in sorted(folder.glob("bank/*.md"))]


def _old(file: Path, files: Files) -> Po | None:
    """The translation file that is there. One with a line that cannot be read is refused, not written over."""
    if not file.is_file():
        return None
    notes = Notes()
    po = read_po(files.read(file), notes)
    for finding in notes:
        raise Refused(
            f"{finding.span.file}:{finding.span.line}: {finding.message}",
            rule=finding.rule,
            mend=finding.mend,
        )
    return po


def _progress(module: str, language: str, text: str, file: Path) -> Progress:
    entries = read_po(SourceFile(file.name, text), Notes()).entries.values()
    done = sum(bool(entry.translation) and not entry.fuzzy for entry in entries)
    return Progress(module, language, len(entries), done, sum(entry.fuzzy for entry in entries), file)
