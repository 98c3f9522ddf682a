"""Include: the text of another file, as if it stood here.

Example::

    ::: include {file=legal.md}

    :::

The path begins in the module's folder.
"""

from __future__ import annotations

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind, Named, Unfolded
from smtrain.kinds.base.reader import Reader
from smtrain.source.document import Directive


def texts(block: Directive) -> Named:
    """The file it names."""
    named = block.attributes.get("file")
    return ((named.value, named.value_span),) if named and named.value else ()


def unfold(block: Directive, reader: Reader) -> Unfolded:
    """The blocks of the named file; `workflow` has read it, and noted when it could not."""
    attributes = reader.attributes(block)
    path = attributes.text("file", required=True)
    attributes.finish()
    if block.blocks:
        reader.note(
            rules.UNEXPECTED,
            block.blocks[0].span,
            '"include" has no text of its own',
            mend="move the text out of the block",
        )
    return Unfolded(reader.included(block, path))


KIND = Kind("include", unfold=unfold, texts=texts)
