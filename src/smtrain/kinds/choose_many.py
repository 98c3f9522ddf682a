"""Choose many: any number of right answers among several.

Example::

    ::: choose-many {#q-check grading=partial}

    What do you check before posting a photo? Choose all that apply.

    - [x] Faces of other people
    - [x] Screens and whiteboards
    - [ ] The number of likes
      > Likes come later.

    :::
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
class ChooseMany(Question):
    """A question with several right answers."""

    kind: ClassVar[str] = "choose-many"

    choices: tuple[Choice, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `choice` with a set of ids."""
        options = tuple(Option(c.id, plain(c.blocks)) for c in self.choices)
        return Interaction(
            "choice", options=options, key=tuple(c.id for c in self.choices if c.right), many=True
        )


def read(block: Directive, reader: Reader) -> ChooseMany:
    """The text, then a task list with one tick or more."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(block, reader, is_task_list, wanted='answers such as "- [x] right" and "- [ ] wrong"')
    choices = read_choices(block, reader, body.answers)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    return ChooseMany(stem=body.stem, boxes=body.boxes, choices=choices, **fields)


KIND = Kind("choose-many", read=read, question=True)
