"""Glossary: terms and what they mean.

Example::

    A whiteboard photo can break an [NDA](#nda).

    ::: glossary

    ### NDA {#nda}

    A contract in which people promise to keep something secret.

    :::

A link to a term opens what it means.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.parts import read_parts
from smtrain.kinds.base.reader import Reader
from smtrain.model.course import Term
from smtrain.model.node import Block
from smtrain.model.text import plain
from smtrain.source.document import Directive


@dataclass(frozen=True, slots=True)
class Glossary(Block):
    """Terms, shown as a list where the block stands, and as a pop-up where text links to one."""

    kind: ClassVar[str] = "glossary"

    terms: tuple[Term, ...]


def read(block: Directive, reader: Reader) -> Glossary:
    """One term for each heading."""
    reader.attributes(block).finish()
    reader.identify(block)
    terms = []
    for part in read_parts(block, reader):
        if not part.id:
            reader.note(
                rules.MISSING_ID,
                part.span,
                "a term needs an id, so that text can link to it",
                mend="write it at the end of the heading, such as {#nda}",
            )
        terms.append(Term(part.span, part.id, plain(part.title), part.blocks))
    reader.terms.extend(terms)
    return Glossary(block.span, tuple(terms))


KIND = Kind("glossary", read=read)
