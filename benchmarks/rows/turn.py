"""L9: how long a learner waits for the next page and for an answer to be checked, on a slow processor."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.browser import chromium, ready, visit
from benchmarks.measure import Spread
from benchmarks.result import Result, at_most
from benchmarks.site import served
from benchmarks.workshop import Workshop

ROWS = ("L9",)


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """From the click to the frame that shows its effect, on every page of the module."""
    turns: list[float] = []
    answers: list[float] = []
    with (
        chromium() as browser,
        served(shop.package) as address,
        visit(browser, "drive", slow_processor=True) as (page, _),
    ):
        ready(page, address)
        for _ in range(page.evaluate("drive.pages()") - 1):
            answers += page.evaluate("drive.answer()")
            turns.append(page.evaluate("drive.next()"))
    for what, times in (("page turn", turns), ("answer check", answers)):
        spread = Spread(tuple(times))
        what = f"{what} at a quarter of the speed ({len(times)} times)"
        yield at_most("L9", what, spread.middle, 50, " ms", spread=spread.shown(0))
