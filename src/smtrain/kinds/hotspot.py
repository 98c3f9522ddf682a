"""Hotspot: find the right places in a picture.

Example::

    ::: hotspot {#q-photo choose=2 grading=partial}

    Mark everything that must not be in the picture.

    ![A desk with a badge, a screen that shows names, and a plant](media/team.png)

    - [x] Badge {rect=12,40,15,20}
      > Badges open doors.
    - [x] Screen with names {rect=45,20,30,25}
    - [ ] Plant {circle=85,50,8}

    :::

Regions are percent of the picture: `rect=left,top,width,height`, `circle=x,y,radius` (the radius is percent
of the width). The list is always there, for keyboard and screen reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.picking import Picking, check_choose
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.model.question import Choice, Places, Region
from smtrain.model.text import List, Paragraph, Picture, plain
from smtrain.source.attributes import Attribute
from smtrain.source.document import Directive, Entry

MALFORMED_REGION = rule(
    "SM353",
    "malformed-region",
    """
    An answer of a hotspot has no region in the picture, or one that cannot be read.

    A region is `rect=left,top,width,height` or `circle=x,y,radius`, in percent of the picture and
    without spaces. The radius is a percentage of the width.

    Bad::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,20}
        - [ ] Plant

        :::

    Good::

        ## Page

        ::: hotspot {#q1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,20,20}
        - [ ] Plant {circle=80,50,10}

        :::
    """,
)

_FORMS = {"rect": ("left,top,width,height", 4), "circle": ("x,y,radius", 3)}
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,3})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hotspot(Picking):
    """A picture with regions, one for each answer of the list."""

    kind: ClassVar[str] = "hotspot"

    places: Places


def read(block: Directive, reader: Reader) -> Hotspot:
    """The text, a picture on a line of its own, and a task list with a region for each answer."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    choose = attributes.integer("choose", 0, low=1, high=36)
    attributes.finish()
    picture, rest = _take_picture(block.blocks)
    body = read_body(
        replace(block, blocks=rest),
        reader,
        is_task_list,
        wanted='answers with regions, "- [x] Badge {rect=10,40,20,20}"',
    )
    choices = read_choices(block, reader, body.answers, own=_FORMS)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    check_choose(block, reader, choose, choices)
    if picture is None:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            "a hotspot needs a picture on a line of its own",
            mend="write ![what it shows](media/name.jpg) before the answers",
        )
        picture = Picture(block.span, "", "", decorative=True)
    regions: list[Region] = []
    if isinstance(body.answers, List):
        for item, choice in zip(body.answers.items, choices, strict=True):
            assert isinstance(item, Entry)
            regions.extend(_region(item, choice, reader))
    # What is smaller lies on top, so that it can be pressed.
    regions.sort(key=lambda region: -region.area)
    places = Places(picture.span, replace(picture, width=0), tuple(regions), picture.width)
    return Hotspot(stem=body.stem, boxes=body.boxes, choices=choices, choose=choose, places=places, **fields)


def _take_picture(blocks: tuple[Block, ...]) -> tuple[Picture | None, tuple[Block, ...]]:
    for place, child in enumerate(blocks):
        match child:
            case Paragraph(inlines=(Picture() as picture,)):
                return picture, blocks[:place] + blocks[place + 1 :]
    return None, blocks


def _region(item: Entry, choice: Choice, reader: Reader) -> list[Region]:
    found = [one for one in item.attributes.items if one.key in _FORMS]
    numbers = _numbers(found[0]) if len(found) == 1 else None
    if numbers is None:
        key = found[0].key if found else "rect"
        reader.note(
            MALFORMED_REGION,
            found[-1].span if found else item.span,
            f'"{plain(choice.blocks)}" has two regions'
            if len(found) > 1
            else f'"{key}" needs {_FORMS[key][1]} numbers in percent, joined by commas'
            if found
            else f'"{plain(choice.blocks)}" has no region in the picture',
            mend="write {rect=left,top,width,height} or {circle=x,y,radius}, without spaces",
        )
        return []
    match numbers:
        case (left, top, width, height):
            place: tuple[float, ...] = (left + width / 2, top + height / 2, width, height)
        case (x, y, radius):
            place = (x, y, 2 * radius)
    return [Region(found[0].span, choice.id, choice.right, *place)]


def _numbers(attribute: Attribute) -> tuple[float, ...] | None:
    parts = (attribute.value or "").split(",")
    if len(parts) != _FORMS[attribute.key][1] or not all(map(_NUMBER.fullmatch, parts)):
        return None
    numbers = tuple(map(float, parts))
    return numbers if all(numbers[2:]) else None


KIND = Kind("hotspot", read=read, question=True)
