"""Ways of drawing the map of a scenario, one file each, with a function `render`. The folder is the register."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from smtrain.review.story_map import StoryMap

Render = Callable[[StoryMap], str]


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def renderer(name: str) -> Render:
    """The function that draws a map in a format."""
    found: Render = import_module(f"{__name__}.{name}").render
    return found
