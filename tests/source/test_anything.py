"""Whatever an author writes, smtrain reads it to the end, and what it says lies inside the file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smtrain.diagnostics import Finding, Notes
from smtrain.model.node import walk
from smtrain.source.configuration import read_company_file, read_course_file, read_front_matter, stand_in
from smtrain.source.document import Document
from smtrain.source.file import SourceFile, decode
from smtrain.source.settings import CourseFile, FrontMatter
from smtrain.source.tree import parse
from smtrain.workflow.check import check
from tests.marks import assert_inside
from tests.source.strategies import dialect, settings_text

FRONT_MATTER = """---
id: m
title: T
language: en
variables: {v: V}
audience: {role: {values: [a, b]}}
---
"""


def read(data: bytes) -> tuple[SourceFile, Document, tuple[Finding, ...]]:
    """The blocks of a file and what is wrong with its form."""
    notes = Notes()
    source = decode("module.md", data, notes)
    return source, parse(source, notes), notes.findings()


def assert_all_inside(findings: tuple[Finding, ...], lines: list[str]) -> None:
    """Every place of every finding lies inside the file."""
    for finding in findings:
        assert_inside(finding.span, lines)
        for place in finding.also:
            assert_inside(place.span, lines)


@settings(max_examples=250)
@given(dialect())
def test_any_text_is_read(text: str) -> None:
    """The parser never fails; places lie inside the file; the same text gives the same result."""
    source, document, findings = read(text.encode())
    for node in walk(document.blocks):
        assert_inside(node.span, source.lines)
    assert_all_inside(findings, source.lines)
    assert read(text.encode()) == (source, document, findings)


@settings(max_examples=60)
@given(st.binary(max_size=60) | dialect().map(lambda text: text.encode("utf-16")))
def test_any_bytes_are_read(data: bytes) -> None:
    """A file in any encoding is read, and what is wrong with it lies inside it."""
    source, _, findings = read(data)
    assert_all_inside(findings, source.lines)


@settings(max_examples=150)
@given(settings_text())
def test_any_settings_are_read(text: str) -> None:
    """Settings that are no YAML, or none that we know, end in findings inside the file."""
    notes = Notes()
    source = decode("course.yaml", text.encode(), notes)
    _, yaml = read_course_file(source, notes)
    stand_in(CourseFile, yaml)
    read_company_file(source, notes)
    assert_all_inside(notes.findings(), source.lines)
    notes = Notes()
    source = decode("module.md", f"---\n{text}\n---\n## P\n".encode(), notes)
    _, yaml, _ = read_front_matter(source, notes)
    stand_in(FrontMatter, yaml)
    assert_all_inside(notes.findings(), source.lines)


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(dialect(), dialect())
def test_any_module_is_checked(tmp_path: Path, text: str, included: str) -> None:
    """A whole check of a module and a file it may include never fails."""
    (tmp_path / "module.md").write_bytes((FRONT_MATTER + text).encode())
    (tmp_path / "b.md").write_bytes(included.encode())
    checked = check(tmp_path)
    for finding in checked.findings:
        for span in (finding.span, *(place.span for place in finding.also)):
            assert_inside(span, checked.sources[span.file].split("\n"))
