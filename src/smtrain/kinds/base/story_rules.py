"""What can be wrong in the writing of a branching story; what is wrong with its paths, the checks find."""

from smtrain.diagnostics import rule

MALFORMED_DECISION = rule(
    "SM330",
    "malformed-decision",
    """
    A decision is a list of links to scenes, and one of its items is something else.

    After the link there may be attributes, with a space before them, and below it a quote.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - Do nothing

        ### It is calm {#calm end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Do nothing](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """,
)
UNKNOWN_SCENE = rule(
    "SM331",
    "decision-to-nowhere",
    """
    A decision leads to a scene that is not in this scenario.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#clam) {score=1}
        - [Do nothing](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Do nothing](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """,
)
MALFORMED_CONDITION = rule(
    "SM343",
    "malformed-condition-of-a-scenario",
    """
    A condition on the state of a scenario cannot be read.

    It is a flag (`told`), its opposite (`!told`), or a number compared with a whole one (`trust<0`,
    `trust>=2`, `trust=0`, `trust!=0`). Several, with spaces between them, must all hold.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm) {trust=-1}

        ### It is calm {#calm if="trust is 1" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm) {trust=-1}

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """,
)
MALFORMED_EFFECT = rule(
    "SM344",
    "malformed-effect-of-a-decision",
    """
    What a decision changes cannot be read, or one name is a number here and a flag there.

    A decision adds a whole number (`trust=-1`), sets a flag (`told`), or takes it back (`told=no`). Numbers
    begin at 0, stay between -99 and 99, and flags begin unset.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=high}
        - [Argue](#calm)

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm)

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """,
)
