"""The course that comes along: what its page for heads of communications states is what the course is."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from smtrain.model.course import Course, Track, TrackModule, required_minutes
from smtrain.model.node import walk_blocks
from smtrain.review import matrix
from smtrain.source.file import decode
from smtrain.source.yaml import Yaml, load
from smtrain.workflow.check import check
from smtrain.workflow.documents import publish
from tests.house.checkout import ROOT

FOLDER = ROOT / "courses" / "social-media"
PAGE = (ROOT / "docs" / "curriculum.md").read_text("utf-8")
FOCUS = {"service", "sales", "hr", "internal", "product"}
INTERNAL = {
    "escalation",
    "security",
    "legal",
    "hr",
    "wellbeing",
    "investor_relations",
    "trainer",
    "point_people",
}
PARTS = (
    "What happened",
    "What was done",
    "What we learn",
    "How sure is this?",
    "Talk about it",
    "Tied to your job",
)


class Cell(NamedTuple):
    """What the page says of one module in one track."""

    required: bool
    depth: str
    minutes: int


def rows(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, its own headings first."""
    text = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if "---" not in line]


def stated() -> dict[str, dict[str, Cell]]:
    """For each track what the page says of each module; "one" and "all" stand for focus areas."""
    head, *table = rows("Depths and minutes")
    found: dict[str, dict[str, Cell]] = {track: {} for track in head[2:]}
    for name, minutes, *cells in table:
        short, full = minutes.split(" / ")
        for track, cell in zip(head[2:], cells, strict=True):
            for module, word in _modules(name.strip("`"), cell):
                depth = "essential" if word.endswith("E") else "full"
                found[track][module] = Cell(
                    word.startswith("R"), depth, int(short if depth == "essential" else full)
                )
    return found


def _modules(name: str, cell: str) -> list[tuple[str, str]]:
    if cell == "–":
        return []
    if not name.startswith("one focus area"):
        return [(name, cell)]
    own = cell.partition(" ")[2]
    if own == "one":
        return [("one", "R")]
    areas = [own] if own in FOCUS else sorted(FOCUS)
    return [(f"focus-area-{area}", cell[0]) for area in areas]


@cache
def course() -> Course:
    """The course as it is."""
    found = check(FOLDER).course
    assert found
    return found


def yaml(name: str) -> Yaml:
    """One of its settings files."""
    from smtrain.diagnostics import Notes

    notes = Notes()
    found = load(decode(name, (FOLDER / name).read_bytes(), notes), notes)
    assert found
    return found


@pytest.mark.parametrize("row", rows("Who takes what")[1:], ids=lambda row: row[0].strip("`"))
def test_a_total_is_the_sum_of_what_is_required(row: list[str]) -> None:
    """The page does not contradict itself."""
    cells = stated()[row[0].strip("`")]
    assert sum(cell.minutes for cell in cells.values() if cell.required) == int(row[3])


@pytest.mark.parametrize("row", rows("Who takes what")[1:], ids=lambda row: row[0].strip("`"))
def test_a_track_passes_at_the_mark_that_is_stated(row: list[str]) -> None:
    """As HR reads it."""
    track = next(track for track in course().tracks if track.id == row[0].strip("`"))
    assert track.pass_mark == int(row[4].removesuffix(" %")) / 100


@pytest.mark.parametrize("row", rows("Who takes what")[1:], ids=lambda row: row[0].strip("`"))
def test_a_track_takes_the_minutes_that_are_stated(row: list[str]) -> None:
    """Added up from its packages; of focus areas that are offered for choice, one."""
    track = next(track for track in course().tracks if track.id == row[0].strip("`"))
    taken = required_minutes((entry, _minutes(track, entry)) for entry in track.modules)
    assert taken == int(row[3])


@pytest.mark.parametrize("name", list(stated()))
def test_a_module_is_in_a_track_as_it_is_stated(name: str) -> None:
    """Required, offered or one of several, with the minutes of the table; nothing more and nothing less."""
    track = next(track for track in course().tracks if track.id == name)
    table = stated()[name]
    choice = {f"focus-area-{area}" for area in FOCUS} if "one" in table else set()
    if one := table.pop("one", None):
        table |= dict.fromkeys(choice, one)
    assert {entry.id for entry in track.modules} == set(table)
    assert {entry.id for entry in track.modules if entry.one_of} == choice
    for entry in track.modules:
        cell = table[entry.id]
        assert entry.optional is not cell.required, entry.id
        if cell.required:
            assert _minutes(track, entry) == cell.minutes, entry.id


def _minutes(track: Track, entry: TrackModule) -> int | None:
    variant = course().variant(track, entry)
    assert variant
    return variant.module.minutes


def test_nothing_is_found_in_the_course() -> None:
    """Not even advice; every source, case and word to fill in is used by somebody."""
    found = check(FOLDER, as_of=date(2026, 12, 1)).findings
    assert [(finding.rule.code, finding.message) for finding in found] == []


def test_every_module_says_what_changed() -> None:
    """For those who come back."""
    assert [module.id for module in course().modules if not module.changes] == []


def test_every_module_has_something_to_keep_and_asks() -> None:
    """A card, a question to the trainers, and a picture that teaches."""
    for module in course().modules:
        kinds = {getattr(node, "kind", "") for node in walk_blocks(module.lessons)}
        assert {"job-aid", "ask-us", "figure"} <= kinds, module.id
        assert "notes" in (FOLDER / module.id / "module.md").read_text("utf-8").split(), module.id


def test_every_case_is_shown_somewhere() -> None:
    """None is there for its own sake."""
    texts = "".join(path.read_text("utf-8") for path in FOLDER.glob("*/module.md"))
    shown = {name for ids in re.findall(r"::: case \{id=([A-Z0-9,]+)", texts) for name in ids.split(",")}
    assert {path.stem for path in (FOLDER / "cases").glob("*.md")} - shown == set()


def test_the_essentials_end_with_one_tick_for_the_policy() -> None:
    """Asked again only when its version changes, and no part of the score."""
    essentials = course().tracks[0]
    first = course().variant(essentials, essentials.modules[0])
    assert first
    ticks = [question for question in first.module.questions() if question.id == "policy-read"]
    assert [(tick.kind, tick.required) for tick in ticks] == [("acknowledge", True)]
    assert 'version="{{ policy.version }}"' in (FOLDER / "start-here" / "module.md").read_text("utf-8")


def test_a_company_finds_every_word_to_fill_in() -> None:
    """The file to copy has each variable once, in the order in which they are explained."""
    assert list(yaml("company.example.yaml").value) == list(yaml("course.yaml").value["variables"])


def test_a_point_person_takes_ten_minutes_more() -> None:
    """One module, at essential depth."""
    (track,) = (track for track in course().tracks if track.id == "point-person")
    assert [(entry.id, entry.optional, _minutes(track, entry)) for entry in track.modules] == [
        ("stewards", False, 10)
    ]


def test_every_case_is_complete() -> None:
    """Thirty-three, each with all its parts; no text is left open."""
    files = sorted((FOLDER / "cases").glob("*.md"))
    assert [file.stem for file in files] == [f"C{number:02}" for number in range(1, 34)]
    for file in files:
        text = file.read_text("utf-8")
        assert [part for part in PARTS if f"**{part}" not in text] == [], file.name
        assert "lesson: " in text
        assert "†" not in text


def test_customers_read_nothing_that_is_for_staff(tmp_path: Path) -> None:
    """No contact inside, and no page for staff, is in a byte of the public policy."""
    found = publish(FOLDER, out=tmp_path, company=FOLDER / "company.example.yaml")
    pages = {path.name: path.read_text("utf-8") for path in found.written}
    assert sorted(pages) == ["about.html", "faq.html", "policy-public.html", "policy.html"]
    words = yaml("company.example.yaml").value
    for name in sorted(INTERNAL):
        assert words[f"contacts.{name}"] not in pages["policy-public.html"], name
    for name in sorted(INTERNAL - {"trainer"}):
        assert words[f"contacts.{name}"] in pages["policy.html"], name
    assert "Work accounts" in pages["policy.html"]
    assert "Work accounts" not in pages["policy-public.html"]
    assert not any(re.search(r"\{\{|†", text) for text in pages.values())


def test_reviewers_see_the_same_minutes() -> None:
    """What `smtrain tracks` adds up is what the packages of a track say."""
    table = matrix(course())
    for index, track in enumerate(table.tracks):
        required = required_minutes((entry, _minutes(track, entry)) for entry in track.modules)
        assert table.minutes(index) == required, track.id
