"""Spreadsheets: XLSX, and the older XLS and ODS. Macros and links are never looked at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from itertools import islice
from typing import Any, BinaryIO
from zipfile import BadZipFile, ZipFile

from smtrain.people.columns import score
from smtrain.people.rules_file import HEADER, UNKNOWN_FORMAT
from smtrain.people.rules_row import EMPTY_FORMULA
from smtrain.people.table import Format, Number, Place, Source, Table

MOST_BYTES = 2_000_000_000
"""Bytes a spreadsheet may unpack to."""

_EVERY = 4096


def read(source: Source) -> Table | None:
    """The rows of one sheet: the one HR has named, else the visible one whose header fits best."""
    from python_calamine import CalamineError, CalamineWorkbook

    if _unpacks_to(source.stream) > MOST_BYTES:
        source.issues.add(UNKNOWN_FORMAT, 1, f"the file unpacks to more than {MOST_BYTES // 10**9} GB")
        return None
    source.stream.seek(0)
    try:
        book = CalamineWorkbook.from_filelike(source.stream)
        name = _sheet(book, source)
        if not name:
            return None
        sheet = book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        words = " ".join(str(error).split()) or "it is damaged"
        source.issues.add(UNKNOWN_FORMAT, 1, f"the spreadsheet cannot be read: {words}")
        return None
    _note_formulas(source, name)
    at = Place()

    def rows() -> Iterator[Sequence[str]]:
        total = max(1, sheet.height)
        for number, row in enumerate(sheet.iter_rows(), 1):
            at.line_num = number
            if number % _EVERY == 0:
                source.tick(number / total)
            yield [value if type(value) is str else _text(value) for value in row]

    others = len(book.sheet_names) - 1
    notices = (f'{source.name}: read the sheet "{name}"',) if others else ()
    return Table(rows(), at, typed=True, notices=notices)


def _sheet(book: Any, source: Source) -> str:
    wanted = source.shape.sheet
    if wanted:
        if wanted in book.sheet_names:
            return wanted
        source.issues.add(
            HEADER, 1, f'there is no sheet "{wanted}"', mend="there are: " + ", ".join(book.sheet_names)
        )
        return ""
    visible: list[str] = [
        sheet.name for sheet in book.sheets_metadata if str(sheet.visible).rpartition(".")[2] == "Visible"
    ]
    marks = {}
    for name in visible:
        rows = book.get_sheet_by_name(name).iter_rows()
        first = [[value if isinstance(value, str) else "" for value in row] for row in islice(rows, 20)]
        marks[name] = max((score(row, source.shape, {}) for row in first), default=0)
    if not marks or max(marks.values()) == 0:
        source.issues.add(
            HEADER, 1, "no sheet has a line that names the columns", mend="name them under roster: columns:"
        )
        return ""
    return max(visible, key=lambda name: marks[name])


def _text(value: Any) -> str:
    """A cell as text. Numbers say that they are some; dates become ISO, for a date cell has no two readings."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return Number(int(value)) if value.is_integer() and abs(value) < 2**53 else Number(value)
    if isinstance(value, int):
        return Number(value)
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)


def _unpacks_to(stream: BinaryIO) -> int:
    stream.seek(0)
    try:
        with ZipFile(stream) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (BadZipFile, OSError, ValueError):
        return 0  # an XLS is no zip; a broken one is told by whoever reads it


_EMPTY = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]+)"[^>]*>\s*<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def sheet_path(archive: ZipFile, name: str) -> str:
    """Where a sheet of this name, or the first one, lies in an XLSX (ECMA-376 part 1, 18.2.19); "" if nowhere."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
    links = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {str(link.get("Id")): str(link.get("Target")) for link in links}
    for sheet in book.iter("{*}sheet"):
        if name in ("", sheet.get("name")):
            target = targets.get(str(sheet.get(_RELATION)), "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _note_formulas(source: Source, name: str) -> None:
    """A formula that was never calculated reads as an empty cell: a program wrote the file, not Excel."""
    source.stream.seek(0)
    try:
        with ZipFile(source.stream) as archive:
            path = sheet_path(archive, name)
            data = archive.read(path) if path else b""
    except (BadZipFile, KeyError, OSError, ValueError):
        return
    for found in _EMPTY.finditer(data):
        cell = (found[1] + found[2]).decode("ascii")
        source.issues.add(
            EMPTY_FORMULA,
            int(found[2]),
            f"the cell {cell} has a formula without a result, so it reads as empty",
            mend="open the file in a spreadsheet program and save it, or paste the values",
        )


def _fits(head: bytes, names: Sequence[str]) -> bool:
    return "xl/workbook.xml" in names or "content.xml" in names or head.startswith(b"\xd0\xcf\x11\xe0")


FORMAT = Format("XLSX", _fits, read)
