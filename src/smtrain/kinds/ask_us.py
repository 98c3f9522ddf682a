"""Ask us: learners ask the trainers something, in their own words.

Example::

    ::: ask-us {#ask-accounts}

    What about your accounts was not in this module?

    :::

Who reads it and where it goes stands under `ask` in the settings. It is never scored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.source.document import Directive

NOBODY_READS = rule(
    "SM371",
    "question-that-nobody-reads",
    """
    Learners can ask something here, and the settings do not say who reads it or where it goes.

    Write `ask` into `course.yaml`, or into the module's own settings: `reader`, and `email` (a mail address)
    or `url` (an address that takes what is posted to it) or both.

    Bad::

        ## Page

        ::: ask-us {#ask-accounts}

        What was not in this module?

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        ask: {reader: the communications team, email: social@example.org}
        ---

        ## Page

        ::: ask-us {#ask-accounts}

        What was not in this module?

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskUs(Block):
    """A text field whose content goes to people, and how it gets there."""

    kind: ClassVar[str] = "ask-us"
    tracked: ClassVar[bool] = True

    id: str
    title: str
    blocks: tuple[Block, ...]
    reader: str
    url: str
    email: str


def read(block: Directive, reader: Reader) -> AskUs:
    """The prompt, and nothing else."""
    reader.attributes(block).finish()
    name = reader.identify(block, required=True)
    if not block.blocks:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            '"ask-us" asks nothing',
            mend="write the question to learners between the two lines",
        )
    ask = reader.library.ask
    url = ask.url if re.fullmatch(r"https?://\S+", ask.url) else ""
    email = ask.email if re.fullmatch(r"\S+@\S+", ask.email) else ""
    if not ask.reader or not (url or email):
        reader.note(
            NOBODY_READS,
            block.span,
            "the settings do not say who reads what learners ask here"
            if not ask.reader
            else "what learners ask here goes to no mail address and no address with https://",
            mend="write ask: {reader: the training team, email: training@example.org} into course.yaml",
        )
    return AskUs(
        span=block.span,
        id=name,
        title=block.title,
        blocks=reader.inside(block),
        reader=ask.reader,
        url=url,
        email=email,
    )


KIND = Kind("ask-us", read=read)
