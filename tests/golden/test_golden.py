"""Whole packages against the ones kept here, so that nothing changes unseen.

`SMTRAIN_REWRITE=1` writes them anew; the difference is then read like code. Scripts, style and schema
files are made from other sources, so only their names are kept, in `files.txt`.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests.golden.packages import COURSES, HERE, STANDARDS, unpacked

NAMES = "files.txt"
MADE_ELSEWHERE = (".js", ".css", ".xsd", ".dtd")


def kept_files(folder: Path) -> dict[str, bytes]:
    """The files in a folder by their path from there."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def rewrite(folder: Path, files: dict[str, bytes]) -> None:
    """Make a folder hold exactly these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("course", COURSES)
def test_package(course: str, standard: str) -> None:
    """The package has these files, in this order, with this content; none is missing and none is new."""
    package = unpacked(course, standard)
    found = {name: data for name, data in package.items() if not name.endswith(MADE_ELSEWHERE)}
    found[NAMES] = "".join(f"{name}\n" for name in package).encode()
    folder = HERE / course / standard
    if os.environ.get("SMTRAIN_REWRITE"):
        rewrite(folder, found)
    kept = kept_files(folder)
    assert kept, f"nothing is kept in {folder}; SMTRAIN_REWRITE=1 writes it"
    assert kept[NAMES].decode().split() == list(package)
    for name, data in found.items():
        # As text, so that a difference can be read; every file kept here is one.
        assert data.decode() == kept.get(name, b"").decode(), name
    assert sorted(kept) == sorted(found)


def test_there_are_courses() -> None:
    """A folder that was moved would otherwise pass without a test."""
    assert COURSES
    kept = {path.name for course in COURSES for path in (HERE / course).iterdir()}
    assert kept == {"source", *STANDARDS}


@pytest.mark.parametrize("change", ["wrong", "missing", "extra"])
def test_a_difference_is_found(change: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison itself: a wrong, a missing and an extra file each fail it."""
    course, standard = COURSES[0], "scorm12"
    shutil.copytree(HERE / course, tmp_path / course)
    folder = tmp_path / course / standard
    match change:
        case "wrong":
            manifest = folder / "imsmanifest.xml"
            manifest.write_bytes(manifest.read_bytes().replace(b"ITEM_", b"ITEN_"))
        case "missing":
            (folder / "index.html").unlink()
        case _:
            (folder / "extra.html").write_text("more", "utf-8")
    monkeypatch.setattr("tests.golden.test_golden.HERE", tmp_path)
    monkeypatch.delenv("SMTRAIN_REWRITE", raising=False)
    with pytest.raises(AssertionError):
        test_package(course, standard)
