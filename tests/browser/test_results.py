"""The result page: answers looked at again, the certificate, and what the LMS holds."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from smtrain.model.receipt import read_receipt
from tests.browser.learner import DESK, PHONE
from tests.browser.looks import SMALL, WIDE, heard, listen, shoot, violations
from tests.browser.stories import act, read_story

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.learner import Learner

PAGES = "answer again next submit wait".split()


def passed(one: Learner, **launch: Any) -> None:
    """Take the whole module, pass it, and look at the result."""
    one.open(**launch)
    act(one, read_story("first-visit-passes").events, *PAGES)


def failed(one: Learner) -> None:
    """One of two tries, most of it wrong."""
    one.open()
    act(one, read_story("fails-retries-passes").events[:9])
    one.go("result")


def pdf(one: Learner, button: str, form: str = "A4") -> list[str]:
    """Press a print button, and print as the browser would; the text of each sheet on one line."""
    one.page.evaluate("window.print = () => {}")
    one.sco.locator(f"[data-action={button}]").click()
    sheets = PdfReader(io.BytesIO(one.page.pdf(format=form, prefer_css_page_size=False))).pages
    return [" ".join(sheet.extract_text().replace("ﬁ", "fi").split()) for sheet in sheets]


# Review


def test_each_answer_that_counted_is_listed(learner: Callable[..., Learner]) -> None:
    """In words beside a link; practice that does not count is not there."""
    one = learner("final", "web")
    passed(one)
    rows = one.slot("review-list").locator("li")
    expect(rows).to_have_count(5)
    expect(rows.first).to_have_text(re.compile("Which of these posts gives something away\\?\\s*Right"))
    expect(one.slot("review-list")).not_to_contain_text("Who reads a public answer?")


def test_answers_are_walked_through(learner: Callable[..., Learner]) -> None:
    """From the list to an answer with its feedback, on to the next one, and back to the result."""
    one = learner("final", "web")
    passed(one)
    one.slot("review-list").get_by_role("link").first.click()
    one.settle()
    expect(one.form("q-leak")).to_be_focused()
    expect(one.form("q-leak").get_by_text("Right: the date is confidential.")).to_be_visible()
    walk = one.sco.get_by_role("navigation", name="Your answers")
    assert walk.get_by_role("link").all_inner_texts() == ["Your result", "Next answer"]
    assert violations(one.page) == []
    walk.get_by_role("link", name="Next answer").click()
    expect(one.form("q-photo")).to_be_focused()
    assert walk.get_by_role("link").all_inner_texts() == ["Previous answer", "Your result", "Next answer"]
    walk.get_by_role("link", name="Your result").click()
    expect(one.sco.locator("[data-page=result]")).to_be_visible()
    expect(walk).to_have_count(0)


def test_a_wrong_answer_says_so_and_one_not_given_too(learner: Callable[..., Learner]) -> None:
    """Right, wrong; after the quiz was begun again nothing is known of the new try."""
    one = learner("final", "web")
    failed(one)
    expect(one.slot("review-list").locator("[data-mark=wrong]").first).to_have_text("Wrong")
    shoot(one.page, "review-failed")
    one.go("check")
    one.retry("final")
    one.go("result")
    expect(one.slot("review-list").locator("li").first).to_contain_text("Not answered")


def test_a_quiz_that_never_tells_never_tells(learner: Callable[..., Learner]) -> None:
    """Its answers are listed as answered, without right or wrong."""
    one = learner("never", "web")
    one.open()
    act(one, read_story("every-kind").events, "nothing")
    for form in one.sco.locator("form[data-question]").all():
        choices = form.locator("input[type=radio], input[type=checkbox]")
        if choices.count():
            choices.first.check()
        for field in form.locator("input[type=text]").all():
            field.fill("1")
        for field in form.locator("select").all():
            field.select_option(index=1)
    one.sco.locator("[data-action=submit-quiz]").click()
    one.go("result")
    assert one.slot("review-list").locator("li").count() > 0
    expect(one.slot("review-list").locator("[data-mark=right], [data-mark=wrong]")).to_have_count(0)
    expect(one.slot("review-list").locator("li").first).to_contain_text("Answered.")


def test_a_review_shows_what_was_answered_and_sends_nothing(learner: Callable[..., Learner]) -> None:
    """An LMS's review mode: the list, the feedback, what the LMS holds; no way to send, no value set."""
    one = learner("final", "scorm12")
    passed(one)
    one.exit()
    one.calls()
    one.open(modes=["review"])
    panel = recorded(one)
    expect(one.slot("review-list").locator("li [data-mark=right]")).to_have_count(5)
    assert rows(panel)[1][1:] == ["passed", "passed"]
    expect(panel.get_by_role("button", name="Send again")).to_be_hidden()
    one.slot("review-list").get_by_role("link").first.click()
    expect(one.form("q-leak").get_by_text("Right: the date is confidential.")).to_be_visible()
    assert [call for call in one.calls() if "SetValue" in call["call"]] == []


# The certificate


def test_a_certificate_is_offered_to_who_has_passed(learner: Callable[..., Learner]) -> None:
    """Not before; with the LMS's name in its usual order, and nothing to type."""
    one = learner("final", "scorm12")
    failed(one)
    offer = one.sco.get_by_role("button", name="Certificate", exact=True)
    expect(offer).to_be_hidden()
    two = learner("final", "scorm12")
    passed(two)
    offer = two.sco.get_by_role("button", name="Certificate", exact=True)
    offer.click()
    sheet = two.sco.locator(".sheet")
    expect(sheet.locator("h3")).to_be_focused()
    for text in (
        "Kim Doe",
        "has passed the module",
        "Answering comments",
        "November 23, 2026",
        "100%",
        "1.0.0",
    ):
        expect(sheet).to_contain_text(text)
    expect(two.sco.get_by_label("Your name")).to_be_hidden()
    assert [call for call in two.calls() if call["call"] == "LMSSetValue" and "name" in call["args"][0]] == []


@pytest.mark.parametrize("form", ["A4", "Letter"])
def test_a_certificate_prints_on_one_sheet(form: str, learner: Callable[..., Learner]) -> None:
    """On either paper, with the name as typed, which is kept nowhere."""
    one = learner("final", "web")
    passed(one)
    one.sco.get_by_role("button", name="Certificate", exact=True).click()
    one.sco.get_by_label("Your name").fill("Łucja Żółć")
    (sheet,) = pdf(one, "print-certificate", form)
    for text in ("Łucja Żółć", "Answering comments", "November 23, 2026", "100%", "1.0.0"):
        assert text in sheet
    assert "Your answers" not in sheet
    assert "Łucja" not in one.page.evaluate("JSON.stringify(localStorage)")
    one.open()
    one.go("result")
    one.sco.get_by_role("button", name="Certificate", exact=True).click()
    expect(one.sco.get_by_label("Your name")).to_have_value("")


def test_the_day_of_a_certificate_stays(learner: Callable[..., Learner]) -> None:
    """Who looks in weeks later still has the day on which all was reached."""
    one = learner("final", "scorm2004-4")
    passed(one)
    one.exit()
    one.context.clock.set_fixed_time("2027-01-15T09:00:00Z")
    one.open()
    one.go("result")
    one.sco.get_by_role("button", name="Certificate", exact=True).click()
    expect(one.slot("certificate-day")).to_have_text("November 23, 2026")


def test_a_page_prints_alone(learner: Callable[..., Learner]) -> None:
    """With the module's title, version and date; what is folded away is open, nothing else is there."""
    one = learner("tour", "web")
    one.open()
    one.go("parts")
    text = " ".join(pdf(one, "print"))
    assert text.startswith("A tour of everything · Version 1.0.0 · November 23, 2026")
    for words in (
        "Even a private account can be shared.",
        "A law about personal data.",
        "Your profile names us.",
    ):
        assert words in text
    for words in ("Which one is public?", "Search this module", "Next"):
        assert words not in text


# What the LMS holds


def recorded(one: Learner) -> Locator:
    """Open the panel."""
    one.go("result")
    one.sco.get_by_text("Is my completion recorded?").click()
    one.settle()
    return one.sco.locator("#recorded_panel")


def rows(panel: Locator) -> list[list[str]]:
    """The table as it reads."""
    expect(panel.locator("tbody tr").first).to_be_visible()
    return [row.locator("th, td").all_inner_texts() for row in panel.locator("tbody tr").all()]


def test_what_scorm_12_holds(learner: Callable[..., Learner]) -> None:
    """One status for both facts; all of it agrees, and the LMS's own store says the same."""
    one = learner("final", "scorm12")
    passed(one)
    one.calls()
    panel = recorded(one)
    assert rows(panel) == [
        ["Score", "100%", "100%"],
        ["Status (“passed” includes “completed”)", "passed", "passed"],
    ]
    expect(panel).to_contain_text(
        "You have completed this module. Your learning platform holds what was sent."
    )
    expect(one.slot("recorded-when")).to_have_text(
        re.compile(r"Last saved there: 11/23/2026, \d+:\d+:\d+ .M")
    )
    asked = [call["args"][0] for call in one.calls() if call["call"] == "LMSGetValue"]
    assert asked == ["cmi.core.score.raw", "cmi.core.lesson_status"]
    assert one.lms.record == {"completion": "completed", "success": "passed", "score": 100}
    assert one.complaints() == []


def test_what_scorm_2004_holds(learner: Callable[..., Learner]) -> None:
    """Two facts; before the end they say so in plain words."""
    one = learner("final", "scorm2004-4")
    one.open()
    panel = recorded(one)
    assert rows(panel) == [["Completion", "not completed yet", "not completed yet"]]
    expect(panel).to_contain_text("You have not completed this module yet.")
    two = learner("final", "scorm2004-4")
    passed(two)
    assert rows(recorded(two)) == [
        ["Score", "100%", "100%"],
        ["Result", "passed", "passed"],
        ["Completion", "completed", "completed"],
    ]
    assert two.complaints() == []


def test_scorm_again_reads_back_the_same(learner: Callable[..., Learner]) -> None:
    """An LMS run-time by other people."""
    one = learner("final", "scorm12", run_time="again")
    passed(one)
    assert rows(recorded(one))[1][1:] == ["passed", "passed"]
    expect(one.slot("recorded-status")).to_contain_text("holds what was sent")


def test_an_lms_that_fails_takes_it_when_sent_again(learner: Callable[..., Learner]) -> None:
    """No commit gets through: the panel says so. Back on line, one press sends all, and it is heard."""
    one = learner("final", "scorm12")
    one.open()
    one.offline()
    act(one, read_story("first-visit-passes").events, *PAGES)
    panel = recorded(one)
    expect(one.slot("recorded-status")).to_contain_text("does not take it")
    one.online()
    listen(one.sco.page)
    panel.get_by_role("button", name="Send again").click()
    one.settle()
    expect(one.slot("recorded-status")).to_contain_text("holds what was sent")
    assert one.lms.record == {"completion": "completed", "success": "passed", "score": 100}


def test_an_lms_that_forgets_is_told_again(learner: Callable[..., Learner]) -> None:
    """What differs is shown, and sending again mends it; nothing is ever lowered."""
    one = learner("final", "scorm2004-4")
    passed(one)
    one.page.evaluate("API_1484_11.SetValue('cmi.completion_status', 'incomplete')")
    one.page.evaluate("API_1484_11.SetValue('cmi.score.scaled', '0.5')")
    panel = recorded(one)
    expect(one.slot("recorded-status")).to_contain_text("holds something else")
    assert rows(panel)[0] == ["Score", "100%", "50%"]
    panel.get_by_role("button", name="Send again").click()
    one.settle()
    expect(one.slot("recorded-status")).to_contain_text("holds what was sent")
    assert rows(panel)[0] == ["Score", "100%", "100%"]


def test_an_lms_that_says_nothing(learner: Callable[..., Learner]) -> None:
    """It takes everything and tells nothing; the panel does not pretend to know."""
    one = learner("final", "scorm12")
    passed(one, modes=["silent"])
    panel = recorded(one)
    expect(one.slot("recorded-status")).to_contain_text("does not tell what it holds")
    assert rows(panel)[1][1:] == ["passed", "nothing"]


def test_without_an_lms_it_is_in_this_browser_only(learner: Callable[..., Learner]) -> None:
    """On the plain web, and where the session is over; there is nothing to send again."""
    one = learner("final", "web")
    passed(one)
    panel = recorded(one)
    expect(panel).to_contain_text("your progress is kept in this browser only")
    expect(panel.get_by_role("button", name="Send again")).to_be_hidden()
    two = learner("final", "scorm2004-4")
    two.open(modes=["session-over"])
    expect(recorded(two)).to_contain_text("This session is over.")


def test_after_the_exit_it_says_how_it_ended(learner: Callable[..., Learner]) -> None:
    """The session is closed: nothing can be asked any more, but certificate and receipt stay."""
    one = learner("final", "scorm12")
    passed(one)
    one.exit()
    one.sco.get_by_text("Is my completion recorded?").click()
    expect(one.slot("recorded-status")).to_contain_text("Everything is handed to your learning platform.")
    expect(one.slot("receipt")).to_have_text(re.compile(r"^(\w{5}-){3}\w{5}$"))
    expect(one.sco.get_by_role("button", name="Certificate", exact=True)).to_be_visible()


def test_the_receipt_is_read_by_the_command(learner: Callable[..., Learner]) -> None:
    """The code on the page states what the LMS holds, for this learner and module."""
    one = learner("final", "scorm12")
    passed(one)
    recorded(one)
    expect(one.slot("receipt")).not_to_be_empty()
    receipt = read_receipt(one.slot("receipt").inner_text())
    assert (receipt.completed, receipt.success, receipt.percent) == (True, "passed", 100)
    assert str(receipt.day) == "2026-11-23"
    assert receipt.is_module("final")
    assert receipt.is_version("1.0.0")
    assert receipt.is_learner("learner_1")  # as the mock LMS calls everybody


LOOKS = [("light", PHONE), ("dark", PHONE), ("light", DESK), ("dark", DESK)]


@pytest.mark.parametrize(("scheme", "viewport"), LOOKS)
def test_axe_finds_nothing_on_the_result(
    scheme: str, viewport: dict[str, int], learner: Callable[..., Learner]
) -> None:
    """With everything open: review, certificate, panel. Nothing is too wide or too small for a finger."""
    one = learner("final", "web", color_scheme=scheme, viewport=viewport)
    passed(one)
    recorded(one)
    one.sco.get_by_role("button", name="Certificate", exact=True).click()
    assert one.sco.evaluate(WIDE) == []
    assert one.sco.evaluate(SMALL) == []
    assert violations(one.page) == []
    shoot(one.page, f"result-open-{scheme}-{viewport['width']}")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_what_the_lms_holds(scheme: str, learner: Callable[..., Learner]) -> None:
    """The table, on a phone, with one row that differs."""
    one = learner("final", "scorm2004-4", color_scheme=scheme)
    one.open(popup=True)
    page = one.sco.page
    page.set_viewport_size({"width": 360, "height": 740})
    act(one, read_story("first-visit-passes").events, *PAGES)
    one.page.evaluate("API_1484_11.SetValue('cmi.completion_status', 'incomplete')")
    recorded(one)
    expect(one.slot("recorded-rows").locator("[data-mark=missed]")).to_have_count(1)
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert one.sco.evaluate("document.documentElement.scrollWidth") == width
    assert one.sco.evaluate(WIDE) == []
    assert violations(page) == []
    shoot(page, f"recorded-{scheme}")


def test_the_panel_is_told_and_reached_by_keyboard(learner: Callable[..., Learner]) -> None:
    """Enter opens it and what it found is said."""
    one = learner("final", "web")
    passed(one)
    one.go("result")
    listen(one.page)
    one.sco.locator("#recorded_panel summary").focus()
    one.page.keyboard.press("Enter")
    expect(one.slot("recorded-status")).to_contain_text("this browser only")
    assert "this browser only" in heard(one.page)
