"""What a file in a package is made of."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from pathlib import PurePath

_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Deflated:
    """Bytes that were deflated once, for a file that goes into many packages.

    `data` is a raw deflate stream (RFC 1951), `size` and `crc` are those of the bytes in it.
    """

    data: bytes
    size: int
    crc: int

    @classmethod
    def of(cls, plain: bytes) -> Deflated:
        """Deflate bytes, as the zip does for any file of text."""
        press = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        return cls(press.compress(plain) + press.flush(), len(plain), zlib.crc32(plain))

    def inflated(self) -> bytes:
        """The bytes that were deflated."""
        return zlib.decompress(self.data, -zlib.MAX_WBITS)


Content = bytes | Deflated | PurePath
"""Bytes, bytes deflated before, or a file on disk that is read when the package is written."""
