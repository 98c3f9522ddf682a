"""What can be wrong with any question, whatever its kind."""

from smtrain.diagnostics import rule

UNINDENTED_FEEDBACK = rule(
    "SM302",
    "feedback-not-indented",
    """
    Feedback to a choice is a quote indented under that choice; here it stands beside the list.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        > Right.
        - [ ] That one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
          > Right.
        - [ ] That one

        :::
    """,
)
NO_RIGHT_ANSWER = rule(
    "SM304",
    "question-without-right-answer",
    """
    No answer is ticked as right, so nobody can answer the question.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [ ] This one
        - [ ] That one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] That one

        :::
    """,
)
REPEATED_CHOICE = rule(
    "SM306",
    "repeated-choice",
    """
    Two choices have the same text, so learners cannot tell them apart.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] This one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] That one

        :::
    """,
)
TOO_FEW_CHOICES = rule(
    "SM307",
    "too-few-answers",
    """
    The question has too few answers to choose from.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] That one

        :::
    """,
)
NO_STEM = rule(
    "SM308",
    "question-without-text",
    """
    The question, or one of its answers, has no text.

    Bad::

        ## Page

        ::: choose-one {#q1}

        - [x] This one
        - [ ] That one

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Which one?

        - [x] This one
        - [ ] That one

        :::
    """,
)
TICKED_WITHOUT_NEED = rule(
    "SM318",
    "tick-where-nothing-is-right",
    """
    An answer is ticked as right in a question that judges nobody, so the tick would mean nothing.

    Bad::

        ## Page

        ::: choose-one {#s1 survey}

        Where do you post most?

        - [x] LinkedIn
        - [ ] Elsewhere

        :::

    Good::

        ## Page

        ::: choose-one {#s1 survey}

        Where do you post most?

        - [ ] LinkedIn
        - [ ] Elsewhere

        :::
    """,
)
TOO_MANY_CHOICES = rule(
    "SM315",
    "too-many-answers",
    """
    A question can have 36 answers at most: SCORM 1.2 records each as one letter or digit.

    Bad::

        ## Page

        ::: order {#q1}

        Put the days in order.

        1. d01
        2. d02
        3. d03
        4. d04
        5. d05
        6. d06
        7. d07
        8. d08
        9. d09
        10. d10
        11. d11
        12. d12
        13. d13
        14. d14
        15. d15
        16. d16
        17. d17
        18. d18
        19. d19
        20. d20
        21. d21
        22. d22
        23. d23
        24. d24
        25. d25
        26. d26
        27. d27
        28. d28
        29. d29
        30. d30
        31. d31
        32. d32
        33. d33
        34. d34
        35. d35
        36. d36
        37. d37

        :::

    Good::

        ## Page

        ::: order {#q1}

        Put the days in order.

        1. Monday
        2. Tuesday

        :::
    """,
)
NO_ANSWERS = rule(
    "SM311",
    "question-without-answer-part",
    """
    The part of the question that learners answer is missing, or not of the form this question needs.

    Bad::

        ## Page

        ::: order {#q1}

        Put the steps in order: stop, think, ask.

        :::

    Good::

        ## Page

        ::: order {#q1}

        Put the steps in order.

        1. Stop
        2. Think
        3. Ask

        :::
    """,
)
AFTER_ANSWERS = rule(
    "SM312",
    "text-after-the-answers",
    """
    After the answers only boxes may follow, such as `> [!HINT]`; other text would be lost to the reader.

    Bad::

        ## Page

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        See the first page.

        :::

    Good::

        ## Page

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        > [!EXPLAIN]
        > See the first page.

        :::
    """,
)
