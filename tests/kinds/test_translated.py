"""No kind says a word that is not in the messages: in the accented language, plain English is the author's."""

from __future__ import annotations

import calendar
import re
import zipfile
from pathlib import Path

import pytest

from smtrain.workflow.build import build
from tests.kinds.example import TITLE
from tests.kinds.outline import read
from tests.kinds.page import Example
from tests.kinds.test_pages import PAGES, examples
from tests.workbench import FRONT_MATTER, write_course

SAID = ("aria-label", "title", "alt", "placeholder", "label")


def plain_words(text: str) -> set[str]:
    """Words in the letters of English, in small letters."""
    return {word.lower() for word in re.findall("[A-Za-z]{2,}", text)}


def texts(example: Example, folder: Path) -> list[str]:
    """Everything the pages of an example say to eyes or ears."""
    before = "" if example.source.startswith("---\n") else FRONT_MATTER
    if "\n## " not in f"\n{example.source}":
        before += TITLE
    course = write_course(folder, {**example.files, "module.md": before + example.source})
    built = build(course, out=folder / "out", standards=("web",), language="en-XA")
    assert built.written, built.findings
    with zipfile.ZipFile(built.written[0]) as package:
        body = read(package.read("index.html").decode()).body
    told = [str(value) for name in SAID for value in body.xpath(f"//@{name}")]
    return [*(str(text) for text in body.xpath("//text()")), *told]


@pytest.mark.parametrize("name", PAGES)
def test_a_kind_speaks_through_the_messages(name: str, tmp_path: Path) -> None:
    """Templates ask for every word they say; what an author wrote stays as it is."""
    for number, example in enumerate(one for one in examples(name) if not one.bad):
        texts_of_author = (FRONT_MATTER, TITLE, example.source, *example.files.values())
        own = plain_words(" ".join((*texts_of_author, *calendar.month_name)))
        said = texts(example, tmp_path / str(number))
        assert [text.strip() for text in said if plain_words(text) - own] == []
