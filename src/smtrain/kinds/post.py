"""Post: an invented post on a social network, drawn by the player.

Example::

    ::: post {network=linkedin author="Kim Doe" handle=kimdoe when="2 h" likes=12 verdict=avoid}

    Can't wait for the launch of **Project Falcon** next month!

    :::

`verdict` is fine, careful or avoid.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive

VERDICTS = ("fine", "careful", "avoid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Block):
    """A post and what to think of it. `likes` is None when they are not shown."""

    kind: ClassVar[str] = "post"

    network: str
    author: str
    handle: str
    when: str
    likes: int | None
    verdict: str
    blocks: tuple[Block, ...]


def read(block: Directive, reader: Reader) -> Post:
    """The body is the post's text and pictures."""
    attributes = reader.attributes(block)
    likes = attributes.integer("likes", -1)
    post = Post(
        span=block.span,
        network=attributes.text("network"),
        author=attributes.text("author", required=True),
        handle=attributes.text("handle"),
        when=attributes.text("when"),
        likes=None if likes < 0 else likes,
        verdict=attributes.choice("verdict", VERDICTS, ""),
        blocks=reader.inside(block),
    )
    attributes.finish()
    reader.identify(block)
    return post


KIND = Kind("post", read=read)
