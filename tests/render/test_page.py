"""The page around the blocks: what is there before the script, and what the player finds in it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from smtrain.model.course import Lesson, Page
from smtrain.render import pages
from tests.render.rendered import course_of, document, one, render, templates, words_in
from tests.render.sample import AT, everything, media_of, module, para, words


def test_same_module_same_bytes() -> None:
    """Nothing depends on time, chance or order."""
    assert render(everything()) == render(everything())


def test_one_set_of_templates_serves_any_number_of_modules() -> None:
    """What one module leaves behind does not show in the next."""
    alone = render(module(para("A")))
    render(everything())
    assert render(module(para("A"))) == alone


def test_the_page_tells_its_language_and_direction() -> None:
    """WCAG 3.1.1; both follow the module."""
    root = document(module(language="ar-EG"))
    assert (root.get("lang"), root.get("dir")) == ("ar-EG", "rtl")
    assert document(module(language="de")).get("dir") == "ltr"


def test_everything_is_open_before_the_script() -> None:
    """No page is hidden; the class tells the style that no script has run."""
    root = document(everything())
    assert root.get("class") == "plain"
    assert not root.xpath("//section[@data-page and @hidden]")


def test_the_menu_lists_every_page_under_its_lesson() -> None:
    """In order, the result last."""
    menu = one(document(everything()), "//nav[@id='menu']")
    assert [words_in(p) for p in menu.xpath("./p")] == ["Posting with care", "Try it yourself"]
    ids = [page.id for page in everything().pages()]
    assert menu.xpath(".//a/@data-menu") == [*ids, "result"]
    assert menu.xpath(".//a/@href") == [f"#{name}" for name in [*ids, "result"]]


def test_pages_are_named_by_their_titles() -> None:
    """The player moves the focus there (contract of page and player)."""
    root = document(everything())
    for page in root.xpath("//section[@data-page]"):
        title = one(page, f".//h2[@id='{page.get('aria-labelledby')}']")
        assert title.get("tabindex") == "-1"


def test_continued_and_optional_pages_say_so() -> None:
    """In the heading and in the menu."""
    lesson = Lesson(
        AT, "l", (), (Page(AT, "p", words("Why"), (), optional=True), Page(AT, "q", words("Why"), (), part=2))
    )
    root = document(module(lessons=(lesson,)))
    assert [words_in(h) for h in root.xpath("//main//h2")] == ["Why", "Why part 2", "Your result"]
    assert "Optional" in words_in(one(root, "//section[@id='p']"))
    assert "Optional" not in words_in(one(root, "//section[@id='q']"))


def test_the_first_page_opens_the_module() -> None:
    """With what it is about and how long it takes."""
    opening = one(document(module(description="About posts.", minutes=1)), "//section[@id='p']/header")
    assert words_in(opening) == "A module · 1 minute A page About posts."


def test_course_data_survives_the_attribute() -> None:
    """Quotes, tags and other scripts come out of the page as they went in."""
    made = module(title='"It\'s" <b> & שלום \u2028')
    assert course_of(made) == render(made).data
    assert course_of(made)["title"] == made.title


def test_only_the_players_words_are_handed_over() -> None:
    """The page's own words are in the page already."""
    messages = json.loads(one(document(module()), "//*[@id='course']").get("data-messages"))
    assert messages
    assert all(key.startswith("player.") for key in messages)


def test_words_fall_back_to_english() -> None:
    """A language without words of its own still has a page."""
    words = templates().words("xx-YY")
    assert (words.language, dict(words)) == ("en", dict(templates().words("en")))


def test_a_regional_language_takes_the_words_of_its_language() -> None:
    """de-AT says only what differs from de."""
    texts = {
        "messages/en.json": '{"a": "en", "b": "en", "c": "en"}',
        "messages/de.json": '{"a": "de", "b": "de"}',
        "messages/de-AT.json": '{"a": "at"}',
    }
    found = type(templates())(texts.get).words("de-at")
    assert dict(found) == {"a": "at", "b": "de", "c": "en"}
    assert found.language == "de-AT"


def test_media_nobody_read_is_our_own_mistake() -> None:
    """It is said by name, not left out of the package."""
    made = everything()
    known = dict(media_of(made))
    del known["media/desk.svg"]
    with pytest.raises(KeyError, match=r"media/desk\.svg"):
        pages(made, standard="web", templates=templates(), media=known)


def test_assets_are_those_the_page_names() -> None:
    """No file too many, none too few."""
    made = render(everything())
    root = document(everything())
    named = set(root.xpath("//img/@src | //video/@src | //audio/@src | //track/@src | //@poster"))
    assert {asset.name for asset in made.assets} == named


def test_an_empty_page_is_still_a_page() -> None:
    """Nothing breaks where an author has only written a title."""
    assert one(document(replace(module(), minutes=None)), "//section[@id='p']/header/h2").text == "A page"
