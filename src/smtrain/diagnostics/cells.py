"""How a line looks on a terminal: which column each character starts in, and what is safe to show."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

_TAB = 4

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of text, with which a line can pretend to be another one."""


class Line(NamedTuple):
    """A line ready to print. `starts[i]` is the column, from 0, of its character i; one more is its end."""

    pieces: tuple[str, ...]
    starts: tuple[int, ...]

    @property
    def text(self) -> str:
        """The line as it is printed."""
        return "".join(self.pieces)


def lay_out(text: str) -> Line:
    """Expand tabs, show control characters as pictures, and count wide and combining characters right."""
    pieces: list[str] = []
    starts = [0]
    for character in text:
        piece = " " * (_TAB - starts[-1] % _TAB) if character == "\t" else _shown(character)
        pieces.append(piece)
        starts.append(starts[-1] + (len(piece) if character == "\t" else _cells(piece)))
    return Line(tuple(pieces), tuple(starts))


def _shown(character: str) -> str:
    """Control characters could clear or recolour a terminal, so a picture of them is shown instead."""
    if character in _BIDI or "\x80" <= character <= "\x9f":
        return "\N{REPLACEMENT CHARACTER}"
    if character == "\x7f":
        return "\N{SYMBOL FOR DELETE}"
    return chr(0x2400 + ord(character)) if character < " " else character


def _cells(character: str) -> int:
    """Columns on a terminal (Unicode Standard Annex 11): 2 for East Asian wide, 0 for what combines."""
    if character.isascii():
        return 1
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def harmless(text: str) -> str:
    """A message on one or more lines, with pictures for control characters that came from a source."""
    return "\n".join(lay_out(line).text for line in text.split("\n"))
