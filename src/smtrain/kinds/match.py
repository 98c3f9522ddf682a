"""Match: pairs that belong together.

Example::

    ::: match {#q-contact grading=partial}

    Whom do you turn to?

    | Situation | Contact |
    | --- | --- |
    | A journalist calls | Press office |
    | A password is visible in a photo | Security desk |
    | | Works council |

    :::

An empty left cell adds a wrong answer. A third column explains the pair, once learners may see the key.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import Place, Span, rule
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.question_rules import REPEATED_CHOICE, TOO_MANY_CHOICES
from smtrain.kinds.base.questions import LETTERS, MOST_ANSWERS, common, read_body
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Inline, Node
from smtrain.model.question import Interaction, Option, Question
from smtrain.model.text import Cell, Paragraph, Table, plain
from smtrain.source.document import Directive

BAD_PAIRS = rule(
    "SM317",
    "table-that-makes-no-pairs",
    """
    The table of a match question has two columns (a third one is feedback), and at least two pairs.

    Bad::

        ## Page

        ::: match {#q1}

        Whom do you turn to?

        | Situation | Contact |
        | --- | --- |
        | A journalist calls | |
        | A leak | Security desk |

        :::

    Good::

        ## Page

        ::: match {#q1}

        Whom do you turn to?

        | Situation | Contact |
        | --- | --- |
        | A journalist calls | Press office |
        | A leak | Security desk |

        :::
    """,
)


@dataclass(frozen=True, slots=True)
class Pair(Node):
    """What stands on the left, the id of what belongs to it, and what is said about the two."""

    id: str
    left: tuple[Inline, ...]
    target: str
    feedback: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Target(Node):
    """What stands on the right."""

    id: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match(Question):
    """Pairs; targets may be used once, several times or never."""

    kind: ClassVar[str] = "match"

    left_title: tuple[Inline, ...]
    right_title: tuple[Inline, ...]
    pairs: tuple[Pair, ...]
    targets: tuple[Target, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `matching`."""
        return Interaction(
            "matching",
            options=tuple(Option(p.id, plain(p.left)) for p in self.pairs),
            targets=tuple(Option(t.id, plain(t.inlines)) for t in self.targets),
            pairs=tuple((p.id, p.target) for p in self.pairs),
        )


def read(block: Directive, reader: Reader) -> Match:
    """The text, then a table of pairs."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(
        block, reader, lambda b: isinstance(b, Table), wanted="a table of two columns", stem_required=False
    )
    pairs: list[Pair] = []
    targets: dict[str, Target] = {}
    table = body.answers
    if isinstance(table, Table):
        lefts: dict[str, Span] = {}
        whole = [_read_row(row, reader, pairs, targets, lefts) for row in table.rows]
        if all(whole):
            _check(table, reader, pairs, targets)
    header: tuple[Cell, ...] = table.header if isinstance(table, Table) else ()
    return Match(
        stem=body.stem,
        boxes=body.boxes,
        left_title=header[0].inlines if header else (),
        right_title=header[1].inlines if len(header) > 1 else (),
        pairs=tuple(pairs),
        targets=tuple(targets.values()),
        **fields,
    )


def _read_row(
    row: tuple[Cell, ...],
    reader: Reader,
    pairs: list[Pair],
    targets: dict[str, Target],
    lefts: dict[str, Span],
) -> bool:
    """Add what a row says; False when its right cell, which has to be there, is empty."""
    if len(row) < 2:
        return True
    left, right = row[0], row[1]
    words = plain(right.inlines)
    if not words:
        reader.note(
            BAD_PAIRS,
            right.span,
            "this row has nothing on the right",
            mend="write what belongs to the left cell",
        )
        return False
    target = targets.setdefault(
        words.casefold(), Target(right.span, f"t{LETTERS[len(targets) % len(LETTERS)]}", right.inlines)
    )
    written = plain(left.inlines)
    if not written:
        return True
    twin = lefts.setdefault(written.casefold(), left.span)
    if twin is not left.span:
        reader.note(
            REPEATED_CHOICE,
            left.span,
            f'"{written}" stands here twice',
            also=(Place(twin, "first here"),),
            mend="write each only once on the left",
        )
    third = row[2] if len(row) > 2 else None
    feedback = (Paragraph(third.span, third.inlines),) if third and third.inlines else ()
    pairs.append(Pair(left.span, LETTERS[len(pairs) % len(LETTERS)], left.inlines, target.id, feedback))
    return True


def _check(table: Table, reader: Reader, pairs: list[Pair], targets: dict[str, Target]) -> None:
    if len(table.header) not in (2, 3):
        reader.note(
            BAD_PAIRS,
            table.span,
            "the table of a match question has two columns, or three with feedback",
            mend="write | left | right | in each row",
        )
    elif len(pairs) < 2 or len(targets) < 2:
        reader.note(
            BAD_PAIRS,
            table.span,
            "a match question needs two pairs, and two different right sides to choose from",
            mend="add a row; one with an empty left cell only adds something to choose",
        )
    if max(len(pairs), len(targets)) > MOST_ANSWERS:
        reader.note(
            TOO_MANY_CHOICES,
            table.span,
            f"{max(len(pairs), len(targets))} rows are more than an LMS can record",
            mend=f"keep {MOST_ANSWERS} at most",
        )


KIND = Kind("match", read=read, question=True)
