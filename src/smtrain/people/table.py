"""A roster before anyone knows what its columns mean: rows of cells, and where each row stands."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import BinaryIO, Protocol

from smtrain.people.issues import Issues

Tick = Callable[[float], None]
"""Told now and then which share of the work is done, from 0 to 1."""


class Number(str):
    """A cell that held a number, not a text: zeros at its beginning may be lost."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Shape:
    """How the customer's file is written, as far as HR has said so.

    `columns` has the names that a field's column may have. `encoding` is tried when a file is not UTF-8.
    `separators` says what stands between several values of a field's cell. `status` maps the customer's
    words, folded, to ours. `id_width` is how many digits an id has, 0 if that is not known.
    """

    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    encoding: str = "cp1252"
    delimiter: str = ""
    sheet: str = ""
    date_format: str = ""
    id_width: int = 0
    separators: Mapping[str, str] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Source:
    """A roster's bytes. `stream` can seek; `size` is in bytes; `issues` takes what is wrong."""

    name: str
    stream: BinaryIO
    size: int
    shape: Shape
    issues: Issues
    tick: Tick


class Counted(Protocol):
    """Counts the lines that were read, as `csv.reader` does."""

    @property
    def line_num(self) -> int:
        """The number of the line that was read last, from 1."""


class Place:
    """A place in a file that has no lines of its own, such as the row of a sheet."""

    def __init__(self) -> None:
        self.line_num = 0


@dataclass(slots=True)
class Table:
    """The rows of a roster, header first where `fixed`, else somewhere among the first rows.

    `place` tells the line of the row that was read last, to which `skipped` lines are added. `columns` has the format's own names of fields,
    the best first. `typed` says that cells can be `Number`. `notices` are remarks for the reader.
    `fault` notes why the rows after an error cannot be had; `release` gives the stream back.
    """

    rows: Iterator[Sequence[str]]
    place: Counted
    skipped: int = 0
    delimiter: str = ""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fixed: bool = False
    typed: bool = False
    notices: tuple[str, ...] = ()
    fault: Callable[[csv.Error], None] = lambda error: None
    release: Callable[[], object] = lambda: None


@dataclass(frozen=True, slots=True)
class Format:
    """A format of rosters. `fits` looks at the first bytes and, of a zip, at the names in it.

    `read` gives the table, or None when the file is too broken; what is wrong has been noted.
    """

    title: str
    fits: Callable[[bytes, Sequence[str]], bool]
    read: Callable[[Source], Table | None]
