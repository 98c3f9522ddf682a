"""B6: how long the command takes to say anything at all."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks.measure import in_turn, ratios, run
from benchmarks.result import Result, at_most
from benchmarks.workshop import Workshop

ROWS = ("B6",)


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """Against an interpreter that does nothing."""
    empty, version, help_ = in_turn(
        max(11, shop.rounds),
        lambda: run([sys.executable, "-c", ""]),
        lambda: run([sys.executable, "-m", "smtrain", "--version"]),
        lambda: run([sys.executable, "-m", "smtrain", "--help"]),
    )
    for what, runs in (("--version", version), ("--help", help_)):
        spread = ratios(runs, empty)
        yield at_most("B6", what, spread.middle, 5, " × empty interpreter", digits=1, spread=spread.shown(1))
