"""Spot: find the passages of a post that are a problem.

Example::

    ::: spot {#q-falcon grading=partial}

    What should Kim leave out?

    ::: post {network=linkedin author="Kim Doe" when="2 h"}

    Can't wait for the launch of **Project Falcon** next month! Thanks to the whole team.

    :::

    - [x] "Project Falcon"
      > The name is not public yet.
    - [x] "next month"
    - [ ] "the whole team"

    :::

Each answer quotes its passage, letter by letter. The list is always there, for keyboard and screen reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from smtrain.diagnostics import Place, Span, rule
from smtrain.kinds.base import rules
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.picking import Picking, check_choose
from smtrain.kinds.base.question_rules import NO_STEM
from smtrain.kinds.base.questions import check_ticks, common, is_task_list, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Inline, Node, rebuild, walk
from smtrain.model.question import Choice
from smtrain.model.text import Code, LineBreak, Link, Text, Tied, plain
from smtrain.source.document import Directive

NOT_ONCE = rule(
    "SM355",
    "passage-that-does-not-occur-once",
    """
    The passage that an answer quotes stands nowhere in the post, or more than once.

    It has to be quoted letter by letter, within one paragraph and not in a link.

    Bad::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch is near: the launch of Project Falcon!

        :::

        - [x] "Project Falcom"
        - [ ] "the launch of"

        :::

    Good::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch is near: the launch of Project Falcon!

        :::

        - [x] "Project Falcon"
        - [ ] "the launch of"

        :::
    """,
)
OVERLAP = rule(
    "SM356",
    "passages-that-overlap",
    """
    Two passages share some words, so that nobody could tell which of them was pressed.

    Bad::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch of Project Falcon is near!

        :::

        - [x] "Project Falcon"
        - [ ] "Falcon is near"

        :::

    Good::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch of Project Falcon is near!

        :::

        - [x] "Project Falcon"
        - [ ] "is near"

        :::
    """,
)
NO_QUOTE = rule(
    "SM357",
    "answer-that-quotes-nothing",
    """
    An answer does not quote the passage of the post that it means.

    Bad::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch of Project Falcon is near!

        :::

        - [x] Project Falcon
        - [ ] "is near"

        :::

    Good::

        ## Page

        ::: spot {#q1}

        What should Kim leave out?

        ::: post {author="Kim Doe"}

        The launch of Project Falcon is near!

        :::

        - [x] "Project Falcon"
        - [ ] "is near"

        :::
    """,
)

_QUOTED = re.compile(r"""["“”„«»‘‚'「](?P<words>.+)["“”„«»’‘'」]""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot(Picking):
    """A post, or anything else drawn by a block, with passages that can be pressed."""

    kind: ClassVar[str] = "spot"

    post: tuple[Block, ...]


def read(block: Directive, reader: Reader) -> Spot:
    """The text, a post, and a task list whose answers quote it."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    choose = attributes.integer("choose", 0, low=1, high=36)
    attributes.finish()
    body = read_body(block, reader, is_task_list, wanted='passages from the post, "- [x] “next month”"')
    choices = read_choices(block, reader, body.answers, exact=True)
    check_ticks(block, reader, choices, judged=not fields["survey"])
    check_choose(block, reader, choose, choices)
    post = tuple(child for child in body.stem if child.kind)
    if not post:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            '"spot" needs a post to look at',
            mend="write a block such as ::: post between the question and the answers",
        )
    elif choices:
        post = _tie(post, choices, fields["id"], reader)
    stem = tuple(child for child in body.stem if not child.kind)
    if post and not stem:
        reader.note(
            NO_STEM,
            block.span,
            '"spot" has no question',
            mend="write the question between the opening line and the post",
        )
    return Spot(stem=stem, boxes=body.boxes, choices=choices, choose=choose, post=post, **fields)


@dataclass(frozen=True, slots=True)
class _Line:
    """The words of one paragraph; where each character stands: its node, and its place in that."""

    text: str
    places: tuple[tuple[Text | Code | None, int], ...]


@dataclass(frozen=True, slots=True)
class _Cut:
    """Some characters of one node, and the answer they belong to."""

    start: int
    end: int
    choice: Choice
    last: bool


def _tie(
    post: tuple[Block, ...], choices: tuple[Choice, ...], question: str, reader: Reader
) -> tuple[Block, ...]:
    """The post with each passage tied to its answer; what cannot be is noted."""
    lines = tuple(_lines(post))
    cuts: dict[int, list[_Cut]] = {}
    for choice in choices:
        found = _find(lines, choice, reader)
        for node in {id(node): node for node, _ in found if node}.values():
            at = [place for one, place in found if one is node]
            cut = _Cut(min(at), max(at) + 1, choice, node is found[-1][0])
            others = cuts.setdefault(id(node), [])
            twin = next((o.choice for o in others if o.start < cut.end and cut.start < o.end), None)
            if twin:
                reader.note(
                    OVERLAP,
                    choice.span,
                    f"{plain(choice.blocks)} shares words with {plain(twin.blocks)}",
                    also=(Place(twin.span, "the other one"),),
                    mend="quote fewer words in one of the two",
                )
                break
            others.append(cut)

    def change(node: Node) -> Node | tuple[Node, ...]:
        mine = cuts.get(id(node))
        return tuple(_pieces(node, mine, question)) if mine and isinstance(node, Text | Code) else node

    return rebuild(post, change)


def _lines(post: tuple[Block, ...]) -> Iterator[_Line]:
    linked = {id(node) for link in walk(post) if isinstance(link, Link) for node in walk(link)}
    for node in walk(post):
        inlines: tuple[Inline, ...] = () if isinstance(node, Inline) else getattr(node, "inlines", ())
        text: list[str] = []
        places: list[tuple[Text | Code | None, int]] = []
        for piece in walk(inlines):
            if isinstance(piece, Text | Code) and id(piece) not in linked:
                text.append(piece.value)
                places.extend((piece, at) for at in range(len(piece.value)))
            else:
                # Marks around words add nothing; whatever else stands there parts what is before from what follows.
                gap = " " if isinstance(piece, LineBreak) else "" if hasattr(piece, "inlines") else "\0"
                text.append(gap)
                places.extend([(None, 0)] * len(gap))
        if text:
            yield _Line("".join(text), tuple(places))


def _find(
    lines: tuple[_Line, ...], choice: Choice, reader: Reader
) -> tuple[tuple[Text | Code | None, int], ...]:
    """The characters of the passage that an answer quotes; none when it is not one passage."""
    shown = plain(choice.blocks)
    quoted = _QUOTED.fullmatch(shown)
    if not quoted:
        if shown:
            reader.note(
                NO_QUOTE,
                choice.span,
                f'"{shown}" is not in quotation marks',
                mend="quote the passage of the post, letter by letter",
            )
        return ()
    words = re.compile(r"\s+".join(map(re.escape, quoted["words"].split())))
    found = [line.places[m.start() : m.end()] for line in lines for m in words.finditer(line.text)]
    if len(found) != 1:
        also = tuple(Place(span, "here") for places in found if (span := _span(places)))
        reader.note(
            NOT_ONCE,
            choice.span,
            f"{shown} stands in the post {len(found)} times"
            if found
            else f"{shown} does not stand in the post",
            also=also[:2],
            mend="quote a few words more, so that only one passage is meant"
            if found
            else "copy the passage from the post, letter by letter",
        )
        return ()
    return found[0]


def _span(places: tuple[tuple[Text | Code | None, int], ...]) -> Span | None:
    """Where a passage begins, as far as it lies in one node."""
    node, at = places[0]
    if node is None:
        return None
    line, column = node.span.line, node.span.column + at
    end = column + sum(one is node for one, _ in places)
    whole = node.span.end_column - node.span.column == len(node.value)
    return node.span._replace(line=line, column=column, end_line=line, end_column=end) if whole else node.span


def _pieces(node: Text | Code, cuts: list[_Cut], question: str) -> Iterator[Inline]:
    at = 0
    for cut in sorted(cuts, key=lambda cut: cut.start):
        if cut.start > at:
            yield replace(node, value=node.value[at : cut.start])
        inner = replace(node, value=node.value[cut.start : cut.end])
        yield Tied(node.span, (inner,), question, cut.choice.id, cut.last)
        at = cut.end
    if at < len(node.value):
        yield replace(node, value=node.value[at:])


KIND = Kind("spot", read=read, question=True)
