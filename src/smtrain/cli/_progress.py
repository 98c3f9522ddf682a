"""A bar on the terminal for what takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

PATIENCE = 1.0
"""Seconds after which a bar appears; what ends before shows none."""


@contextmanager
def progress() -> Iterator[Callable[[str, float], None]]:
    """What is told a step and its share shows it. Nothing is shown in a file or pipe."""
    begun = monotonic()
    bar: Any = None
    task: Any = None

    def tell(what: str, share: float) -> None:
        nonlocal bar, task
        if bar is None:
            if not sys.stderr.isatty() or monotonic() - begun < PATIENCE:
                return
            from rich.console import Console
            from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

            columns = (
                TextColumn("{task.description}"),
                BarColumn(),
                TaskProgressColumn(),
                TimeElapsedColumn(),
            )
            bar = Progress(*columns, console=Console(stderr=True), transient=True)
            bar.start()
            task = bar.add_task(what, total=1.0)
        bar.update(task, description=what, completed=share)

    try:
        yield tell
    finally:
        if bar is not None:
            bar.stop()
