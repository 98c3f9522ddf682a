"""Which files of a module's folder go into its package, and under which names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from smtrain.model.course import Module
from smtrain.model.node import file_fields, walk

_LONGEST_STEM = 40


@dataclass(frozen=True, slots=True)
class Media:
    """What is known of a file: the SHA-256 of its bytes in hex, and its size in pixels if it is a picture."""

    digest: str
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True, order=True)
class Asset:
    """A file in the package: `name` there, `source` in the module's folder."""

    name: str
    source: str


def wanted(module: Module) -> tuple[str, ...]:
    """The paths of all files that the module's pages and its theme refer to, sorted."""
    named = {path for node in walk(module) for _, path in file_fields(node)}
    return tuple(sorted(named.union(module.theme.files())))


def package_name(source: str, media: Media) -> str:
    """The name of a file in the package, from its own name and its content.

    Names follow the content, so that a changed file is never taken from a browser's cache, and are
    unique without their folder: Open edX looks files up by the last part alone.
    """
    path = PurePosixPath(source)
    stem = re.sub(r"[^a-z0-9]+", "-", path.stem.lower()).strip("-")[:_LONGEST_STEM]
    return f"media/{stem or 'file'}-{media.digest[:8]}{path.suffix.lower()}"


class Shelf:
    """Hands out the names of files and remembers which were asked for."""

    def __init__(self, media: Mapping[str, Media]) -> None:
        self._media = media
        self._taken: dict[str, str] = {}

    def name(self, source: str) -> str:
        """The name of a file in the package. Raises `KeyError` for a file nobody has read."""
        name = package_name(source, self._media[source])
        self._taken.setdefault(name, source)
        return name

    def media(self, source: str) -> Media:
        """What is known of a file."""
        return self._media[source]

    def assets(self) -> tuple[Asset, ...]:
        """The files that were asked for, sorted by name."""
        return tuple(sorted(Asset(name, source) for name, source in self._taken.items()))
