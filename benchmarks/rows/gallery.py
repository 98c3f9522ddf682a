"""G3-G9: the gallery, which has every kind of block and question, from a slow phone; as L3 to L9."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.browser import chromium, ready, visit
from benchmarks.measure import Spread
from benchmarks.result import Result, at_most
from benchmarks.rows.load import slow_visit
from benchmarks.site import served
from benchmarks.workshop import Workshop

ROWS = ("G3", "G4", "G5", "G7", "G9")


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """First visits in turn with the floor's, then every page is opened and its questions answered."""
    ours: list[dict[str, float]] = []
    floor: list[dict[str, float]] = []
    with chromium() as browser, served(shop.gallery) as gallery, served(shop.floor_package) as least:
        for number in range(shop.rounds + 1):
            for kept, address in ((floor, least), (ours, gallery)):
                found = slow_visit(browser, address, recordings=address is gallery)
                if number:  # the first round only warms up
                    kept.append(found)
        with visit(browser, "drive", slow_processor=True) as (page, _):
            ready(page, gallery, recordings=True)
            turns, answers = page.evaluate("drive.all()")

    def spread(what: str) -> Spread:
        return Spread(tuple(one[what] for one in ours))

    ratio = Spread(tuple(one["ready"] / other["ready"] for one, other in zip(ours, floor, strict=True)))
    results = (
        at_most("G3", "requests until first text", spread("requests").middle, 3, ""),
        at_most("G4", "bytes until first text, gzip", spread("bytes").middle / 1024, 25, " KB", digits=1),
        at_most("G5", "slow phone: ready", ratio.middle, 1.8, " × floor", digits=2, spread=ratio.shown()),
        at_most("G7", "layout shift", spread("shift").middle, 0.01, "", digits=4),
        *(_turn("page turn", turns), _turn("answer check", answers)),
    )
    yield from (result for result in results if result.row in wanted)


def _turn(what: str, times: list[float]) -> Result:
    spread = Spread(tuple(times))
    what = f"{what} at a quarter of the speed ({len(times)} times)"
    return at_most("G9", what, spread.middle, 50, " ms", spread=spread.shown(0))
