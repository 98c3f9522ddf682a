"""Sources with marks: «these words» are where a finding has to be.

A source is written as an author would write it. What is wrong stands between « and »; a place that only
explains stands between ‹ and ›. The marks are taken out before the source is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from smtrain.diagnostics import Finding, Span
from smtrain.model.course import Module
from smtrain.workflow.check import check
from tests.workbench import FRONT_MATTER, write_course

Area = tuple[int, int, int, int]
"""Line and column where a place begins and ends, as in a `Span`."""


class Marked(NamedTuple):
    """A source without its marks, and the places that were marked."""

    text: str
    main: tuple[Area, ...]
    also: tuple[Area, ...]


def unmark(text: str) -> Marked:
    """Take the marks out of a source."""
    plain: list[str] = []
    begun: dict[str, tuple[int, int]] = {}
    found: dict[str, list[Area]] = {"«": [], "‹": []}
    line, column = 1, 1
    for character in text:
        if character in "«‹":
            begun[character] = (line, column)
        elif character in "»›":
            opening = "«" if character == "»" else "‹"
            found[opening].append((*begun.pop(opening), line, column))
        else:
            plain.append(character)
            line, column = (line + 1, 1) if character == "\n" else (line, column + 1)
    assert not begun, "a mark is not closed"
    return Marked("".join(plain), tuple(found["«"]), tuple(found["‹"]))


def area(span: Span) -> Area:
    """A span without its file."""
    return span[1:]


def cut(lines: Sequence[str], span: Span) -> str:
    """The characters of a file that a span holds."""
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, last = lines[span.line - 1][span.column - 1 :], lines[span.end_line - 1][: span.end_column - 1]
    return "\n".join([first, *lines[span.line : span.end_line - 1], last])


def assert_inside(span: Span, lines: Sequence[str]) -> None:
    """A place lies inside its file and does not end before it begins."""
    assert 1 <= span.line <= span.end_line <= len(lines), span
    assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
    assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 1, span
    assert (span.line, span.column) <= (span.end_line, span.end_column), span


class Desk:
    """A folder to write small courses in, and to check them.

    A text may be indented like the test it stands in. Other files are given by their name, as
    `workbench.write_course` has it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._written = 0

    def write(self, text: str, files: Mapping[str, str] | None = None) -> Path:
        """Write a module with its other files; its path, or that of its course."""
        self._written += 1
        named = {name: tidy(content) for name, content in (files or {}).items()}
        return write_course(self.folder / str(self._written), {"module.md": tidy(text), **named})

    def check(
        self,
        text: str,
        files: Mapping[str, str] | None = None,
        *,
        audience: Mapping[str, str] | None = None,
    ) -> tuple[Finding, ...]:
        """The findings in a module's text."""
        return check(self.write(text, files), audience=audience).findings

    def codes(self, text: str, files: Mapping[str, str] | None = None) -> list[str]:
        """The codes of what is wrong with a text, in order."""
        return [finding.rule.code for finding in self.check(text, files)]

    def module(
        self,
        text: str,
        files: Mapping[str, str] | None = None,
        *,
        audience: Mapping[str, str] | None = None,
    ) -> Module:
        """The module that a text makes; nothing is wrong with it."""
        checked = check(self.write(text, files), audience=audience)
        assert said(checked.findings) == []
        assert checked.course is not None
        (variant,) = checked.course.variants
        return variant.module

    def finds(self, code: str, marked: str, files: Mapping[str, str] | None = None) -> Finding:
        """The one finding in a text: of this code, at the marked place, with a way to mend it."""
        (finding,) = self.finds_all([code], marked, files)
        assert finding.mend
        return finding

    def finds_all(
        self, codes: Sequence[str], marked: str, files: Mapping[str, str] | None = None
    ) -> tuple[Finding, ...]:
        """All findings in a text: their codes, and their places as they are marked, in order."""
        source = unmark(tidy(marked))
        findings = self.check(source.text, files)
        assert [finding.rule.code for finding in findings] == list(codes), said(findings)
        added = 0 if source.text.startswith("---\n") else FRONT_MATTER.count("\n")
        assert tuple(_moved(f.span, added) for f in findings) == source.main, said(findings)
        explained = sorted(_moved(place.span, added) for f in findings for place in f.also)
        assert not source.also or explained == sorted(source.also)
        return findings


def tidy(text: str) -> str:
    """A text without the indent of the test that it stands in."""
    return dedent(text).removeprefix("\n")


def _moved(span: Span, lines: int) -> Area:
    line, column, end_line, end_column = area(span)
    return line - lines, column, end_line - lines, end_column


def said(findings: Iterable[Finding]) -> list[str]:
    """Codes and messages, for a look at what was found."""
    return [f"{finding.rule.code} {finding.message}" for finding in findings]
