"""How large a picture is, from the first bytes of its file.

Pages give each picture its width and height, so that nothing jumps when it arrives. Reading a few
fixed places is all that takes; an imaging library would cost more time than the rest of the page.
"""

from __future__ import annotations

import re
import struct

Size = tuple[int, int]


def picture_size(data: bytes) -> Size | None:
    """Width and height in pixels of a PNG, GIF, JPEG, WebP or SVG file; None for anything else."""
    for starts, read in (
        (b"\x89PNG\r\n\x1a\n", _png),
        (b"GIF8", _gif),
        (b"\xff\xd8", _jpeg),
        (b"RIFF", _webp),
    ):
        if data.startswith(starts):
            try:
                return read(data)
            except (struct.error, IndexError):
                return None
    return _svg(data)


def _png(data: bytes) -> Size:
    """PNG 11.2.1: the header chunk comes first."""
    return struct.unpack_from(">II", data, 16)


def _gif(data: bytes) -> Size:
    """GIF89a 18: the logical screen."""
    return struct.unpack_from("<HH", data, 6)


def _jpeg(data: bytes) -> Size | None:
    """ITU T.81 B.2.2: the first frame header (SOF0 to SOF15, without DHT, JPG and DAC)."""
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        at += 1 if marker == 0xFF else 2 + struct.unpack_from(">H", data, at + 2)[0]
    return None


def _webp(data: bytes) -> Size | None:
    """RFC 9649: lossy (RFC 6386 9.1), lossless (3.4) or extended (2.7)."""
    match data[8:16]:
        case b"WEBPVP8 ":
            width, height = struct.unpack_from("<HH", data, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"WEBPVP8L":
            bits = struct.unpack_from("<I", data, 21)[0]
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"WEBPVP8X":
            return 1 + int.from_bytes(data[24:27], "little"), 1 + int.from_bytes(data[27:30], "little")
        case _:
            return None


_ROOT = re.compile(rb"<svg\b[^>]*>")
_LENGTH = re.compile(rb"""\s(width|height)\s*=\s*["']\s*([0-9.]+)(?:px)?\s*["']""")
_VIEW_BOX = re.compile(rb"""\sviewBox\s*=\s*["']([^"']+)["']""")


def _svg(data: bytes) -> Size | None:
    """SVG 2, 8.2: width and height if both are in pixels, else the view box."""
    root = _ROOT.search(data[:4096])
    if root is None:
        return None
    lengths = {name: float(value) for name, value in _LENGTH.findall(root[0])}
    if len(lengths) == 2:
        return round(lengths[b"width"]), round(lengths[b"height"])
    box = _VIEW_BOX.search(root[0])
    numbers = [float(n) for n in re.findall(rb"-?[0-9.]+", box[1])] if box else []
    return (round(numbers[2]), round(numbers[3])) if len(numbers) == 4 else None
