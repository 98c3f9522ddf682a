"""The zip: read back by the standard library, and the same bytes every time."""

from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.package import EARLIEST, Deflated, Package, TooLarge, write_zip, zip_bytes


def open_file(path: PurePath) -> BinaryIO:
    """Open a file on disk, as `workflow` does."""
    return Path(path).open("rb")


def package_of(files: dict[str, bytes]) -> Package:
    """A package with the manifest first."""
    package = Package(first="imsmanifest.xml")
    for name, data in files.items():
        package.add(name, data)
    return package


names = st.builds(
    "{}.{}".format, st.sampled_from("abcdefgh"), st.sampled_from(["html", "css", "png", "mp4", "xml"])
)
files = st.dictionaries(names, st.binary(), max_size=8)


@given(files, st.integers(0, 5_000_000_000))
def test_any_zip_can_be_read_back(some: dict[str, bytes], when: int) -> None:
    """Python's own reader finds every file with its bytes and a right checksum."""
    with ZipFile(BytesIO(zip_bytes(package_of(some), open_file, when=when))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == sorted(some)
        assert {name: archive.read(name) for name in some} == some
        assert all(info.compress_type in (ZIP_STORED, ZIP_DEFLATED) for info in archive.infolist())
        assert all(not info.flag_bits and not info.extra for info in archive.infolist())


@given(files)
def test_order_of_adding_gives_the_same_bytes(some: dict[str, bytes]) -> None:
    """The same files make the same zip, whichever was added first."""
    backwards = dict(reversed(some.items()))
    assert zip_bytes(package_of(some), open_file) == zip_bytes(package_of(backwards), open_file)


@given(st.binary())
def test_deflated_before_or_now_gives_the_same_contents(data: bytes) -> None:
    """A file that was deflated once for many packages reads like any other."""
    package = package_of({})
    package.add("player.js", Deflated.of(data))
    with ZipFile(BytesIO(zip_bytes(package, open_file))) as archive:
        assert archive.read("player.js") == data == Deflated.of(data).inflated()


def test_media_are_stored_and_text_is_deflated() -> None:
    """A picture is packed already; a page is not."""
    text = b"social media at work " * 50
    with ZipFile(BytesIO(zip_bytes(package_of({"a.png": text, "b.html": text}), open_file))) as archive:
        assert archive.getinfo("a.png").compress_type == ZIP_STORED
        assert archive.getinfo("b.html").compress_type == ZIP_DEFLATED
        assert archive.getinfo("b.html").compress_size < len(text)


def test_text_that_deflating_would_lengthen_is_stored() -> None:
    """Five bytes deflate to seven."""
    with ZipFile(BytesIO(zip_bytes(package_of({"a.css": b"abcde"}), open_file))) as archive:
        assert archive.getinfo("a.css").compress_type == ZIP_STORED


def test_files_on_disk_are_read_when_written(tmp_path: Path) -> None:
    """Media are copied piece by piece, text is read and deflated; both arrive whole."""
    video, page = tmp_path / "Any name.MP4", tmp_path / "page"
    video.write_bytes(bytes(range(256)) * 9000)
    page.write_bytes(b"<p>Hello</p>" * 100)
    package = Package()
    package.add("media/clip.mp4", video)
    package.add("index.html", page)
    with ZipFile(BytesIO(zip_bytes(package, open_file))) as archive:
        assert archive.read("media/clip.mp4") == video.read_bytes()
        assert archive.read("index.html") == page.read_bytes()
        assert archive.testzip() is None


@pytest.mark.parametrize(
    ("when", "told"),
    [
        (EARLIEST, (1980, 1, 1, 0, 0, 0)),
        (0, (1980, 1, 1, 0, 0, 0)),
        (1_700_000_001, (2023, 11, 14, 22, 13, 20)),
        (99_999_999_999, (2107, 12, 31, 23, 59, 58)),
    ],
)
def test_the_time_is_the_one_given(when: int, told: tuple[int, ...]) -> None:
    """Seconds since 1970 in UTC, within what a zip can say, wherever this runs."""
    with ZipFile(BytesIO(zip_bytes(package_of({"a.html": b"a"}), open_file, when=when))) as archive:
        assert archive.getinfo("a.html").date_time == told


def test_permissions_are_those_of_a_plain_file() -> None:
    """Readable by everybody, as web servers need it, whatever the author's disk says."""
    with ZipFile(BytesIO(zip_bytes(package_of({"a.html": b"a"}), open_file))) as archive:
        info = archive.getinfo("a.html")
        assert (info.external_attr >> 16, info.create_system) == (0o100644, 3)


def test_a_package_beyond_4_gib_is_refused() -> None:
    """No zip64: some LMSs cannot read it. The stream only counts, so the test is small."""

    class Endless(BytesIO):
        """Stands where a very long file ends."""

        def tell(self) -> int:
            return 0xFFFF_FFFF + super().tell()

    with pytest.raises(TooLarge, match="4 GiB"):
        write_zip(package_of({"a.html": b"a" * 99, "b.html": b"b" * 99}), Endless(), open_file)


def test_a_failing_disk_is_passed_on() -> None:
    """A file that has vanished since it was found is the caller's to report."""

    def gone(path: PurePath) -> BinaryIO:
        raise FileNotFoundError(path)

    package = Package()
    package.add("a.png", PurePath("a.png"))
    with pytest.raises(FileNotFoundError):
        zip_bytes(package, gone)
