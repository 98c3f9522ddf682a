"""What all tests share."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from tests.marks import Desk

settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A folder to write small courses in, and to check them."""
    return Desk(tmp_path)
