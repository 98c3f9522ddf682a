"""The files of this checkout, as the tests of the house see them."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
from functools import cache
from pathlib import Path
from types import ModuleType

import smtrain

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "smtrain"
TEMPLATES = ROOT / "scorm_templates"


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that is, or would be, in the repository."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(file for file in files if file.is_file()))


@cache
def modules() -> tuple[ModuleType, ...]:
    """Every module of smtrain, imported."""
    found = pkgutil.walk_packages(smtrain.__path__, "smtrain.")
    return tuple(
        importlib.import_module(module.name) for module in found if module.name != "smtrain.__main__"
    )


def python_files(room: str) -> list[Path]:
    """The Python files of a room: a package, or a module of that name."""
    alone = SOURCE / f"{room}.py"
    return [alone] if alone.is_file() else sorted((SOURCE / room).rglob("*.py"))
