"""The sample that comes with the course: the commands README shows, and the same people in every format."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from smtrain.people.settings import AssignmentFile, RosterSettings
from smtrain.workflow.assign import Request, assign
from tests.house.checkout import ROOT
from tests.people.office import DAY, listed, tracks
from tests.workbench import run

COURSE = ROOT / "courses" / "social-media"
PEOPLE = COURSE / "people"


def test_the_sample_is_what_its_script_makes(tmp_path: Path) -> None:
    """Always the same people."""
    copy = tmp_path / "make.py"
    copy.write_bytes((PEOPLE / "make.py").read_bytes())
    subprocess.run([sys.executable, copy], check=True)
    for name in ("roster.csv", "volunteers.csv", "completed.csv"):
        assert (tmp_path / name).read_bytes() == (PEOPLE / name).read_bytes()


def test_every_slip_is_found_and_nobody_is_lost() -> None:
    """Nine slips, and 200 people who are assigned or on a list."""
    done = assign(Request(PEOPLE / "roster.csv", COURSE / "assignment.yaml", DAY))
    found = [(finding.rule.code, finding.span.line) for finding in done.findings]
    assert found == [
        ("SM917", 63), ("SM913", 83), ("SM920", 93), ("SM923", 103), ("SM921", 113), ("SM924", 133),
        ("SM915", 142), ("SM915", 143), ("SM922", 153),
    ]  # fmt: skip
    lists = listed(done)
    assert lists["refused"] == ["000110", "000139"]
    assert lists["outside"] == ["000120", "000121"]
    assigned = {ident for ident, own in tracks(done).items() if own}
    lost = {f"{number:06}" for number in range(1, 201)} - assigned - {*lists["refused"], *lists["outside"]}
    assert lost == {"000080", "000140"}, "one has no readable id, the other's id is somebody else's"


def test_volunteers_get_the_full_training() -> None:
    """Whoever is on the list has the track as an option, without a due date."""
    done = assign(Request(PEOPLE / "roster.csv", COURSE / "assignment.yaml", DAY))
    found = {ident: own["ambassador"] for ident, own in tracks(done).items() if "ambassador" in own}
    assert sorted(found) == (PEOPLE / "volunteers.csv").read_text("utf-8").split()[1:]
    assert {(track.level, track.due, track.rule) for track in found.values()} == {("optional", "", "opt_in")}


FORMATS = ("windows.csv", "excel.txt", "plain.csv", "directory.json", "directory.ldif", "oneroster.zip")


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample in other formats."""
    folder = tmp_path_factory.mktemp("others")
    subprocess.run([sys.executable, PEOPLE / "make.py", folder], check=True)
    return folder


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_people_in_other_formats(others: Path, name: str) -> None:
    """Job titles and departments say the same tracks, whatever the file."""
    rules = (COURSE / "assignment.yaml").read_text("utf-8")
    if name.startswith(("directory", "oneroster")):
        rules = re.sub(r"  columns:\n(    .*\n)+", "", rules)
        rules = rules.replace("from: hire_date", "from: assigned")
        rules = re.sub(r"  - \{id: managers.*\n", "", rules) if name.startswith("one") else rules
    (others / "people").mkdir(exist_ok=True)
    (others / "people" / "volunteers.csv").write_bytes((PEOPLE / "volunteers.csv").read_bytes())
    (others / "assignment.yaml").write_text(rules, "utf-8")
    found = tracks(assign(Request(others / name, others / "assignment.yaml", DAY)))
    (others / "whole.csv").write_bytes((others / "plain.csv").read_bytes())
    (others / "assignment.yaml").write_text((COURSE / "assignment.yaml").read_text("utf-8"), "utf-8")
    whole = tracks(assign(Request(others / "whole.csv", others / "assignment.yaml", DAY)))
    assert len(whole) == 200
    left_out = {"leaders"} if name.startswith("one") else set()
    away = {"000120", "000121"}  # a directory does not tell them from others, or tells otherwise
    for ident in whole.keys() - away:
        assert found[ident].keys() - left_out == whole[ident].keys() - left_out, ident


def test_readme_walks_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each line of README's part for HR does what its remark says."""
    text = (ROOT / "README.md").read_text("utf-8").split("## Who takes what: for HR")[1]
    block = re.findall(r"^```sh\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)[0]
    assert block.startswith("cd courses/social-media\n")
    monkeypatch.chdir(COURSE)
    said = []
    for line in block.splitlines()[1:]:
        words = line.partition("#")[0].split()[1:]
        words = [str(tmp_path / "hr") if word == "../../hr" else word for word in words]
        assert run(words) == 1, "the sample has slips"
        said.append(capsys.readouterr().out)
    dry, why, written, later = said
    assert "Nothing was written: this is a dry run." in dry
    assert "\n000030  " in why
    assert "opt_in names this person" in why
    assert "moodle-users.csv" in written
    assert "Next, in Moodle:" in written
    assert "Since the last run:" in later


@pytest.mark.parametrize("model", [AssignmentFile, RosterSettings])
def test_the_document_names_every_setting(model: type[AssignmentFile | RosterSettings]) -> None:
    """A setting that is not in the reference is not there for anyone."""
    text = (ROOT / "docs" / "hr.md").read_text("utf-8")
    assert [name for name in model.model_fields if f"`{name}" not in text and f"{name}:" not in text] == []
