"""Checks on questions, whatever their kind."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.question import Question
from smtrain.model.text import Gap


@check("SM319", "box-that-is-never-shown", "warning")
def box_never_shown(module: Module, facts: Facts) -> Iterator[Broken]:
    """A box waits for a result that this question never has.

    Without `grading` an answer is right or wrong, never partly right; and in a survey, a reflection or
    an acknowledgement nothing is right or wrong.

    Bad::

        ## Page

        ::: choose-many {#q1}

        What do you check before you post a photo?

        - [x] Faces
        - [x] Screens
        - [ ] Likes

        > [!PARTIAL]
        > There is more to look at.

        :::

    Good::

        ## Page

        ::: choose-many {#q1 grading=partial}

        What do you check before you post a photo?

        - [x] Faces
        - [x] Screens
        - [ ] Likes

        > [!PARTIAL]
        > There is more to look at.

        :::
    """
    for node in facts.nodes:
        if not isinstance(node, Question):
            continue
        boxes = node.boxes
        if not node.scored:
            for box in filter(None, (boxes.correct, boxes.incorrect, boxes.partial)):
                yield Broken(
                    box[0].span,
                    "nothing is right or wrong in this question, so nobody reads this",
                    "write it as > [!EXPLAIN], which everybody reads after answering",
                )
        elif boxes.partial and node.grading == "all":
            yield Broken(
                boxes.partial[0].span,
                "no answer to this question is partly right, so nobody reads this",
                "give points for each part, {grading=partial}, or leave the box out",
            )


@check("SM320", "gap-outside-a-fill-in")
def gap_outside_a_fill_in(module: Module, facts: Facts) -> Iterator[Broken]:
    r"""Double square brackets make a gap to fill in, which works in a fill-in question only.

    Bad::

        ## Page

        Report it within [[24]] hours.

    Good::

        ## Page

        ::: fill-in {#q1}

        Report it within [[24]] hours.

        :::

    To show the brackets, write a backslash before them: `\[[24]]`.
    """
    questions = (node for node in facts.nodes if isinstance(node, Question) and node.takes_gaps)
    meant = {id(node) for question in questions for node in walk(question.stem)}
    for node in facts.nodes:
        if isinstance(node, Gap) and id(node) not in meant:
            yield Broken(
                node.span,
                "nobody can fill in a gap here",
                "write it inside ::: fill-in, or \\[[…]] to show the brackets",
            )
