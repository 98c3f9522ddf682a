"""Styles know start and end, not left and right, so that a page in Arabic turns as a whole."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.house.checkout import TEMPLATES

SHEETS = sorted([*TEMPLATES.glob("theme/*.css"), *TEMPLATES.glob("kinds/*/*.css")])
ONE_SIDE = re.compile(
    r"\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|\btext-align: (?:left|right)\b"
)
FOUR_SIDES = re.compile(
    r"\b(?:margin|padding|inset|border-width):\s*([^\s(;]+) ([^\s(;]+) ([^\s(;]+) ([^\s(;]+);"
)
TURNED = re.compile(r'\[dir="rtl"\][^{}]*\{[^{}]*\}')
"""A rule that is for one direction alone may name a side."""


def one_sided(style: str) -> list[str]:
    """What a style says of the left or the right alone."""
    style = TURNED.sub("", re.sub(r"/\*.*?\*/", "", style, flags=re.DOTALL))
    uneven = [found[0] for found in FOUR_SIDES.finditer(style) if found[2] != found[4]]
    return [*ONE_SIDE.findall(style), *uneven]


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_a_style_has_no_left_and_right(sheet: Path) -> None:
    """Logical properties: `margin-inline-start`, `text-align: start`, `padding-inline: 0 1rem`."""
    assert one_sided(sheet.read_text("utf-8")) == []


def test_the_look_for_sides_can_find_something() -> None:
    """A physical property and an uneven shorthand; not what is meant for one direction."""
    assert len(one_sided("p { margin-left: 1rem; padding: 1px 2px 3px 4px; }")) == 2
    assert one_sided('[dir="rtl"] p { text-align: right; } p { padding: 1px 2px 3px 2px; }') == []
