"""A learner at work: what a person does in a package, by the ids and texts a person sees."""

from __future__ import annotations

import contextlib
from itertools import count
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error, expect

from tests.browser.answers import fill
from tests.browser.lms import EVERY_CALL, Launch, Lms

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Frame, Locator, Page, Request

    from tests.browser.packages import Package, Packages
    from tests.browser.site import Site

DESK = {"width": 1280, "height": 800}
PHONE = {"width": 360, "height": 740}

MONDAY_MORNING = "2026-11-23T09:00:00Z"
MOMENT = 50
"""Milliseconds that pass on the page's clock after everything a learner does."""

PATIENCE = 15_000
"""Milliseconds before a test gives up. Nothing waits this long on purpose: a busy machine is not a fault."""

NO_CHANCE = """
Math.random = () => 0.5;
crypto.getRandomValues = (array) => array.fill(5);
"""

expect.set_options(timeout=PATIENCE)

_numbers = count()


class Learner:
    """One person, one registration, one browser profile. Time stands still unless the test lets it pass."""

    def __init__(
        self,
        browser: Browser,
        site: Site,
        packages: Packages,
        course: str,
        standard: str,
        run_time: str = "lms",
        **settings: Any,
    ) -> None:
        self.browser, self.site, self.packages = browser, site, packages
        self.course, self.standard = course, standard
        self.lms = Lms(site, standard, f"{course}.{standard}.{next(_numbers)}", run_time)
        self.settings = {"viewport": DESK, "reduced_motion": "reduce", **settings}
        self.problems: list[str] = []
        self.context = self._new_context()
        self.page: Page
        self.sco: Frame

    # Coming and going

    def open(self, *, elsewhere: bool = False, updated: str = "", seconds: float = 0, **launch: Any) -> None:
        """Launch the package: `elsewhere` on another device, `updated` after another course took its place.

        The player may search for its LMS for some `seconds`.
        """
        self.course = updated or self.course
        if elsewhere:
            self.context.close()
            self.settings = {**self.settings, "viewport": PHONE}
            self.context = self._new_context()
        for page in self.context.pages:
            page.close()
        self.page = self.context.new_page()
        self.load(lambda: self.page.goto(self.address(**launch)))
        self.started(seconds)

    def address(self, **launch: Any) -> str:
        """Where this learner starts."""
        if self.standard == "web":
            return f"{self.site.origins[0]}{self.package.path}index.html"
        return self.lms.address(self.package.path, Launch(**launch))

    def load(self, action: Callable[[], object]) -> None:
        """Do what makes the browser load the package, and find the frame or window it runs in."""

        def is_content(request: Request) -> bool:
            return request.is_navigation_request() and request.url.endswith(f"{self.package.path}index.html")

        assert self.package.path, "it is built before anybody waits for it"
        with self.context.expect_event("requestfinished", is_content) as loaded:
            action()
        self.sco = loaded.value.frame

    def started(self, seconds: float = 0) -> None:
        """Wait until the player plays: the page's class says so."""
        self.sco.wait_for_load_state()
        self.wait(seconds)
        self.settle()
        expect(self.sco.locator("html.playing")).to_be_attached()
        self.settle()

    def exit(self) -> None:
        """Use the player's own exit."""
        self.sco.locator("[data-action=exit]:visible").first.click()
        self.settle()

    def leave(self) -> None:
        """Choose something else in the LMS, which takes the content away."""
        self.page.evaluate("lms.leave()")
        self.settle()

    def kill(self) -> None:
        """The browser dies: no event reaches the page."""
        with self.page.expect_event("crash"), contextlib.suppress(Error):
            self.page.goto("chrome://crash")
        self.page.close()

    def reload(self, *, seconds: float = 0) -> None:
        """Load the whole page again."""
        self.load(self.page.reload)
        self.started(seconds)

    def close(self) -> None:
        """Close the browser profile."""
        self.context.close()

    # Moving and answering

    def go(self, to: str) -> None:
        """Choose a page in the menu."""
        link = self.sco.locator(f"[data-menu='{to}']")
        if not link.is_visible():
            self.sco.locator("[data-action=menu]").click()
        link.click()
        self.settle()

    def next(self) -> None:
        """Turn the page."""
        self.sco.locator("[data-action=next]").click()
        self.settle()

    def previous(self) -> None:
        """Turn back."""
        self.sco.locator("[data-action=previous]").click()
        self.settle()

    def answer(self, question: str, response: Any, sure: int = 0) -> None:
        """Answer a question in the words on the page; press its button where it has one.

        `sure` is how sure the learner says to be, from 1 to 3.
        """
        form = self.form(question)
        fill(form, self.package.question(question)["type"], response)
        if sure:
            form.locator(f".sure [value='{sure}']").click()
        check = form.locator("[data-action=check]")
        if check.is_visible():
            check.click()
        self.settle()

    def again(self, question: str) -> None:
        """Try a practice question again."""
        self.form(question).locator("[data-action=again]").click()
        self.settle()

    def submit(self, quiz: str) -> None:
        """Hand in a quiz."""
        self.sco.locator(f"[data-quiz='{quiz}'] [data-action=submit-quiz]").click()
        self.settle()

    def retry(self, quiz: str) -> None:
        """Start a quiz again."""
        self.sco.locator(f"[data-quiz='{quiz}'] [data-action=retry-quiz]").click()
        self.settle()

    # Time and the LMS

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.context.clock.run_for(int(seconds * 1000))

    def offline(self) -> None:
        """From now on no commit gets through."""
        self.page.evaluate("lms.turnOn('offline')")

    def online(self) -> None:
        """The LMS can be reached again."""
        self.page.evaluate("lms.turnOff('offline')")

    # Looking

    @property
    def package(self) -> Package:
        """The package being taken."""
        return self.packages.get(self.course, self.standard)

    def form(self, question: str) -> Locator:
        """A question's form."""
        return self.sco.locator(f"form[data-question='{question}']")

    def slot(self, name: str) -> Locator:
        """One of the places the player writes to."""
        return self.sco.locator(f"[data-slot='{name}']")

    def calls(self) -> list[dict[str, Any]]:
        """The calls since the last time somebody asked."""
        if self.standard == "web" or self.page.is_closed():
            return []
        calls: list[dict[str, Any]] = self.page.evaluate(EVERY_CALL)
        return calls

    def complaints(self) -> list[str]:
        """What a real LMS would get wrong because of the player."""
        found: list[str] = self.page.evaluate("lms.complaints")
        return found

    def settle(self) -> None:
        """Let a moment pass, so that what the player does right after is done."""
        self.context.clock.run_for(MOMENT)

    def _new_context(self) -> BrowserContext:
        context = self.browser.new_context(**self.settings)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(NO_CHANCE)
        context.clock.install(time=MONDAY_MORNING)
        context.clock.pause_at(MONDAY_MORNING)
        context.on("weberror", lambda error: self.problems.append(str(error.error)))
        context.on("console", lambda message: self._note(message.type, message.text))
        return context

    def _note(self, kind: str, text: str) -> None:
        if kind == "error":
            self.problems.append(text)
