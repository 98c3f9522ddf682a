"""Sort: put each thing into the group where it belongs.

Example::

    ::: sort {#q-bins grading=partial}

    Where does each post belong?

    - **Post it**
      - A photo of your own lunch
      - A press release we have published
    - **Ask first**
      - A photo of a customer
        > Customers must agree in writing.

    :::

The page mixes the things; the groups keep your order. A quote under a thing is read with the right group.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.question_rules import TOO_FEW_CHOICES
from smtrain.kinds.base.questions import LETTERS, common, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block, Inline, Node
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import Emphasis, Item, List, Paragraph, plain
from smtrain.source.document import Directive, Entry

EMPTY_GROUP = rule(
    "SM360",
    "empty-group",
    """
    A group of a sort question has nothing that belongs to it, or no name.

    Each item of the list is a group; what belongs to it is a list below it, indented by two spaces. If
    you want a group that is always wrong, think again: learners soon learn to skip it.

    Bad::

        ## Page

        ::: sort {#q1}

        Where does each post belong?

        - **Post it**
          - A photo of your own lunch
        - **Ask first**
        - A photo of a customer

        :::

    Good::

        ## Page

        ::: sort {#q1}

        Where does each post belong?

        - **Post it**
          - A photo of your own lunch
        - **Ask first**
          - A photo of a customer

        :::
    """,
)


@dataclass(frozen=True, slots=True)
class Group(Node):
    """A group, and the ids of what belongs to it."""

    id: str
    inlines: tuple[Inline, ...]
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort(Question):
    """Things to sort into groups."""

    kind: ClassVar[str] = "sort"

    groups: tuple[Group, ...]
    things: tuple[Choice, ...]

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `matching`: each thing with its group."""
        return Interaction(
            "matching",
            options=tuple(Option(t.id, plain(t.blocks)) for t in self.things),
            targets=tuple(Option(g.id, plain(g.inlines)) for g in self.groups),
            pairs=tuple((name, g.id) for g in self.groups for name in g.members),
        )


def read(block: Directive, reader: Reader) -> Sort:
    """The text, then a list of groups with a list in each."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    attributes.finish()
    body = read_body(
        block, reader, _is_groups, wanted="a list of groups, each with a list of what belongs to it"
    )
    things: tuple[Choice, ...] = ()
    groups: list[Group] = []
    if isinstance(body.answers, List):
        below = [_members(item) for item in body.answers.items]
        everything = List(body.answers.span, tuple(item for items in below for item in items))
        things = read_choices(block, reader, everything, at_least=0, boxes=False)
        rest = iter(things)
        for place, (item, items) in enumerate(zip(body.answers.items, below, strict=True)):
            names = tuple(next(rest).id for _ in items)
            groups.append(_group(item, names, place, reader))
        if len(groups) < 2:
            reader.note(
                TOO_FEW_CHOICES,
                body.answers.span,
                '"sort" needs at least two groups',
                mend="write each as an item of the list, with what belongs to it indented below",
            )
    return Sort(stem=body.stem, boxes=body.boxes, groups=tuple(groups), things=things, **fields)


def _is_groups(block: Block) -> bool:
    return isinstance(block, List) and block.start is None and any(map(_members, block.items))


def _members(item: Item) -> tuple[Item, ...]:
    return tuple(one for child in item.blocks if isinstance(child, List) for one in child.items)


def _group(item: Item, members: tuple[str, ...], place: int, reader: Reader) -> Group:
    name = f"t{LETTERS[place % len(LETTERS)]}"
    if isinstance(item, Entry):
        attributes = AttributeReader(item.attributes, "a group", item.span, reader.notes)
        attributes.finish()
        if found := item.attributes.get("#"):
            name = reader.define(found.value or "", found.span)
    title = item.blocks[0] if item.blocks else None
    inlines = title.inlines if isinstance(title, Paragraph) else ()
    match inlines:
        case (Emphasis(inlines=words, strong=True),):
            inlines = words
    shown = plain(inlines)
    if not members or not shown:
        reader.note(
            EMPTY_GROUP,
            item.span,
            f'nothing belongs to the group "{shown}"' if shown else "this group has no name",
            mend="write what belongs to it as a list below, indented by two spaces"
            if shown
            else "write its name before the list of what belongs to it",
        )
    return Group(item.span, name, inlines, members)


KIND = Kind("sort", read=read, question=True)
