"""The reader hands a kind what it needs: its attributes, its ids, and the blocks inside it as a model."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

from smtrain.diagnostics import Notes, Place, Rule, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import library_rules, rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind, Unfolded
from smtrain.model.audience import AudienceKey, Condition
from smtrain.model.course import Conditional, Objective, Term
from smtrain.model.library import Library, Source
from smtrain.model.node import Block
from smtrain.model.question import Question
from smtrain.model.text import Heading, Item, List, Paragraph, Picture, Quote
from smtrain.source.attributes import Attribute
from smtrain.source.document import Box, Directive, Document, Entry, PageBreak, Title
from smtrain.source.inline_tree import condition_of
from smtrain.source.rules import TOO_DEEP

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
Keep = Callable[[Block], bool]
RESERVED_IDS = frozenset({"content", "menu", "result", "course"})


class Reader:
    """Reads the blocks of one module. Everything wrong goes to `notes`."""

    def __init__(
        self,
        notes: Notes,
        kinds: tuple[Kind, ...],
        audience: Mapping[str, AudienceKey],
        includes: Mapping[tuple[str, str], Document],
        scales: Mapping[str, Sequence[str]],
        library: Library = Library(),  # noqa: B008 - an empty one is never written to
    ) -> None:
        """`includes` has the documents that `include` blocks name, by the including file and the path.

        `scales` are the author's own, by name: the words for their points.
        """
        self.notes = notes
        self.library = library
        self._includes = includes
        self.scales = scales
        self._included = 0
        self._depth = 0
        self.ids: dict[str, Span] = {}
        self.objectives: list[Objective] = []
        self.named_objectives: list[tuple[str, Span]] = []
        self.terms: list[Term] = []
        self._kinds = {kind.name: kind for kind in kinds}
        self._boxes = {box: kind for kind in kinds for box in kind.boxes}
        self._pictures = next((kind.read_picture for kind in kinds if kind.read_picture), None)
        self._audience = audience
        self._within: list[str] = []
        self._previous: Block | None = None

    # -- what kinds ask for -----------------------------------------------------

    def note(
        self, rule: Rule, span: Span, message: str, *, mend: str = "", also: tuple[Place, ...] = ()
    ) -> None:
        """Note that a rule is broken."""
        self.notes.add(rule, span, message, mend=mend, also=also)

    def attributes(self, block: Directive) -> AttributeReader:
        """The attributes of a block; call `finish` when all have been asked for."""
        attributes = AttributeReader(block.attributes, f'"{block.name}"', block.name_span, self.notes)
        attributes.leave(("only",))
        return attributes

    def identify(self, block: Directive, *, required: bool = False) -> str:
        """The id of a block, registered; noted when it is required and missing."""
        found = block.attributes.get("#")
        if found is not None:
            return self.define(found.value or "", found.span)
        if required:
            self.note(
                rules.MISSING_ID,
                block.name_span,
                f'"{block.name}" needs an id',
                mend=f"write an id that will never change, such as {{#{block.name}-1}}",
            )
        return ""

    def define(self, name: str, span: Span, taken: Collection[str] = RESERVED_IDS) -> str:
        """Register an id of this module; one that is `taken`, and two of the same name, are noted."""
        if not _ID.fullmatch(name) or len(name) > 60:
            self.note(
                rules.BAD_ID,
                span,
                f'"{name}" cannot be an id',
                mend="use lower-case letters, digits and single hyphens, 60 characters at most",
            )
        elif name in taken:
            self.note(rules.BAD_ID, span, f'the id "{name}" is taken by the player', mend=f'write "{name}-1"')
        elif name in self.ids:
            self.note(
                rules.REPEATED_ID,
                span,
                f'the id "{name}" is used twice',
                also=(Place(self.ids[name], "first used here"),),
                mend="give each thing an id of its own; keep the one that learners already have results for",
            )
        self.ids.setdefault(name, span)
        return name

    def source(self, name: str, span: Span) -> Source | None:
        """The source of this id; one that the course does not have is noted."""
        found = self.library.sources.get(name)
        if found is None:
            self.note(
                library_rules.UNKNOWN_SOURCE,
                span,
                f'there is no source "{name}"',
                mend=did_you_mean(
                    name, self.library.sources, "describe it in sources.yaml beside course.yaml"
                ),
            )
        else:
            self.library.used.add(name)
        return found

    def kind(self, name: str) -> Kind | None:
        """The kind of this name."""
        return self._kinds.get(name)

    def asks(self, block: Directive) -> bool:
        """Whether a block is a question."""
        kind = self._kinds.get(block.name)
        return kind is not None and kind.question

    def within(self, *names: str) -> bool:
        """Whether the block being read stands inside a block of one of these names."""
        return any(name in self._within for name in names)

    def condition(self, tests: tuple[tuple[str, str, Span], ...]) -> Condition:
        """A condition whose keys and values are checked against the declared audience."""
        found = condition_of(tests)
        self.check_condition(found)
        return found

    def condition_with(self, value: str) -> str:
        """A condition that asks for this value, such as "role=manager"; nothing if no reader has it."""
        return next((f"{name}={value}" for name, key in self._audience.items() if value in key.values), "")

    def check_condition(self, condition: Condition) -> None:
        """Note keys and values of a condition that the audience does not have."""
        for test in condition.tests:
            if test.key == "lang":
                continue
            key = self._audience.get(test.key)
            if key is None:
                self.note(
                    rules.UNKNOWN_KEY,
                    test.span,
                    f'nothing called "{test.key}" is known about readers',
                    mend=did_you_mean(test.key, self._audience, "declare it under audience:"),
                )
                continue
            for value in (*test.allowed, *test.excluded):
                if value not in key.values:
                    self.note(
                        rules.UNKNOWN_AUDIENCE_VALUE,
                        test.span,
                        f'"{test.key}" is never "{value}"',
                        mend=did_you_mean(value, key.values),
                    )

    # -- source blocks → model blocks -------------------------------------------

    def blocks(self, blocks: tuple[Block, ...], keep: Keep | None = None) -> tuple[Block, ...]:
        """The model of some blocks: all of them, or those that `keep` wants."""
        if self._depth == MOST_LEVELS and blocks:
            self.note(
                TOO_DEEP,
                blocks[0].span,
                f"this stands {MOST_LEVELS} levels deep",
                mend="use fewer blocks, lists and quotes inside each other",
            )
            return ()
        self._depth += 1
        made: list[Block] = []
        for block in self.siblings(blocks):
            unfolded = self.unfold(block)
            if unfolded is None:
                one = self.block(block) if keep is None or keep(block) else None
                made.extend((one,) if one is not None else ())
            elif inner := self.inside(cast(Directive, block), unfolded.blocks, keep):
                condition = unfolded.condition
                made.extend(inner if condition is None else (Conditional(block.span, condition, inner),))
        self._depth -= 1
        return tuple(made)

    def siblings(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        """The blocks one by one, while `condition_before` knows which stood before each."""
        previous: Block | None = None
        for block in blocks:
            self._previous = previous
            yield block
            previous = block

    def condition_before(self) -> Condition | None:
        """The condition of the `only` block directly before the one being read, turned round."""
        match self._previous:
            case Directive(name="only", attributes=attributes):
                tests = tuple(
                    (i.key, i.value, i.span) for i in attributes.items if i.value and i.key not in "#."
                )
                return condition_of(tests, otherwise=True)
        return None

    def included(self, block: Directive, path: str) -> tuple[Block, ...]:
        """The blocks of a file that a block names; none when it could not be read."""
        document = self._includes.get((block.span.file, path))
        self._included += 1
        if self._included == MOST_INCLUDES + 1:
            self.note(
                TOO_DEEP,
                block.span,
                f"more than {MOST_INCLUDES} files are included up to here",
                mend="include each file once, or make two modules of this one",
            )
        return document.blocks if document and self._included <= MOST_INCLUDES else ()

    def inside(
        self, block: Directive, blocks: tuple[Block, ...] | None = None, keep: Keep | None = None
    ) -> tuple[Block, ...]:
        """The model of the blocks inside a block: all of them, or those that `keep` wants."""
        self._within.append(block.name)
        made = self.blocks(block.blocks if blocks is None else blocks, keep)
        self._within.pop()
        return made

    def block(self, block: Block) -> Block | None:
        """The model of one block, or None when nothing is left of it."""
        match block:
            case Directive():
                return self._directive(block)
            case Box():
                return self._box(block)
            case Title():
                return self._heading(block)
            case List():
                return replace(block, items=tuple(self._item(item) for item in block.items))
            case Quote():
                return replace(block, blocks=self.blocks(block.blocks))
            case Paragraph(inlines=(Picture() as picture,)) if self._pictures:
                return self._pictures(picture)
            case PageBreak():
                self.note(
                    rules.WRONG_PLACE,
                    block.span,
                    "a page cannot break inside a block",
                    mend="close the block before the page break, or write *** for a dividing line",
                )
                return None
            case _:
                return block

    def unfold(self, block: Block) -> Unfolded | None:
        """What a transparent block stands for; None for every other block."""
        if not isinstance(block, Directive):
            return None
        kind = self._kinds.get(block.name)
        if kind is None or kind.unfold is None:
            return None
        return kind.unfold(block, self)

    def _directive(self, block: Directive) -> Block | None:
        kind = self._kinds.get(block.name)
        if kind is None:
            if block.name:
                self.note(
                    rules.UNKNOWN_BLOCK,
                    block.name_span,
                    f'there is no block called "{block.name}"',
                    mend=did_you_mean(
                        block.name, self._kinds, 'run "smtrain explain" for the list of blocks'
                    ),
                )
            # What its lists and boxes mean only the right name would tell; blocks inside have their own,
            # and are kept, so that one slip does not make its page look empty.
            named = tuple(child for child in block.blocks if isinstance(child, Directive))
            return Quote(block.span, self.inside(block, named))
        if kind.read is None:
            self.note(
                rules.UNKNOWN_BLOCK,
                block.name_span,
                f'"{block.name}" is not written as a ::: block',
            )
            return None
        made = kind.read(block, self)
        if isinstance(made, Question) and any(
            self._kinds[name].question for name in self._within if name in self._kinds
        ):
            self.note(
                rules.WRONG_PLACE,
                block.span,
                "a question cannot stand inside another question",
                mend="close the question around it first; a closing line ::: may be missing above",
            )
        return self._conditional(block, made)

    def _conditional(self, block: Directive | Box, made: Block | None) -> Block | None:
        only = block.attributes.get("only")
        if only is None or made is None:
            return made
        tests = self.tests(only)
        return Conditional(block.span, self.condition(tests), (made,)) if tests else made

    def tests(self, only: Attribute) -> tuple[tuple[str, str, Span], ...]:
        """What `only="role=manager region=eu"` asks for: keys, values, and where they stand."""
        tests = []
        for part in (only.value or "").split():
            key, equals, value = part.partition("=")
            if not equals or not value:
                self.note(
                    rules.BAD_VALUE,
                    only.value_span,
                    f'"{part}" is not a condition',
                    mend=f'write only="{self.condition_with(part) or "role=manager region=eu"}"',
                )
                continue
            tests.append((key, value, only.value_span))
        return tuple(tests)

    def _box(self, box: Box) -> Block | None:
        kind = self._boxes.get(box.name.upper())
        if kind is None or kind.read_box is None:
            question_box = box.name.upper() in QUESTION_BOXES
            self.note(
                rules.UNKNOWN_BOX,
                box.name_span,
                f"a box [!{box.name}] belongs in a question"
                if question_box
                else f"there is no box of the kind [!{box.name}]",
                mend="move it into the question, after the answers"
                if question_box
                else did_you_mean(box.name, [name.lower() for name in self._boxes]),
            )
            return Quote(box.span, self.blocks(box.blocks))
        return self._conditional(box, kind.read_box(box, self))

    def _heading(self, title: Title) -> Block:
        if title.level < 3:
            self.note(
                rules.WRONG_PLACE,
                title.span,
                "a page or a lesson cannot begin inside a block",
                mend="close the block before it, or use ### for a heading",
            )
        attributes = AttributeReader(title.attributes, "a heading", title.span, self.notes)
        attributes.finish()
        found = title.attributes.get("#")
        name = self.define(found.value or "", found.span) if found else ""
        return Heading(title.span, title.level, title.inlines, name)

    def _item(self, item: Item) -> Item:
        if isinstance(item, Entry):
            for attribute in item.attributes.items:
                self.note(
                    rules.UNKNOWN_ATTRIBUTE,
                    attribute.span,
                    "an item of a plain list takes no attributes",
                    mend="leave them out; only choices, steps and objectives have them",
                )
        return Item(item.span, self.blocks(item.blocks), item.ticked)


MOST_LEVELS = 60
"""How deep blocks, lists and quotes may stand inside each other, those of included files as well."""

MOST_INCLUDES = 200
"""How many `include` blocks a module may have, those in included files as well."""

QUESTION_BOXES = ("HINT", "CORRECT", "INCORRECT", "PARTIAL", "EXPLAIN", "MODEL")
