"""H1-H3: how long a roster takes, against Python's csv module reading and writing the same rows."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from benchmarks.measure import Run, Spread, in_turn, ratios, run
from benchmarks.result import Result, at_most
from benchmarks.workshop import Workshop

ROWS = ("H1", "H2", "H3")

MANY = 1_000_000
"""People in the large roster."""

SHEET = 100_000
"""People in the workbook."""

_HEADER = (
    "Employee ID,Login,First name,Last name,E-mail,Job title,Job code,Department,Site,Manager ID,Hire date,Status"
).split(",")
_RULES = """\
version: 1
roster: {columns: {region: Site}}
tracks:
  essentials: {due: {days: 30, from: assigned}, valid_for: 12 months}
  advanced: {due: {days: 30, from: assigned}}
  onboarding: {due: {days: 30, from: hire_date}}
exclusive: {privacy: [essentials, advanced]}
rules:
  - {id: everyone, assign: essentials, priority: 10}
  - {id: care, assign: advanced, priority: 20, when: {any: [{department: [D1, D2, D3]}, {manages_people: true}]}}
  - {id: new, assign: onboarding, when: {all: [{region: {under: EU}}, {tenure_days: {max: 90}}]}}
"""
_FLOOR = """
import csv, sys
with open(sys.argv[1], encoding="utf-8", newline="") as source, open(sys.argv[2], "w", encoding="utf-8", newline="") as target:
    writer = csv.writer(target)
    for row in csv.reader(source):
        writer.writerow(row)
"""


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """The large roster from CSV to files for Moodle, and the workbook."""
    folder = shop.folder / "people"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "assignment.yaml").write_text(_RULES, "utf-8")
    rounds = max(3, shop.rounds // 2)
    if wanted & {"H1", "H2"}:
        roster = _roster(folder / "large.csv", MANY)
        floor, ours = in_turn(rounds, lambda: _floor(roster, folder), lambda: _assign(shop, roster))
        if "H1" in wanted:
            spread = ratios(ours, floor)
            seconds = Spread(tuple(one.seconds for one in ours)).middle
            what = f"{MANY:,} people, CSV to files for Moodle (by the clock {seconds:.1f} s)"
            yield at_most("H1", what, spread.middle, 4, " × csv", digits=2, spread=spread.shown())
        if "H2" in wanted:
            spread = Spread(tuple(one.megabytes for one in ours))
            yield at_most("H2", "peak memory of it", spread.middle, 1500, " MB", spread=spread.shown(0))
    if "H3" in wanted:
        sheet = _sheet(folder / "sheet.xlsx")
        floor, ours = in_turn(
            rounds, lambda: _floor(_roster(folder / "sheet.csv", SHEET), folder), lambda: _assign(shop, sheet)
        )
        spread = ratios(ours, floor)
        seconds = Spread(tuple(one.seconds for one in ours)).middle
        what = f"{SHEET:,} people, XLSX to files for Moodle (by the clock {seconds:.1f} s)"
        figure = f"{spread.middle:.1f} × csv"
        yield Result("H3", what, figure, "goes through", True, spread.shown(1))


def _assign(shop: Workshop, roster: Path) -> Run:
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "smtrain",
        "assign",
        roster,
        "--rules",
        roster.parent / "assignment.yaml",
    ]
    return run([*command, "--as-of", "2026-03-01", "--lms", "moodle", "--out", shop.out("people")])


def _floor(roster: Path, folder: Path) -> Run:
    return run([sys.executable, "-c", _FLOOR, roster, folder / "copy.csv"])


def _people(many: int) -> Iterator[list[str]]:
    """Always the same people."""
    day = date(2026, 3, 1)
    for n in range(1, many + 1):
        hired = day - timedelta(days=n * 7919 % 7300)
        yield [
            f"{n:07}", f"user{n}", f"Given{n % 499}", f"Family{n % 2999}", f"user{n}@example.com", f"Title {n % 41}",
            f"J{n % 97}", f"D{n % 30}", f"EU/DE/City{n % 101}" if n % 3 else "US/Austin",
            f"{n // 10:07}" if n >= 10 else "", hired.isoformat(), "active",
        ]  # fmt: skip


def _roster(path: Path, many: int) -> Path:
    if not path.exists():
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([_HEADER, *_people(many)])
    return path


def _sheet(path: Path) -> Path:
    import xlsxwriter

    if not path.exists():
        with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_numbers": False}) as book:
            sheet = book.add_worksheet()
            for number, row in enumerate([_HEADER, *_people(SHEET)]):
                sheet.write_row(number, 0, row)
    return path
