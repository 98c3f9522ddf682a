"""Questions with answers to choose from, as advice sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from math import comb

from smtrain.checks.style.base.language import words
from smtrain.checks.style.base.prose import prose_in
from smtrain.diagnostics import Span
from smtrain.model.course import Module
from smtrain.model.node import children, walk_blocks
from smtrain.model.question import Choice, Question, Quiz


@dataclass(frozen=True)
class Item:
    """A scored question and its choices. `single`: one of them is right; `mixed`: learners get them in another order.

    `quiz` is the place of the quiz it stands in, None for practice.
    """

    question: Question
    choices: tuple[Choice, ...]
    single: bool
    mixed: bool
    quiz: Span | None

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The words of each choice; code stands as one word."""
        return tuple(" ".join(one.text for one in prose_in(choice.blocks)) for choice in self.choices)

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many words each choice has."""
        return tuple(len(words(text)) for text in self.texts)

    @property
    def key(self) -> int:
        """The place of the first right choice."""
        return next(at for at, choice in enumerate(self.choices) if choice.right)


def items_of(module: Module) -> Iterator[Item]:
    """The scored questions of a module in which the author offers answers to choose from."""
    quizzes = [node for node in walk_blocks(module.lessons) if isinstance(node, Quiz)]
    around = {
        id(inner): quiz
        for quiz in quizzes
        for inner in walk_blocks(quiz.blocks)
        if isinstance(inner, Question)
    }
    for question in module.questions():
        interaction = question.interaction()
        choices = tuple(node for node in children(question) if isinstance(node, Choice))
        offered = interaction.type == "true-false" or (
            interaction.type == "choice" and len(choices) == len(interaction.options)
        )
        if not (question.scored and offered and len(choices) > 1 and any(choice.right for choice in choices)):
            continue
        quiz = around.get(id(question))
        mixed = quiz is not None and quiz.shuffle if question.shuffle is None else question.shuffle
        yield Item(question, choices, not interaction.many, mixed, quiz.span if quiz else None)


def by_chance(hits: int, chances: Iterable[float]) -> float:
    """How likely at least so many hits are, of independent tries that each hit with the mean of some chances."""
    tries = list(chances)
    mean = sum(tries) / len(tries)
    return sum(
        comb(len(tries), n) * mean**n * (1 - mean) ** (len(tries) - n) for n in range(hits, len(tries) + 1)
    )


def bare(text: str) -> tuple[str, ...]:
    """The words of a text without signs and capitals, for comparing."""
    return tuple(re.findall(r"[^\W_]+(?:['’.,][^\W_]+)*", text.casefold()))
