"""Writing files: all of them or none, with one sentence for what the system refuses."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from smtrain.workflow.errors import MISSING_PATH, UNWRITABLE, Refused, missing, unwritable
from smtrain.workflow.write import write_files

FULL = Path("/dev/full")


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder with what they hold, hidden ones too."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture
def small_files() -> Iterator[None]:
    """The system refuses to write more than 1,000 bytes into one file."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)


def test_writes_bytes_and_streams_into_a_new_folder(tmp_path: Path) -> None:
    """The folder and those above it are made, and the paths come back in order."""

    def writer(out: BinaryIO) -> None:
        out.write(b"second")
        out.seek(0)
        out.write(b"S")

    written = write_files(tmp_path / "a" / "dist", {"one.zip": b"first", "media/two.zip": writer})

    assert written == (tmp_path / "a/dist/one.zip", tmp_path / "a/dist/media/two.zip")
    assert tree(tmp_path) == {"a/dist/one.zip": b"first", "a/dist/media/two.zip": b"Second"}


def test_replaces_what_it_names_and_leaves_the_rest(tmp_path: Path) -> None:
    """A package that is no longer built stays; nothing of ours is left beside."""
    (tmp_path / "one.zip").write_bytes(b"old")
    (tmp_path / "other.zip").write_bytes(b"other")

    write_files(tmp_path, {"one.zip": b"new"})

    assert tree(tmp_path) == {"one.zip": b"new", "other.zip": b"other"}


def test_files_get_the_usual_rights(tmp_path: Path) -> None:
    """A colleague may read a package as far as the umask allows."""
    before = os.umask(0o022)
    try:
        (path,) = write_files(tmp_path, {"one.zip": b"x"})
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o644


@pytest.mark.usefixtures("small_files")
def test_a_file_that_grows_too_large_leaves_everything_as_it_was(tmp_path: Path) -> None:
    """The second file is refused in the middle; the first was complete and is taken back too."""
    (tmp_path / "one.zip").write_bytes(b"old")

    with pytest.raises(Refused) as refused:
        write_files(tmp_path, {"one.zip": b"new", "two.zip": b"x" * 5000, "deep/three.zip": b"new"})

    assert tree(tmp_path) == {"one.zip": b"old"}
    assert list(tmp_path.iterdir()) == [tmp_path / "one.zip"]
    assert refused.value.rule is UNWRITABLE
    assert "two.zip" in refused.value.message
    assert "larger than the system allows" in refused.value.message


def test_a_failing_rename_brings_the_earlier_files_back(tmp_path: Path) -> None:
    """A folder that takes the name of the second file at the last moment undoes the first one as well."""
    (tmp_path / "one.zip").write_bytes(b"old")

    def stand_in_the_way(out: BinaryIO) -> None:
        (tmp_path / "two.zip" / "full").mkdir(parents=True)
        out.write(b"new")

    with pytest.raises(Refused, match=r"two\.zip"):
        write_files(tmp_path, {"one.zip": b"new", "zero.zip": b"new", "two.zip": stand_in_the_way})

    assert tree(tmp_path) == {"one.zip": b"old"}
    assert sorted(p.name for p in tmp_path.iterdir()) == ["one.zip", "two.zip"]


def test_another_error_of_a_writer_is_passed_on(tmp_path: Path) -> None:
    """The writer's own exception arrives as it is, and no new folder is left behind."""

    def writer(out: BinaryIO) -> None:
        out.write(b"half")
        raise ValueError("too large for a zip")

    with pytest.raises(ValueError, match="too large for a zip"):
        write_files(tmp_path / "dist", {"one.zip": writer})

    assert list(tmp_path.iterdir()) == []


def test_a_picture_that_vanished_is_named(tmp_path: Path) -> None:
    """An error while reading is about the file read, not about the one being written."""

    def writer(out: BinaryIO) -> None:
        with (tmp_path / "team.png").open("rb") as picture:
            out.write(picture.read())

    with pytest.raises(Refused, match=r"cannot read .*team\.png: there is no such file"):
        write_files(tmp_path / "dist", {"one.zip": writer})


@pytest.mark.parametrize(
    ("prepare", "words"),
    [
        (lambda path: path.mkdir(), "there is a folder of this name"),
        (lambda path: path.symlink_to("nowhere"), "a link that leads nowhere"),
        (lambda path: path.symlink_to(path.name), "a link that leads nowhere"),
    ],
)
def test_a_name_that_is_taken(tmp_path: Path, prepare: object, words: str) -> None:
    """A folder or a dangling link in the place of a file is said in one sentence."""
    assert callable(prepare)
    prepare(tmp_path / "two.zip")

    with pytest.raises(Refused, match=words):
        write_files(tmp_path, {"one.zip": b"new", "two.zip": b"new"})

    assert not (tmp_path / "one.zip").exists()


def test_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    """The link stays a link."""
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/one.zip").write_bytes(b"old")
    (tmp_path / "one.zip").symlink_to("shared/one.zip")

    write_files(tmp_path, {"one.zip": b"new"})

    assert (tmp_path / "one.zip").is_symlink()
    assert (tmp_path / "shared/one.zip").read_bytes() == b"new"


@pytest.mark.parametrize("target", ["file", "file/below", "dangling"])
def test_a_target_that_cannot_be_a_folder(tmp_path: Path, target: str) -> None:
    """A file or a dangling link in the place of the folder, or above it, is a refusal."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "dangling").symlink_to("nowhere")

    with pytest.raises(Refused) as refused:
        write_files(tmp_path / target, {"one.zip": b"new"})

    assert refused.value.rule is UNWRITABLE
    assert sorted(p.name for p in tmp_path.iterdir()) == ["dangling", "file"]


@pytest.mark.skipif(not FULL.exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_in_words() -> None:
    """What the system says about a full disk becomes a sentence with a way out."""
    with pytest.raises(OSError, match="space") as full, FULL.open("wb", buffering=0) as device:
        device.write(b"x")

    refused = unwritable(Path("dist/one.zip"), full.value)

    assert refused.message == "cannot write dist/one.zip: the disk is full"
    assert refused.mend == "free some room there or name another folder with --out"


def test_a_missing_path_suggests_its_neighbour(tmp_path: Path) -> None:
    """A slip in the name is the usual reason."""
    (tmp_path / "course").mkdir()

    refused = missing(tmp_path / "cuorse")

    assert refused.rule is MISSING_PATH
    assert refused.mend == 'did you mean "course"?'
