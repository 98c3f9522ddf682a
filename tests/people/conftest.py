"""What the tests of HR's side share."""

from pathlib import Path

import pytest

from tests.people.office import Office


@pytest.fixture
def office(tmp_path: Path) -> Office:
    """A folder to write rosters and rules in."""
    return Office(tmp_path)
