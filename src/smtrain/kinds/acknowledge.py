"""Acknowledge: statements that a learner confirms.

Example::

    ::: acknowledge {#policy required}

    I confirm:

    - [ ] I have read the social media policy.
    - [ ] I know whom to ask.

    :::

With `version="{{ policy.version }}"` it is asked again when that version changes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge(Question):
    """Done when every box is ticked; never scored."""

    kind: ClassVar[str] = "acknowledge"

    statements: tuple[Choice, ...]
    version: str = ""

    @property
    def filed(self) -> str:
        """With its version: what was confirmed of another one does not count."""
        return f"{self.id}@{self.version}" if self.version else self.id

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `choice` where every box has to be ticked."""
        options = tuple(Option(s.id, plain(s.blocks)) for s in self.statements)
        return Interaction("choice", options=options, key=tuple(s.id for s in self.statements), many=True)

    @property
    def scored(self) -> bool:
        """Never."""
        return False


def read(block: Directive, reader: Reader) -> Acknowledge:
    """The text, then a list of boxes to tick."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    version = attributes.text("version")
    attributes.finish()
    body = read_body(block, reader, is_task_list, wanted='statements to tick, "- [ ] …"', stem_required=False)
    statements = read_choices(block, reader, body.answers, at_least=1)
    check_ticks(block, reader, statements, judged=False)
    return Acknowledge(stem=body.stem, boxes=body.boxes, statements=statements, version=version, **fields)


KIND = Kind("acknowledge", read=read, question=True)
