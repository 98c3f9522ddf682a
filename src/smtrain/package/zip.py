"""The zip file an LMS takes: the same bytes for the same package, whenever and wherever it is made.

Written by hand (PKWARE's APPNOTE 6.3, sections 4.3 and 4.4) because packages share files: a player
that was deflated once goes into a hundred packages without being deflated again, which the standard
library's `zipfile` cannot do. Only methods 0 (stored) and 8 (deflate), no encryption, no zip64:
SCORM asks for what PKZip 2.04g can read. Names are ASCII, so no flag for UTF-8 is needed.

Deflate is fixed by its reader, not its writer: another zlib may find other bytes for the same text.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, NamedTuple

from smtrain.package.content import Content, Deflated
from smtrain.package.package import Package

EARLIEST = 315_532_800
"""1980-01-01 in seconds since 1970: the first moment a zip can name, and our fixed time."""

_LATEST = 4_354_819_198
_LIMIT = 0xFFFF_FFFF
_MOST_FILES = 0xFFFF

_STORED = frozenset("avif gif jpeg jpg m4a m4v mp3 mp4 ogg ogv opus png webm webp woff woff2 zip".split())
"""Endings of media that are packed already: deflating them costs 25 times the time for 1 % of the size."""

_CHUNK = 1 << 20

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")

_NEEDS = 20  # version 2.0: deflate
_MADE_BY = 3 << 8 | _NEEDS  # Unix, so that permissions are read
_PLAIN_FILE = 0o100644 << 16


class TooLarge(ValueError):
    """The package is larger than a zip without zip64 can be: 4 GiB, or 65,535 files."""


class _Entry(NamedTuple):
    name: bytes
    method: int
    stamp: tuple[int, int]
    crc: int
    packed: int
    size: int
    offset: int


FileOpener = Callable[[PurePath], BinaryIO]
"""Opens a file on disk for reading; handed in, because this room opens nothing itself."""


def write_zip(package: Package, out: BinaryIO, open_file: FileOpener, *, when: int = EARLIEST) -> None:
    """Write the package as a zip to a stream that can seek.

    `when` is the time all files get, in seconds since 1970 (UTC), as in `SOURCE_DATE_EPOCH`.
    Raises `TooLarge`, and whatever `open_file` and `out` raise.
    """
    if len(package) > _MOST_FILES:
        raise TooLarge(f"a zip holds at most {_MOST_FILES:,} files, this package has {len(package):,}")
    stamp = _dos_time(when)
    entries = [_write_file(name, package[name], out, open_file, stamp) for name in package]
    start = out.tell()
    out.writelines(_central(entry) for entry in entries)
    length = out.tell() - start
    if start + length > _LIMIT:
        raise TooLarge("the package is larger than 4 GiB, more than a zip holds that every LMS can read")
    out.write(_END.pack(b"PK\5\6", 0, 0, len(entries), len(entries), length, start, 0))


def zip_bytes(package: Package, open_file: FileOpener, *, when: int = EARLIEST) -> bytes:
    """The package as a zip, in memory; see `write_zip`."""
    out = BytesIO()
    write_zip(package, out, open_file, when=when)
    return out.getvalue()


def _write_file(
    name: str, content: Content, out: BinaryIO, open_file: FileOpener, stamp: tuple[int, int]
) -> _Entry:
    stored = name.rpartition(".")[2] in _STORED
    if stored and isinstance(content, PurePath):
        with open_file(content) as file:
            return _write_stream(name, file, out, stamp)
    if isinstance(content, PurePath):
        with open_file(content) as file:
            content = file.read()
    if isinstance(content, bytes):
        deflated = None if stored else Deflated.of(content)
        if deflated is None or len(deflated.data) >= len(content):
            return _write_stream(name, BytesIO(content), out, stamp)
        content = deflated
    entry = _entry(name, zlib.DEFLATED, stamp, content.crc, len(content.data), content.size, out.tell())
    out.write(_local(entry))
    out.write(content.data)
    return entry


def _write_stream(name: str, file: BinaryIO, out: BinaryIO, stamp: tuple[int, int]) -> _Entry:
    """Store a file piece by piece, then go back and write its size and checksum in front of it."""
    offset = out.tell()
    out.write(_local(_entry(name, 0, stamp, 0, 0, 0, offset)))
    crc = size = 0
    while piece := file.read(_CHUNK):
        crc = zlib.crc32(piece, crc)
        size += len(piece)
        out.write(piece)
    entry = _entry(name, 0, stamp, crc, size, size, offset)
    end = out.tell()
    out.seek(offset)
    out.write(_local(entry))
    out.seek(end)
    return entry


def _entry(
    name: str, method: int, stamp: tuple[int, int], crc: int, packed: int, size: int, offset: int
) -> _Entry:
    if max(packed, size, offset) > _LIMIT:
        raise TooLarge(
            f"{name} takes the package beyond 4 GiB, more than a zip holds that every LMS can read"
        )
    return _Entry(name.encode("ascii"), method, stamp, crc, packed, size, offset)


def _local(e: _Entry) -> bytes:
    head = _LOCAL.pack(b"PK\3\4", _NEEDS, 0, e.method, *e.stamp, e.crc, e.packed, e.size, len(e.name), 0)
    return head + e.name


def _central(e: _Entry) -> bytes:
    sizes = (e.crc, e.packed, e.size, len(e.name), 0, 0, 0, 0, _PLAIN_FILE, e.offset)
    return _CENTRAL.pack(b"PK\1\2", _MADE_BY, _NEEDS, 0, e.method, *e.stamp, *sizes) + e.name


def _dos_time(when: int) -> tuple[int, int]:
    """Time and date as MS-DOS had them, to two seconds, from 1980 to 2107."""
    at = datetime.fromtimestamp(min(max(when, EARLIEST), _LATEST), UTC)
    clock = at.hour << 11 | at.minute << 5 | at.second // 2
    return clock, (at.year - 1980) << 9 | at.month << 5 | at.day
