"""Quiz: questions answered together, with one score.

Example::

    ::: quiz Final check {#final pass=80% attempts=3 feedback=end shuffle}

    Two questions, three tries.

    ::: true-false {#p1}

    A licence plate is personal data.

    - [x] True
    - [ ] False

    :::

    :::
"""

from __future__ import annotations

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.kinds.base.rules import WRONG_PLACE
from smtrain.model.node import walk
from smtrain.model.question import Question, Quiz
from smtrain.source.document import Directive

EMPTY_QUIZ = rule(
    "SM313",
    "quiz-without-questions",
    """
    A quiz has no question that can be scored, so nobody can pass it.

    Bad::

        ## Page

        ::: quiz Final check {#final pass=80%}

        Good luck!

        :::

    Good::

        ## Page

        ::: quiz Final check {#final pass=80%}

        Good luck!

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::
    """,
)


def read(block: Directive, reader: Reader) -> Quiz:
    """Text and questions."""
    attributes = reader.attributes(block)
    pass_mark = attributes.percent("pass")
    attempts = attributes.integer("attempts", 0, high=99)
    feedback = attributes.choice("feedback", ("each", "end", "never"), "end")
    shuffle = bool(attributes.flag("shuffle"))
    seconds = attributes.seconds("time") or 0
    attributes.finish()
    if reader.within("quiz"):
        reader.note(
            WRONG_PLACE,
            block.span,
            "a quiz cannot stand inside another quiz",
            mend="close the quiz around it first; a closing line ::: may be missing above",
        )
    quiz = Quiz(
        span=block.span,
        id=reader.identify(block, required=True),
        title=block.title,
        blocks=reader.inside(block),
        pass_mark=pass_mark,
        attempts=attempts,
        shuffle=shuffle,
        seconds=seconds,
        feedback=feedback,  # type: ignore[arg-type]
    )
    questions = [node for node in walk(quiz.blocks) if isinstance(node, Question)]
    if not any(question.scored and question.points for question in questions):
        reader.note(
            EMPTY_QUIZ,
            block.span,
            "this quiz has no question that gives points",
            mend="write at least one question inside it",
        )
    return quiz


KIND = Kind("quiz", read=read)
