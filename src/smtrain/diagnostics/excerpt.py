"""The lines of a source file that a finding is about, with marks under what is meant.

A place on one line gets `^^^` under it (`---` when it only explains). A place over several lines gets
a bracket at the left. Lines too long for the terminal are cut to a window around the mark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from smtrain.diagnostics.cells import Line, harmless, lay_out
from smtrain.diagnostics.finding import Place
from smtrain.diagnostics.report import Paint, Tone


class _Mark(NamedTuple):
    """Characters `start` to `end` (from 0, end not included) of a line, which counts from 1."""

    line: int
    start: int
    end: int
    label: str
    main: bool


class Excerpt:
    """What is shown of one file. `tone` is that of the finding; `main` may be missing in a second file."""

    def __init__(
        self,
        lines: Sequence[str],
        main: Place | None,
        also: Sequence[Place],
        paint: Paint,
        tone: Tone,
        width: int,
    ) -> None:
        self._lines = lines
        self._paint = paint
        self._tone = tone
        self._first = self._last = 0
        self._closing: _Mark | None = None
        self._marks = [_mark(place, lines, main=False) for place in also]
        if main is not None:
            opening = _mark(main, lines, main=True)
            closing = _closing(main, lines)
            if closing.line > opening.line:
                self._first, self._last, self._closing = opening.line, closing.line, closing
            else:
                self._marks.append(opening)
        self._marks.sort(key=lambda mark: (mark.line, not mark.main, -mark.start))
        self._width = width - (2 if self._closing else 0)
        self.digits = len(str(max(self._numbers())))

    def rows(self, digits: int) -> Iterator[str]:
        """The rows of the picture, below the file's name. `digits` is the width of a line number."""
        self.digits = digits
        before = 0
        yield self._row("", "")
        for number in self._numbers():
            if before and number > before + 1:
                gap = " " * max(0, self.digits - 1) + self._bracket(before + 1)
                yield (self._paint("...", "frame") + gap).rstrip()
            before = number
            yield from self._line(number)

    def _numbers(self) -> list[int]:
        """The lines to show: those with a mark, both ends of the bracket, and what would be a gap of one."""
        wanted = {mark.line for mark in self._marks}
        if self._closing:
            wanted |= {self._first, self._first + 1, self._last}
        return sorted(wanted | {number + 1 for number in wanted if number + 2 in wanted})

    def _line(self, number: int) -> Iterator[str]:
        marks = [mark for mark in self._marks if mark.line == number]
        line = lay_out(self._lines[number - 1])
        low, high = _window(line, marks[0].start if marks else 0, max(20, self._width - self.digits - 3))
        left = "…" if low else ""
        right = "…" if high < len(line.pieces) else ""
        yield self._row(number, self._bracket(number) + left + "".join(line.pieces[low:high]) + right)
        inner = self._bracket(number + 1) if self._first <= number < self._last else self._bracket(0)
        for mark in marks:
            start, end = min(max(mark.start, low), high), min(max(mark.end, low), high)
            pad = " " * (len(left) + line.starts[start] - line.starts[low])
            sign = ("^" if mark.main else "-") * max(1, line.starts[end] - line.starts[start])
            yield self._row("", inner + pad + self._labelled(sign, mark))
        if self._closing and number == self._last:
            at = max(low, min(self._closing.end, high) - 1)
            run = "_" * (1 + len(left) + line.starts[at] - line.starts[low])
            yield self._row("", self._labelled(f"|{run}^", self._closing))

    def _bracket(self, number: int) -> str:
        """The margin left of a line: the bracket of a place over several lines, where there is one."""
        if not self._closing:
            return ""
        if number == self._first:
            return self._paint("/", self._tone) + " "
        return self._paint("|", self._tone) + " " if self._first < number <= self._last else "  "

    def _labelled(self, sign: str, mark: _Mark) -> str:
        return self._paint(f"{sign} {harmless(mark.label)}".rstrip(), self._tone if mark.main else "label")

    def _row(self, number: int | str, content: str) -> str:
        return f"{self._paint(f'{number:>{self.digits}} |', 'frame')} {content}".rstrip()


def _mark(place: Place, lines: Sequence[str], *, main: bool) -> _Mark:
    """A mark on the first line of a place, up to the line's end if the place goes on."""
    span = place.span
    line = min(span.line, len(lines))
    length = len(lines[line - 1])
    start = min(span.column - 1, length)
    end = span.end_column - 1 if span.end_line == span.line else length
    return _Mark(line, start, max(start, min(end, length)), place.label, main)


def _closing(place: Place, lines: Sequence[str]) -> _Mark:
    """The last character of a place. One that ends in front of a line ends on the line before."""
    span = place.span
    line, end = min(span.end_line, len(lines)), span.end_column - 1
    if end == 0 and line > span.line:
        line, end = line - 1, len(lines[line - 2])
    return _Mark(line, end, min(end, len(lines[line - 1])), place.label, main=True)


def _window(line: Line, focus: int, room: int) -> tuple[int, int]:
    """The characters to show, from and to, so that `focus` is among them with some words before it."""
    total = line.starts[-1]
    if total <= room:
        return 0, len(line.pieces)
    left = max(0, min(line.starts[focus] - room // 3, total - room + 1))
    low = next(i for i, start in enumerate(line.starts) if start >= left)
    space = room - (1 if low else 0)
    if total - line.starts[low] <= space:
        return low, len(line.pieces)
    return low, next(i for i, start in enumerate(line.starts) if start - line.starts[low] > space - 1) - 1
