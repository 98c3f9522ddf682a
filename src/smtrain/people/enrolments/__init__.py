"""The learning systems that files are written for, one file each. The folder is the register; each has an `LMS`.

A system's public name is its file's, with `-` for `_`, as in `smtrain assign --lms moodle-flatfile`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from smtrain.people.enrolments._lms import Lms


def names() -> tuple[str, ...]:
    """The names of all systems, sorted. Imports none of them."""
    found = (module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(sorted(name.replace("_", "-") for name in found))


def find(name: str) -> Lms:
    """The system of a name. Raises `KeyError` for a name that `names()` does not have."""
    if name not in names():
        raise KeyError(name)
    lms: Lms = import_module(f"{__name__}.{name.replace('-', '_')}").LMS
    return lms
