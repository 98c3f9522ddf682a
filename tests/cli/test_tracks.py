"""`smtrain tracks`."""

from __future__ import annotations

import pytest

from tests.marks import Desk
from tests.workbench import run

SETTINGS = """
audience: {role: {values: [staff, voice]}}
tracks:
  all: {title: All, for: {role: staff}, modules: [example]}
  voices: {title: Voices, for: {role: voice}, modules: [example]}
"""
TEXT = "## Page\n\nText[ and more]{role=voice}\n"


def test_it_shows_who_takes_what(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """As a table; as a page into a file."""
    path = desk.write(TEXT, {"course.yaml": SETTINGS})
    assert run(["tracks", str(path)]) == 0
    assert "voices" in capsys.readouterr().out
    page = desk.folder / "tracks.html"
    assert run(["tracks", str(path), "--format", "html", "--out", str(page)]) == 0
    assert "<h1>Tracks of Course</h1>" in page.read_text("utf-8")


def test_it_shows_how_two_tracks_differ(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Line by line; a track that is none is refused with the nearest."""
    path = desk.write(TEXT, {"course.yaml": SETTINGS})
    assert run(["tracks", str(path), "--diff", "all,voices"]) == 0
    assert "-Text\n+Text and more" in capsys.readouterr().out
    assert run(["tracks", str(path), "--diff", "all,voice"]) == 2
    assert 'did you mean "voices"' in capsys.readouterr().err
    assert run(["tracks", str(path), "--diff", "all"]) == 2


def test_a_course_with_errors_shows_none(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """What is wrong is said instead."""
    path = desk.write("## Page\n\n::: stepps\n\n:::\n", {"course.yaml": SETTINGS})
    assert run(["tracks", str(path)]) == 1
    assert "[SM203]" in capsys.readouterr().out
