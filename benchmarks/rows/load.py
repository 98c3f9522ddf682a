"""L3-L8: a learner's first visit, from a slow phone and from a desk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from benchmarks.browser import chromium, ready, visit
from benchmarks.measure import Spread
from benchmarks.result import Result, at_most
from benchmarks.site import served
from benchmarks.workshop import Workshop

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROWS = ("L3", "L4", "L5", "L6", "L7", "L8")

Visits = list[dict[str, float]]


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """Visits in turn, smtrain and the floor, each in a fresh browser context."""
    ours: Visits = []
    floor: Visits = []
    desk: Visits = []
    with chromium() as browser, served(shop.package) as package, served(shop.floor_package) as least:
        for number in range(shop.rounds + 1):
            visits = (slow_visit(browser, least), slow_visit(browser, package), _plain(browser, package))
            for kept, found in zip((floor, ours, desk), visits, strict=True):
                if number:  # the first round only warms up
                    kept.append(found)
    yield from (result for result in _results(ours, floor, desk) if result.row in wanted)


def _results(ours: Visits, floor: Visits, desk: Visits) -> Iterator[Result]:
    def spread(visits: Visits, what: str) -> Spread:
        return Spread(tuple(visit[what] for visit in visits))

    def against(what: str) -> Spread:
        return Spread(tuple(one[what] / other[what] for one, other in zip(ours, floor, strict=True)))

    requests, others = spread(ours, "requests"), spread(ours, "others")
    yield at_most("L3", "requests until first text", requests.middle, 3, "", spread=requests.shown(0))
    yield at_most("L3", "requests besides media", others.middle, 4, "", spread=others.shown(0))
    size = spread(ours, "bytes")
    yield at_most("L4", "bytes until first text, gzip", size.middle / 1024, 25, " KB", digits=1)
    for row, what, name, goal in (("L5", "ready", "ready", 1.8), ("L6", "largest paint", "lcp", 1.25)):
        ratio = against(name)
        what = f"slow phone: {what} ({spread(ours, name).middle:,.0f} ms here)"
        yield at_most(row, what, ratio.middle, goal, " × floor", digits=2, spread=ratio.shown())
    blocked, shift = spread(ours, "blocked"), spread(ours, "shift")
    what = f"slow phone: blocking time (floor: {spread(floor, 'blocked').middle:,.0f} ms)"
    yield at_most("L7", what, blocked.middle, 100, " ms", spread=blocked.shown(0))
    yield at_most("L7", "layout shift", shift.middle, 0.01, "", digits=4, spread=shift.shown(4))
    scripting, heap = spread(desk, "scripting"), spread(desk, "heap")
    yield at_most(
        "L8", "scripting to ready", scripting.middle, 15, " ms", digits=1, spread=scripting.shown(1)
    )
    yield at_most("L8", "JavaScript heap", heap.middle, 1.5, " MB", digits=2, spread=heap.shown())


def slow_visit(browser: Browser, address: str, *, recordings: bool = False) -> dict[str, float]:
    """A visit over a slow line with a slow processor."""
    with visit(browser, "watch", slow_line=True, slow_processor=True) as (page, _):
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        ready(page, address, recordings=recordings)
        page.wait_for_timeout(500)
        found: dict[str, float] = page.evaluate("window.seen()")
    return {**found, "others": float(sum("/media/" not in url for url in requested))}


def _plain(browser: Browser, address: str) -> dict[str, float]:
    """A visit from the same machine, without any brake."""
    with visit(browser) as (page, tools):
        ready(page, address)
        scripting = 1e3 * _metric(tools, "ScriptDuration")
        tools.send("HeapProfiler.enable")
        tools.send("HeapProfiler.collectGarbage")
        return {"scripting": scripting, "heap": _metric(tools, "JSHeapUsedSize") / 1e6}


def _metric(tools: Any, name: str) -> float:
    metrics = tools.send("Performance.getMetrics")["metrics"]
    return float(next(metric["value"] for metric in metrics if metric["name"] == name))
