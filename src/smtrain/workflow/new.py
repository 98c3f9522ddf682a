"""A new module: a small one that shows the main things, works at once, and is meant to be changed."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from importlib.abc import Traversable
from pathlib import Path

from smtrain.workflow.errors import TARGET_IN_USE, Refused, shown, unreadable, unwritable
from smtrain.workflow.write import write_files

_ID = re.compile(r"^id: .+$", re.MULTILINE)


def new(folder: Path) -> tuple[Path, ...]:
    """Write the sample module into a folder that is new or empty, and return the paths written.

    The module's id follows from the folder's name. Raises `Refused` when the folder holds something
    already, or cannot be written.
    """
    try:
        if folder.is_dir() and any(folder.iterdir()):
            raise Refused(
                f"{shown(folder)} holds files already",
                rule=TARGET_IN_USE,
                mend="name a folder that does not exist yet",
            )
    except OSError as error:
        raise unreadable(folder, error) from error
    if folder.is_file():
        raise unwritable(folder, FileExistsError())
    files = _files(resources.files("smtrain") / "sample")
    text = files["module.md"].decode("utf-8")
    files["module.md"] = _ID.sub(f"id: {module_id(folder.absolute().name)}", text, count=1).encode("utf-8")
    return write_files(folder, files)


def module_id(name: str) -> str:
    """An id made from any name: lower-case letters, digits and single hyphens, at most 40 characters."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:40].strip("-") or "my-module"


def _files(folder: Traversable, prefix: str = "") -> dict[str, bytes]:
    """All files below a folder of the package, sorted by name."""
    files: dict[str, bytes] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            files |= _files(entry, f"{prefix}{entry.name}/")
        else:
            files[prefix + entry.name] = entry.read_bytes()
    return files
