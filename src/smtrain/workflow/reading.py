"""Files on disk → source files, each read once in a run."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from smtrain.diagnostics import Notes
from smtrain.source.file import SourceFile, decode
from smtrain.workflow.errors import shown, unreadable


class Reads(Protocol):
    """Whatever gives the text of files: as it is, or in another language."""

    @property
    def sources(self) -> Mapping[str, str]:
        """The text of each file by the name that findings use."""

    def read(self, path: Path) -> SourceFile:
        """A text file. Raises `Refused` when the system does not let it be read."""


class Files:
    """The files of one run. `sources` has the text of each by the name that findings use."""

    sources: dict[str, str]

    def __init__(self, notes: Notes) -> None:
        self._notes = notes
        self._read: dict[Path, SourceFile] = {}
        self.sources = {}

    def read(self, path: Path) -> SourceFile:
        """A text file. Raises `Refused` when the system does not let it be read."""
        if path not in self._read:
            file = self._read[path] = decode(shown(path), read_bytes(path), self._notes)
            self.sources[file.name] = file.text
        return self._read[path]


def read_bytes(path: Path) -> bytes:
    """What a file holds. Raises `Refused` when the system does not let it be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def inside(path: Path, root: Path) -> bool:
    """Whether a path, with its links followed, lies below a folder; also where there can be no such file."""
    try:
        return path.resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):  # too long, links in a circle, a NUL
        return True


def exact(path: Path, root: Path) -> bool:
    """Whether a file is there in just this spelling, also where the system does not tell case.

    A package is read on systems that do.
    """
    try:
        if not path.is_file():
            return False
        while path != root and path.parent != path:
            if path.name != ".." and path.name not in {entry.name for entry in path.parent.iterdir()}:
                return False
            path = path.parent
    except (OSError, ValueError):  # too long, no right to look, a NUL
        return False
    return True
