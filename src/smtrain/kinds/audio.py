"""Audio: a recording with captions for what is said, and a transcript.

Example::

    ::: audio A call from the press {#call src=media/intro.mp3}

    **Caller:** Could you tell me what happened this morning?

    :::

The body is the transcript. With `require=90%` the module is not complete before so much of it was played.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.media import common
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio(Block):
    """Paths are inside the module's folder. `require` is the share (0 to 1) that must be played."""

    kind: ClassVar[str] = "audio"
    tracked: ClassVar[bool] = True

    id: str
    title: str
    src: str
    captions: str
    seconds: int
    require: float
    transcript: tuple[Block, ...]

    def quoted(self) -> bool:
        """Always: its text is what is said in it."""
        return True


def read(block: Directive, reader: Reader) -> Audio:
    """The body is the transcript."""
    fields, attributes = common(block, reader)
    made = Audio(**fields)
    attributes.finish()
    return made


KIND = Kind("audio", read=read)
