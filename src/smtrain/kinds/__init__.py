"""Kinds of blocks and questions, one file each. The folder is the register.

A kind's file holds one constant `KIND`. Its template, and its style and script where it needs them,
are in `scorm_templates/kinds/<name>/`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from smtrain.kinds.base.kind import Kind


@cache
def kinds() -> tuple[Kind, ...]:
    """Every kind, sorted by name."""
    names = sorted(m.name for m in iter_modules(__path__) if not m.ispkg)
    found = (import_module(f"{__name__}.{name}").KIND for name in names)
    return tuple(sorted(found, key=lambda kind: str(kind.name)))
