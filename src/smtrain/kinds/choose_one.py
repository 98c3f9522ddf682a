"""Choose one: one right answer among several.

Example::

    ::: choose-one {#q-post}

    Which of these posts breaks the policy?

    - [ ] "Proud of our award!"
      > The award is public.
    - [x] "Our new tool goes live on 3 May."
      > Right: the date is confidential.

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import Place, rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive

TWO_RIGHT_ANSWERS = rule(
    "SM305",
    "two-right-answers",
    """
    Only one answer of this question can be right; learners can pick only one.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [x] That one

        :::

    Good::

        ## Page

        ::: choose-many {#q1}

        Which ones?

        - [x] This one
        - [x] That one
        - [ ] Not this one

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseOne(Question):
    """A question with one right answer."""

    kind: ClassVar[str] = "choose-one"

    choices: tuple[Choice, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `choice`."""
        options = tuple(Option(c.id, plain(c.blocks)) for c in self.choices)
        return Interaction("choice", options=options, key=tuple(c.id for c in self.choices if c.right))


def read(block: Directive, reader: Reader) -> ChooseOne:
    """The text, then a task list with one tick."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(block, reader, is_task_list, wanted='answers such as "- [x] right" and "- [ ] wrong"')
    choices = read_choices(block, reader, body.answers)
    right = [choice for choice in choices if choice.right]
    check_ticks(block, reader, choices, judged=not fields["survey"])
    if len(right) > 1:
        reader.note(
            TWO_RIGHT_ANSWERS,
            right[1].span,
            "this is the second right answer, and only one can be chosen",
            also=(Place(right[0].span, "the first right answer"),),
            mend='tick one only, or write "choose-many"',
        )
    return ChooseOne(stem=body.stem, boxes=body.boxes, choices=choices, **fields)


KIND = Kind("choose-one", read=read, question=True)
