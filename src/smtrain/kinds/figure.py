"""Figure: a picture with its caption and its description.

Example::

    ::: figure {#fig-team}

    ![Three colleagues around one laptop](media/team.png){width=80%}

    The team in its **first week**.

    > [!DESCRIPTION]
    > Two stand, one sits and points at the screen.

    :::

A picture alone in a paragraph is a figure, too; its title in quotes is the caption.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.model.text import Paragraph, Picture, Text
from smtrain.source.document import Box, Directive


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A picture that stands by itself. `description` says at length what a short text cannot."""

    kind: ClassVar[str] = "figure"

    id: str
    picture: Picture
    caption: tuple[Block, ...] = ()
    description: tuple[Block, ...] = ()


def read(block: Directive, reader: Reader) -> Figure | None:
    """A picture, the caption, and a box `[!DESCRIPTION]`."""
    reader.attributes(block).finish()
    name = reader.identify(block)
    picture: Picture | None = None
    caption: list[Block] = []
    description: tuple[Block, ...] = ()
    for child in block.blocks:
        match child:
            case Paragraph(inlines=(Picture() as found,)):
                if picture:
                    reader.note(
                        rules.UNEXPECTED,
                        found.span,
                        "this is the second picture of the figure",
                        mend="give it a figure of its own, or put two in columns",
                    )
                    continue
                picture = found
                caption = [*_words(found), *caption]
            case Box(name=box, blocks=blocks) if box.upper() == "DESCRIPTION":
                description += reader.inside(block, blocks)
            case _:
                caption.append(child)
    if picture is None:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            "a figure needs a picture on a line of its own",
            mend="write ![what it shows](media/name.jpg) after the opening line",
        )
        return None
    return Figure(block.span, name, picture, reader.inside(block, tuple(caption)), description)


def read_picture(picture: Picture) -> Figure:
    """A picture alone in a paragraph; the text in quotes is its caption."""
    return Figure(picture.span, "", picture, _words(picture))


def _words(picture: Picture) -> tuple[Block, ...]:
    """The caption that stands in quotes behind a picture."""
    return (Paragraph(picture.span, (Text(picture.span, picture.caption),)),) if picture.caption else ()


KIND = Kind("figure", read=read, read_picture=read_picture)
