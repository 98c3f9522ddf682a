"""Ways of printing findings: one file each, with a function `render`. The file's name is the format's."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

from smtrain.diagnostics.report import Report


def names() -> tuple[str, ...]:
    """The formats there are, sorted."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def renderer(name: str) -> Callable[[Report], str]:
    """The function that turns a report into text in this format, without a line break at the end."""
    render: Callable[[Report], str] = import_module(f"{__name__}.{name}").render
    return render
