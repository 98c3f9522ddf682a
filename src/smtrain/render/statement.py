"""The conformance statement of a package: a page about its accessibility that can be read and printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.text import Picture
from smtrain.render.assets import Shelf
from smtrain.render.foreign import mark_foreign
from smtrain.render.languages import direction
from smtrain.render.templates import Templates
from smtrain.render.writer import Writer


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pictures say something, and how many recordings there are."""

    pictures: int
    recordings: int


def statement(module: Module, templates: Templates, points: Sequence[str]) -> str:
    """The page; `points` are what is known to fall short, each a sentence of the author or of a check.

    The claim is for WCAG 2.2, levels A and AA (5.2, conformance requirements): of the player by its tests,
    of the content by checks and by what its author has said.
    """
    nodes = list(walk(module.lessons))
    counts = Counts(
        pictures=sum(isinstance(node, Picture) and not node.decorative for node in nodes),
        recordings=sum(hasattr(node, "transcript") for node in nodes),
    )
    write = Writer(module, templates, Shelf({}))
    html = templates.page("accessibility").render(
        module=module,
        direction=direction(module.language),
        points=points,
        counts=counts,
        contact=module.owner,
        say=write.say,
    )
    return mark_foreign(html, write.words.language, module.language) if write.foreign else html
