"""Case: fact sheets out of the course's library, so that each is written once.

Example::

    ::: case {id=C01}

    :::

A case is a file such as `cases/C01.md` beside the modules. Instead of an id, `dept`, `region` and `tags`
choose all that fit, and `first=2` the first two of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import library_rules, rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.reader import Reader
from smtrain.model.library import Case, Source
from smtrain.model.node import Block, Node
from smtrain.source.document import Directive

MOST = 50


@dataclass(frozen=True, slots=True)
class Sheet(Node):
    """One case as a module shows it."""

    id: str
    title: str
    year: str
    organisation: str
    lesson: str
    internal: bool
    blocks: tuple[Block, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Cases(Block):
    """One card for each case; `open` ones show their facts at once."""

    kind: ClassVar[str] = "case"

    sheets: tuple[Sheet, ...]
    open: bool = False


def read(block: Directive, reader: Reader) -> Cases:
    """The cases that the attributes choose; those that must not leave the company are left out."""
    attributes = reader.attributes(block)
    reader.identify(block)
    chosen = _chosen(block, attributes, reader)
    is_open = bool(attributes.flag("open"))
    attributes.finish()
    if block.blocks:
        reader.note(
            rules.UNEXPECTED,
            block.blocks[0].span,
            '"case" has no text of its own',
            mend="move the text out of the block, or into the case's file",
        )
    hidden = [case for case in chosen if case.internal and not reader.library.own]
    reader.library.left_out.update(case.id for case in hidden)
    sheets = tuple(_sheet(block, case, reader) for case in chosen if case not in hidden)
    return Cases(block.span, sheets, is_open)


def _chosen(block: Directive, attributes: AttributeReader, reader: Reader) -> list[Case]:
    """Cases by their ids, or all that fit."""
    cases = reader.library.cases
    ids = attributes.words("id")
    wanted = {key: attributes.words(key) for key in ("dept", "region", "tags")}
    first = attributes.integer("first", MOST, low=1, high=MOST)
    for name, span in ids:
        if name not in cases:
            reader.note(
                library_rules.UNKNOWN_CASE,
                span,
                f'there is no case "{name}"',
                mend=did_you_mean(name, cases, f"write it into cases/{name}.md beside the modules"),
            )
    if ids:
        return [cases[name] for name, _ in ids if name in cases]
    if not any(wanted.values()):
        reader.note(
            rules.MISSING_ATTRIBUTE,
            block.name_span,
            '"case" does not say which one',
            mend="write for example ::: case {id=C01} or ::: case {dept=sales}",
        )
        return []
    found = [case for case in cases.values() if _fits(case, wanted)]
    if not found:
        reader.note(
            library_rules.NO_CASE_FITS,
            block.span,
            "no case fits what is asked for",
            mend="ask for less, or write the department, region or tag into a case",
        )
    return found[:first]


def _fits(case: Case, wanted: dict[str, tuple[tuple[str, Span], ...]]) -> bool:
    """Whether a case has one of the values of each key; one that names no department or region is for all."""
    for key, values in wanted.items():
        has = case.about.get(key, ())
        if values and (has or key == "tags") and not any(value in has for value, _ in values):
            return False
    return True


def _sheet(block: Directive, case: Case, reader: Reader) -> Sheet:
    sources = tuple(found for name, span in case.sources if (found := reader.source(name, span)))
    return Sheet(
        case.span,
        case.id,
        case.title,
        case.year,
        case.organisation,
        case.lesson,
        case.internal,
        reader.inside(block, case.blocks),
        sources,
    )


KIND = Kind("case", read=read)
