"""Checks on the regions of pictures that stand for answers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.diagnostics import Place
from smtrain.model.course import Module
from smtrain.model.question import Places, Region

PHONE = 286
"""How wide a picture in a question is on a phone of 360 pixels, in pixels."""

SMALLEST = 24
"""The smallest side of a target in pixels (WCAG 2.2, 2.5.8)."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in percent of the picture's width."""


@check("SM350", "region-outside-the-picture")
def region_outside_the_picture(module: Module, facts: Facts) -> Iterator[Broken]:
    """A region reaches beyond the edge of its picture, so a part of it cannot be pressed.

    The numbers are percent of the picture: left and width together are 100 at most, and so are top and
    height.

    Bad::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=90,40,20,20}
        - [ ] Plant {circle=50,50,10}

        :::

    Good::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=80,40,20,20}
        - [ ] Plant {circle=50,50,10}

        :::
    """
    for places, ratio in _places(facts):
        for region in places.regions:
            left, top, right, bottom = _box(region, ratio)
            beyond = max(-left, right - 100, (-top) / ratio, bottom / ratio - 100)
            if beyond > 0.01:
                yield Broken(
                    region.span,
                    f"this region reaches {beyond:.0f} percent beyond the edge"
                    if beyond >= 0.5
                    else "this region reaches beyond the edge of the picture",
                    "make it smaller, or move it: everything is percent of the picture, from 0 to 100",
                )


@check("SM351", "regions-that-overlap", "warning")
def regions_that_overlap(module: Module, facts: Facts) -> Iterator[Broken]:
    """A right region and a wrong one share some space, so a press there may not do what was meant.

    The smaller region lies on top.

    Bad::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,40,20}
        - [ ] Plant {rect=45,40,20,20}

        :::

    Good::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,30,20}
        - [ ] Plant {rect=45,40,20,20}

        :::
    """
    for places, ratio in _places(facts):
        for one, other in combinations(sorted(places.regions, key=lambda region: region.span), 2):
            if one.right is not other.right and _overlap(one, other, ratio):
                yield Broken(
                    other.span,
                    f"this region overlaps with one that is {'right' if one.right else 'wrong'}",
                    "make one of the two smaller",
                    also=(Place(one.span, "the other one"),),
                )


@check("SM352", "region-too-small-for-a-finger", "warning")
def region_too_small(module: Module, facts: Facts) -> Iterator[Broken]:
    """On a phone a region is smaller than 24 pixels, so it is hard to press.

    The player enlarges it, and it may then lie over its neighbours. A picture in a question is 286 pixels
    wide on a phone of 360 pixels; so a region needs 8.4 percent of the width.

    Bad::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,4,5}
        - [ ] Plant {circle=50,50,10}

        :::

    Good::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,15,20}
        - [ ] Plant {circle=50,50,10}

        :::

    Source: WCAG 2.2, success criterion 2.5.8.
    """
    for places, ratio in _places(facts):
        percent = PHONE * (places.width or 100) / 100 / 100
        for region in places.regions:
            left, top, right, bottom = _box(region, ratio)
            side = percent * min(right - left, bottom - top)
            if side < SMALLEST - 0.01:
                yield Broken(
                    region.span,
                    f"on a phone this region is only {side:.0f} pixels {'wide' if right - left <= bottom - top else 'high'}",
                    f"make it larger, to {SMALLEST} pixels: {SMALLEST / percent:.1f} percent of the width; "
                    "or crop the picture",
                )


def _places(facts: Facts) -> Iterator[tuple[Places, float]]:
    """Pictures with regions, and how high each is for its width; as high as wide if nobody knows."""
    for node in facts.nodes:
        if isinstance(node, Places):
            size = facts.measure(node.picture.src)
            yield node, size[1] / size[0] if size and all(size) else 1.0


def _box(region: Region, ratio: float) -> Box:
    width = region.width
    height = width if region.height is None else region.height * ratio
    x, y = region.x, region.y * ratio
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _overlap(one: Region, other: Region, ratio: float) -> bool:
    """Whether two regions share more than an edge."""
    if one.height is not None and other.height is None:
        one, other = other, one
    x, y = one.x, one.y * ratio
    if other.height is None:
        return bool(
            (x - other.x) ** 2 + (y - other.y * ratio) ** 2 < ((one.width + other.width) / 2 - 0.01) ** 2
        )
    left, top, right, bottom = _box(other, ratio)
    if one.height is None:  # a circle and the point of the rectangle that is nearest to its centre
        near_x, near_y = min(max(x, left), right), min(max(y, top), bottom)
        return bool((x - near_x) ** 2 + (y - near_y) ** 2 < (one.width / 2 - 0.01) ** 2)
    first = _box(one, ratio)
    return (
        first[0] < right - 0.01
        and left < first[2] - 0.01
        and first[1] < bottom - 0.01
        and top < first[3] - 0.01
    )
