"""The text files of a module: those that its settings list, and those that its blocks include."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds import kinds as all_kinds
from smtrain.model.node import walk
from smtrain.source.configuration import BAD_SETTING
from smtrain.source.document import Directive, Document
from smtrain.source.fill import Filler
from smtrain.source.rules import TOO_DEEP
from smtrain.source.tree import parse
from smtrain.source.yaml import Yaml
from smtrain.workflow.reading import Reads, exact, inside

MOST_LEVELS = 10
"""How many files may include each other, one inside the other."""

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


def _named(document: Document) -> Iterator[tuple[str, Span]]:
    """The text files that blocks of a document name, each with its place."""
    kinds = {kind.name: kind for kind in all_kinds()}
    for node in walk(document.blocks):
        kind = kinds.get(node.name) if isinstance(node, Directive) else None
        if kind and kind.texts:
            yield from kind.texts(cast(Directive, node))


class Texts:
    """Reads the text files of one module; each is parsed once, with its variables filled.

    `includes` has the documents that `include` blocks and their like name, by the file that names them
    and the path as written.
    """

    def __init__(self, folder: Path, root: Path, files: Reads, filler: Filler, notes: Notes) -> None:
        """No file may lie outside of `root`."""
        self._folder, self._root, self._files = folder, root, files
        self._filler, self._notes = filler, notes
        self._parsed: dict[Path, Document] = {}
        self.includes: dict[tuple[str, str], Document] = {}

    def documents(self, first: Document, names: Iterable[str], yaml: Yaml) -> tuple[Document, ...]:
        """The module's first file and those its settings name, in order."""
        documents = {self._folder / "module.md": self._filled(first)}
        for index, name in enumerate(names):
            if name == "module.md":
                continue
            span = yaml.span(("files", index))
            path = self._path(name, span)
            if path is None:
                continue
            if any(path.samefile(other) for other in documents):
                self._notes.add(BAD_SETTING, span, f"{name} is listed twice", mend="keep one of the two")
                continue
            documents[path] = self._document(path)
        for path, document in documents.items():
            self._include(document, (path,))
        return tuple(documents.values())

    def _include(self, document: Document, above: tuple[Path, ...]) -> None:
        """Read what blocks such as `include` name, and what those files name."""
        for name, span in _named(document):
            if (document.file, name) in self.includes:
                continue
            path = self._path(name, span)
            # A name that leads nowhere is noted once and stands for nothing.
            self.includes[document.file, name] = Document(document.file, ())
            if path is None:
                continue
            if any(path.samefile(one) for one in above):
                message = f"{name} includes itself"
                self._notes.add(INCLUDE_CIRCLE, span, message, mend="leave this include out")
            elif len(above) > MOST_LEVELS:
                self._notes.add(
                    TOO_DEEP,
                    span,
                    f"more than {MOST_LEVELS} files include each other up to here",
                    mend="include this file from a page",
                )
            else:
                found = self.includes[document.file, name] = self._document(path)
                self._include(found, (*above, path))

    def _document(self, path: Path) -> Document:
        if path not in self._parsed:
            self._parsed[path] = self._filled(parse(self._files.read(path), self._notes))
        return self._parsed[path]

    def _filled(self, document: Document) -> Document:
        return self._filler.document(document) if "{{" in self._files.sources[document.file] else document

    def _path(self, name: str, span: Span) -> Path | None:
        path = self._folder / name
        if not inside(path, self._root):
            self._notes.add(
                MISSING_FILE,
                span,
                f"{name} lies outside the course's folder",
                mend="copy it into the course, so that the course can be moved as a whole",
            )
            return None
        if not exact(path, self._folder):
            near = [entry.name for entry in sorted(self._folder.glob("*.md"))]
            self._notes.add(
                MISSING_FILE,
                span,
                f"there is no file {name}",
                mend=did_you_mean(
                    name, near, "put it there, or mend the path; it begins in the module's folder"
                ),
            )
            return None
        return path
