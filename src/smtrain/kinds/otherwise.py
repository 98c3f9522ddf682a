"""Otherwise: for everyone whom the `only` block before it leaves out.

Example::

    ::: only {role=manager}

    Record the incident.

    :::

    ::: otherwise

    Tell your manager.

    :::
"""

from __future__ import annotations

from smtrain.diagnostics import rule
from smtrain.kinds.base.kind import Kind, Unfolded
from smtrain.kinds.base.reader import Reader
from smtrain.source.document import Directive

NOTHING_BEFORE = rule(
    "SM507",
    "otherwise-without-only",
    """
    An `otherwise` block stands directly after the `only` block whose other readers it is for.

    Bad::

        ## Page

        Text.

        ::: otherwise

        Tell your manager.

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        audience: {role: {values: [employee, manager]}}
        ---

        ## Page

        Text.

        ::: only {role=manager}

        Record the incident.

        :::

        ::: otherwise

        Tell your manager.

        :::
    """,
)


def unfold(block: Directive, reader: Reader) -> Unfolded:
    """The condition is that of the block before, turned round."""
    reader.attributes(block).finish()
    before = reader.condition_before()
    if before is None:
        reader.note(
            NOTHING_BEFORE,
            block.span,
            'no "only" block stands directly before this',
            mend='move it directly after the "only" block it belongs to',
        )
        return Unfolded(block.blocks)
    return Unfolded(block.blocks, before)


KIND = Kind("otherwise", unfold=unfold)
