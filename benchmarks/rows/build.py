"""B1-B5 and B7: how long building takes against the floor, and how much memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Run, Spread, in_turn, ratios, wall_ratios
from benchmarks.result import Result, at_most
from benchmarks.workshop import Workshop

ROWS = ("B1", "B2", "B3", "B4", "B5", "B7")

NOW = 5.0
"""What the build rows may take for the time being; the goals come with an issue of their own."""


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """The rows that were asked for."""
    if wanted & {"B1", "B7"}:
        yield from _one(shop, wanted)
    if wanted & {"B2", "B3", "B4", "B5", "B7"}:
        yield from _fleet(shop, wanted)


def _one(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    floor, ours = in_turn(
        shop.rounds,
        lambda: shop.floor(shop.reference, shop.out("one-floor")),
        lambda: shop.smtrain(shop.reference, shop.out("one")),
    )
    if "B1" in wanted:
        yield _timed("B1", "1 module, cold command", ours, floor, 2.0)
    if "B7" in wanted:
        yield _memory("1 module", ours, 60)


def _fleet(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    rounds = max(3, shop.rounds // 2)
    kept = shop.out("fleet-kept")
    page = next(iter(sorted(shop.fleet.glob("smtrain/*/module.md"))))
    written: list[int] = []

    def again(*, change: bool) -> Run:
        if change:
            page.write_text(
                page.read_text("utf-8").replace("{#page-1}\n\n", "{#page-1}\n\nOne line more. "), "utf-8"
            )
        before = _stamps(kept)
        run = shop.smtrain(shop.fleet, kept)
        written.append(sum(before.get(name) != stamp for name, stamp in _stamps(kept).items()))
        return run

    text = page.read_text("utf-8")
    try:
        floor, ours, pair, changed, same = in_turn(
            rounds,
            lambda: shop.floor(shop.fleet, shop.out("fleet-floor")),
            lambda: shop.smtrain(shop.fleet, shop.out("fleet")),
            lambda: shop.smtrain_pair(shop.halves, shop.out("fleet-pair")),
            lambda: again(change=True),
            lambda: again(change=False),
        )
    finally:
        page.write_text(text, "utf-8")
    if "B2" in wanted:
        yield _timed("B2", "100 modules, cold, one process", ours, floor, 2.0)
    if "B3" in wanted:
        yield _timed("B3", "100 modules, cold, two processes", pair, floor, 1.2)
    if "B4" in wanted:
        yield _timed("B4", "one line changed among 100", changed, floor, 0.35)
        yield at_most("B4", "packages written after it", max(written[2::2]), 1, "", now=100)
    if "B5" in wanted:
        yield _timed("B5", "nothing changed among 100", same, floor, 0.25)
        yield at_most("B5", "packages written after it", max(written[3::2]), 0, "", now=100)
    if "B7" in wanted:
        yield _memory("100 modules", ours, 120)


def _stamps(folder: Path) -> dict[str, int]:
    """When each package was written, in nanoseconds."""
    return {file.name: file.stat().st_mtime_ns for file in folder.glob("*.zip")}


def _timed(row: str, what: str, ours: list[Run], floor: list[Run], goal: float) -> Result:
    """A single process by its processor time, several by the clock."""
    wall = wall_ratios(ours, floor)
    spread = wall if row == "B3" else ratios(ours, floor)
    seconds = Spread(tuple(run.seconds for run in ours)).middle
    what = f"{what} (by the clock {seconds:.2f} s, {wall.middle:.1f} ×)"
    return at_most(row, what, spread.middle, goal, " × floor", digits=2, spread=spread.shown(), now=NOW)


def _memory(what: str, ours: list[Run], goal: float) -> Result:
    spread = Spread(tuple(run.megabytes for run in ours))
    return at_most("B7", f"peak memory, {what}", spread.middle, goal, " MB", spread=spread.shown(0))
