"""Advice on what learners are told about their answers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.english import is_english
from smtrain.checks.style.base.items import items_of
from smtrain.checks.style.base.language import counts_words, words
from smtrain.checks.style.base.prose import feedback_of, prose_in
from smtrain.diagnostics import Span
from smtrain.model.course import Module
from smtrain.model.node import Block, walk_blocks
from smtrain.model.question import Boxes, Question
from smtrain.model.text import plain


@check("SM880", "answer-without-feedback", "advice")
def answer_without_feedback(module: Module, facts: Facts) -> Iterator[Broken]:
    """Whoever picks this answer is told only that it is wrong, or right, and not why.

    An explanation teaches far more than a verdict. Write it below the answer; or, for all answers at
    once, into a box EXPLAIN, or INCORRECT and CORRECT. Where several answers
    are right, one of them says why.

    Bad::

        ## Page

        ::: choose-one {#q1}

        You posted a wrong date. What do you do?

        - [x] Correct it, and say that you did
          > People see that they can rely on you.
        - [ ] Delete the post
        - [ ] Wait whether anyone notices
          > It is tempting. The date spreads meanwhile. Correct it.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        You posted a wrong date. What do you do?

        - [x] Correct it, and say that you did
          > People see that they can rely on you.
        - [ ] Delete the post
          > It is quick. Those who saw it still have the wrong date. Correct it.
        - [ ] Wait whether anyone notices
          > It is tempting. The date spreads meanwhile. Correct it.

        :::

    Source: F. Van der Kleij and others, Effects of Feedback in a Computer-Based Environment, 2015.
    """
    for item in items_of(module):
        boxes = item.question.boxes
        if boxes.explain or boxes.incorrect:
            continue
        for choice in item.choices:
            if not choice.right and not choice.feedback:
                yield Broken(
                    choice.span,
                    "nobody is told why this answer is wrong",
                    'write it below, indented: "  > It is tempting, but …"',
                )
        if not any(choice.feedback for choice in item.choices if choice.right) and not boxes.correct:
            yield Broken(
                next(choice for choice in item.choices if choice.right).span,
                "nobody is told why this answer is right",
                'write it below, indented: "  > Yes, because …"',
            )


@check("SM881", "long-feedback", "advice")
def long_feedback(module: Module, facts: Facts) -> Iterator[Broken]:
    """Feedback to an answer has more than 30 words, or what `feedback-words` says. Few read on after the verdict.

    What everybody should read belongs on the page, or into a box EXPLAIN, which may be longer.

    Bad::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
          > Many people think so, because they no longer see it themselves. But search engines keep
          > copies for a while, other people take screenshots, and whole archives of the web exist, so
          > you should post only what may stay.
        - [x] False
          > Copies stay. Post what may stay.

        :::

    Good::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
          > You no longer see it. Others have copies and screenshots. Post what may stay.
        - [x] False
          > Copies stay. Post what may stay.

        :::
    """
    if not counts_words(module.language):
        return
    for said in _said(module, facts):
        length = sum(len(words(one.text)) for one in prose_in(said) if not one.quoted)
        if length > facts.style.feedback_words:
            yield Broken(
                _place(said),
                f"this feedback has {length} words, and the course asks for"
                f" {facts.style.feedback_words} at most",
                "say what is tempting, why it fails, and what to do; the rest belongs on the page",
            )


def _said(module: Module, facts: Facts) -> Iterator[tuple[Block, ...]]:
    """What answers and decisions are told, each by itself."""
    for node in facts.nodes:
        if isinstance(node, Boxes):
            yield from filter(None, (node.correct, node.incorrect, node.partial))
        elif said := feedback_of(node):
            yield said


def _place(blocks: tuple[Block, ...]) -> Span:
    return blocks[0].span.until(blocks[-1].span)


@check("SM882", "feedback-that-only-marks", "advice")
def feedback_that_only_marks(module: Module, facts: Facts) -> Iterator[Broken]:
    """Feedback says "Right" or "Wrong" and nothing else. The page says that already; say why. English only.

    Bad::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
          > Wrong!
        - [x] False
          > Copies stay. Post what may stay.

        :::

    Good::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
          > You no longer see it. Others have copies and screenshots. Post what may stay.
        - [x] False
          > Copies stay. Post what may stay.

        :::
    """
    if not is_english(module.language):
        return
    for said in _said(module, facts):
        text = plain(said)
        if _MARKS.fullmatch(text):
            yield Broken(_place(said), f'"{text}" says what the page says already', "say why")
        elif found := _BLAMES.match(text):
            yield Broken(
                _place(said),
                f'"{found[0]}" shuts a learner up',
                "begin with what is tempting about the answer",
            )


_MARKS = re.compile(
    r"(?:(?:that(?:'s| is)|this is|yes|no|oh|well|very|quite|exactly|sorry)[, ]*)*"
    r"(?:right|correct|wrong|incorrect|not quite|well done|good job|great|perfect|exactly|true|false|yes|no)?[.! ]*",
    re.IGNORECASE,
)
_BLAMES = re.compile(r"(?:wrong|incorrect|nonsense|rubbish|stupid)\s*[!.:]", re.IGNORECASE)


@check("SM883", "question-without-any-feedback", "advice")
def question_without_any_feedback(module: Module, facts: Facts) -> Iterator[Broken]:
    """A question of pairs, an order, gaps or a number says nowhere why its answer is right.

    One box EXPLAIN is enough: everybody reads it who has answered.

    Bad::

        ## Page

        ::: order {#q1}

        Put the steps in order.

        1. Stop
        2. Take a screenshot
        3. Report it

        :::

    Good::

        ## Page

        ::: order {#q1}

        Put the steps in order.

        1. Stop
        2. Take a screenshot
        3. Report it

        > [!EXPLAIN]
        > Stop first, so that nothing gets worse. The screenshot helps those you report it to.

        :::
    """
    judged = {id(item.question) for item in items_of(module)}
    for question in module.questions():
        boxes = question.boxes
        silent = not (boxes.explain or boxes.incorrect or boxes.correct or boxes.partial)
        told = question.interaction().story is not None or hasattr(question, "scenes")
        if question.scored and silent and not told and id(question) not in judged and not _answers(question):
            yield Broken(
                question.span,
                "nobody is told why an answer to this question is right or wrong",
                "write a box: > [!EXPLAIN]",
            )


def _answers(question: Question) -> bool:
    """Whether some answer has feedback of its own."""
    return any(feedback_of(node) for node in walk_blocks(question))
