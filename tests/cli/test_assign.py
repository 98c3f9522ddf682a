"""`smtrain assign` at the terminal: what it prints, returns and leaves."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.cli import main
from smtrain.cli._progress import progress
from tests.people.office import COMPLETED, EXAMPLE_ROSTER, EXAMPLE_RULES
from tests.workbench import RULES

Output = pytest.CaptureFixture[str]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a roster and rules, that the commands run in."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "roster.csv").write_text("id,username\n000417,ana\n000418,ben\n", "utf-8")
    (tmp_path / "assignment.yaml").write_text(RULES, "utf-8")
    return tmp_path


def test_a_dry_run_is_the_default(here: Path, capsys: Output) -> None:
    """It prints what would happen, and writes nothing."""
    before = sorted(here.iterdir())
    assert main(["assign", "roster.csv", "--as-of", "2026-03-01", "--lms", "moodle"]) == 0
    out, err = capsys.readouterr()
    assert out == (
        "As of 2026-03-01: 2 people in the roster.\n\nTracks:\n  basics  2 assigned\n\n"
        "Files for the LMS would have:\n  moodle-users.csv: 3 lines\n\n"
        "Nothing was written: this is a dry run. Add --out DIR to write the files.\n"
    )
    assert err == "note: no ledger of an earlier run: everyone is new, and nothing is compared\n"
    assert sorted(here.iterdir()) == before


def test_a_month_later(here: Path, capsys: Output) -> None:
    """Files, what to do with them, and then the difference."""
    words = ["--out", "hr", "--lms", "moodle"]
    assert main(["assign", "roster.csv", "--as-of", "2026-03-01", *words]) == 0
    assert "Wrote 7 files:" in capsys.readouterr().out
    (here / "roster.csv").write_text("id,username\n000417,anna\n000419,cy\n", "utf-8")
    assert main(["assign", "roster.csv", "--as-of", "2026-04-01", *words]) == 0
    out = capsys.readouterr().out
    assert (
        "Since the last run: 1 new, 1 with a new name or address, 1 gone from the roster, 1 tracks withdrawn.\n"
        in out
    )
    assert "  000418  gone from the roster  - basics\n" in out
    assert (
        "Moodle cannot take people out this way: 1 tracks are to be withdrawn by hand (changes.csv).\n" in out
    )


def test_an_error_in_a_row_is_told_by_the_exit_status(here: Path, capsys: Output) -> None:
    """1, although the others are handled and written; no name or address is in an excerpt."""
    (here / "roster.csv").write_text("id,username,given\n1.5E+03,secretname,Ana\n7,b,Ben\n", "utf-8")
    assert main(["assign", "roster.csv", "--as-of", "2026-03-01", "--out", "hr"]) == 1
    out = capsys.readouterr().out
    assert "error[SM913]" in out
    assert "secretname" not in out
    assert (here / "hr" / "assignments.csv").is_file()


def test_an_error_in_the_rules(here: Path, capsys: Output) -> None:
    """With the line and a mark, and nothing written."""
    (here / "assignment.yaml").write_text(RULES.replace("assign: basics", "assign: basic"), "utf-8")
    assert main(["assign", "roster.csv", "--out", "hr"]) == 1
    out = capsys.readouterr().out
    assert 'error[SM931]: there is no track "basic"\n --> assignment.yaml:3:32\n' in out
    assert "1 error in 1 file; nothing was written" in out
    assert not (here / "hr").exists()


def test_why(here: Path, capsys: Output) -> None:
    """One explanation for each id, in place of the summary."""
    (here / "roster.csv").write_text(EXAMPLE_ROSTER, "utf-8")
    (here / "assignment.yaml").write_text(EXAMPLE_RULES, "utf-8")
    (here / "done.csv").write_text(COMPLETED, "utf-8")
    words = ["--as-of", "2026-03-01", "--completed", "done.csv", "--explain", "000420", "--explain", "000102"]
    assert main(["assign", "roster.csv", *words]) == 0
    out = capsys.readouterr().out
    assert "completed 2024-04-10, expires 2026-04-10" in out
    assert "forklift  exempt until 2026-12-31" in out
    assert "Nothing was written" not in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["rooster.csv"], 'there is no file or folder rooster.csv\n  = help: did you mean "roster.csv"?'),
        (["roster.csv", "--rules", "rules.yaml"], "there is no file or folder rules.yaml"),
        (["roster.csv", "--lms", "modle"], 'there is no LMS "modle"; did you mean "moodle"?'),
        (["roster.csv", "--as-of", "1.3.2026"], '"1.3.2026" is no day'),
        (["roster.csv", "--lms", "workday"], "workday takes a template of its own"),
        (["roster.csv", "--lms", "workday,absorb", "--template", "roster.csv"], "each take a template"),
        (["roster.csv", "--ledger", "none.csv"], "there is no file or folder none.csv"),
        (["roster.csv", "--pseudonymise", "none"], "cannot read none"),
        (["."], "cannot read ."),
    ],
)
def test_surroundings_that_refuse(here: Path, words: list[str], said: str, capsys: Output) -> None:
    """Exit status 2 and one sentence."""
    assert main(["assign", *words]) == 2
    assert said in capsys.readouterr().err


def test_today_is_the_default(here: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """Or what SOURCE_DATE_EPOCH says."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")
    assert main(["assign", "roster.csv"]) == 0
    assert capsys.readouterr().out.startswith("As of 2026-03-01:")


def test_a_report_has_pseudonyms_on_the_screen_too(here: Path, capsys: Output) -> None:
    """Ids of lists and changes are not printed either."""
    (here / "key").write_text("k" * 32, "utf-8")
    (here / "roster.csv").write_text(
        "id,username,status\n000417,ana,odd\n000418,ben,terminated\n000419,cy,active\n", "utf-8"
    )
    main(["assign", "roster.csv", "--pseudonymise", "key", "--out", "report", "--as-of", "2026-03-01"])
    out = capsys.readouterr().out
    assert "000417" not in out
    assert "000418" not in out
    assert "refused (1)" in out


def test_no_bar_in_a_pipe(capsys: Output) -> None:
    """What a program reads is not disturbed."""
    with progress() as tell:
        tell("Reading", 0.5)
    assert capsys.readouterr() == ("", "")


def test_a_bar_on_a_terminal_for_what_takes_long(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """It names the step; what ends within a second shows none."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    with progress() as tell:
        tell("Reading", 0.1)
        assert capsys.readouterr().err == ""
        monkeypatch.setattr("smtrain.cli._progress.PATIENCE", 0.0)
        tell("Reading", 0.5)
        tell("Writing", 0.9)
    said = capsys.readouterr().err
    assert "Writing" in said
    assert "90%" in said
