"""Regions of a picture: what lies outside it, what overlaps, and what is too small for a finger."""

from __future__ import annotations

import pytest

from tests.marks import Desk

SQUARE, WIDE = "media/team.png", "media/team.svg"
"""One is as wide as it is high; the other is 4 by 3."""


def codes(desk: Desk, picture: str, one: str, other: str, width: str = "") -> list[str]:
    """What is found about two regions, a right one and a wrong one."""
    return desk.codes(
        "## Page\n\n::: hotspot {#q}\n\nWhere?\n\n"
        f"![A desk with a badge and a plant]({picture}){width}\n\n"
        f"- [x] Badge {{{one}}}\n- [ ] Plant {{{other}}}\n\n:::\n"
    )


@pytest.mark.parametrize(
    ("picture", "one", "other"),
    [
        (SQUARE, "rect=0,0,50,100", "rect=50,0,50,100"),
        (SQUARE, "rect=0,0,40,40", "circle=70,70,30"),
        (SQUARE, "circle=25,50,25", "circle=75,50,25"),
        (SQUARE, "rect=0,0,20,20", "circle=40,40,20"),
        (WIDE, "circle=50,20,15", "circle=50,80,15"),
        (WIDE, "rect=0,0,100,35", "circle=50,80,15"),
    ],
)
def test_nothing_is_wrong_at_the_edges(desk: Desk, picture: str, one: str, other: str) -> None:
    """Regions may touch each other and the edge; a circle is measured by the width of the picture."""
    assert codes(desk, picture, one, other) == []


@pytest.mark.parametrize(
    ("picture", "one", "other", "found"),
    [
        (SQUARE, "rect=60,0,50,20", "circle=20,80,10", ["SM350"]),
        (SQUARE, "rect=0,85,20,20", "circle=20,30,10", ["SM350"]),
        (SQUARE, "circle=5,50,10", "rect=50,0,20,20", ["SM350"]),
        (WIDE, "circle=50,85,15", "rect=0,0,20,20", ["SM350"]),
        (SQUARE, "rect=0,0,51,100", "rect=50,0,50,100", ["SM351"]),
        (SQUARE, "circle=40,50,25", "circle=75,50,25", ["SM351"]),
        (SQUARE, "circle=40,40,30", "rect=0,0,25,25", ["SM351"]),
        (WIDE, "circle=50,40,15", "circle=50,75,15", ["SM351"]),
        (SQUARE, "rect=0,0,8,20", "circle=50,50,10", ["SM352"]),
        (SQUARE, "rect=0,0,20,8", "circle=50,50,10", ["SM352"]),
        (SQUARE, "rect=0,0,20,20", "circle=50,50,4", ["SM352"]),
        (WIDE, "rect=0,0,20,9", "circle=50,50,10", ["SM352"]),
    ],
)
def test_what_is_wrong_is_found(desk: Desk, picture: str, one: str, other: str, found: list[str]) -> None:
    """Each of the three, in a square picture and in one that is not."""
    assert codes(desk, picture, one, other) == found


def test_a_narrow_picture_has_small_regions(desk: Desk) -> None:
    """What is large enough on the whole width is too small on half of it."""
    regions = "rect=0,0,12,12", "circle=50,50,6"
    assert codes(desk, SQUARE, *regions) == []
    assert codes(desk, SQUARE, *regions, width="{width=50%}") == ["SM352", "SM352"]


def test_two_right_regions_may_overlap(desk: Desk) -> None:
    """Whichever is pressed is right."""
    text = (
        "## Page\n\n::: hotspot {#q}\n\nWhere?\n\n![A desk with a badge](media/team.png)\n\n"
        "- [x] Badge {rect=0,0,30,30}\n- [x] Name {rect=10,10,30,30}\n- [ ] Cup {circle=80,80,10}\n\n:::\n"
    )
    assert desk.codes(text) == []


def test_a_picture_that_is_not_there_is_reported_once(desk: Desk) -> None:
    """Nobody knows its form, so it is taken for a square."""
    assert codes(desk, "media/none.png", "rect=0,0,20,20", "circle=50,50,10") == ["SM701"]
