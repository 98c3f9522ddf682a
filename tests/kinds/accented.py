"""Examples of kinds in the accented language, where plain English is what the author wrote."""

from __future__ import annotations

import calendar
import re
import zipfile
from pathlib import Path

from smtrain.workflow.build import build
from tests.kinds.example import TITLE
from tests.kinds.page import Example
from tests.workbench import FRONT_MATTER, write_course

LANGUAGE = "en-XA"


def plain_words(text: str) -> set[str]:
    """Words in the letters of English, in small letters."""
    return {word.lower() for word in re.findall("[A-Za-z]{2,}", text)}


def of_author(example: Example) -> set[str]:
    """The words that may stay as they are: the author's, and the months of dates."""
    return plain_words(" ".join((_before(example), example.source, *example.files.values()))) | plain_words(
        " ".join(calendar.month_name)
    )


def unpacked(example: Example, folder: Path) -> Path:
    """The page of an example, built as a web package and unpacked into a folder that is not there yet."""
    files = {**example.files, "module.md": _before(example) + example.source}
    course = write_course(folder, files)
    built = build(course, out=folder / "out", standards=("web",), pseudo=LANGUAGE)
    assert built.written, built.findings
    with zipfile.ZipFile(built.written[0]) as package:
        package.extractall(folder / "page")
    return folder / "page" / "index.html"


def _before(example: Example) -> str:
    title = "" if "\n## " in f"\n{example.source}" else TITLE
    return title if example.source.startswith("---\n") else FRONT_MATTER + title
