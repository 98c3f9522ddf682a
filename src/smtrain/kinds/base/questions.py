"""Reading what all questions have in common: the text, the answer part, the boxes, the attributes."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any, cast

from smtrain.diagnostics import Place
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import question_rules as rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.reader import QUESTION_BOXES, RESERVED_IDS, Reader
from smtrain.kinds.base.rules import UNKNOWN_OBJECTIVE
from smtrain.model.node import Block, walk
from smtrain.model.question import Boxes, Choice, Grading
from smtrain.model.text import Code, Item, List, Picture, Quote, plain
from smtrain.source.document import Box, Directive, Entry
from smtrain.source.rules import MALFORMED_TICK

MOST_ANSWERS = 36
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
RESULTS = frozenset(name.lower() for name in QUESTION_BOXES)
"""Names under which the player looks for what is said to a result; no answer may be called so."""


@dataclass(frozen=True, slots=True)
class Body:
    """A question's body. `answers` is the block that the kind looked for, None when it is missing."""

    stem: tuple[Block, ...]
    answers: Block | None
    boxes: Boxes


def is_task_list(block: Block) -> bool:
    """Whether a block is a list of choices."""
    return isinstance(block, List) and any(item.ticked is not None for item in block.items)


def is_numbered(block: Block) -> bool:
    """Whether a block is a numbered list."""
    return isinstance(block, List) and block.start is not None


def read_body(
    block: Directive,
    reader: Reader,
    is_answers: Callable[[Block], bool] | None,
    *,
    wanted: str = "",
    stem_required: bool = True,
    answers_required: bool = True,
) -> Body:
    """Split the body of a question. `wanted` says in words what `is_answers` looks for."""
    boxes: dict[str, list[Box]] = {}
    rest: list[Block] = []
    for child in block.blocks:
        if isinstance(child, Box) and child.name.upper() in QUESTION_BOXES:
            boxes.setdefault(child.name.upper(), []).append(child)
        else:
            rest.append(child)
    found = [i for i, child in enumerate(rest) if is_answers and is_answers(child)]
    if is_answers and answers_required and not found:
        lists = [child.span for child in rest if isinstance(child, List)]
        reader.note(
            rules.NO_ANSWERS,
            lists[-1] if lists else block.span,
            f'"{block.name}" needs {wanted}',
            mend=f'run "smtrain explain {block.name}" for an example',
        )
    stem = rest[: found[0]] if found else rest
    answers = rest[found[0]] if found else None
    if isinstance(answers, List):
        answers = replace(answers, items=_all_items(rest[found[0] :]))
    if found:
        _check_rest(block, rest[found[0] + 1 :], len(found) == 1, reader)
    read_stem = reader.inside(block, tuple(stem))
    if stem_required and not (
        plain(read_stem).strip() or any(isinstance(n, Picture) for n in walk(read_stem))
    ):
        reader.note(
            rules.NO_STEM,
            block.span,
            f'"{block.name}" has no question',
            mend="write the question between the opening line and the answers",
        )
    return Body(read_stem, answers, _boxes(block, boxes, reader))


def _all_items(blocks: list[Block]) -> tuple[Item, ...]:
    """The items of a list, and of the lists that a quote without an indent splits off from it."""
    items: list[Item] = []
    for child in blocks:
        if isinstance(child, List):
            items.extend(child.items)
        elif not isinstance(child, Quote) or isinstance(child, Box):
            break
    return tuple(items)


def _check_rest(block: Directive, after: list[Block], one_list: bool, reader: Reader) -> None:
    """An unindented quote splits a list in two, so a second list is only reported when there is one."""
    for child in after:
        if isinstance(child, Quote) and not isinstance(child, Box):
            reader.note(
                rules.UNINDENTED_FEEDBACK,
                child.span,
                "this feedback belongs to no choice",
                mend="indent it by two spaces, so that it stands under its choice",
            )
        elif isinstance(child, Box) or (isinstance(child, Directive) and reader.asks(child)):
            reader.inside(block, (child,))
        elif one_list or not isinstance(child, List):
            reader.note(
                rules.AFTER_ANSWERS,
                child.span,
                "only boxes may follow the answers",
                mend="move it above the answers, or into a box such as > [!EXPLAIN]",
            )


def _boxes(block: Directive, boxes: dict[str, list[Box]], reader: Reader) -> Boxes:
    def joined(name: str) -> tuple[Block, ...]:
        return tuple(b for box in boxes.get(name, ()) for b in reader.inside(block, box.blocks))

    return Boxes(
        block.span,
        hints=tuple(reader.inside(block, box.blocks) for box in boxes.get("HINT", ())),
        correct=joined("CORRECT"),
        incorrect=joined("INCORRECT"),
        partial=joined("PARTIAL"),
        explain=joined("EXPLAIN"),
        model=joined("MODEL"),
    )


def common(block: Directive, reader: Reader, attributes: AttributeReader) -> dict[str, Any]:
    """The fields that every question has, read from its attributes. Call `attributes.finish` after."""
    grading = cast(Grading, attributes.choice("grading", ("all", "partial", "penalty"), "all"))
    attempts = attributes.integer("attempts", -1, high=99)
    objectives = attributes.words("objective")
    for name, span in objectives:
        reader.named_objectives.append((name, span))
    return {
        "span": block.span,
        "id": reader.identify(block, required=True),
        "title": block.title,
        "points": attributes.number("points", 1, low=0, high=1000),
        "grading": grading,
        "attempts": None if attempts < 0 else attempts,
        "shuffle": attributes.flag("shuffle"),
        "required": bool(attributes.flag("required")),
        "survey": bool(attributes.flag("survey")),
        "critical": bool(attributes.flag("critical")),
        "confidence": bool(attributes.flag("confidence")),
        "objectives": tuple(name for name, _ in objectives),
        "tags": tuple(name for name, _ in attributes.words("tags")),
    }


def read_choices(
    block: Directive,
    reader: Reader,
    answers: Block | None,
    *,
    at_least: int = 2,
    boxes: bool = True,
    exact: bool = False,
    own: Collection[str] = (),
) -> tuple[Choice, ...]:
    """The choices of a list: each with its text, whether it is right, and its feedback.

    With `boxes` each has a box to tick. With `exact` answers that differ in case only are different, and
    so are answers with code, such as `#LoveIsland` and `#loveisland`. `own` are attributes of an answer that
    the kind reads itself.
    """
    if not isinstance(answers, List):
        return ()
    choices: list[Choice] = []
    seen: dict[str, Entry] = {}
    names = choice_names(answers.items)
    for item, name in zip(answers.items, names, strict=True):
        assert isinstance(item, Entry)
        choice = _choice(block, reader, item, name, boxes, own)
        words = plain(choice.blocks)
        if not exact and not any(isinstance(node, Code) for node in walk(choice.blocks)):
            words = words.casefold()
        if boxes is (item.ticked is None):
            reader.note(
                MALFORMED_TICK,
                item.mark,
                "this answer has no box to tick" if boxes else "there is nothing to tick in this list",
                mend='write "[ ] " before it, or "[x] " if it is right' if boxes else "leave the box out",
            )
        if not words and not any(isinstance(n, Picture) for n in walk(choice.blocks)):
            reader.note(
                rules.NO_STEM, item.span, "this answer has no text", mend="write the answer after the box"
            )
        elif words and words in seen:
            reader.note(
                rules.REPEATED_CHOICE,
                item.span,
                f'"{plain(choice.blocks)}" stands here twice',
                also=(Place(seen[words].span, "first here"),),
                mend="reword one of the two, or leave it out",
            )
        seen.setdefault(words, item)
        choices.append(choice)
    if len(choices) < at_least:
        reader.note(
            rules.TOO_FEW_CHOICES,
            answers.span,
            f'"{block.name}" needs at least {at_least} answers',
            mend=f"write each on a line of its own, such as {'- [ ] this' if boxes else '1. this'}",
        )
    if len(choices) > MOST_ANSWERS:
        reader.note(
            rules.TOO_MANY_CHOICES,
            answers.span,
            f"{len(choices)} answers are more than an LMS can record",
            mend=f"keep {MOST_ANSWERS} at most",
        )
    return tuple(choices)


def choice_names(items: tuple[Item, ...]) -> list[str]:
    """A name for each answer: its id, or the letter of its place; if that is taken, the next free one."""
    written = [item.attributes.id if isinstance(item, Entry) else "" for item in items]
    free = [letter for letter in LETTERS if letter not in written]
    names: list[str] = []
    for place, name in enumerate(written):
        letter = LETTERS[place % len(LETTERS)]
        if not name:
            name = letter if letter in free else next(iter(free), letter)
            free = [one for one in free if one != name]
        names.append(name)
    return names


def _choice(
    block: Directive, reader: Reader, item: Entry, name: str, boxes: bool, own: Collection[str]
) -> Choice:
    attributes = AttributeReader(item.attributes, "an answer", item.span, reader.notes)
    last = boxes and bool(attributes.flag("last"))
    attributes.leave(own)
    attributes.finish()
    if found := item.attributes.get("#"):
        reader.define(name, found.span, RESERVED_IDS | RESULTS)
    feedback = [b for b in item.blocks if isinstance(b, Quote) and not isinstance(b, Box)]
    blocks = tuple(b for b in item.blocks if b not in feedback)
    said = tuple(b for quote in feedback for b in reader.inside(block, quote.blocks))
    return Choice(item.span, name, reader.inside(block, blocks), bool(item.ticked), said, last)


def check_ticks(block: Directive, reader: Reader, choices: tuple[Choice, ...], *, judged: bool) -> None:
    """Note when no answer is right; or when one is, in a question that judges nobody."""
    ticked = next((choice for choice in choices if choice.right), None)
    if ticked and not judged:
        reader.note(
            rules.TICKED_WITHOUT_NEED,
            ticked.span,
            "this answer is ticked, though no answer is right or wrong here",
            mend='leave the box empty: "- [ ] …"; learners tick it themselves',
        )
    if choices and judged and not ticked:
        reader.note(
            rules.NO_RIGHT_ANSWER,
            block.span,
            f'"{block.name}" has no right answer',
            mend='tick the right one: "- [x] …"',
        )


def check_objectives(reader: Reader) -> None:
    """Note objectives that questions name and the module does not list."""
    known = {objective.id for objective in reader.objectives}
    for name, span in reader.named_objectives:
        if name not in known:
            reader.note(
                UNKNOWN_OBJECTIVE,
                span,
                f'there is no objective "{name}"',
                mend=did_you_mean(name, known, "list it in an objectives block, with this id"),
            )
