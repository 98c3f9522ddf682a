"""Boosters and refreshers: small modules made of questions that a track's modules have already.

A booster asks a few questions some time after a track was completed: recalling beats reading again. It has
no mark and takes nothing back. A refresher renews a certificate: one check over all modules, with the track's
mark and its critical questions.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from pathlib import PurePosixPath
from typing import Any

from smtrain.model.course import Completion, Conditional, Lesson, Module, Page, Success, Track, Variant
from smtrain.model.node import Node, file_fields, rebuild, walk_blocks
from smtrain.model.pace import module_seconds
from smtrain.model.plan import Plan
from smtrain.model.question import Pool, Question, Quiz
from smtrain.model.text import Link, Paragraph, Text
from smtrain.model.theme import Theme

CHECK = "check"
"""The id of the quiz that a follow-up consists of."""

SPARE = 3
"""How many times as many questions a pool has as it draws, where there are so many."""


def follow_up(plan: Plan, track: Track, texts: Sequence[Variant], turn: tuple[int, int]) -> Module | None:
    """The module for a track's learners out of the texts they get; None where these ask nothing.

    `turn` says which of how many boosters it is, so that each asks other questions.
    """
    texts = [text for text in texts if not plan.modules or text.source in plan.modules]
    asked = [_questions(text) for text in texts]
    if not any(asked):
        return None
    mark = (track.pass_mark if track.pass_mark is not None else plan.pass_mark) if plan.renews else None
    pools = _renewing(plan, texts, asked) if plan.renews else _recalling(plan, asked, turn)
    quiz = Quiz(span=plan.span, id=CHECK, blocks=pools, pass_mark=mark, feedback="each", shuffle=True)
    intro = (Paragraph(plan.span, (Text(plan.span, plan.text),)),) if plan.text else ()
    page = Page(plan.span, "questions", (Text(plan.span, plan.title),), (*intro, quiz))
    first = texts[0].module
    made = Module(
        span=plan.span,
        id="--".join(part for part in (plan.id, track.id) if part),
        title=plan.title,
        language=first.language,
        folder=PurePosixPath(first.folder).parent.as_posix(),
        lessons=(Lesson(plan.span, "", (), (page,)),),
        description=track.title,
        version=first.version,
        theme=_from_the_course(first.theme, first.folder),
        targets=first.targets,
        certificate=False,
        completion=Completion(items=(CHECK,)),
        success=None if mark is None else Success(((CHECK, 1.0),), mark),
        sources=first.sources,
    )
    return replace(made, minutes=max(1, round(module_seconds(made) / 60)))


def _recalling(plan: Plan, asked: Sequence[Sequence[Question]], turn: tuple[int, int]) -> tuple[Pool, ...]:
    """One pool. Each booster takes its turn through all questions, so that none asks what the last one did."""
    number, of = turn
    every = [replace(question, critical=False) for question in _in_turn(asked)]
    own = every[number::of]
    if len(own) < plan.questions:
        begin = number * plan.questions % len(every)
        own = every[begin:] + every[:begin]
    return (_pool(plan, "recall", own[: SPARE * plan.questions], plan.questions),)


def _renewing(plan: Plan, texts: Sequence[Variant], asked: Sequence[Sequence[Question]]) -> tuple[Pool, ...]:
    """One critical question of each module that has some, then others of all."""
    pools = [
        _pool(plan, f"critical-{text.source}", critical, 1)
        for text, questions in zip(texts, asked, strict=True)
        if (critical := [question for question in questions if question.critical])
    ]
    left = plan.questions - len(pools)
    others = _in_turn([[one for one in questions if not one.critical] for questions in asked])
    if left > 0 and others:
        pools.append(_pool(plan, "others", others[: SPARE * left], left))
    return tuple(pools)


def _pool(plan: Plan, name: str, questions: Sequence[Question], draw: int) -> Pool:
    return Pool(span=plan.span, id=name, blocks=tuple(questions), draw=min(draw, len(questions)))


def _in_turn(groups: Sequence[Sequence[Question]]) -> list[Question]:
    """One of each group after the other, until all are used up."""
    return [one for row in zip_longest(*groups) for one in row if one is not None]


def _questions(text: Variant) -> list[Question]:
    """The scored questions of its quizzes, or those beside them where it has none: one of each objective in turn.

    They are named after their module, so that those of several can stand together.
    """
    inside = [
        q for quiz in text.module.quizzes() for q in walk_blocks(quiz.blocks) if isinstance(q, Question)
    ]
    found = [one for one in inside or text.module.questions() if _fits(one)]
    by_objective: dict[str, list[Question]] = {}
    for one in sorted(found, key=lambda question: not question.critical):
        by_objective.setdefault("".join(one.objectives[:1]), []).append(one)
    return [_alone(one, text) for one in _in_turn(list(by_objective.values()))]


def _fits(question: Question) -> bool:
    """Whether a question can be asked alone: it gives points, tells no story, and is for all who get it."""
    told = question.interaction().story is not None
    some = any(isinstance(node, Conditional) for node in walk_blocks(question))
    return question.scored and question.points > 0 and not told and not some


def _alone(question: Question, text: Variant) -> Question:
    """The question away from its module: other names, files from the course's folder, no links to pages."""
    folder = PurePosixPath(text.module.folder).name

    def change(node: Node) -> Node | tuple[Node, ...]:
        if isinstance(node, Link) and node.href.startswith("#"):
            return node.inlines
        paths: dict[str, Any] = {name: f"{folder}/{path}" for name, path in file_fields(node)}
        return replace(node, **paths) if paths else node

    names = tuple(f"{text.source}--{name}" for name in question.objectives)
    changed = replace(
        question, id=f"{text.source}--{question.id}", objectives=names, required=False, attempts=None
    )
    (moved,) = rebuild((changed,), change)
    return moved


def _from_the_course(theme: Theme, folder: str) -> Theme:
    """A module's look, with paths that begin in the course's folder."""
    own = PurePosixPath(folder).name
    moved = {path: path[3:] if path.startswith("../") else f"{own}/{path}" for path in theme.files()}
    return theme.moved(moved)
