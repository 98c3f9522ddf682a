"""What `smtrain receipt` says of a code that a learner reads out."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.cli import main

Output = pytest.CaptureFixture[str]

CODE = "XV5S3-6MTNW-FRTHT-17BS7"
"""The first case of `tests/player/receipts.json`: profiles-and-accounts 1.0.0, kim.doe."""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A course of two modules; the second is the receipt's."""
    for name in ("start-here", "profiles-and-accounts"):
        (tmp_path / name).mkdir()
        text = f"---\nid: {name}\ntitle: About {name}\nlanguage: en\n---\n\n## Page\n\nText.\n"
        (tmp_path / name / "module.md").write_text(text, "utf-8")
    (tmp_path / "course.yaml").write_text(
        "id: c\ntitle: C\nmodules: [start-here, profiles-and-accounts]\n", "utf-8"
    )
    return tmp_path


def test_says_what_it_states(capsys: Output) -> None:
    """In words; the code as the player writes it."""
    assert main(["receipt", "xv5s3", "6mtnw", "frtht", "17bs7"]) == 0
    assert capsys.readouterr().out == (
        f"{CODE} is intact. It says:\n"
        "  Completed  yes\n"
        "  Result     passed\n"
        "  Score      85%\n"
        "  Day        completed on 23 November 2026\n"
        "  Learner    a mark of the learner's id\n"
    )


def test_finds_the_module_and_the_learner(course: Path, capsys: Output) -> None:
    """Exit status 0 when both fit; the course names the module."""
    assert main(["receipt", CODE, "--course", str(course), "--learner", "Kim.Doe"]) == 0
    said = capsys.readouterr().out
    assert 'fits: module profiles-and-accounts, "About profiles-and-accounts", version 1.0.0\n' in said
    assert "fits: learner Kim.Doe\n" in said


def test_says_who_and_what_does_not_fit(course: Path, capsys: Output) -> None:
    """Exit status 1: another learner, another module."""
    assert main(["receipt", CODE, "--learner", "somebody.else"]) == 1
    assert "DOES NOT FIT: learner somebody.else\n" in capsys.readouterr().out
    assert main(["receipt", CODE, "--course", str(course / "start-here")]) == 1
    assert "DOES NOT FIT: no module of " in capsys.readouterr().out


def test_another_version_is_said(course: Path, capsys: Output) -> None:
    """The module moved on since; that alone is no fault of the receipt."""
    file = course / "profiles-and-accounts" / "module.md"
    file.write_text(file.read_text("utf-8").replace("language: en", "language: en\nversion: 2.0.0"), "utf-8")
    assert main(["receipt", CODE, "--course", str(course)]) == 0
    assert "but not its version 2.0.0: the learner saw another one" in capsys.readouterr().out


def test_a_slip_is_shown_where_it_is(capsys: Output) -> None:
    """Exit status 1, and marks under the groups to look at again."""
    assert main(["receipt", "XV5S3-6MTNV-FRTHT-17B57"]) == 1
    assert capsys.readouterr().err == (
        "This is no intact receipt: there is a slip in group 2 and 4.\n"
        "  XV5S3 6MTNV FRTHT 17B57\n"
        "        ^^^^^       ^^^^^\n"
        "Compare it with the learner's screen, sign by sign.\n"
    )


def test_what_the_surroundings_refuse(tmp_path: Path, capsys: Output) -> None:
    """Exit status 2: no code, no course, a course that cannot be read."""
    assert main(["receipt"]) == 2
    assert main(["receipt", CODE, "--course", str(tmp_path / "nowhere")]) == 2
    (tmp_path / "module.md").write_text("no settings", "utf-8")
    assert main(["receipt", CODE, "--course", str(tmp_path)]) == 2
    assert 'cannot be read\n  = help: "smtrain check ' in capsys.readouterr().err
