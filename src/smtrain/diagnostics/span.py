"""A place in a source file."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of text in one file.

    Lines and columns count from 1; a column counts characters (code points), not bytes, and a tab
    is one character. `end_column` is the column just after the last character, so an empty span
    has `column == end_column`.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def point(cls, file: str, line: int = 1, column: int = 1) -> Span:
        """The empty span in front of one character."""
        return cls(file, line, column, line, column)

    def until(self, other: Span) -> Span:
        """From the start of this span to the end of the other one."""
        return self._replace(end_line=other.end_line, end_column=other.end_column)
