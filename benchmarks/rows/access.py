"""A1: what axe finds on every page of the module, on a phone and on a desk."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.browser import DESK, PHONE, chromium, ready, visit
from benchmarks.result import Result, at_most
from benchmarks.site import served
from benchmarks.workshop import Workshop

ROWS = ("A1",)


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """Each page before and after its questions are answered, and the page with the result."""
    from axe_playwright_python.sync_playwright import Axe

    axe = Axe()
    with chromium() as browser, served(shop.package) as address:
        for device, size in (("phone", PHONE), ("desk", DESK)):
            found: list[str] = []
            looked = 0
            with visit(browser, "drive", size=size) as (page, _):
                ready(page, address)
                pages = page.evaluate("drive.pages()")
                for number in range(1, pages + 2):
                    for act in ("drive.heading()", "drive.answer()"):
                        page.evaluate(act)
                        found += [fault["id"] for fault in axe.run(page).response["violations"]]
                        looked += 1
                    if number <= pages:
                        page.evaluate("drive.next()")
            what = f"axe violations, {device}, {looked} states" + (
                f" ({', '.join(sorted(set(found)))})" if found else ""
            )
            yield at_most("A1", what, len(found), 0, "")
