"""Message: an invented direct message, or a whole chat.

Example::

    ::: message {network=WhatsApp author="Dana Cole" when="9:41"}

    Hi! Are you the one who looks after the Example page?

    ::: reply {author=You own when="9:44"}

    I work there. What is it about?

    :::

    :::

What is answered are blocks `reply` inside it; `own` marks the side of the reader.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.kinds.base.speech import Speech, common
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Message(Speech):
    """The first message of a chat, with what follows."""

    kind: ClassVar[str] = "message"

    network: str
    own: bool = False


def read(block: Directive, reader: Reader) -> Message:
    """The body is the first message, and the replies to it."""
    fields, attributes = common(block, reader)
    message = Message(network=attributes.text("network"), own=bool(attributes.flag("own")), **fields)
    attributes.finish()
    return message


KIND = Kind("message", read=read)
