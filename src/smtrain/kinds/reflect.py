"""Reflect: a free answer that is kept and never scored.

Example::

    ::: reflect {#q-reflect min-words=20}

    Describe a post you would no longer write. What changed?

    > [!MODEL]
    > A good answer names the person or the secret at risk.

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import common, read_body
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Interaction, Question
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflect(Question):
    """A question answered in the learner's own sentences, at least `min_words` words."""

    kind: ClassVar[str] = "reflect"

    min_words: int

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `long-fill-in` without a key."""
        return Interaction("long-fill-in", min_words=self.min_words)

    @property
    def scored(self) -> bool:
        """Never."""
        return False


def read(block: Directive, reader: Reader) -> Reflect:
    """The text, and a box with a model answer."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    min_words = attributes.integer("min-words", 0, high=500)
    attributes.finish()
    body = read_body(block, reader, None)
    return Reflect(stem=body.stem, boxes=body.boxes, min_words=min_words, **fields)


KIND = Kind("reflect", read=read, question=True)
