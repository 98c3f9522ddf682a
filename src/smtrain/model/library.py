"""What a course keeps once for all its modules: sources, cases, terms, and who answers questions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from smtrain.diagnostics import Span
from smtrain.model.node import Block, Node


@dataclass(frozen=True, slots=True)
class Source(Node):
    """Something that a text relies on. Dates are ISO 8601: a year, a month or a day.

    `checked` is the day somebody last opened it, `review` the day by which somebody should again.
    """

    id: str
    title: str
    publisher: str = ""
    url: str = ""
    published: str = ""
    checked: str = ""
    review: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Case(Node):
    """A fact sheet that several modules use. `blocks` are as they were read; each module makes its own of them.

    `about` has what a case can be chosen by: department, region and tags, each with its values.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    year: str = ""
    organisation: str = ""
    lesson: str = ""
    internal: bool = False
    about: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Meaning(Node):
    """A term of the course's glossary. `blocks` are as they were read; each module makes its own of them."""

    word: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Who reads what learners ask, and where it goes: an address that takes it, a mail address, or both."""

    reader: str = ""
    url: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """All of it. `own` says that packages are for the company itself; `legal` whom to ask about the law.

    `used` collects the ids of the sources that modules name, `left_out` those of internal cases that they may
    not show.
    """

    sources: Mapping[str, Source] = field(default_factory=dict)
    cases: Mapping[str, Case] = field(default_factory=dict)
    terms: Mapping[str, Meaning] = field(default_factory=dict)
    ask: Ask = Ask()
    own: bool = False
    legal: str = ""
    used: set[str] = field(default_factory=set)
    left_out: set[str] = field(default_factory=set)
