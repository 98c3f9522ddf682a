"""Post: an invented post or review on a social network, drawn by the player.

Example::

    ::: post {network=linkedin author="Kim Doe" handle=kimdoe when="2 h" likes=12 verdict=avoid}

    Can't wait for the launch of **Project Falcon** next month!

    :::

`verdict` is fine, careful or avoid. A review has `kind=review` and `stars=1` to `5`. Replies below a post
are blocks `reply` inside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.kinds.base.speech import Speech, common
from smtrain.source.document import Directive

REVIEW_AND_STARS = rule(
    "SM358",
    "review-without-stars",
    """
    A review has stars, and only a review has them.

    Bad::

        ## Page

        ::: post {kind=review author="Ana P."}

        The room was clean, the waiting was long.

        :::

    Good::

        ## Page

        ::: post {kind=review stars=3 author="Ana P."}

        The room was clean, the waiting was long.

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Speech):
    """A post and what to think of it. `stars` are 1 to 5 for a review, else 0; `title` is a review's headline."""

    kind: ClassVar[str] = "post"

    network: str
    stars: int = 0
    title: str = ""


def read(block: Directive, reader: Reader) -> Post:
    """The body is the post's text and pictures, and the replies to it."""
    fields, attributes = common(block, reader)
    network = attributes.text("network")
    review = attributes.choice("kind", ("post", "review"), "post") == "review"
    stars = attributes.integer("stars", 0, low=1, high=5)
    attributes.finish()
    found = block.attributes.get("stars")
    if review is (found is None):
        reader.note(
            REVIEW_AND_STARS,
            found.span if found else block.name_span,
            "only a review has stars" if found else "this review has no stars",
            mend="write kind=review, or leave the stars out" if found else "write stars=1 to stars=5",
        )
    return Post(network=network, stars=stars, title=block.title, **fields)


KIND = Kind("post", read=read)
