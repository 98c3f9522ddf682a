"""Fill in: gaps in a text, typed or chosen from a word bank.

Example::

    ::: fill-in {#q-gap grading=partial}

    Report it to the [[Security desk|Security]] within [[24|twenty-four]] hours.

    :::
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.question_rules import REPEATED_CHOICE
from smtrain.kinds.base.questions import common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.kinds.base.rules import UNEXPECTED
from smtrain.model.node import walk
from smtrain.model.question import Accepted, Interaction, Question
from smtrain.model.text import Gap, plain
from smtrain.source.document import Directive

BAD_GAP = rule(
    "SM310",
    "fill-in-without-gaps",
    """
    A fill-in question needs at least one gap, `[[answer]]`, and no gap may be empty.

    Bad::

        ## Page

        ::: fill-in {#q1}

        Report it within 24 hours.

        :::

    Good::

        ## Page

        ::: fill-in {#q1}

        Report it within [[24|twenty-four]] hours.

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FillIn(Question):
    """A text with gaps. With a `bank` learners choose from its words, in the order of the alphabet."""

    kind: ClassVar[str] = "fill-in"
    takes_gaps: ClassVar[bool] = True

    bank: tuple[str, ...]
    exact: bool

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps in the order of the text."""
        return tuple(node for node in walk(self.stem) if isinstance(node, Gap))

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `fill-in`: one text for each gap, in order."""
        gaps = tuple(
            tuple(Accepted(f"{number}-{index}", True, answer) for index, answer in enumerate(gap.answers))
            for number, gap in enumerate(self.gaps)
        )
        return Interaction("fill-in", gaps=gaps, exact=self.exact)


def read(block: Directive, reader: Reader) -> FillIn:
    """A text with gaps; with `bank`, a list of wrong words may follow."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    exact = attributes.choice("match", ("exact", "loose"), "loose") == "exact"
    bank = bool(attributes.flag("bank"))
    attributes.finish()
    has_list = any(is_task_list(child) for child in block.blocks)
    body = read_body(block, reader, is_task_list if has_list else None)
    wrong = read_choices(block, reader, body.answers, at_least=1)
    gaps = [node for node in walk(body.stem) if isinstance(node, Gap)]
    right = {answer.casefold() for gap in gaps for answer in gap.answers}
    for choice in wrong:
        if not bank:
            reader.note(
                UNEXPECTED,
                choice.span,
                "learners type into these gaps, so a list of words has no use",
                mend='take it out, or add "bank" to the opening line to let them choose',
            )
        elif choice.right:
            reader.note(
                UNEXPECTED,
                choice.span,
                "only the wrong words of the word bank stand in this list",
                mend="take it out; the right words come from the gaps",
            )
        elif plain(choice.blocks).casefold() in right:
            reader.note(
                REPEATED_CHOICE,
                choice.span,
                f'"{plain(choice.blocks)}" is the right word for a gap',
                mend="keep only wrong words in this list",
            )
        elif choice.feedback:
            reader.note(
                UNEXPECTED,
                choice.feedback[0].span,
                "a word of the word bank takes no feedback, so this would never be read",
                mend="say it to everybody, in a box > [!INCORRECT]",
            )
    if not gaps:
        reader.note(
            BAD_GAP, block.span, "this text has no gap", mend="write [[answer]] where learners fill in"
        )
    for gap in gaps:
        if not all(gap.answers):
            reader.note(
                BAD_GAP, gap.span, "this gap has an empty answer", mend="write [[answer]] or [[one|two]]"
            )
    words = {gap.answers[0] for gap in gaps} | {plain(choice.blocks) for choice in wrong} if bank else set()
    return FillIn(
        stem=body.stem, boxes=body.boxes, bank=tuple(sorted(words, key=str.casefold)), exact=exact, **fields
    )


KIND = Kind("fill-in", read=read, question=True)
