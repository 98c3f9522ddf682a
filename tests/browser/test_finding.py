"""Finding one's way: the menu with its states, the time left, search, terms, and coming back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import PHONE
from tests.browser.looks import SMALL, WIDE, heard, listen, shoot, violations
from tests.browser.stories import act, answer_everything, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.learner import Learner


QUIZ = read_story("first-visit-passes").events[12:18]
"""All answers of the quiz, and handing in."""


def search(one: Learner, words: str) -> list[str]:
    """Type into the search field; the results as they read."""
    field = one.sco.get_by_role("searchbox", name="Search this module")
    field.fill(words)
    return [" ".join(text.split()) for text in one.slot("found").locator("li").all_inner_texts()]


def test_the_menu_tells_how_far_one_is_with_each_page(learner: Callable[..., Learner]) -> None:
    """Open, seen, waiting for an answer, done: in a sign, and in words for a screen reader."""
    one = learner("final", "web")
    one.open()
    links = {page: one.sco.locator(f"[data-menu={page}]") for page in ("why", "how", "check")}
    expect(links["why"]).to_have_accessible_name("Why we answer 1 min (seen)")
    expect(links["why"]).to_have_attribute("aria-current", "page")
    expect(links["how"]).to_have_accessible_name("How we answer 1 min")
    expect(links["how"]).to_have_attribute("data-state", "open")
    one.go("check")
    expect(links["check"]).to_have_accessible_name("The check 2 min (to answer)")
    act(one, QUIZ)
    expect(links["check"]).to_have_accessible_name("The check 2 min (done)")


def test_the_time_left_falls_to_nothing(learner: Callable[..., Learner]) -> None:
    """On the bar at a desk, in the menu on a phone; gone when all is reached."""
    one = learner("final", "web")
    one.open()
    left = one.sco.locator(".bar [data-slot=left]")
    expect(left).to_have_text("About 3 minutes left")
    expect(one.sco.locator("#menu [data-slot=left]")).to_be_hidden()
    one.next()
    one.next()
    expect(left).to_have_text("About 2 minutes left")
    act(one, QUIZ)
    expect(left).to_be_hidden()
    phone = learner("final", "web", viewport=PHONE)
    phone.open()
    expect(phone.sco.locator(".bar [data-slot=left]")).to_be_hidden()
    phone.sco.locator("[data-action=menu]").click()
    expect(phone.sco.locator("#menu [data-slot=left]")).to_be_visible()


def test_search_finds_text_and_goes_to_it(learner: Callable[..., Learner]) -> None:
    """The page, some words around, the match marked; the count is said; a part folded away is opened."""
    one = learner("tour", "web")
    one.open()
    listen(one.page)
    found = search(one, "PRIVATE account")
    assert len(found) == 1
    assert re.fullmatch(r"Parts .*Even a private account can be shared\..*", found[0]), found
    expect(one.slot("found").locator("mark")).to_have_text("private account")
    assert "Found on 1 page" in heard(one.page)
    one.slot("found").get_by_role("link").click()
    one.settle()
    text = one.sco.locator("main").get_by_text("Even a private account can be shared.")
    expect(text).to_be_visible()
    expect(text).to_be_focused()
    expect(text).to_be_in_viewport()
    assert one.page.evaluate("[...CSS.highlights.get('found')][0].toString()") == "private account"


def test_search_does_not_mind_accents_or_order(learner: Callable[..., Learner]) -> None:
    """Words may stand apart; nothing is found for one sign, or for words that are not there."""
    one = learner("tour", "web")
    one.open()
    assert len(search(one, "prívate äccount")) == 1
    assert len(search(one, "shared account private")) == 1
    assert search(one, "p") == []
    expect(one.slot("found-count")).to_be_empty()
    assert search(one, "zebra") == []
    expect(one.slot("found-count")).to_have_text("Found on 0 pages")


def test_search_does_not_give_answers_away(learner: Callable[..., Learner]) -> None:
    """Feedback and hints are not found before they were earned; feedback is found afterwards."""
    one = learner("final", "web")
    one.open()
    assert search(one, "you write for all of them") == []
    assert search(one, "Think of the word") == []
    one.answer("q-practice", ["Everybody who can see the post"])
    assert len(search(one, "you write for all of them")) == 1


def test_search_finds_no_question_that_is_not_asked(learner: Callable[..., Learner]) -> None:
    """Of two questions in a pool one is drawn; the other is not on the page for anybody."""
    one = learner("pools", "web")
    one.open()
    drawn = ("A private group is private.", "A deleted post is gone for good.")
    shown = [text for text in drawn if one.sco.get_by_text(text).is_visible()]
    assert len(shown) == 1
    assert [bool(search(one, text)) for text in drawn] == [text in shown for text in drawn]


def test_search_by_keyboard_on_a_phone(learner: Callable[..., Learner]) -> None:
    """Open the menu, type, Tab to a result, Enter: the menu shuts, also when the page is the one shown."""
    one = learner("tour", "web", viewport=PHONE)
    one.open()
    keys = one.page.keyboard
    one.sco.locator("[data-action=menu]").click()
    one.sco.get_by_role("searchbox").focus()
    keys.type("struck")
    expect(one.slot("found").locator("li")).to_have_count(1)
    assert one.sco.evaluate(SMALL) == []
    assert one.sco.evaluate(WIDE) == []
    assert violations(one.page) == []
    shoot(one.page, "search-360")
    keys.press("Tab")
    keys.press("Enter")
    expect(one.sco.locator("#menu")).to_be_hidden()
    expect(one.sco.locator("[data-page]:visible")).to_contain_text("struck")
    one.sco.locator("[data-action=menu]").click()
    one.slot("found").get_by_role("link").click()
    expect(one.sco.locator("#menu")).to_be_hidden()


def test_a_required_question_holds_a_search_back(learner: Callable[..., Learner]) -> None:
    """What may not be left by a link may not be left by a result either."""
    one = learner("tour", "web")
    one.open()
    one.go("practice")
    search(one, "The quiz")
    one.slot("found").get_by_role("link").last.click()
    expect(one.sco.locator("[data-page=practice]")).to_be_visible()


def test_a_term_is_read_and_left_by_keyboard(learner: Callable[..., Learner]) -> None:
    """Enter opens it and moves the focus in; Tab past its end and Escape both lead back to the word."""
    one = learner("tour", "web")
    one.open()
    one.go("words")
    term = one.sco.locator("[data-term=nda]")
    expect(term).to_have_attribute("aria-haspopup", "dialog")
    popup = one.sco.get_by_role("dialog", name="NDA")
    keys = one.page.keyboard
    for leave in (["Escape"], ["Tab", "Tab"], ["Shift+Tab"]):
        term.focus()
        keys.press("Enter")
        expect(popup).to_be_focused()
        for key in leave:
            keys.press(key)
        expect(popup).to_be_hidden()
        expect(term).to_be_focused()


def test_a_term_leads_to_the_list_of_all(learner: Callable[..., Learner]) -> None:
    """The list stands where the author put it; the way there opens what hides it."""
    one = learner("tour", "web")
    one.open()
    one.go("words")
    one.sco.locator("[data-term=nda]").click()
    one.sco.get_by_role("dialog").get_by_role("link", name="All terms").click()
    one.settle()
    expect(one.sco.locator("dd#nda")).to_be_focused()
    expect(one.sco.locator("#term_popup")).to_be_hidden()


@pytest.mark.parametrize("standard", ["scorm12", "web"])
def test_who_comes_back_is_told_where_they_were(standard: str, learner: Callable[..., Learner]) -> None:
    """In words, without moving the focus; gone with the next page. Nobody is welcomed back the first time."""
    one = learner("final", standard)
    one.open()
    expect(one.slot("welcome")).to_be_empty()
    one.next()
    one.exit()
    one.open()
    expect(one.slot("welcome")).to_have_text("Welcome back. You were at “How we answer”.")
    assert one.sco.evaluate("document.activeElement === document.body")
    expect(one.sco.locator("[data-page=how]")).to_be_visible()
    one.next()
    expect(one.slot("welcome")).to_be_empty()


def test_everything_answered_leaves_no_page_waiting(learner: Callable[..., Learner]) -> None:
    """After the whole tour each page is seen or done."""
    one = learner("tour", "web")
    one.open()
    answer_everything(one)
    states = one.sco.locator("[data-menu]:not([data-menu=result])").evaluate_all(
        "(links) => links.map((link) => link.dataset.state)"
    )
    assert set(states) <= {"seen", "done"}, states
