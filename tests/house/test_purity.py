"""Below `workflow` nothing opens files, prints, or asks for time, chance or environment."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.checkout import SOURCE, python_files

ABOVE = {"__main__", "cli", "workflow"}
ROOMS = sorted(
    {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or list(path.glob("*.py"))}
    - ABOVE
    - {"__init__", "built"}
)

MODULES = set(
    "asyncio getpass http io.open locale multiprocessing os platform random secrets select shutil signal "
    "socket ssl subprocess tempfile threading time urllib.request uuid webbrowser".split()
)
CALLS = {"breakpoint", "exec", "eval", "input", "open", "print"}
METHODS = set(
    "cwd expanduser home mkdir now open_text read_bytes read_text rename replace_file rmdir samefile today "
    "touch unlink utcnow write_bytes write_text".split()
)


def impurities(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and name of everything a pure room must not use."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, name.name) for name in names if name.name in MODULES)
            case ast.ImportFrom(module=module) if module in MODULES:
                yield node.lineno, str(module)
            case ast.Call(func=ast.Name(id=name)) if name in CALLS:
                yield node.lineno, f"{name}()"
            case ast.Call(func=ast.Attribute(attr=name)) if name in METHODS or name == "open":
                yield node.lineno, f".{name}()"
            case ast.Attribute(value=ast.Name(id="sys"), attr=name) if name in (
                "argv",
                "stdin",
                "stdout",
                "stderr",
            ):
                yield node.lineno, f"sys.{name}"


@pytest.mark.parametrize("room", ROOMS)
def test_room_is_pure(room: str) -> None:
    """What comes from outside comes as an argument."""
    found = [
        f"{path.relative_to(SOURCE)}:{line} uses {name}"
        for path in python_files(room)
        for line, name in impurities(ast.parse(path.read_text("utf-8")))
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "text",
    [
        "open('x')",
        "print('x')",
        "import random",
        "from time import time",
        "import os\nos.environ",
        "from datetime import datetime\ndatetime.now()",
        "from pathlib import Path\nPath('x').read_text()",
        "import sys\nsys.stdout.write('x')",
    ],
)
def test_impurities_are_seen(text: str) -> None:
    """The check itself can fail."""
    assert list(impurities(ast.parse(text)))


def test_rooms_are_found() -> None:
    """The list of rooms is not empty by mistake."""
    assert {"package", "diagnostics", "source", "resources"} <= set(ROOMS)
    assert Path(sys.modules[impurities.__module__].__file__ or "").is_file()
