"""Job aid: one page to keep, printed alone and built on its own as well.

Example::

    ::: job-aid The A-B-C card {#abc-card}

    Before you post:

    1. **A**sk: is it useful to someone?
    2. **B**reathe: is it the right time?
    3. **C**heck: who can be seen?

    :::

`smtrain aids` writes each as a page of its own, to print or to put on the intranet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, walk_blocks
from smtrain.model.question import Question, Quiz
from smtrain.source.document import Directive

NOT_ON_PAPER = rule(
    "SM372",
    "question-on-a-job-aid",
    """
    A job aid is for paper, and nobody can answer a question there.

    Bad::

        ## Page

        ::: job-aid The card {#card}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::

    Good::

        ## Page

        ::: job-aid The card {#card}

        A private group is not private.

        :::

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::
    """,
)


@dataclass(frozen=True, slots=True)
class JobAid(Block):
    """What a learner keeps. `id` names its file when it is built on its own."""

    kind: ClassVar[str] = "job-aid"

    id: str
    title: str
    blocks: tuple[Block, ...]


def read(block: Directive, reader: Reader) -> JobAid:
    """A title, an id, and blocks that can be printed."""
    reader.attributes(block).finish()
    name = reader.identify(block, required=True)
    if not block.title:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            "a job aid has a title",
            mend="write it after the name, such as ::: job-aid The A-B-C card {#abc-card}",
        )
    if not block.blocks:
        reader.note(rules.UNEXPECTED, block.span, "this job aid is empty", mend="write what is to be kept")
    blocks = reader.inside(block)
    for node in walk_blocks(blocks):
        if isinstance(node, Question | Quiz):
            reader.note(
                NOT_ON_PAPER,
                node.span,
                "nobody can answer this on paper",
                mend="move the question out of the job aid",
            )
    return JobAid(block.span, name, block.title, blocks)


KIND = Kind("job-aid", read=read)
