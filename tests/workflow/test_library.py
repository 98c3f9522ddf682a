"""The course's library: internal cases stay inside, and the day that counts decides what is due."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from smtrain.workflow.build import build
from smtrain.workflow.check import check
from tests.workbench import write_course

CASE = (
    "---\nid: C90\ntitle: In our own depot\ninternal: true\n---\n\nNobody outside needs to know {{ word }}.\n"
)
FILES = {
    "course.yaml": "variables: {word: that}\n",
    "cases/C90.md": CASE,
    "module.md": "## Page\n\nText.\n\n::: case {id=C90}\n\n:::\n",
}
LAW = """---
id: example
title: Example
language: en
audience: {region: {values: [us]}}
---

## Page

> [!LAW] {region=us source=S08 checked=2026-11-01 review=2027-05-01}
> Colleagues may talk about pay.

Text.
"""


def texts_in(package: Path) -> str:
    """Every byte of a package that could be read."""
    with zipfile.ZipFile(package) as opened:
        return "".join(opened.read(name).decode("utf-8", "replace") for name in opened.namelist())


def test_an_internal_case_is_in_no_other_package(tmp_path: Path) -> None:
    """Not even hidden, and the build says that it is left out."""
    built = build(write_course(tmp_path, FILES), out=tmp_path / "out")
    said = texts_in(built.written[0])
    assert "depot" not in said
    assert "Nobody outside" not in said
    assert built.notices == ("no company.yaml: internal cases are left out (C90)",)


@pytest.mark.parametrize("name", ["company.yaml", "acme.yaml"])
def test_an_internal_case_is_in_the_companys_own(name: str, tmp_path: Path) -> None:
    """With the company's words, from the usual file or another one."""
    course = write_course(tmp_path, FILES)
    (tmp_path / name).write_text("word: this\n", "utf-8")
    built = build(course, out=tmp_path / "out", company=tmp_path / name if name == "acme.yaml" else None)
    assert "Nobody outside needs to know this." in texts_in(built.written[0])
    assert built.notices == ()


def test_the_day_decides_what_is_due_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A note is due the day after its review; packages are the same on every day."""
    sources = "S08: {title: Staff, checked: 2026-11-01}\n"
    course = write_course(tmp_path, {"module.md": LAW, "sources.yaml": sources})
    assert check(course, as_of=date(2027, 5, 1)).findings == ()
    assert [f.rule.code for f in check(course, as_of=date(2027, 5, 2)).findings] == ["SM370"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1893456000")
    assert [f.rule.code for f in check(course).findings] == ["SM370"]
    packages = [
        build(course, out=tmp_path / str(day.year), as_of=day).written[0].read_bytes()
        for day in (date(2026, 12, 1), date(2031, 1, 1))
    ]
    assert packages[0] == packages[1]
