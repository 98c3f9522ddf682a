"""Measures smtrain against the floor and prints the table. See README.md beside this file."""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
if (ROOT / "src").is_dir():  # measured as it stands in this checkout
    os.environ["PYTHONPATH"] = os.pathsep.join([str(ROOT / "src"), os.environ.get("PYTHONPATH", "")])

from benchmarks import rows  # noqa: E402 - after the path is set
from benchmarks.measure import CommandFailed  # noqa: E402
from benchmarks.result import Result, table  # noqa: E402
from benchmarks.workshop import Workshop  # noqa: E402

RESULTS = Path(__file__).with_name("RESULTS.md")
ORDER = "BPLGMAH"


def main() -> int:
    """Measure, print, write down; 1 when something that must hold does not."""
    modules = [import_module(f"benchmarks.rows.{module.name}") for module in iter_modules(rows.__path__)]
    known = sorted({row for module in modules for row in module.ROWS}, key=_place)
    options = _options(known)
    wanted = frozenset(options.rows.split(",")) if options.rows else frozenset(known)
    if unknown := wanted - set(known):
        print(f"no such row: {', '.join(sorted(unknown))}; there are {', '.join(known)}", file=sys.stderr)
        return 2
    shop = Workshop(options.work, options.rounds)
    before = _load()
    found: list[Result] = []
    for module in modules:
        if not wanted & set(module.ROWS):
            continue
        try:
            for result in module.measure(shop, wanted):
                print(
                    f"{result.row}  {result.what}: {result.figure} {result.spread}  ({result.goal}: {result.verdict})",
                    flush=True,
                )
                found.append(result)
        except CommandFailed as failure:
            print(failure, file=sys.stderr)
            return 1
    found.sort(key=lambda result: _place(result.row))
    print("\n" + table(found))
    if wanted == set(known):
        busy = f"Load of the machine: {before} before, {_load()} after, {os.cpu_count()} processors.\n\n"
        RESULTS.write_text(_INTRODUCTION + busy + table(found), "utf-8")
    return int(any(result.verdict == "no" for result in found))


_INTRODUCTION = """\
# Figures

Written by `python benchmarks/run.py`, which measures all rows in one go; see [README.md](README.md) for what
they mean. Ratios to the floor and counts belong to smtrain; milliseconds and seconds belong to the machine.

"""


def _load() -> str:
    """How many processes wanted a processor in the last minute; a quiet machine is far below its processors."""
    return f"{os.getloadavg()[0]:.1f}"


def _options(known: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", default="", help=f"only these, such as B1,P1; there are {', '.join(known)}")
    parser.add_argument("--rounds", type=int, default=7, help="how often each thing is measured (default 7)")
    parser.add_argument(
        "--work",
        type=Path,
        default=ROOT / ".cache" / "benchmarks",
        help="where sources and packages are kept",
    )
    return parser.parse_args()


def _place(row: str) -> tuple[int, int]:
    return ORDER.index(row[0]), int(row[1:])


if __name__ == "__main__":
    sys.exit(main())
