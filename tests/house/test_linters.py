"""The linters and type checkers are tests, so that one command runs all there is."""

import subprocess
import sys
from pathlib import Path

import pytest

from hatch_build import node
from tests.house.checkout import ROOT

TYPESCRIPT = ROOT / "node_modules" / "typescript" / "bin" / "tsc"
# import-linter prints in colour, and takes the project from the environment it runs in.
IMPORT_LINTER = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"

CHECKS: dict[str, list[str | Path]] = {
    "ruff": [sys.executable, "-m", "ruff", "check", "--no-fix"],
    "formatting": [sys.executable, "-m", "ruff", "format", "--check"],
    "types": [sys.executable, "-m", "mypy"],
    "layers": [sys.executable, "-c", IMPORT_LINTER],
    "player-types": [node(), TYPESCRIPT, "--project", "."],
    "player-test-types": [node(), TYPESCRIPT, "--project", "tests"],
}


@pytest.mark.parametrize("check", CHECKS)
def test_has_nothing_to_say(check: str) -> None:
    """The tool ends with status 0; what it says otherwise is the failure's text."""
    done = subprocess.run(
        CHECKS[check], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
