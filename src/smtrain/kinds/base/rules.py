"""What can be wrong with any block, whatever its kind."""

from smtrain.diagnostics import rule

UNKNOWN_TARGET = rule(
    "SM201",
    "link-to-nothing",
    """
    A link names an id that is nowhere in this module.

    Bad::

        ## Page {#start}

        [Go back](#start2)

    Good::

        ## Page {#start}

        [Go back](#start)
    """,
)
REPEATED_ID = rule(
    "SM202",
    "repeated-id",
    """
    Two things have the same id, so results, links and translations would be mixed up.

    Bad::

        ## One {#page}

        Text.

        ## Two {#page}

        Text.

    Good::

        ## One {#page-1}

        Text.

        ## Two {#page-2}

        Text.
    """,
)
UNKNOWN_BLOCK = rule(
    "SM203",
    "unknown-block",
    """
    There is no block of this name.

    Bad::

        ## Page

        ::: stepps

        1. Stop

        :::

    Good::

        ## Page

        ::: steps

        1. Stop

        :::
    """,
)
UNKNOWN_ATTRIBUTE = rule(
    "SM204",
    "unknown-attribute",
    """
    The block takes no attribute of this name, so it would have no effect.

    Bad::

        ## Page

        ::: cards {colums=2}

        ### One

        Text.

        :::

    Good::

        ## Page

        ::: cards {columns=2}

        ### One

        Text.

        :::
    """,
)
BAD_VALUE = rule(
    "SM205",
    "attribute-with-a-wrong-value",
    """
    The value of an attribute is not of the kind that it needs.

    Bad::

        ## Page

        ::: cards {columns=many}

        ### One

        Text.

        :::

    Good::

        ## Page

        ::: cards {columns=2}

        ### One

        Text.

        :::
    """,
)
MISSING_ID = rule(
    "SM206",
    "missing-id",
    """
    Questions and quizzes need an id: it is the key of the result in the LMS, for ever.

    Bad::

        ## Page

        ::: true-false

        A private group is private.

        - [ ] True
        - [x] False

        :::

    Good::

        ## Page

        ::: true-false {#q-private}

        A private group is private.

        - [ ] True
        - [x] False

        :::
    """,
)
BAD_ID = rule(
    "SM207",
    "badly-written-id",
    """
    An id is made of lower-case letters, digits and hyphens, and a few are taken by the player itself.

    Bad::

        ## Page {#My_Page}

        Text.

    Good::

        ## Page {#my-page}

        Text.
    """,
)
WRONG_PLACE = rule(
    "SM208",
    "block-in-a-wrong-place",
    """
    A block, a heading or a page break stands where it cannot work.

    Questions stand on a page or in a quiz, never inside another question.

    Bad::

        ## Page

        ::: true-false {#q1}

        One?

        - [x] True
        - [ ] False

        ::: true-false {#q2}

        Two?

        - [x] True
        - [ ] False

        :::

        :::

    Good::

        ## Page

        ::: true-false {#q1}

        One?

        - [x] True
        - [ ] False

        :::

        ::: true-false {#q2}

        Two?

        - [x] True
        - [ ] False

        :::
    """,
)
MISSING_ATTRIBUTE = rule(
    "SM209",
    "missing-attribute",
    """
    The block cannot work without this attribute.

    Bad::

        ## Page

        ::: video Why we care {#intro captions=media/intro.vtt}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Good::

        ## Page

        ::: video Why we care {#intro src=media/intro.mp4 captions=media/intro.vtt}

        **Kim:** Last year a single photo cost us a contract.

        :::
    """,
)
UNEXPECTED = rule(
    "SM210",
    "block-with-a-wrong-body",
    """
    What stands in the block is not what this block is made of.

    Bad::

        ## Page

        ::: tabs

        Text before the first tab.

        :::

    Good::

        ## Page

        ::: tabs

        ### LinkedIn

        Text of the first tab.

        ### Instagram

        Text of the second.

        :::
    """,
)
UNKNOWN_OBJECTIVE = rule(
    "SM211",
    "unknown-objective",
    """
    A question names an objective that is not in the module's list of objectives.

    Bad::

        ## Page

        ::: objectives

        - Tell fact from rumour {#o-fact}

        :::

        ::: true-false {#q1 objective=o-facts}

        A rumour is a fact.

        - [ ] True
        - [x] False

        :::

    Good::

        ## Page

        ::: objectives

        - Tell fact from rumour {#o-fact}

        :::

        ::: true-false {#q1 objective=o-fact}

        A rumour is a fact.

        - [ ] True
        - [x] False

        :::
    """,
)
UNKNOWN_BOX = rule(
    "SM213",
    "unknown-box",
    """
    There is no box of this kind here.

    Bad::

        ## Page

        > [!WARNIGN]
        > A private group is not private.

    Good::

        ## Page

        > [!WARNING]
        > A private group is not private.
    """,
)
UNKNOWN_KEY = rule(
    "SM501",
    "unknown-audience-key",
    """
    A condition names something about the reader that is declared nowhere.

    Bad::

        ## Page

        ::: only {rol=manager}

        Record the incident.

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        audience: {role: {values: [employee, manager]}}
        ---

        ## Page

        Report it.

        ::: only {role=manager}

        Record the incident.

        :::
    """,
)
UNKNOWN_AUDIENCE_VALUE = rule(
    "SM502",
    "unknown-audience-value",
    """
    A condition names a value that this audience key does not have, so nobody would be meant.

    Bad::

        ---
        id: example
        title: Example
        language: en
        audience: {role: {values: [employee, manager]}}
        ---

        ## Page

        ::: only {role=boss}

        Record the incident.

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        audience: {role: {values: [employee, manager]}}
        ---

        ## Page

        Report it.

        ::: only {role=manager}

        Record the incident.

        :::
    """,
)
