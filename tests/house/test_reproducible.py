"""The shipped course: the same bytes wherever and whenever it is built, in zips any reader takes."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest

from smtrain import standards
from tests.house.checkout import ROOT

COURSE = ROOT / "courses" / "social-media"
ARGUMENTS = [word for name in standards.names() for word in ("--standard", name)]


def build(course: Path, out: Path, **surroundings: str) -> dict[str, bytes]:
    """Build a course in a process of its own; what lies in the target folder then."""
    command = [sys.executable, "-m", "smtrain", "build", str(course), "--out", str(out), *ARGUMENTS]
    environment = {**os.environ, **surroundings}
    done = subprocess.run(
        command, cwd=course, env=environment, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return {file.name: file.read_bytes() for file in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The course as built here and now."""
    return build(COURSE, tmp_path_factory.mktemp("here"), PYTHONHASHSEED="0")


@cache
def locales() -> tuple[str, ...]:
    """The locales this system has."""
    done = subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False)
    return tuple(done.stdout.split())


def test_there_is_a_package_for_each_standard(built: dict[str, bytes]) -> None:
    """Each module of the course comes for each standard."""
    for standard in standards.names():
        assert [name for name in built if name.endswith(f".{standard}.zip")]


def test_the_bytes_do_not_depend_on_the_surroundings(built: dict[str, bytes], tmp_path: Path) -> None:
    """Another folder, time zone, language, file times, permissions and hash seed change nothing."""
    elsewhere = tmp_path / "Another place" / "course"
    shutil.copytree(COURSE, elsewhere, copy_function=shutil.copyfile)
    for file in elsewhere.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
        file.chmod(0o700)
    turkish = next((name for name in locales() if name.startswith("tr_TR")), "C")
    again = build(
        elsewhere, tmp_path / "out", PYTHONHASHSEED="4242", TZ="Asia/Kathmandu", LC_ALL=turkish, LANG=turkish
    )
    assert list(again) == list(built)
    assert [name for name in built if again[name] != built[name]] == []


def test_source_date_epoch_sets_the_time(built: dict[str, bytes], tmp_path: Path) -> None:
    """Distributions stamp what they build; the contents stay the same."""
    stamped = build(COURSE, tmp_path / "out", SOURCE_DATE_EPOCH="1700000000")
    assert list(stamped) == list(built)
    for name in (name for name in stamped if name.endswith(".zip")):
        with ZipFile(tmp_path / "out" / name) as archive:
            assert {info.date_time[:3] for info in archive.infolist()} == {(2023, 11, 14)}


def test_zips_are_plain(built: dict[str, bytes], tmp_path: Path) -> None:
    """Right checksums, only stored or deflated, names without surprises."""
    for name, data in built.items():
        if not name.endswith(".zip"):
            continue
        (tmp_path / name).write_bytes(data)
        with ZipFile(tmp_path / name) as archive:
            assert archive.testzip() is None
            assert {info.compress_type for info in archive.infolist()} <= {ZIP_STORED, ZIP_DEFLATED}
            inside = archive.namelist()
            assert len({Path(one).name.lower() for one in inside}) == len(inside)
            assert not [one for one in inside if one.startswith(("/", ".")) or ".." in one or "\\" in one]
