"""A course with tracks, and the same packages written out as a course without any."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from benchmarks.content import PAGES, PICTURE_PAGES, content
from benchmarks.pictures import picture
from benchmarks.sources import markdown, put

MODULES = range(1, 11)
"""Ten modules of the fleet, each in two depths: twenty packages."""

TRACKS = 10
"""Half of them take each depth; who takes them differs, and the text of a depth does not."""

ALL = frozenset(range(1, PAGES + 1))
SHORT = ALL - frozenset(range(7, PAGES))
"""Pages, from 1, that the essential depth has. The last one, with the quiz, is for all."""

_HEAD = "id: benchmark\ntitle: Tracks\nlanguage: en\n"


def write_tracks(folder: Path) -> None:
    """Write the course with tracks."""
    names = [content(number).id for number in MODULES]
    for number, name in zip(MODULES, names, strict=True):
        _write(folder / name, number, name, ALL, "{depth=full}")
    listed, roles = ", ".join(names), [f"role-{number}" for number in range(TRACKS)]
    tracks = "".join(
        f"  {role}: {{title: {role}, modules: [{listed}],"
        f" for: {{role: {role}, depth: {'full' if number % 2 else 'essential'}}}}}\n"
        for number, role in enumerate(roles)
    )
    keys = f"{{role: {{values: [{', '.join(roles)}]}}, depth: {{values: [essential, full]}}}}"
    put(folder / "course.yaml", f"{_HEAD}modules: [{listed}]\naudience: {keys}\ntracks:\n{tracks}")


def write_plain(folder: Path) -> None:
    """Write a module for each of those packages, with nothing in it for other readers."""
    names = []
    for number in MODULES:
        for depth, places in (("essential", SHORT), ("full", ALL)):
            names.append(f"{content(number).id}-{depth}")
            _write(folder / names[-1], number, names[-1], places)
    put(folder / "course.yaml", f"{_HEAD}modules: [{', '.join(names)}]\n")


def _write(folder: Path, number: int, name: str, places: Collection[int], condition: str = "") -> None:
    """A module with some of its pages; those that are not for all get the condition."""
    module = content(number)
    pages = [(place, page) for place, page in enumerate(module.pages, 1) if place in places]
    text = markdown(module, pages, name, scored=("final",))
    for place, page in pages:
        if condition and place not in SHORT:
            text = text.replace(f"{{#{page.id}}}", f"{{#{page.id} {condition[1:]}")
    (folder / "media").mkdir(parents=True, exist_ok=True)
    put(folder / "module.md", text)
    for place in PICTURE_PAGES:
        file = folder / "media" / f"picture-{place}.jpg"
        if place in places and not file.is_file():
            file.write_bytes(picture(number, place))
