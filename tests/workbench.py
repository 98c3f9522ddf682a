"""Small courses on disk for tests that run the real check and the real build on a few lines of source."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from zipfile import ZipFile

from smtrain import standards
from smtrain.cli import main
from smtrain.diagnostics import Finding, Rule
from smtrain.workflow.assign import Request, assign
from smtrain.workflow.build import build
from smtrain.workflow.check import check
from smtrain.workflow.explain import Example, all_rules, take_apart

FRONT_MATTER = "---\nid: example\ntitle: Example\nlanguage: en\n---\n\n"
COURSE = {"id": "course", "title": "Course", "language": "en", "modules": "[example]"}
TODAY = date(2026, 11, 23)
RULES = "version: 1\ntracks: {basics: {}}\nrules: [{id: everyone, assign: basics}]\n"
FOR_THE_COURSE = ("course.yaml", "company.yaml")
BESIDE = ("sources.yaml", "glossary.md", "cases/", "brand/", "templates/")


def write_course(folder: Path, files: Mapping[str, str], encoding: str = "utf-8") -> Path:
    """Write an example and return what to check: the course's folder, or that of its one module.

    `module.md` without front matter gets one. `course.yaml` gets the lines it lacks. Other files are
    the module's, unless their name begins with a folder of the course. The module's `media/` has a
    picture (team.png, team.svg), a recording (intro.mp4, intro.mp3, large.mp4), captions (intro.vtt)
    and a font that is too large (large.woff2). Where a text names it, there is a bank of 900 questions
    (bank/large.md).
    """
    module = folder / "example"
    write_media(module / "media")
    if any("bank/large.md" in text for text in files.values()):
        write_bank(module / "bank")
    of_course = any(name in FOR_THE_COURSE or name.startswith("templates/") for name in files)
    for name, text in files.items():
        if name == "module.md" and not text.startswith("---\n"):
            text = FRONT_MATTER + text
        if name == "course.yaml":
            text = complete(text)
        shared = name in FOR_THE_COURSE or (of_course and name.startswith(BESIDE)) or "/module.md" in name
        below = folder if shared else module
        (below / name).parent.mkdir(parents=True, exist_ok=True)
        (below / name).write_bytes(text.encode(encoding))
    if not of_course:
        return module
    if "course.yaml" not in files:
        (folder / "course.yaml").write_text(complete(""), "utf-8")
    if not any(name.endswith("module.md") for name in files):
        (module / "module.md").write_text(f"{FRONT_MATTER}## Page\n\nText.\n", "utf-8")
    return folder


def complete(text: str) -> str:
    """A `course.yaml` with the settings that it cannot do without."""
    keys = {line.partition(":")[0] for line in text.splitlines()}
    return "".join(f"{key}: {value}\n" for key, value in COURSE.items() if key not in keys) + text


def write_bank(folder: Path) -> None:
    """More questions than anybody should be asked."""
    folder.mkdir(parents=True)
    questions = (
        f"::: true-false {{#large-{n}}}\n\n{n} is a number.\n\n- [x] True\n- [ ] False\n\n:::\n"
        for n in range(900)
    )
    (folder / "large.md").write_text("\n".join(questions), "utf-8")


def write_media(folder: Path) -> None:
    """One file of each type that modules use. What is in a recording never matters."""
    folder.mkdir(parents=True)
    (folder / "team.png").write_bytes(_png())
    (folder / "team.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>', "utf-8"
    )
    (folder / "intro.vtt").write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n", "utf-8")
    for name in ("intro.mp4", "intro.mp3"):
        (folder / name).write_bytes(b"")
    for name, begins, size in (("large.mp4", b"", 21_000_000), ("large.woff2", b"wOF2", 150_000)):
        with (folder / name).open("wb") as file:
            file.write(begins)
            file.truncate(size)


def _png() -> bytes:
    """A grey pixel (PNG specification, section 5)."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">2I5B", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        chunk(kind, data)
        for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(b"\0\x80")), (b"IEND", b""))
    )


def is_about_people(files: Mapping[str, str]) -> bool:
    """Whether an example has a roster or HR's rules, and not a text of a course."""
    return any(name.startswith(("roster.", "assignment.")) for name in files)


def write_people(folder: Path, files: Mapping[str, str], encoding: str = "utf-8") -> Path:
    """Write an example of a roster and HR's rules, and return the roster.

    What an example leaves out is a rule that gives everyone one track, and a roster of one person.
    `roster.xlsx` is shown as CSV, and gets numbers and formulas as a program writes them; `roster.zip/NAME` is a
    file in a ZIP.
    """
    usual = {"assignment.yaml": RULES} if "assignment.yaml" not in files else {}
    if not any(name.startswith("roster.") for name in files):
        usual["roster.csv"] = "id,username\n000417,ana\n"
    roster = folder / "roster.csv"
    for name, text in {**usual, **files}.items():
        path = folder / name
        if name == "course.yaml":
            text = complete(text)
        if name.startswith("roster."):
            roster = folder / name.partition("/")[0]
        if ".zip/" in name:
            with ZipFile(roster, "a") as archive:
                archive.writestr(name.partition("/")[2], text)
        elif name.endswith(".xlsx"):
            write_xlsx(path, [line.split(",") for line in text.splitlines()])
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode(encoding if name.startswith("roster.") else "utf-8"))
    return roster


def write_xlsx(path: Path, *sheets: Sequence[Sequence[object]]) -> None:
    """A workbook; a text of digits stays text, one that begins with `=` is a formula without a result."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, str) and cell.startswith("="):
                        sheet.write_formula(number, column, cell, value="")
                    elif isinstance(cell, str):
                        sheet.write_string(number, column, cell)
                    elif isinstance(cell, date):
                        sheet.write_datetime(
                            number, column, cell, book.add_format({"num_format": "yyyy-mm-dd"})
                        )
                    elif cell is not None:
                        sheet.write_number(number, column, cell)


def people_findings(folder: Path, files: Mapping[str, str], encoding: str = "utf-8") -> tuple[Finding, ...]:
    """What `assign` finds in an example, as of 2026-03-01."""
    roster = write_people(folder, files, encoding)
    return assign(Request(roster, folder / "assignment.yaml", date(2026, 3, 1))).findings


def findings(path: Path, out: Path) -> tuple[Finding, ...]:
    """What a check finds and then, if that is no error, a build in every standard; no advice on style."""
    return build(path, out=out, standards=standards.names(), as_of=TODAY).findings


def advice(path: Path) -> tuple[Finding, ...]:
    """What a check finds, with advice on style."""
    return check(path, as_of=TODAY, advice=True).findings


def run(words: Sequence[str]) -> int:
    """`smtrain` with these words, in the current folder."""
    return main(words)


def examples() -> list[tuple[Rule, Example]]:
    """Every example of every rule."""
    return [(rule, example) for rule in all_rules() for example in take_apart(rule.explanation).examples]
