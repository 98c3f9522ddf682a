"""A package: which file holds what. It knows names and order, and nothing of any standard."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from smtrain.package.content import Content
from smtrain.package.names import why_refused


class NameRefused(ValueError):
    """A file cannot go into the package under this name; the message is a sentence that says why."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason


class Package(Mapping[str, Content]):
    """Files by their name, a path from the package's root.

    Iterating gives the order of the zip: `first` (the manifest), then all others sorted, so the
    order in which files are added never shows.
    """

    def __init__(self, first: str = "") -> None:
        """`first` names the file that comes first, for readers that stop at the manifest."""
        self._first = first
        self._files: dict[str, Content] = {}
        self._taken: dict[str, str] = {}
        self._folders: set[str] = set()

    def add(self, name: str, content: Content) -> None:
        """Put a file into the package.

        Raises `NameRefused` for a name `why_refused` refuses or that clashes with an earlier one.
        """
        reason = why_refused(name) or self._why_clashing(name)
        if reason:
            raise NameRefused(name, reason)
        self._files[name] = content
        self._taken[_base(name)] = name
        self._folders.update(_folders(name))

    def _why_clashing(self, name: str) -> str:
        """Names that differ by case fall together on Windows; Open edX falls back to base names."""
        if name in self._folders:
            return "there is a folder of this name already"
        if folder := next((folder for folder in _folders(name) if folder in self._files), ""):
            return f"{folder} is a file already, so it cannot be a folder"
        other = self._taken.get(_base(name))
        if other is None:
            return ""
        if other == name:
            return "there is a file of this name already"
        if other.lower() == name.lower():
            return f"the name differs from {other} only by its case"
        return f"the last part of the name is that of {other} too; some systems look files up by it alone"

    def __getitem__(self, name: str) -> Content:
        return self._files[name]

    def __len__(self) -> int:
        return len(self._files)

    def __iter__(self) -> Iterator[str]:
        if self._first in self._files:
            yield self._first
        yield from sorted(name for name in self._files if name != self._first)


def _base(name: str) -> str:
    return name.rpartition("/")[2].lower()


def _folders(name: str) -> list[str]:
    """The folders above a file, the nearest first."""
    return [folder.as_posix() for folder in PurePosixPath(name).parents[:-1]]
