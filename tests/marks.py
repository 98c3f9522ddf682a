"""Sources with marks: «these words» are where a finding has to be.

A source is written as an author would write it. What is wrong stands between « and »; a place that only
explains stands between ‹ and ›. The marks are taken out before the source is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from smtrain.diagnostics import Finding, Span
from smtrain.workflow.check import check
from tests.workbench import write_course

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
    """A folder to write small courses in, and to check them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def check(
        self, text: str, audience: Mapping[str, str] | None = None, **files: str
    ) -> tuple[Finding, ...]:
        """The findings in a module's text; other files by their name, with `__` for a dot and `_` for `/`."""
        written = {name.replace("__", "."): content for name, content in files.items()}
        return self.check_files({"module.md": text, **written}, audience)

    def check_files(
        self, files: Mapping[str, str], audience: Mapping[str, str] | None = None
    ) -> tuple[Finding, ...]:
        """The findings in a course of these files."""
        path = write_course(self.folder / str(len(list(self.folder.iterdir()))), files)
        return check(path, audience=audience).findings

    def codes(self, text: str, **files: str) -> list[str]:
        """The codes of what is found, in order."""
        return [finding.rule.code for finding in self.check(text, **files)]

    def finds(self, code: str, marked: str, **files: str) -> Finding:
        """The one finding in a text, of this code and at the marked place, with a way to mend it."""
        found = self.finds_among(code, marked, **files)
        assert len(found) == 1, [f"{f.rule.code} {area(f.span)} {f.message}" for f in found]
        return found[0]

    def finds_among(self, code: str, marked: str, **files: str) -> tuple[Finding, ...]:
        """All findings in a text, those of this code first; they are at the marked places, in order."""
        source = unmark(marked)
        findings = self.check(source.text, **files)
        meant = tuple(finding for finding in findings if finding.rule.code == code)
        added = 0 if source.text.startswith("---\n") else 6
        places = tuple(
            (f.span.line - added, f.span.column, f.span.end_line - added, f.span.end_column) for f in meant
        )
        assert places == source.main, [f"{f.rule.code} {area(f.span)} {f.message}" for f in findings]
        explained = tuple(
            (p.span.line - added, p.span.column, p.span.end_line - added, p.span.end_column)
            for f in meant
            for p in f.also
        )
        assert not source.also or explained == source.also
        return meant + tuple(finding for finding in findings if finding not in meant)


def said(findings: Iterable[Finding]) -> list[str]:
    """Codes and messages, for a look at what was found."""
    return [f"{finding.rule.code} {finding.message}" for finding in findings]
