"""Where each idea stands: every place that the page names is in the course, and every module is named."""

from __future__ import annotations

import re

from smtrain.model.course import Course
from smtrain.model.node import walk
from tests.courses.test_social_media import course
from tests.house.checkout import ROOT

PAGE = (ROOT / "docs" / "traceability.md").read_text("utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split(" | "))
    for line in PAGE.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| Idea"))
]
PLACE = re.compile(r"`([a-z0-9-]+)#([a-z0-9-]+)`")
PUBLISHED = re.compile(r"`publish: ([a-z-]+)`")


def ids(found: Course) -> dict[str, set[str]]:
    """For each module the ids of its pages and of everything on them."""
    return {
        module.id: {str(name) for node in walk(module.lessons) if (name := getattr(node, "id", ""))}
        for module in found.modules
    }


def test_every_idea_has_a_place() -> None:
    """Ninety-three ideas, none twice, none without a place."""
    assert len(ROWS) == len({idea for idea, _ in ROWS}) == 93
    assert [idea for idea, where in ROWS if not re.search(r"`|\]\(", where)] == []


def test_every_place_is_in_the_course() -> None:
    """A page or block of a module, or a page that is published."""
    known = ids(course())
    places = {place for _, where in ROWS for place in PLACE.findall(where)}
    assert sorted(f"{module}#{name}" for module, name in places if name not in known.get(module, ())) == []
    published = {name for _, where in ROWS for name in PUBLISHED.findall(where)}
    assert published <= {module.id for module in course().published}


def test_every_module_carries_an_idea() -> None:
    """None is there for its own sake."""
    named = {module for _, where in ROWS for module, _ in PLACE.findall(where)}
    assert {module.id for module in course().modules} - named == set()
