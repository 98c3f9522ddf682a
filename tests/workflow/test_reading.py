"""Files on disk: read once, inside the course, in just their spelling."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.diagnostics import Notes
from smtrain.workflow.errors import UNREADABLE, Refused
from smtrain.workflow.reading import Files, exact, inside, read_bytes


def test_a_file_is_read_once(tmp_path: Path) -> None:
    """What is wrong with it is noted once; its text is kept for the report."""
    path = tmp_path / "a.md"
    path.write_bytes(b"Gr\xfc\xdfe")
    notes = Notes()
    files = Files(notes)
    assert files.read(path) is files.read(path)
    assert len(notes.findings()) == 1
    assert list(files.sources.values()) == ["Gr\ufffd\ufffde"]


@pytest.mark.parametrize("name", ["nothing", "folder", "file/x", "round", "x" * 300])
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str) -> None:
    """In one sentence that names the file."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "round").symlink_to("round")
    with pytest.raises(Refused) as refused:
        read_bytes(tmp_path / name)
    assert refused.value.rule is UNREADABLE
    assert name in refused.value.message


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("team.png", True),
        ("sub/team.png", True),
        ("sub/../team.png", True),
        ("./team.png", True),
        ("../course/team.png", True),
        ("link.png", True),
        ("linked/team.png", True),
        ("Team.png", False),
        ("SUB/team.png", False),
        ("sub", False),
        ("", False),
        (".", False),
        ("team.png/x", False),
        ("round", False),
        ("x" * 300, False),
        ("a\0b", False),
    ],
)
def test_a_file_is_there_in_just_this_spelling(tmp_path: Path, name: str, expected: bool) -> None:
    """A package is read on systems that tell case."""
    folder = tmp_path / "course"
    (folder / "sub").mkdir(parents=True)
    for path in (folder / "team.png", folder / "sub" / "team.png"):
        path.write_bytes(b"")
    (folder / "link.png").symlink_to("team.png")
    (folder / "linked").symlink_to("sub")
    (folder / "round").symlink_to("round")
    assert exact(folder / name, folder) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.md", True),
        ("sub/../a.md", True),
        ("not/there", True),
        ("../a.md", False),
        ("/etc/passwd", False),
        ("out/a.md", False),
        ("../course-two/a.md", False),
    ],
)
def test_links_are_followed_to_tell_inside_from_outside(tmp_path: Path, name: str, expected: bool) -> None:
    """A folder beside it whose name begins alike is outside."""
    folder = tmp_path / "course"
    folder.mkdir()
    (folder / "out").symlink_to(tmp_path)
    assert inside(folder / name, folder) is expected


@pytest.mark.parametrize("name", ["round", "x" * 300, "a\0b"])
def test_what_can_be_no_file_is_not_outside(tmp_path: Path, name: str) -> None:
    """It is missing, which is said elsewhere."""
    (tmp_path / "round").symlink_to("round")
    assert inside(tmp_path / name, tmp_path)
