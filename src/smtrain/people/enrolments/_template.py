"""Fills a template that the customer downloads: its header row says which columns there are.

A CSV keeps its delimiter and header; a workbook keeps everything but the rows below the header,
which are the vendor's examples. Every value is written as text, so nothing can become a formula.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, time
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo
from zoneinfo import ZoneInfo

from smtrain.people.csvtext import line
from smtrain.people.enrolments._lms import Handover, Lms, Output, Text
from smtrain.people.fields import plain
from smtrain.people.kept import Assigned
from smtrain.people.person import Person
from smtrain.people.rosters.xlsx import sheet_path
from smtrain.people.rules_run import TEMPLATE

Names = Mapping[str, str]
"""What columns mean: their names, as `plain` compares them, and one of `VALUES` or a field of the roster."""

VALUES = ("item", "title", "due", "due_time", "assigned", "level", "person_name")
"""What a column can mean beside a field of the roster."""

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def filled(name: str, title: str, columns: Mapping[str, str], then: str) -> Lms:
    """A system whose template is filled in. `columns` are usual names and what they mean."""
    usual = {plain(column): means for column, means in columns.items()}
    return Lms(title, lambda handover: _write(handover, name, usual), then, template=True,
               check=lambda handover: _check(handover, usual))  # fmt: skip


class _Sheet:
    """The rows of a template, which row is its header, and what its columns mean."""

    def __init__(self, handover: Handover, usual: Names) -> None:
        assert handover.template
        self.name, self.data = handover.template
        self.workbook = self.data.startswith(b"PK")
        self.delimiter = ","
        self.rows = self._of_workbook() if self.workbook else self._of_text()
        own = handover.options.get("columns")
        mapped = {plain(str(c)): str(m) for c, m in own.items()} if isinstance(own, dict) else {}
        names = {**usual, **mapped}
        marks = [sum(plain(cell) in names for cell in row) for row in self.rows[:20]]
        best = max(marks, default=0)
        self.header = len(marks) - 1 - marks[::-1].index(best) if best else -1
        self.means = [names.get(plain(cell), "") for cell in self.rows[self.header]] if best else []

    def _of_text(self) -> list[list[str]]:
        text = self.data.decode("utf-8-sig", errors="replace")
        first = "\n".join(text.splitlines()[:20])
        self.delimiter = max(",;\t|", key=first.count)
        return list(csv.reader(StringIO(text, newline=""), delimiter=self.delimiter))

    def _of_workbook(self) -> list[list[str]]:
        from python_calamine import CalamineError, CalamineWorkbook

        try:
            book = CalamineWorkbook.from_filelike(BytesIO(self.data))
            rows = book.get_sheet_by_index(0).to_python(skip_empty_area=False)
        except (CalamineError, OSError, ValueError):
            return []
        return [[cell if isinstance(cell, str) else str(cell) for cell in row] for row in rows]


def _check(handover: Handover, usual: Names) -> None:
    """A template needs a column for the person, and one for what is assigned."""
    if handover.template is None:
        return
    sheet = _Sheet(handover, usual)
    for what, means in (("the person", ("id", "username", "email", "lms_id")), ("the training", ("item",))):
        if not set(means) & set(sheet.means):
            header = (
                ", ".join(cell for cell in sheet.rows[max(0, sheet.header)] if cell)
                if sheet.rows
                else "nothing"
            )
            handover.issues.add(
                TEMPLATE,
                max(0, sheet.header) + 1,
                f"no column of the template is known to be {what}; it has: {header}",
                mend=f'say which one is: lms: {{{handover.lms}: {{columns: {{"Their name": {means[0]}}}}}}}',
            )


def _write(handover: Handover, name: str, usual: Names) -> Iterable[Output]:
    sheet = _Sheet(handover, usual)
    rows = _rows(handover, sheet.means)
    if sheet.workbook:
        return [Output(f"{name}.xlsx", _fill(sheet, rows))]
    return [Output(f"{name}.csv", lambda: _text(sheet, _rows(handover, sheet.means)))]


def _text(sheet: _Sheet, rows: Iterator[Sequence[str]]) -> Text:
    for row in sheet.rows[: sheet.header + 1]:
        yield line(row, sheet.delimiter) + "\r\n"
    for cells in rows:
        yield line(cells, sheet.delimiter) + "\r\n"


def _rows(handover: Handover, means: Sequence[str]) -> Iterator[Sequence[str]]:
    values = [_value(handover, word) for word in means]
    for person, tracks in handover.enrolled():
        for track in tracks:
            yield ["" if value is None else value(person, track) for value in values]


def _value(handover: Handover, word: str) -> Callable[[Person, Assigned], str] | None:
    """What a column holds. A word in quotes, such as "'LEARNER'", is written as it is."""
    if word.startswith("'") and word.endswith("'"):
        return lambda person, track: word[1:-1]
    if word in handover.plan.roster.fields:
        at = handover.plan.roster.fields.index(word)
        return lambda person, track: person[at]
    read = handover.reader("given", "family", "display")
    zone = ZoneInfo(handover.plan.policy.timezone)
    ways: dict[str, Callable[[Person, Assigned], str]] = {
        "item": lambda person, track: handover.named(track.track, "item"),
        "title": lambda person, track: handover.track(track.track).title or track.track,
        "due": lambda person, track: track.due,
        "due_time": lambda person, track: _end_of(track.due, zone),
        "assigned": lambda person, track: track.first,
        "level": lambda person, track: track.level,
        "person_name": lambda person, track: read(person)[2] or " ".join(filter(None, read(person)[:2])),
    }
    return ways.get(word)


def _end_of(day: str, zone: ZoneInfo) -> str:
    """The end of a day with its offset: Cornerstone reads a time without one as UTC."""
    if not day:
        return ""
    moment = datetime.combine(datetime.fromisoformat(day).date(), time(23, 59), zone)
    offset = moment.strftime("%z")
    return f"{moment:%Y-%m-%d %H:%M:%S} {offset[:3]}:{offset[3:]}"


def _fill(sheet: _Sheet, rows: Iterator[Sequence[str]]) -> bytes:
    """The workbook with other rows below its header; all other parts stay as they are."""
    out = BytesIO()
    with ZipFile(BytesIO(sheet.data)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        path = sheet_path(before, "")
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == path:
                data = _with_rows(data, sheet.header + 1, rows)
            after.writestr(ZipInfo(entry.filename, entry.date_time), data, ZIP_DEFLATED)
    return out.getvalue()


def _with_rows(data: bytes, header: int, rows: Iterator[Sequence[str]]) -> bytes:
    from lxml import etree

    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    table = root.find(f"{_MAIN}sheetData")
    assert table is not None
    for row in list(table):
        if int(row.get("r") or 0) > header:
            table.remove(row)
    for dimension in root.findall(f"{_MAIN}dimension"):
        root.remove(dimension)
    for number, cells in enumerate(rows, header + 1):
        row = etree.SubElement(table, f"{_MAIN}row", r=str(number))
        for column, text in enumerate(cells):
            if text:
                at = etree.SubElement(row, f"{_MAIN}c", r=f"{_letters(column)}{number}", t="inlineStr")
                etree.SubElement(etree.SubElement(at, f"{_MAIN}is"), f"{_MAIN}t").text = text
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _letters(column: int) -> str:
    """A column's name: A to Z, then AA (ECMA-376 part 1, 18.3.1.4)."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name
