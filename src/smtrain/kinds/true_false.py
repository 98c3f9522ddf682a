"""True or false: one clear statement.

Example::

    ::: true-false {#q-private}

    A private group is private.

    - [ ] True
      > Anyone in it can share a screenshot.
    - [x] False

    :::
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Choice, Interaction, Question
from smtrain.source.document import Directive

NOT_TWO = rule(
    "SM316",
    "true-false-with-other-answers",
    """
    A true-false question has two answers, the first for true and the second for false, one of them right.

    The words are yours, such as "Richtig" and "Falsch".

    Bad::

        ## Page

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False
        - [ ] Sometimes

        :::

    Good::

        ## Page

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalse(Question):
    """A statement that is true or false. The ids of its choices are `true` and `false`."""

    kind: ClassVar[str] = "true-false"

    choices: tuple[Choice, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `true-false`."""
        return Interaction("true-false", key=tuple(c.id for c in self.choices if c.right))


def read(block: Directive, reader: Reader) -> TrueFalse:
    """The statement, then two answers: true first."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(block, reader, is_task_list, wanted='the answers "- [x] True" and "- [ ] False"')
    choices = read_choices(block, reader, body.answers)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    if len(choices) > 2 or sum(choice.right for choice in choices) > 1:
        reader.note(
            NOT_TWO,
            choices[2].span if len(choices) > 2 else choices[1].span,
            "a true-false question has two answers, one of them right",
            mend='keep "True" and "False", or write "choose-one"',
        )
    named = zip(choices, ("true", "false"), strict=False)
    choices = tuple(replace(choice, id=name) for choice, name in named)
    return TrueFalse(stem=body.stem, boxes=body.boxes, choices=choices, **fields)


KIND = Kind("true-false", read=read, question=True)
