"""Rich text: paragraphs, lists, tables, and the marks inside them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from smtrain.diagnostics import Span
from smtrain.model.audience import Condition
from smtrain.model.node import Block, Inline, Node, walk

Align = Literal["", "left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Text(Inline):
    """Plain characters."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(Inline):
    """Stressed words; `strong` for important ones."""

    inlines: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Strike(Inline):
    """Words that no longer hold."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code(Inline):
    """Characters to be typed or read exactly."""

    value: str


@dataclass(frozen=True, slots=True)
class LineBreak(Inline):
    """The end of a line in the source; `hard` when the author wants it to be seen."""

    hard: bool = False


@dataclass(frozen=True, slots=True)
class Link(Inline):
    """A link. `href` beginning with `#` names an id of this module."""

    href: str
    inlines: tuple[Inline, ...]
    target: Span
    title: str = ""


@dataclass(frozen=True, slots=True)
class Picture(Inline):
    """A picture; `src` is a path inside the module's folder. `width` is a percentage, 0 if not given."""

    src: str
    alt: str
    caption: str = ""
    decorative: bool = False
    width: int = 0


@dataclass(frozen=True, slots=True)
class Variable(Inline):
    """A value filled in: from the company's file by the build, or by the player for what only it knows."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap(Inline):
    """A gap the learner fills; the first answer is the one shown as the solution."""

    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tied(Inline):
    """Words that stand for an answer of a question around them: whoever presses them picks the answer.

    `last` is false where the words go on, in other type.
    """

    inlines: tuple[Inline, ...]
    question: str
    option: str
    last: bool = True


@dataclass(frozen=True, slots=True)
class Passage(Inline):
    """A few words in another language, or for some readers only."""

    inlines: tuple[Inline, ...]
    lang: str = ""
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class FootnoteMark(Inline):
    """The mark of a footnote; `number` counts from 1 in a module, `label` is the author's."""

    label: str
    number: int


@dataclass(frozen=True, slots=True)
class SourceMark(Inline):
    """Where a text names one of the course's sources, by its id. The page numbers them as they come."""

    source: str


@dataclass(frozen=True, slots=True)
class Paragraph(Block):
    """Running text."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading inside a page, level 3 to 6."""

    level: int
    inlines: tuple[Inline, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Item(Block):
    """One item of a list. `ticked` is None where there is no box to tick."""

    blocks: tuple[Block, ...]
    ticked: bool | None = None


@dataclass(frozen=True, slots=True)
class List(Block):
    """A list; `start` is the first number, or None for bullets. `tight` lists have no blank lines."""

    items: tuple[Item, ...]
    start: int | None = None
    tight: bool = True


@dataclass(frozen=True, slots=True)
class Cell(Node):
    """One cell of a table."""

    inlines: tuple[Inline, ...]
    align: Align = ""


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table with one header row."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """Somebody's words."""

    blocks: tuple[Block, ...]

    def quoted(self) -> bool:
        """Always."""
        return True


@dataclass(frozen=True, slots=True)
class CodeBlock(Block):
    """Lines to be typed or read exactly."""

    value: str
    info: str = ""


@dataclass(frozen=True, slots=True)
class Divider(Block):
    """A line between two thoughts (`***`); a page break (`---`) never gets this far."""


@dataclass(frozen=True, slots=True)
class Footnote(Block):
    """A footnote's text, shown at the end of the page that marks it first."""

    label: str
    number: int
    blocks: tuple[Block, ...]


def plain(nodes: Iterable[Node]) -> str:
    """The words of some nodes on one line, without marks: for titles, reports and descriptions."""
    words: list[str] = []
    for node in walk(tuple(nodes)):
        match node:
            case Text(value=value) | Code(value=value):
                words.append(value)
            case Picture(alt=alt):
                words.append(alt)
            case LineBreak() | Paragraph() | Item() | Cell():
                words.append(" ")
            case Gap():
                words.append("____")
            case Variable(name=name):
                words.append(f"{{{name}}}")
            case _:
                pass
    return " ".join("".join(words).split())
