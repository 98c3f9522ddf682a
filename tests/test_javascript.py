"""Node's own test runner on the pure modules, one result for each file."""

import subprocess
from pathlib import Path

import pytest

from hatch_build import node

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.test.js"))


@pytest.mark.parametrize("file", FILES)
def test_in_node(file: str) -> None:
    """All tests of the file pass; Node's own report is shown when one does not."""
    # Given as a file: a folder would be taken for a module by Node 20 and later.
    command = [node(), "--test", "--test-reporter=spec", file]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "tests 0" not in done.stdout, "no test in this file"
