"""No kind says a word that is not in the messages: in the accented language, plain English is the author's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.kinds.accented import of_author, plain_words, unpacked
from tests.kinds.outline import read
from tests.kinds.test_pages import PAGES, examples

SAID = ("aria-label", "title", "alt", "placeholder", "label")


@pytest.mark.parametrize("name", PAGES)
def test_a_kind_speaks_through_the_messages(name: str, tmp_path: Path) -> None:
    """Templates ask for every word they say; what an author wrote stays as it is."""
    for number, example in enumerate(one for one in examples(name) if not one.bad):
        body = read(unpacked(example, tmp_path / str(number)).read_text("utf-8")).body
        told = [str(value) for attribute in SAID for value in body.xpath(f"//@{attribute}")]
        said = [*(str(text) for text in body.xpath("//text()")), *told]
        own = of_author(example)
        assert [text.strip() for text in said if plain_words(text) - own] == []
