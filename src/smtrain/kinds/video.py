"""Video: a recording with captions for what is said, and a transcript.

Example::

    ::: video Why we care {#intro src=media/intro.mp4 captions=media/intro.vtt duration=1:30}

    **Kim:** Last year a single photo cost us a contract.

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
class Video(Block):
    """Paths are inside the module's folder. `require` is the share (0 to 1) that must be played."""

    kind: ClassVar[str] = "video"
    tracked: ClassVar[bool] = True

    id: str
    title: str
    src: str
    captions: str
    seconds: int
    require: float
    transcript: tuple[Block, ...]
    poster: str = ""

    def quoted(self) -> bool:
        """Always: its text is what is said in it."""
        return True


def read(block: Directive, reader: Reader) -> Video:
    """The body is the transcript."""
    fields, attributes = common(block, reader)
    made = Video(**fields, poster=attributes.text("poster"))
    attributes.finish()
    return made


KIND = Kind("video", read=read)
