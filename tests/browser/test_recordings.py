"""Recordings are played with the browser's own controls; completion asks for what was really played."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.learner import PHONE
from tests.browser.looks import shoot, violations

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Locator

    from tests.browser.learner import Learner

PLAYED_OR_ENDED = "(one, until) => one.ended || one.currentTime >= until"


def play(one: Learner, name: str, until: float) -> Locator:
    """Play a recording to a second of it, as with its controls; the wall clock runs meanwhile."""
    media = one.sco.locator(f"#{name} :is(video, audio)")
    media.evaluate("(one) => { one.muted = true; return one.play(); }")
    one.page.wait_for_timeout(0)
    for _ in range(200):
        if media.evaluate(PLAYED_OR_ENDED, until):
            break
        one.page.wait_for_timeout(50)
    media.evaluate("(one) => one.pause()")
    one.page.wait_for_timeout(100)
    one.settle()
    return media


@pytest.mark.parametrize("standard", ["scorm12", "scorm2004-4"])
def test_a_share_must_be_played(learner: Callable[..., Learner], standard: str) -> None:
    """Over two visits together; what is skipped does not count; then the module is complete."""
    one = learner("recordings", standard)
    one.open()
    said = one.sco.locator("#clip [data-slot=played]")
    media = play(one, "clip", 1.6)
    expect(said).to_contain_text("Played so far")
    media.evaluate("(one) => { one.currentTime = 3.5; }")
    one.page.wait_for_timeout(200)
    for page in ("listen", "keep"):
        one.go(page)
    one.exit()
    assert one.lms.record["completion"] == "incomplete"
    one.open(elsewhere=True)
    one.go("look")
    said = one.sco.locator("#clip [data-slot=played]")
    expect(said).not_to_contain_text(" 0%")
    expect(said).to_contain_text("Played so far")
    media = one.sco.locator("#clip video")
    media.evaluate("(one) => { one.currentTime = 1.2; }")
    play(one, "clip", 3.9)
    expect(said).to_contain_text("enough")
    one.go("listen")
    play(one, "sound", 3.9)
    one.exit()
    assert one.lms.record["completion"] == "completed"
    assert one.problems == []
    assert one.complaints() == []


def test_it_is_played_by_keyboard_and_never_by_itself(learner: Callable[..., Learner]) -> None:
    """Space on the native player starts and stops it; its place is kept before it loads."""
    one = learner("recordings", "web")
    one.open()
    media = one.sco.locator("#clip video")
    assert media.evaluate("(one) => one.paused && !one.autoplay && one.controls")
    box = media.bounding_box()
    assert box
    assert abs(box["width"] / box["height"] - 16 / 9) < 0.05
    media.focus()
    one.page.keyboard.press("Space")
    one.page.wait_for_timeout(300)
    assert not media.evaluate("(one) => one.paused")
    one.page.keyboard.press("Space")
    assert one.sco.locator("#clip track[kind=captions]").evaluate("(one) => one.track.mode") == "showing"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_recordings_and_cards_look_right(learner: Callable[..., Learner], scheme: str) -> None:
    """On a phone, in light and dark, nothing for axe to say; the transcript can be opened."""
    one = learner("recordings", "web", viewport=PHONE, color_scheme=scheme)
    one.open()
    one.sco.locator("#clip summary").click()
    shoot(one.page, f"video-{scheme}")
    assert violations(one.page) == []
    one.go("keep")
    shoot(one.page, f"job-aid-{scheme}")
    assert violations(one.page) == []


def test_a_card_is_printed_alone(learner: Callable[..., Learner]) -> None:
    """The button prints the card without what is around it; afterwards the page is as before."""
    one = learner("recordings", "web")
    one.open()
    one.go("keep")
    one.page.evaluate(
        "window.print = () => { window.printed = document.querySelectorAll('[data-print=this]').length; }"
    )
    one.sco.locator("[data-action=print-aid]").click()
    assert one.page.evaluate("printed") == 1
    one.page.emulate_media(media="print")
    expect(one.sco.get_by_text("Before you post:")).to_be_visible()
    expect(one.sco.get_by_text("Text around the card.")).to_be_hidden()
    expect(one.sco.locator("[data-action=print-aid]")).to_be_hidden()
    one.page.evaluate("dispatchEvent(new Event('afterprint'))")
    expect(one.sco.get_by_text("Text around the card.")).to_be_visible()
