"""Measures whole processes, and says how sure a figure is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_LAUNCH = Path(__file__).with_name("launch.py")


class CommandFailed(Exception):
    """A measured command did not do its work; the message is what it said."""


@dataclass(frozen=True, slots=True)
class Run:
    """What one run of a command took; `megabytes` is the largest single process, in units of 10**6 bytes."""

    seconds: float
    cpu: float
    megabytes: float


def run(command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None) -> Run:
    """Run a command from start to end. Raises `CommandFailed`."""
    begun = start(command, environment=environment)
    return begun()


def start(
    command: Sequence[str | Path], *, environment: Mapping[str, str] | None = None
) -> Callable[[], Run]:
    """Start a command; what comes back waits for its end. Raises `CommandFailed` there."""
    read, write = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-I", "-S", _LAUNCH, str(write), *command],
        pass_fds=[write],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=_environment(environment or {}),
    )
    os.close(write)

    def wait() -> Run:
        said, _ = process.communicate()
        with os.fdopen(read) as pipe:
            figures = json.loads(pipe.read() or '{"code": 1}')
        if figures["code"]:
            raise CommandFailed(
                f"{' '.join(map(str, command[:6]))} …\n{said.decode(errors='replace')[-2000:]}"
            )
        return Run(figures["seconds"], figures["cpu"], figures["kib"] * 1024 / 1e6)

    return wait


def _environment(more: Mapping[str, str]) -> dict[str, str]:
    """Python keeps compiled files wherever smtrain is installed; a machine that forbids it is not measured."""
    return {
        **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
        **more,
    }


@dataclass(frozen=True, slots=True)
class Spread:
    """Several measurements of one thing."""

    values: tuple[float, ...]

    @property
    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def shown(self, digits: int = 2) -> str:
        """The smallest and the largest, such as "[1.20-1.35]"."""
        return f"[{min(self.values):,.{digits}f}-{max(self.values):,.{digits}f}]"


def ratios(of: Sequence[Run], floor: Sequence[Run]) -> Spread:
    """Processor time against the floor, round by round.

    On a quiet machine it is the wall time of a single process; on a busy one it is what stays comparable.
    """
    return Spread(tuple(one.cpu / other.cpu for one, other in zip(of, floor, strict=True)))


def wall_ratios(of: Sequence[Run], floor: Sequence[Run]) -> Spread:
    """Wall time against the floor, round by round; the machine must be quiet."""
    return Spread(tuple(one.seconds / other.seconds for one, other in zip(of, floor, strict=True)))


def in_turn(rounds: int, *tasks: Callable[[], Run]) -> list[list[Run]]:
    """Run tasks one after the other, several rounds after one that does not count; the runs of each."""
    for task in tasks:
        task()
    found: list[list[Run]] = [[] for _ in tasks]
    for _ in range(rounds):
        for runs, task in zip(found, tasks, strict=True):
            runs.append(task())
    return found
