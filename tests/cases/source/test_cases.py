"""Literate cases: prose, a source, and what smtrain has to say about it.

Each `*.md` in this folder holds cases under `##` headings. A case has source blocks, fenced as
`markdown` (the module; front matter is added where it has none) or `yaml course.yaml` (a file by its
name), and a block fenced as `diagnostics` with the text that `smtrain check` prints. An empty one says
that nothing is found. `SMTRAIN_REWRITE=1` writes what is printed now into the files; read the difference
like code.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from smtrain.diagnostics.formats import renderer
from smtrain.diagnostics.report import Report
from smtrain.workflow.check import check
from tests.workbench import write_course

HERE = Path(__file__).parent
REWRITE = bool(os.environ.get("SMTRAIN_REWRITE"))
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_BLOCK = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^\n`]*)\n(?P<text>.*?)^(?P=fence)$\n?", re.MULTILINE | re.DOTALL
)


class Case(NamedTuple):
    """A case of a file: its heading, the sources, and where in the file its expectation stands."""

    file: Path
    name: str
    sources: dict[str, str]
    expected: str
    place: tuple[int, int]


def cases_in(file: Path) -> list[Case]:
    """The cases of a file, in order."""
    text = file.read_text("utf-8")
    fences = [match.span() for match in _BLOCK.finditer(text)]
    outside = [h for h in _HEADING.finditer(text) if not any(a < h.start() < b for a, b in fences)]
    ends = [heading.start() for heading in outside[1:]] + [len(text)]
    cases = []
    for heading, end in zip(outside, ends, strict=True):
        sources: dict[str, str] = {}
        for block in _BLOCK.finditer(text, heading.end(), end):
            kind, _, name = block["info"].partition(" ")
            if kind == "diagnostics":
                cases.append(Case(file, heading[1], sources, block["text"], block.span("text")))
                break
            sources[name or "module.md"] = block["text"]
        else:
            raise AssertionError(f"{file.name}: the case {heading[1]!r} has no block of diagnostics")
    return cases


CASES = [case for file in sorted(HERE.glob("*.md")) for case in cases_in(file)]


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file.stem}: {case.name}" for case in CASES])
def test_case(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed is what the case expects, to the character."""
    monkeypatch.chdir(tmp_path)
    path = write_course(tmp_path, case.sources)
    checked = check(path.relative_to(tmp_path))
    printed = renderer("text")(Report(checked.findings, checked.sources))
    printed = f"{printed}\n" if printed else ""
    if REWRITE and printed != case.expected:
        rewrite(case, printed)
    else:
        assert printed == case.expected


def rewrite(case: Case, printed: str) -> None:
    """Put what is printed into the file; earlier rewrites of this run may have moved the place."""
    text = case.file.read_text("utf-8")
    now = next(other for other in cases_in(case.file) if other.name == case.name)
    start, end = now.place
    case.file.write_text(text[:start] + printed + text[end:], "utf-8")


def test_names_are_unique() -> None:
    """A case is found again by its heading."""
    names = [(case.file, case.name) for case in CASES]
    assert len(set(names)) == len(names) > 0
