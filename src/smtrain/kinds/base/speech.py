"""What somebody says in an invented post, reply or message: who, when, and what others think of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, walk_blocks
from smtrain.source.document import Directive

VERDICTS = ("fine", "careful", "avoid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech(Block):
    """Words with a speaker. `likes` is None when they are not shown, `verdict` nothing when it is left open."""

    author: str
    handle: str
    when: str
    likes: int | None
    verdict: str
    blocks: tuple[Block, ...]

    def quoted(self) -> bool:
        """Always."""
        return True

    @property
    def said(self) -> tuple[Block, ...]:
        """What the speaker says: everything before the first answer."""
        return self.blocks[: self._answered]

    @property
    def thread(self) -> tuple[Block, ...]:
        """What others answer."""
        return self.blocks[self._answered :]

    @property
    def _answered(self) -> int:
        answers = (any(isinstance(node, Speech) for node in walk_blocks(block)) for block in self.blocks)
        return next((at for at, answer in enumerate(answers) if answer), len(self.blocks))


def common(block: Directive, reader: Reader) -> tuple[dict[str, Any], AttributeReader]:
    """The fields of all three, and the attributes for what only one of them has (`finish` them after)."""
    attributes = reader.attributes(block)
    likes = attributes.integer("likes", -1)
    reader.identify(block)
    return {
        "span": block.span,
        "author": attributes.text("author", required=True),
        "handle": attributes.text("handle").removeprefix("@"),
        "when": attributes.text("when"),
        "likes": None if likes < 0 else likes,
        "verdict": attributes.choice("verdict", VERDICTS, ""),
        "blocks": reader.inside(block),
    }, attributes
