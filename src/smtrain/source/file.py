"""A source file: bytes in, text and its places out."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from smtrain.diagnostics import Notes, Span, rule

NOT_UTF8 = rule(
    "SM112",
    "file-not-in-utf8",
    """
    The file is not saved as UTF-8, so its letters cannot be read with certainty.

    Save it again as "UTF-8" in your editor; a byte-order mark does no harm.

    Bad in module.md as latin-1::

        ## Grüße

        Schöne Grüße aus Köln.

    Good::

        ## Grüße

        Schöne Grüße aus Köln.
    """,
)
CONTROL_CHARACTER = rule(
    "SM125",
    "control-character",
    """
    A control character came along when text was pasted from elsewhere. Nobody can see it, and many
    systems refuse a file that has one.

    Bad in module.md as iso2022_jp::

        ## Page

        東京

    Good::

        ## Page

        東京
    """,
)
NO_TEXT = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
"""Characters that XML 1.0 (section 2.2) has no room for, and DEL."""


@dataclass(frozen=True)
class SourceFile:
    """A text file of a course. `name` is how findings call it; lines end in a plain line feed."""

    name: str
    text: str

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line) + 1)
        return starts

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from offset `start` up to offset `end`."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end) - 1
        return Span(
            self.name,
            first + 1,
            start - self._starts[first] + 1,
            last + 1,
            end - self._starts[last] + 1,
        )

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; the other way round than `span`."""
        return self._starts[line - 1] + column - 1

    def line_span(self, first: int, last: int | None = None, *, after: int = 0) -> Span:
        """From the first visible character of one line to the end of another; lines count from 1.

        The first `after` characters of the first line are passed over.
        """
        last = first if last is None else last
        opening = self.lines[first - 1][after:]
        column = after + len(opening) - len(opening.lstrip()) + 1
        end = len(self.lines[last - 1].rstrip()) + 1
        return Span(self.name, first, column, last, max(end, column) if first == last else end)


def decode(name: str, data: bytes, notes: Notes) -> SourceFile:
    """The text of a file. What is no UTF-8, or no text, is noted at its place and shown as a question mark."""
    source = SourceFile(name, _text(name, data, notes).replace("\r\n", "\n").replace("\r", "\n"))
    found = NO_TEXT.search(source.text)
    if found is None:
        return source
    many = len(NO_TEXT.findall(source.text))
    notes.add(
        CONTROL_CHARACTER,
        source.span(found.start(), found.end()),
        f"here stands a control character (U+{ord(found[0]):04X}), which is no text",
        label=f"the first of {many} in this file" if many > 1 else "",
        mend="delete it, and type what it stood for, such as a line break, anew",
    )
    return SourceFile(name, NO_TEXT.sub("\ufffd", source.text))


def _text(name: str, data: bytes, notes: Notes) -> str:
    if encoding := _wide(data):
        notes.add(NOT_UTF8, Span.point(name), "the file is saved as UTF-16, not as UTF-8", mend=_SAVE)
        return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        notes.add(
            NOT_UTF8,
            Span(name, line, column, line, column + 1),
            f"byte 0x{data[error.start]:02X} is not UTF-8 text",
            mend=_SAVE,
        )
        return data.decode("utf-8-sig", errors="replace")


def _wide(data: bytes) -> str:
    """The encoding of a file with two bytes a character, told by its mark or by the zeros of Latin letters."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    for encoding, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if len(zeros) > 1 and zeros.count(0) > len(zeros) / 2:
            return encoding
    return ""


_SAVE = 'open the file in your editor and save it with the encoding "UTF-8"'
