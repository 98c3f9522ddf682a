"""Only: for the readers that a condition names.

Example::

    ::: only {role=manager,hr region=!us}

    You must also record the incident.

    :::

Keys come from `audience` in the settings. They are joined with "and", values with "or"; `!` leaves one out.
"""

from __future__ import annotations

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind, Unfolded
from smtrain.kinds.base.reader import Reader
from smtrain.source.document import Directive


def unfold(block: Directive, reader: Reader) -> Unfolded:
    """The attributes are the condition; the blocks go on as if the block were not there."""
    attributes = reader.attributes(block)
    written = attributes.rest()
    unclear = [item for item in written if not item.value]
    tests = [(item.key, item.value, item.span) for item in written if item.value]
    for item in unclear:
        reader.note(
            rules.BAD_VALUE,
            item.span,
            f'"{item.key}" says nothing about the reader',
            mend=f'write "{reader.condition_with(item.key) or item.key + "=…"}"',
        )
    attributes.finish()
    if not tests and not unclear:
        reader.note(
            rules.MISSING_ATTRIBUTE,
            block.span,
            '"only" does not say for whom',
            mend="write for example ::: only {role=manager}",
        )
    return Unfolded(block.blocks, reader.condition(tuple(tests)))


KIND = Kind("only", unfold=unfold)
