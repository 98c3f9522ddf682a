"""Twice the text costs twice the work, also where an author's slip, or somebody's malice, repeats without end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from types import FrameType

import pytest

from smtrain.workflow.check import check

FRONT_MATTER = "---\nid: m\ntitle: T\nlanguage: en\n---\n\n## Page\n\n"

REPEATED = {
    "open brackets": "[",
    "open pictures": "![",
    "open footnotes": "[^",
    "open gaps": "[[",
    "open variables": "{{",
    "open braces": " {a",
    "stray closers": ":::\n",
    "openers": "::: tabs\n\n### x\n\n",
    "unclosed quotation marks": '::: tabs {a="\n\n',
    "stars": "**",
    "words after stars": "**a ",
    "backticks": "` `` ",
    "entities": "&amp;",
    "backslashes": "\\",
    "open comments": "<!-- ",
    "comments on lines": "<!--\n",
    "open tags": "<a ",
    "quotes in quotes": ">",
    "lists in lists": "- ",
    "colons of addresses": "://",
    "targets": "](",
    "targets with variables": "](x{{ ",
    "links to nothing": "[x](#a) ",
    "attributes in text": "{a=b} ",
    "passages": "[a]{b=c} ",
    "pages of one name": "## a\n\ntext\n\n",
    "page breaks": "---\n\n",
    "fences": "```\n",
    "table rows": "|a|b|\n",
    "remarks": "<!-- smtrain: ignore SM406 because x -->\n\n[here](https://example.org)\n\n",
    "blank lines": "\n",
}


def calls(path: Path) -> int:
    """How many functions a check calls."""
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        check(path)
    finally:
        sys.setprofile(None)
    return number


def write(folder: Path, text: str) -> Path:
    """A module with this text."""
    (folder / "module.md").write_text(FRONT_MATTER + text, "utf-8")
    return folder


@pytest.mark.parametrize("piece", REPEATED.values(), ids=REPEATED)
def test_work_grows_with_the_text(piece: str, tmp_path: Path) -> None:
    """From 80 to 160 pieces the calls no more than double, with a little room."""
    calls(write(tmp_path, "warm up"))
    fixed = calls(write(tmp_path, "Text."))
    short = calls(write(tmp_path, piece * 80)) - fixed
    long = calls(write(tmp_path, piece * 160)) - fixed
    assert long <= 2.2 * max(short, 0) + 500


NESTED = {
    "blocks": ("::: tabs\n\n### x\n\n", ":::\n\n"),
    "conditions": ("::: only {role=a}\n\n", ":::\n\n"),
    "passages": ("[", "]{lang=de}"),
    "links": ("[", "](#x)"),
    "pictures": ("![", "](x.png)"),
    "emphasis": ("*a ", "b* "),
    "strong": ("**a ", "b** "),
    "struck": ("~~a ", "b~~ "),
    "quotes": ("> ", ""),
    "lists": ("- ", ""),
    "boxes": ("> [!NOTE]\n", ""),
}

LARGE = """
import sys
from pathlib import Path
from smtrain.workflow.check import check

folder, opening, closing, times = Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4])
(folder / "module.md").write_text(sys.argv[5] + opening * times + "a" + closing * times, "utf-8")
print([finding.rule.code for finding in check(folder).findings].count("SM120"))
"""


def large(folder: Path, opening: str, closing: str, times: int) -> int:
    """How often a text is called too deep, told within a minute by a process of its own."""
    command = [sys.executable, "-c", LARGE, str(folder), opening, closing, str(times), FRONT_MATTER]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("name", ["blocks", "strong"])
def test_a_very_long_text_is_read_in_good_time(name: str, tmp_path: Path) -> None:
    """3,000 levels are no more than noted: no recursion meets Python's limit."""
    assert large(tmp_path, *NESTED[name], 3_000) >= 1


@pytest.mark.parametrize("name", NESTED)
def test_deep_nesting_is_noted(name: str, tmp_path: Path) -> None:
    """What is nested without end is either too deep, or not nested at all for Markdown."""
    opening, closing = NESTED[name]
    found = [f.rule.code for f in check(write(tmp_path, opening * 400 + "a" + closing * 400)).findings]
    assert found.count("SM120") <= 1
    assert "SM120" in found or name in ("passages", "links", "pictures", "boxes")
