"""Short keys for suspend data."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Span
from smtrain.model.course import Lesson, Module, Page
from smtrain.model.keys import short_keys

HERE = Span.point("a.md")


def keys(names: list[str]) -> dict[str, str]:
    """The keys of a module with pages of these ids."""
    pages = tuple(Page(HERE, name, (), ()) for name in names)
    return short_keys(
        Module(span=HERE, id="m", title="M", language="en", folder="", lessons=(Lesson(HERE, "", (), pages),))
    )


@given(st.lists(st.from_regex(r"[a-z0-9]{1,12}", fullmatch=True), unique=True, max_size=40))
def test_keys_are_short_and_unique(names: list[str]) -> None:
    """Four or six characters, one for each id."""
    made = keys(names)
    assert list(made) == names
    assert len(set(made.values())) == len(names)
    assert all(re.fullmatch(r"[0-9a-z]{4}|[0-9a-z]{6}", key) for key in made.values())


def test_a_key_stays_when_pages_come_go_and_move() -> None:
    """A learner's saved place is still found in the next version."""
    before = keys(["start", "middle", "end"])
    after = keys(["new", "end", "start"])
    assert (after["start"], after["end"]) == (before["start"], before["end"])


def test_ids_that_would_share_a_key_get_longer_ones() -> None:
    """Found by trying: among enough ids two share four characters."""
    names = [f"page-{number}" for number in range(4_000)]
    made = keys(names)
    long = [key for key in made.values() if len(key) == 6]
    assert 2 <= len(long) < 100
    assert len(set(made.values())) == len(names)
