"""A row of the table, and the table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Result(NamedTuple):
    """One figure. `goal` is what to reach in the end, `now` what must hold already where that is less."""

    row: str
    what: str
    figure: str
    goal: str
    met: bool
    spread: str = ""
    now: str = ""
    met_now: bool | None = None

    @property
    def verdict(self) -> str:
        """Whether the goal is reached: yes, no, or "now" when only the present mark is."""
        if self.met:
            return "yes"
        return "now" if self.met_now else "no"


def at_most(row: str, what: str, value: float, goal: float, unit: str, **more: str | float) -> Result:
    """A figure that should be small. `now` is a weaker mark for the time being, `digits` and `spread` are for show."""
    digits = int(more.get("digits", 0))
    now = more.get("now")
    return Result(
        row,
        what,
        f"{value:,.{digits}f}{unit}",
        f"≤ {goal:,g}{unit}",
        value <= goal,
        str(more.get("spread", "")),
        "" if now is None else f"≤ {now:,g}{unit}",
        None if now is None else value <= float(now),
    )


def table(results: Iterable[Result]) -> str:
    """A Markdown table of results."""
    lines = ["| row | what | figure | spread | goal | reached |", "| --- | --- | --- | --- | --- | --- |"]
    for r in results:
        goal = f"{r.goal} (now {r.now})" if r.now else r.goal
        lines.append(f"| {r.row} | {r.what} | {r.figure} | {r.spread} | {goal} | {r.verdict} |")
    return "\n".join(lines) + "\n"
