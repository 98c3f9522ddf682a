"""M1-M4: what a full run-through asks of an LMS: 12 pages, 15 answers, a quiz handed in, and out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.browser import chromium, ready, script, visit
from benchmarks.result import Result, at_most
from benchmarks.site import served
from benchmarks.workshop import Workshop

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROWS = ("M1", "M2", "M3", "M4")

_SAFE_WITHIN = 5.0
"""Seconds after which an answer must have been committed, however long the learner reads on."""

_NEVER = 30.0
"""Seconds after which waiting for a commit has no point."""

_LAST_WORDS = ("cmi.core.lesson_status", "cmi.core.score.raw", "cmi.core.session_time")

Log = list[dict[str, Any]]


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """A run-through at the driver's speed, one with a pause, and one that ends with a closed tab."""
    with chromium() as browser, served(shop.package) as address:
        if wanted & {"M1", "M2", "M3", "M4"}:
            at_launch, log, requests = _through(browser, address)
            yield from (result for result in _counted(at_launch, log, requests) if result.row in wanted)
        if "M2" in wanted:
            seconds = _until_committed(browser, address)
            yield at_most("M2", "an answer is committed within", seconds, _SAFE_WITHIN, " s", digits=1)
        if "M4" in wanted:
            yield _ending("the tab is closed", _closed_tab(browser, address))


def _counted(at_launch: int, log: Log, requests: list[str]) -> Iterator[Result]:
    sets = [entry for entry in log if entry["call"] == "LMSSetValue"]
    yield at_most("M1", "SetValue, full run", len(sets), 130, "")
    yield at_most("M1", "of them repeating the value before", sum(entry["repeats"] for entry in sets), 0, "")
    commits = sum(entry["call"] == "LMSCommit" for entry in log)
    yield at_most("M2", "Commit, full run", commits, 16, "")
    gets = sum(entry["call"] == "LMSGetValue" for entry in log[:at_launch])
    yield at_most("M3", "GetValue at launch", gets, 10, "")
    yield at_most("M3", "requests after launch besides media", len(requests), 0, "")
    yield _ending("the learner leaves by the button", log)


def _through(browser: Browser, address: str) -> tuple[int, Log, list[str]]:
    """How many calls the launch took, all calls, and what was requested after the launch."""
    with visit(browser, "drive") as (page, _):
        ready(page, address)
        at_launch = len(page.evaluate("window.lmsLog"))
        requests: list[str] = []
        page.on("request", lambda request: requests.append(request.url))
        _work(page)
        page.evaluate("drive.exit()")
        page.wait_for_timeout(500)
        more = [url for url in requests if "/media/" not in url]
        return at_launch, page.evaluate("window.lmsLog"), more


def _work(page: Page) -> None:
    """Answer everything, page by page."""
    pages = page.evaluate("drive.pages()")
    for number in range(1, pages + 1):
        page.evaluate("drive.answer()")
        if number < pages:
            page.evaluate("drive.next()")


def _until_committed(browser: Browser, address: str) -> float:
    """Seconds from an answer to its commit when the learner then only reads."""
    from playwright.sync_api import TimeoutError as Expired

    with visit(browser, "drive") as (page, _):
        ready(page, address)
        page.wait_for_timeout(1000)
        begun: float = page.evaluate("drive.answer().then(() => performance.now())")
        last = "window.lmsLog.findLastIndex"
        saved = (
            f"{last}((e) => e.call === 'LMSCommit') > {last}((e) => e.name?.includes('.student_response')) && "
            f"{last}((e) => e.name?.includes('.student_response')) >= 0"
        )
        try:
            page.wait_for_function(saved, timeout=1e3 * _NEVER)
        except Expired:
            return _NEVER
        at: float = page.evaluate("window.lmsLog.findLast((entry) => entry.call === 'LMSCommit').at")
        return max(0.0, (at - begun) / 1e3)


def _closed_tab(browser: Browser, address: str) -> Log:
    """The calls of a module in a window of its own that is closed without a word."""
    with visit(browser) as (lms, _):
        lms.goto(f"{address}/lms.html")
        with lms.expect_popup() as opened:
            lms.evaluate("() => { window.course = window.open('index.html') }")
        page = opened.value
        lms.wait_for_function("window.lmsLog.some((entry) => entry.call === 'LMSInitialize')")
        page.wait_for_load_state("networkidle")
        page.evaluate(script("drive"))
        _work(page)
        lms.evaluate("window.course.close()")
        lms.wait_for_timeout(1000)
        log: Log = lms.evaluate("window.lmsLog")
        return log


def _ending(how: str, log: Log) -> Result:
    """Whether status, score and time were told, and the session ended once, with nothing after it."""
    calls = [entry["call"] for entry in log]
    told = [name for name in _LAST_WORDS if any(entry.get("name") == name for entry in log)]
    ended = calls.count("LMSFinish") == 1 and calls[-1] in ("LMSFinish", "LMSGetLastError")
    missing = [name for name in _LAST_WORDS if name not in told] + (
        [] if ended else ["one LMSFinish at the end"]
    )
    return Result(
        "M4",
        f"status, score, time, finish, when {how}",
        f"missing: {', '.join(missing)}" if missing else "all sent",
        "all sent",
        not missing,
    )
