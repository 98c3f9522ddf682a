"""Sources: numbered in a module, listed at the end of each page that names them."""

from __future__ import annotations

from dataclasses import replace

from smtrain.model.course import Lesson, Module, Page
from smtrain.model.text import SourceMark
from tests.render.rendered import document, words_in
from tests.render.sample import AT, SOURCE, module, para, words

OTHER = replace(SOURCE, id="S09", title="Another source", url="", publisher="", published="", checked="")


def two_pages() -> Module:
    """The second page names the source of the first one again."""
    pages = (
        Page(AT, "p1", words("One"), (para("A", SourceMark(AT, "S09"), SourceMark(AT, "S09")),)),
        Page(AT, "p2", words("Two"), (para("B", SourceMark(AT, "S08"), SourceMark(AT, "S09")),)),
    )
    return module(lessons=(Lesson(AT, "l", (), pages),), sources=(SOURCE, OTHER))


def test_numbers_are_the_same_all_over_a_module() -> None:
    """A source has the number of its first mark; each page lists what it names, by number."""
    page = document(two_pages())
    assert page.xpath("//sup/a/text()") == ["[1]", "[1]", "[2]", "[1]"]
    lists = page.xpath("//ol[@aria-label='Sources']")
    assert [[li.get("value") for li in one] for one in lists] == [["1"], ["1", "2"]]
    assert "Staff and social media" in words_in(lists[1])
    assert "Checked November 1, 2026." in words_in(lists[1])


def test_marks_lead_to_their_entry_and_back() -> None:
    """Every mark has a name and a place of its own, and its target is on the same page."""
    page = document(two_pages())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for mark in page.xpath("//sup/a"):
        target = page.get_element_by_id(mark.get("href")[1:])
        assert target.xpath("ancestor::section/@id") == mark.xpath("ancestor::section/@id")
        assert mark.get("aria-label").startswith("Source ")
    for back in page.xpath("//ol[@aria-label='Sources']//a[starts-with(@href, '#')]"):
        assert back.get("href")[1:] in ids


def test_a_module_without_sources_is_quiet() -> None:
    """No empty list."""
    assert not document(module(para("A"), sources=(SOURCE,))).xpath("//ol[@aria-label='Sources']")
