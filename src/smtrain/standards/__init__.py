"""The standards a package can follow. Each folder here is one; a standard never imports another.

A standard's public name is its folder's, with `-` for `_`, as in `smtrain build --standard scorm2004-4`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from smtrain.standards.standard import Built, Standard

__all__ = ["Built", "Standard", "find", "names"]


def names() -> tuple[str, ...]:
    """The names of all standards, sorted. Imports none of them."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__) if module.ispkg))


def find(name: str) -> Standard:
    """The standard of a name. Raises `KeyError` for a name that `names()` does not have."""
    if name not in names():
        raise KeyError(name)
    standard: Standard = import_module(f"{__name__}.{name.replace('-', '_')}").STANDARD
    return standard
