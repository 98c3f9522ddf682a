"""B9: what it costs that one source serves all tracks."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.measure import CommandFailed, in_turn, ratios
from benchmarks.result import Result, at_most
from benchmarks.tracks import MODULES, TRACKS
from benchmarks.workshop import Workshop

ROWS = ("B9",)


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """All tracks of a course against each of their packages once, from a course that has no tracks."""
    source, plain = shop.tracks
    out, once = shop.out("tracks"), shop.out("tracks-plain")
    ours, floor = in_turn(
        max(3, shop.rounds // 2), lambda: shop.smtrain(source, out), lambda: shop.smtrain(plain, once)
    )
    packages = len(list(out.glob("*.zip")))
    if packages != len(list(once.glob("*.zip"))):
        raise CommandFailed("the two courses have not become the same packages")
    spread = ratios(ours, floor)
    what = f"{TRACKS} tracks of {len(MODULES)} modules, {packages} packages, against each package once"
    yield at_most("B9", what, spread.middle, 1.3, " ×", digits=2, spread=spread.shown())
