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


@check("SM329", "flag-without-effect", "warning")
def flag_without_effect(module: Module, facts: Facts) -> Iterator[Broken]:
    """A question is marked as critical, or asks how sure the learner is, where that changes nothing.

    A critical question must be answered right for the module to be passed; so there must be a pass mark,
    and a right answer. How sure somebody was is held against the right answer as well.

    Bad::

        ## Page

        ::: choose-one {#q1 survey confidence}

        How often do you post?

        - [ ] Every day
        - [ ] Hardly ever

        :::

    Good::

        ## Page

        ::: choose-one {#q1 survey}

        How often do you post?

        - [ ] Every day
        - [ ] Hardly ever

        :::
    """
    for node in facts.nodes:
        if not isinstance(node, Question) or not (node.critical or node.confidence):
            continue
        flag = "critical" if node.critical else "confidence"
        if not node.scored:
            yield Broken(
                node.span, f'nothing is right or wrong in this question, so "{flag}" changes nothing', _LEAVE
            )
        elif node.critical and module.success is None:
            yield Broken(
                node.span,
                "this module has no pass mark, so nobody can fail to pass it",
                "give its quiz a pass mark, pass=80%, or leave the flag out",
            )


_LEAVE = "leave the flag out"


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
