"""Plain text becomes HTML that says the same to eyes, ears and keyboards."""

from __future__ import annotations

import pytest

from smtrain.model.audience import Condition
from smtrain.model.audience import Test as KeyTest
from smtrain.model.course import Lesson, Page, Term
from smtrain.model.text import (
    Cell,
    Code,
    Footnote,
    FootnoteMark,
    Heading,
    Item,
    Link,
    List,
    Paragraph,
    Passage,
    Picture,
    Strike,
    Table,
    Variable,
)
from tests.render.rendered import document, one, page_of, words_in
from tests.render.sample import AT, bold, link, module, para, said, words

NASTY = "<script>alert(\"1\")</script> & 'more'"


def test_text_is_never_markup() -> None:
    """What an author writes is shown as written."""
    page = page_of(para(NASTY, Code(AT, NASTY)))
    assert words_in(one(page, "./p")).count(NASTY) == 2
    assert not page.xpath(".//script")


def test_attributes_keep_their_quotes() -> None:
    """A quote in a description or a title ends no attribute."""
    picture = Picture(AT, "a.png", NASTY)
    titled = Link(AT, 'https://example.org/?a=1&b="2"', words("x"), AT, NASTY)
    page = page_of(para(picture, titled))
    assert one(page, ".//img").get("alt") == NASTY
    assert one(page, ".//a").get("title") == NASTY
    assert one(page, ".//a").get("href") == 'https://example.org/?a=1&b="2"'


def test_titles_are_escaped() -> None:
    """The module's own words are text, too."""
    made = document(module(title=NASTY, description=NASTY))
    assert one(made, "//h1").text == NASTY
    assert one(made, "//title").text == NASTY


@pytest.mark.parametrize("level", [3, 4, 5, 6])
def test_headings_keep_their_level(level: int) -> None:
    """The page's title is h2, so a heading's hashes are its level."""
    heading = one(page_of(Heading(AT, level, words("Why"), "why")), f".//h{level}[@id='why']")
    assert words_in(heading) == "Why"


def test_struck_words_are_deleted_words() -> None:
    """Screen readers can tell that words no longer hold."""
    assert one(page_of(para(Strike(AT, words("#sp")))), ".//del").text == "#sp"


def test_links_to_other_sites_open_beside_the_course() -> None:
    """In a new tab that knows nothing of ours, and screen readers are told."""
    found = one(page_of(para(link("https://example.org/", "policy"))), "./p/a")
    assert (found.get("target"), found.get("rel")) == ("_blank", "noopener")
    assert words_in(found) == "policy (opens in a new tab)"


def test_mail_links_stay_in_the_tab() -> None:
    """The mail program opens, no empty tab."""
    assert one(page_of(para(link("mailto:a@example.org", "us"))), "./p/a").get("target") is None


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", " JaVaScript:alert(1)"])
def test_links_that_run_something_are_words_only(href: str) -> None:
    """Even if a check were left out, a page never carries them."""
    page = page_of(para(link(href, "press")))
    assert not page.xpath("./p/a")
    assert words_in(one(page, "./p")) == "press"


def test_links_to_terms_say_so() -> None:
    """The player opens a term's meaning in place; without script it is a link."""
    term = Term(AT, "nda", "NDA", said("A contract."))
    page = page_of(para(link("#nda", "NDA"), link("#p", "top")), terms=(term,))
    assert [(a.get("href"), a.get("data-term")) for a in page.xpath("./p/a")] == [
        ("#nda", "nda"),
        ("#p", None),
    ]


def test_pictures_keep_their_place_until_they_load() -> None:
    """Width and height stand in the page, so nothing jumps."""
    image = one(page_of(para(Picture(AT, "media/Desk Photo.PNG", "A desk"))), ".//img")
    assert (image.get("width"), image.get("height"), image.get("decoding")) == ("640", "400", "async")
    assert image.get("src").startswith("media/desk-photo-")
    assert image.get("src").endswith(".png")


def test_decorative_pictures_say_nothing() -> None:
    """WCAG 1.1.1: an empty alternative, not a missing one."""
    assert one(page_of(para(Picture(AT, "a.png", "ignored", decorative=True))), ".//img").get("alt") == ""


def test_only_pictures_after_the_first_page_load_late() -> None:
    """What is seen first is not held back."""
    blocks = (para(Picture(AT, "a.png", "A")),)
    lesson = Lesson(AT, "l", (), (Page(AT, "p", words("1"), blocks), Page(AT, "q", words("2"), blocks)))
    assert document(module(lessons=(lesson,))).xpath("//img/@loading") == ["lazy"]
    assert [i.get("loading") for i in document(module(lessons=(lesson,))).xpath("//img")] == [None, "lazy"]


def test_passages_say_their_language_and_direction() -> None:
    """WCAG 3.1.2; right to left only where it differs from the page."""
    page = page_of(para(Passage(AT, words("Hallo"), "de"), Passage(AT, words("שלום"), "he")))
    assert [(s.get("lang"), s.get("dir")) for s in page.xpath(".//p/span")] == [("de", None), ("he", "rtl")]


def test_passages_for_some_say_for_whom() -> None:
    """What the build could not settle is shown with a label."""
    condition = Condition((KeyTest("role", ("hr", "social-team")),))
    assert (
        words_in(one(page_of(para("A", Passage(AT, words("B"), "", condition))), "./p"))
        == "AB (For hr, social team)"
    )


def test_tables_scroll_by_themselves() -> None:
    """A wide table is reached by keyboard and its columns are named."""
    table = Table(
        AT,
        (Cell(AT, words("A")), Cell(AT, words("B"))),
        ((Cell(AT, words("1")), Cell(AT, words("2"), "right")),),
    )
    page = page_of(table)
    holder = one(page, ".//table/..")
    assert (holder.get("role"), holder.get("tabindex"), holder.get("aria-label")) == (
        "group",
        "0",
        "Table: A, B",
    )
    assert page.xpath(".//th/@scope") == ["col", "col"]
    assert page.xpath(".//td/@class") == ["right"]


def test_tight_lists_have_no_paragraphs() -> None:
    """As in CommonMark; a nested list stays in its item."""
    inner = List(AT, (Item(AT, said("below")),))
    page = page_of(List(AT, (Item(AT, (para("above"), inner)),)))
    assert not page.xpath(".//li/p")
    assert words_in(one(page, ".//ul/li/ul/li")) == "below"


def test_lists_begin_at_the_authors_number() -> None:
    """`start` only where it is not one."""
    page = page_of(List(AT, (Item(AT, said("a")),), start=3), List(AT, (Item(AT, said("b")),), start=1))
    assert [ol.get("start") for ol in page.xpath("./ol")] == ["3", None]


def test_ticks_are_said_in_words() -> None:
    """A task list is no form, but its ticks are heard."""
    page = page_of(List(AT, (Item(AT, said("Photo"), True), Item(AT, said("Names"), False))))
    assert [words_in(li) for li in page.xpath(".//li")] == ["☑︎ Done: Photo", "☐︎ To do: Names"]


def test_footnotes_stand_at_the_end_of_the_page_that_marks_them_first() -> None:
    """With a way there and back; a second mark leads to the same note."""
    mark = FootnoteMark(AT, "law", 1)
    first = Page(AT, "p", words("1"), (para("A", mark), para("B", mark)))
    second = Page(
        AT, "q", words("2"), (para("C", mark), Footnote(AT, "law", 1, (para("The ", bold("act")),)))
    )
    made = document(module(lessons=(Lesson(AT, "l", (), (first, second)),)))
    assert made.xpath("//sup/a/@href") == ["#note_1"] * 3
    assert len(set(made.xpath("//sup/a/@id"))) == 3
    note = one(made, "//section[@id='p']//li[@id='note_1']")
    assert words_in(note) == "The act ↩"
    assert one(note, "./a").get("href").lstrip("#") in made.xpath("//sup/a/@id")


def test_variables_of_the_player_have_words_until_then() -> None:
    """Without script a sentence still reads well."""
    found = one(
        page_of(Paragraph(AT, (Variable(AT, "learner.name"),))), ".//*[@data-variable='learner.name']"
    )
    assert found.text == "you"
