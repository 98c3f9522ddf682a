"""`smtrain map`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.marks import Desk
from tests.workbench import run

COURSE = Path(__file__).parents[1] / "browser" / "courses" / "story"
FAULTY = """## Page

::: scenario A comment {#comment}

### A comment {#start}

- [Answer](#calm) {score=1}

### It is calm {#calm end=good}

### Nobody comes here {#lost end=bad}

:::
"""


def test_it_writes_a_picture_for_each_scenario(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Named by module and scenario; the same bytes each time."""
    assert run(["map", str(COURSE), "--out", str(tmp_path)]) == 0
    assert "story.outage.svg" in capsys.readouterr().out
    picture = (tmp_path / "story.outage.svg").read_bytes()
    assert run(["map", str(COURSE), "--scenario", "outage", "--out", str(tmp_path)]) == 0
    assert (tmp_path / "story.outage.svg").read_bytes() == picture


def test_it_prints_text(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Or writes it, if it is told where."""
    assert run(["map", str(COURSE), "--format", "text"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Level three (outage)\n")
    assert run(["map", str(COURSE), "--format", "text", "--out", str(tmp_path)]) == 0
    assert (tmp_path / "story.outage.txt").read_text("utf-8") == printed


def test_a_scenario_with_faults_is_drawn(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A map is there to find them; it is said that there are findings."""
    path = desk.write(FAULTY)
    assert run(["map", str(path), "--format", "text"]) == 0
    out, err = capsys.readouterr()
    assert "Nothing leads to:\n[lost] Nobody comes here  ✕ bad ending  ! nobody gets here" in out
    assert "1 error" in err


def test_it_refuses_what_it_cannot_draw(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """A course without scenarios, and a scenario that is not there."""
    assert run(["map", str(desk.write("## Page\n\nText.\n"))]) == 2
    assert "there is no scenario here" in capsys.readouterr().err
    assert run(["map", str(COURSE), "--scenario", "outrage"]) == 2
    assert 'did you mean "outage"?' in capsys.readouterr().err
