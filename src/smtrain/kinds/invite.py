"""Invite: a choice that stays with the learner; nothing of it is stored or sent.

Example::

    ::: invite Would you like to post for us? {#optin}

    Nobody has to, and nobody asks again.

    - Yes, tell me more

      [Write to the social media team](mailto:social@example.org).
    - Not now

      Fine. You find this page again whenever you like.

    :::

What follows an answer opens when it is chosen. Only a link in it leads out of the module.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Node
from smtrain.model.text import List
from smtrain.source.document import Directive, Entry


@dataclass(frozen=True, slots=True)
class Answer(Node):
    """What can be chosen, and what opens then."""

    label: tuple[Block, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Invite(Block):
    """Answers as native disclosures: no form, no name, no script."""

    kind: ClassVar[str] = "invite"

    id: str
    title: str
    blocks: tuple[Block, ...]
    answers: tuple[Answer, ...]


def read(block: Directive, reader: Reader) -> Invite:
    """Text, then one list; the first paragraph of an item is the answer."""
    reader.attributes(block).finish()
    name = reader.identify(block)
    lists = [child for child in block.blocks if isinstance(child, List)]
    items = lists[-1].items if lists else ()
    answers = tuple(_answer(block, item, reader) for item in items if isinstance(item, Entry))
    if len(answers) < 2:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            '"invite" needs at least two answers',
            mend="write each after a dash, and what opens with it below, indented by two spaces",
        )
    for child in block.blocks[block.blocks.index(lists[-1]) + 1 :] if lists else ():
        reader.note(
            rules.UNEXPECTED,
            child.span,
            "the answers come last",
            mend="move this above them, or indent it under an answer",
        )
    text = tuple(child for child in block.blocks if child not in lists[-1:])
    return Invite(block.span, name, block.title, reader.inside(block, text), answers)


def _answer(block: Directive, item: Entry, reader: Reader) -> Answer:
    if item.ticked is not None:
        reader.note(
            rules.UNEXPECTED, item.mark, "there is nothing to tick in an invitation", mend="leave the box out"
        )
    for attribute in item.attributes.items:
        reader.note(
            rules.UNKNOWN_ATTRIBUTE, attribute.span, "an answer takes no attributes here", mend="leave it out"
        )
    return Answer(item.span, reader.inside(block, item.blocks[:1]), reader.inside(block, item.blocks[1:]))


KIND = Kind("invite", read=read)
