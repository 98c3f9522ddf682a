"""The LMS around a package, seen from a test: its address, its log, and what it has stored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.browser.site import Site

SCORM = ("scorm12", "scorm2004-3", "scorm2004-4")

EVERY_CALL = "() => lms.calls()"


@dataclass(frozen=True)
class Launch:
    """How an LMS shows a package: names of modes, frames around it, a window of its own, and so on."""

    modes: Sequence[str] = ()
    shells: Sequence[str] = ()
    """`near` or `foreign`: frames between the LMS and the content, of the same origin or another."""
    popup: bool = False
    beacon: bool = True
    foreign: bool = False
    """The LMS is on another origin than the content: its API cannot be reached."""


@dataclass(frozen=True)
class Lms:
    """One registration of one learner with one LMS."""

    site: Site
    standard: str
    store: str
    run_time: str = "lms"
    """`lms` for our strict mock, `again` for scorm-again: a page in `tests/lms/pages`."""

    def address(self, package: str, launch: Launch) -> str:
        """Where the learner goes to start."""
        here, other = self.site.origins
        shell = {"near": f"{here}/lms/pages/shell.html", "foreign": f"{other}/lms/pages/shell.html"}
        query = {
            "standard": self.standard,
            "store": f"/store/{self.store}",
            "content": f"{here}{package}index.html",
            "modes": ",".join(launch.modes),
            "shells": ",".join(shell[name] for name in launch.shells),
        }
        query |= {"popup": "yes"} if launch.popup else {}
        query |= {} if launch.beacon else {"beacon": "no"}
        return f"{other if launch.foreign else here}/lms/pages/{self.run_time}.html?{urlencode(query)}"

    @property
    def values(self) -> dict[str, str]:
        """The data model as last stored, by full names; empty before the first commit."""
        stored = self.site.stores.get(self.store)
        if stored is None:
            return {}
        return dict(stored["values"]) if "values" in stored else dict(_flat("cmi", stored["cmi"]))

    @property
    def record(self) -> dict[str, Any]:
        """What a report would show, in the words of both standards."""
        values = self.values
        if self.standard == "scorm12":
            status, raw = values.get("cmi.core.lesson_status"), values.get("cmi.core.score.raw")
            completion = "completed" if status in ("passed", "failed", "completed") else "incomplete"
            success = status if status in ("passed", "failed") else "unknown"
        else:
            raw = values.get("cmi.score.raw")
            completion = values.get("cmi.completion_status", "unknown")
            success = values.get("cmi.success_status", "unknown")
        return {"completion": completion, "success": success, "score": float(raw) if raw else None}

    @property
    def suspend(self) -> str:
        """What the player kept."""
        return self.values.get("cmi.suspend_data", "")


def _flat(name: str, value: Any) -> list[tuple[str, str]]:
    """`{"core": {"exit": ""}}` → `cmi.core.exit`."""
    if isinstance(value, dict):
        return [pair for key, inner in value.items() for pair in _flat(f"{name}.{key}", inner)]
    if isinstance(value, list):
        return [pair for at, inner in enumerate(value) for pair in _flat(f"{name}.{at}", inner)]
    return [(name, "" if value is None else str(value))]
