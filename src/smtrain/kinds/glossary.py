"""Glossary: terms and what they mean.

Example::

    A whiteboard photo can break an [NDA](#nda).

    ::: glossary

    ### NDA {#nda}

    A contract in which people promise to keep something secret.

    :::

A link to a term opens what it means. `terms=nda,triage` takes terms out of the course's own glossary, the
file `glossary.md` beside `course.yaml`; headings below add to them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import library_rules, rules
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
    """One term for each that is chosen out of the course's glossary, then one for each heading."""
    attributes = reader.attributes(block)
    chosen = attributes.words("terms")
    attributes.finish()
    reader.identify(block)
    terms = [term for name, span in chosen if (term := _of_the_course(block, name, span, reader))]
    for part in read_parts(block, reader, at_least=0 if chosen else 1):
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


def _of_the_course(block: Directive, name: str, span: Span, reader: Reader) -> Term | None:
    """A term that the course explains once for all modules; one that it does not have is noted."""
    shared = reader.library.terms
    if name not in shared:
        reader.note(
            library_rules.UNKNOWN_TERM,
            span,
            f'the course does not explain a term "{name}"',
            mend=did_you_mean(name, shared, "write it into glossary.md beside course.yaml"),
        )
        return None
    found = shared[name]
    return Term(span, reader.define(name, span), found.word, reader.inside(block, found.blocks))


KIND = Kind("glossary", read=read)
