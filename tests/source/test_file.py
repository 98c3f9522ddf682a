"""Bytes in, text and places out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Notes, Span
from smtrain.source.file import SourceFile, decode


def read(data: bytes) -> tuple[str, list[tuple[str, int, int]]]:
    """The text of a file, and what is wrong with it by code, line and column."""
    notes = Notes()
    text = decode("a.md", data, notes).text
    return text, [(f.rule.code, f.span.line, f.span.column) for f in notes.findings()]


@pytest.mark.parametrize("data", [b"a\nb\n", b"a\r\nb\r\n", b"a\rb\r", b"\xef\xbb\xbfa\nb\n"])
def test_line_ends_and_a_byte_order_mark_make_no_difference(data: bytes) -> None:
    """They are of the editor, not of the author."""
    assert read(data) == ("a\nb\n", [])


def test_an_empty_file_has_one_empty_line() -> None:
    """Also when it is nothing but a mark."""
    assert decode("a.md", b"", Notes()).lines == decode("a.md", b"\xef\xbb\xbf", Notes()).lines == [""]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_latin_1_is_found_at_its_first_byte(end: str) -> None:
    """Line and column count characters before it, whatever ends the lines."""
    text, wrong = read(f"# 日本{end}".encode() + "Grüße".encode("latin-1"))
    assert wrong == [("SM112", 2, 3)]
    assert text == "# 日本\nGr\ufffd\ufffde"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_named_and_still_read(encoding: str) -> None:
    """With and without its mark, so that everything else in the file is reported as well."""
    assert read("# One\r\n\r\nTwo\r\n".encode(encoding)) == ("# One\n\nTwo\n", [("SM112", 1, 1)])


def test_a_control_character_is_found_and_shown_as_a_question_mark() -> None:
    """One finding a file, at the first of them."""
    assert read(b"one\ntw\x0bo\x00\x7f\n") == ("one\ntw\ufffdo\ufffd\ufffd\n", [("SM125", 2, 3)])


@pytest.mark.parametrize("text", ["\ttab", "no\u00a0break", "line\u2028separator", "😀", "e\u0301", "\ufeff"])
def test_other_characters_are_text(text: str) -> None:
    """Wide, combining, invisible or beyond the first plane."""
    assert read(f"a{text}\n".encode()) == (f"a{text}\n", [])


@given(st.binary(max_size=40))
def test_any_bytes_are_read(data: bytes) -> None:
    """The text has no character that a package could not hold, and the places are in it."""
    notes = Notes()
    source = decode("a.md", data, notes)
    source.text.encode()
    assert "\0" not in source.text
    assert "\r" not in source.text
    for finding in notes:
        assert finding.span.line <= len(source.lines)
        assert finding.span.column <= len(source.lines[finding.span.line - 1]) + 1


@given(st.lists(st.text(alphabet="ab 日", max_size=5), min_size=1, max_size=5), st.data())
def test_offsets_become_lines_and_columns(lines: list[str], data: st.DataObject) -> None:
    """And the characters of a place are those between the offsets."""
    source = SourceFile("a.md", "\n".join(lines))
    start = data.draw(st.integers(0, len(source.text)))
    end = data.draw(st.integers(start, len(source.text)))
    span = source.span(start, end)
    before = source.text[:start].split("\n")
    assert (span.line, span.column) == (len(before), len(before[-1]) + 1)
    before = source.text[:end].split("\n")
    assert (span.end_line, span.end_column) == (len(before), len(before[-1]) + 1)


def test_a_place_of_whole_lines_leaves_out_space_at_its_edges() -> None:
    """From the first visible character to the last; an empty line has an empty place."""
    source = SourceFile("a.md", "  one \n\n\ttwo  \n   ")
    assert source.line_span(1) == Span("a.md", 1, 3, 1, 6)
    assert source.line_span(1, 3) == Span("a.md", 1, 3, 3, 5)
    assert source.line_span(1, after=3) == Span("a.md", 1, 4, 1, 6)
    assert source.line_span(4) == Span("a.md", 4, 4, 4, 4)
