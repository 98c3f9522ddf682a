"""B8: builds that need no network and come out the same everywhere."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from benchmarks.measure import CommandFailed, run
from benchmarks.result import Result
from benchmarks.workshop import Workshop, smtrain_command

ROWS = ("B8",)

_STANDARDS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")

_NO_NETWORK = """
import runpy, sys
def refuse(event, arguments):
    if event.startswith("socket."):
        raise SystemExit(f"asked for the network: {event}")
sys.addaudithook(refuse)
runpy.run_module("smtrain", run_name="__main__")
"""


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """Each package twice: with the network shut off, and in another folder, time zone and hash seed."""
    options = [word for standard in _STANDARDS for word in ("--standard", standard)]
    first = shop.out("offline")
    command = smtrain_command(shop.reference, first, *options)
    try:
        run(
            [sys.executable, "-c", _NO_NETWORK, *command[3:]],
            environment={"TZ": "UTC", "PYTHONHASHSEED": "1"},
        )
        offline = "yes"
    except CommandFailed as failure:
        offline = str(failure).splitlines()[-1]
    yield Result("B8", "works without a network", offline, "yes", offline == "yes")

    elsewhere = shop.folder / "elsewhere" / "deep down"
    shutil.rmtree(elsewhere, ignore_errors=True)
    shutil.copytree(shop.reference, elsewhere)
    second = shop.out("elsewhere")
    run(
        smtrain_command(elsewhere, second, *options),
        environment={"TZ": "Asia/Kathmandu", "LC_ALL": "C", "PYTHONHASHSEED": "2"},
    )
    one, other = _digests(first), _digests(second)
    equal = sum(one[name] == other.get(name) for name in one)
    figure = f"{equal} of {len(_STANDARDS)} standards"
    yield Result(
        "B8", "two builds have the same bytes", figure, "all", equal == len(_STANDARDS) == len(other)
    )


def _digests(folder: Path) -> dict[str, str]:
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in folder.glob("*.zip")}
