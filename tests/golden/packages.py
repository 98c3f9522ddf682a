"""The courses of this folder, built and unpacked in memory."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from smtrain import standards
from smtrain.workflow.build import build

HERE = Path(__file__).parent
COURSES = tuple(sorted(folder.parent.name for folder in HERE.glob("*/source")))
STANDARDS = standards.names()


@cache
def _zips(course: str) -> dict[str, bytes]:
    """The packages of a course for all standards, by standard."""
    with TemporaryDirectory() as folder:
        built = build(HERE / course / "source", out=Path(folder), standards=STANDARDS)
        assert built.findings == (), [finding.message for finding in built.findings]
        return {path.stem.rpartition(".")[2]: path.read_bytes() for path in built.written}


def zipped(course: str, standard: str) -> bytes:
    """The package as an author gets it."""
    return _zips(course)[standard]


def entries(course: str, standard: str) -> list[ZipInfo]:
    """What the zip says of its files, in their order."""
    with ZipFile(BytesIO(zipped(course, standard))) as package:
        return package.infolist()


def unpacked(course: str, standard: str) -> dict[str, bytes]:
    """The files of the package by name, in the order of the zip."""
    with ZipFile(BytesIO(zipped(course, standard))) as package:
        return {name: package.read(name) for name in package.namelist()}
