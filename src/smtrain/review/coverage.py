"""What is taught and tested: objectives by pages, questions and packages."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.model.course import Module, Objective, Variant
from smtrain.model.node import walk
from smtrain.model.text import plain


@dataclass(frozen=True, slots=True)
class Covered:
    """An objective, the pages that name it, the questions that measure it.

    `tested_in` has a truth for each variant: whether it has such a question.
    """

    id: str
    words: str
    pages: tuple[str, ...]
    questions: tuple[str, ...]
    tested_in: tuple[bool, ...]


def coverage(module: Module, variants: tuple[Variant, ...]) -> tuple[Covered, ...]:
    """Each objective of a module that has an id."""
    return tuple(_covered(objective, module, variants) for objective in module.objectives if objective.id)


def _covered(objective: Objective, module: Module, variants: tuple[Variant, ...]) -> Covered:
    def tests(text: Module) -> tuple[str, ...]:
        return tuple(question.id for question in text.questions() if objective.id in question.objectives)

    return Covered(
        objective.id,
        plain(objective.inlines),
        tuple(plain(page.title) for page in module.pages() if objective.id in page.objectives),
        tests(module),
        tuple(bool(tests(variant.module)) and _lists(variant.module, objective) for variant in variants),
    )


def _lists(module: Module, objective: Objective) -> bool:
    return any(isinstance(node, Objective) and node.id == objective.id for node in walk(module.lessons))
