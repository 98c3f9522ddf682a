"""What learners say in their own words goes where the page says, and what they choose for themselves nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import expect

from tests.browser.learner import PHONE
from tests.browser.lms import SCORM
from tests.browser.looks import shoot, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Route

    from tests.browser.learner import Learner

ADDRESS = "https://ask.example.org/take"
TEXT = "May I post about our canteen?\nAnd [,] when?"


def post_office(one: Learner, *, closed: bool = False) -> list[dict[str, list[str]]]:
    """Take what is posted to the address of the settings, or refuse the connection."""
    taken: list[dict[str, list[str]]] = []

    def take(route: Route) -> None:
        if closed:
            route.abort()
            return
        assert "cookie" not in route.request.headers
        assert "referer" not in route.request.headers
        taken.append(parse_qs(route.request.post_data or ""))
        route.fulfill(status=204)

    one.context.route(f"{ADDRESS}**", take)
    return taken


def ask(one: Learner, text: str) -> None:
    """Write and send."""
    one.sco.locator("#ask-accounts textarea").fill(text)
    one.settle()
    one.sco.locator("#ask-accounts [type=submit]").click()
    one.page.wait_for_timeout(300)
    one.settle()


@pytest.mark.parametrize("standard", SCORM)
def test_what_is_asked_is_kept_as_a_comment(learner: Callable[..., Learner], standard: str) -> None:
    """All of it, in the elements of the standard, and only once it is sent; posted without a name."""
    one = learner("voices", standard)
    taken = post_office(one)
    one.open()
    one.sco.locator("#ask-accounts textarea").fill(TEXT)
    one.next()
    one.previous()
    assert not [call for call in one.calls() if "canteen" in str(call)]
    assert taken == []
    ask(one, TEXT)
    ask(one, "And a second one")
    one.exit()
    values = one.lms.values
    if standard == "scorm12":
        said = values["cmi.comments"]
    else:
        said = " ".join(values[f"cmi.comments_from_learner.{n}.comment"] for n in (0, 1))
        assert values["cmi.comments_from_learner.1.location"] == "ask-accounts"
        assert values["cmi.comments_from_learner.1.timestamp"].startswith("2026-11-23T09:")
    assert "May I post about our canteen? And" in said
    assert "And a second one" in said
    assert "canteen" not in one.lms.suspend
    assert [post["text"] for post in taken] == [[TEXT], ["And a second one"]]
    assert set(taken[0]) == {"module", "version", "question", "text"}
    assert one.problems == []
    assert one.complaints() == []


def test_without_an_lms_it_is_posted_or_mailed(learner: Callable[..., Learner]) -> None:
    """To the address of the settings; when that cannot be reached, the learner's mail program opens."""
    one = learner("voices", "web")
    taken = post_office(one)
    one.open()
    said = one.sco.locator("#ask-accounts [data-slot=said]")
    one.sco.locator("#ask-accounts [type=submit]").click()
    expect(said).to_contain_text("Write something")
    ask(one, "First")
    expect(said).to_contain_text("the communications team will read it")
    expect(one.sco.locator("#ask-accounts textarea")).to_have_value("")
    assert [post["text"] for post in taken] == [["First"]]
    one.context.unroute(f"{ADDRESS}**")
    post_office(one, closed=True)
    ask(one, "Second")
    expect(said).to_contain_text("mail program")
    expect(one.sco.locator("#ask-accounts textarea")).to_have_value("Second")


def everything_told(one: Learner, *, chooses: bool) -> tuple[list[Any], str]:
    """All calls of a visit, and all that the browser keeps, for somebody who chooses or does not."""
    one.open()
    one.go("choice")
    for summary in one.sco.locator("#optin summary").all() if chooses else ():
        summary.click()
        one.settle()
    if not chooses:
        for _ in range(2):
            one.settle()
    one.wait(30)
    one.next()
    kept = one.sco.evaluate("JSON.stringify([localStorage, sessionStorage, document.cookie])")
    one.exit()
    calls = [(call["call"], call["args"], call["at"]) for call in one.calls()]
    return calls, kept.replace(one.lms.store, "")


@pytest.mark.parametrize("standard", [*SCORM, "web"])
def test_nobody_can_tell_who_chose_what(learner: Callable[..., Learner], standard: str) -> None:
    """The LMS hears the same, and the browser keeps the same, whether somebody chooses or not."""
    told = [everything_told(learner("voices", standard), chooses=chooses) for chooses in (True, False)]
    assert told[0] == told[1]


def test_what_was_chosen_is_closed_again_next_time(learner: Callable[..., Learner]) -> None:
    """Also for the learner: nothing shows who looked."""
    one = learner("voices", "web")
    one.open()
    one.go("choice")
    one.sco.locator("#optin summary").first.click()
    expect(one.sco.get_by_role("link", name="Write to the team")).to_be_visible()
    one.open()
    one.go("choice")
    assert one.sco.locator("#optin details[open]").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_look_right(learner: Callable[..., Learner], scheme: str) -> None:
    """On a phone, in light and dark: nothing for axe to say."""
    one = learner("voices", "web", viewport=PHONE, color_scheme=scheme)
    one.open()
    shoot(one.page, f"ask-us-{scheme}")
    assert violations(one.page) == []
    one.go("choice")
    one.sco.locator("#optin summary").first.click()
    shoot(one.page, f"invite-{scheme}")
    assert violations(one.page) == []
