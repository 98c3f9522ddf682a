"""Reply: what somebody answers to an invented post, review or message.

Example::

    ::: post {network=facebook author="Devi R." when="8:40"}

    My new heater smells of smoke. Is it safe?

    ::: reply {author="Example Ltd" handle=example own verdict=fine}

    Please switch it off, Devi, and call us on the number on your bill.

    :::

    :::

It stands inside a post, a message or another reply. `own` marks the side of the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.kinds.base.speech import Speech, common
from smtrain.source.document import Directive

REPLY_TO_NOTHING = rule(
    "SM359",
    "reply-to-nothing",
    """
    A reply stands outside the post or message that it answers.

    Bad::

        ## Page

        ::: post {author="Devi R."}

        Is it safe?

        :::

        ::: reply {author="Example Ltd"}

        Please switch it off.

        :::

    Good::

        ## Page

        ::: post {author="Devi R."}

        Is it safe?

        ::: reply {author="Example Ltd"}

        Please switch it off.

        :::

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply(Speech):
    """An answer in a thread."""

    kind: ClassVar[str] = "reply"

    own: bool = False


def read(block: Directive, reader: Reader) -> Reply:
    """The body is the text, and what others answer to it."""
    fields, attributes = common(block, reader)
    own = bool(attributes.flag("own"))
    attributes.finish()
    if not reader.within("post", "message"):
        reader.note(
            REPLY_TO_NOTHING,
            block.span,
            "this reply stands in no post and no message",
            mend="move it up, before the line ::: that closes the post",
        )
    return Reply(own=own, **fields)


KIND = Kind("reply", read=read)
