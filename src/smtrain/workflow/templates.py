"""The learner's side, read from disk: templates and messages, compiled once."""

from __future__ import annotations

import os
import sys
from functools import cache
from typing import TYPE_CHECKING

from smtrain import resources
from smtrain.render import Templates

if TYPE_CHECKING:
    from jinja2 import BytecodeCache


@cache
def templates() -> Templates:
    """The templates for all modules of a run."""
    return Templates(read_template, _compiled)


def read_template(name: str) -> str | None:
    """The text of a file of the learner's side, None if there is none."""
    path = resources.templates() / name
    return path.read_text("utf-8") if path.is_file() else None


def _compiled() -> BytecodeCache | None:
    """Compiled templates lie where Python keeps its own compiled files, if it does and may.

    Each is kept with a hash of its text, so that a changed template is compiled anew.
    """
    import jinja2

    folder = resources.compiled(f"templates-{jinja2.__version__}-{sys.implementation.cache_tag}")
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return jinja2.FileSystemBytecodeCache(str(folder)) if os.access(folder, os.W_OK) else None
