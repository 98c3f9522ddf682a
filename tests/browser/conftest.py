"""A browser, a local site with the mock LMS, and packages built by smtrain itself."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from dev import NO_CHROMIUM, find_chromium
from tests.browser.learner import Learner
from tests.browser.packages import Packages
from tests.browser.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever uses the browser is marked so, and can be left out of a quick run."""
    for item in items:
        if {"browser", "learner", "page", "context"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    """Launch the Chromium that is installed; without one, fail where it matters and say so elsewhere."""
    found = find_chromium()
    if not found and os.environ.get("CI"):
        pytest.fail(NO_CHROMIUM)
    if not found:
        pytest.skip(NO_CHROMIUM)
    return {"executable_path": found, "args": ARGUMENTS, "headless": True}


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    """The local site; see `Site`."""
    site = Site(
        {
            "lms": ROOT / "tests" / "lms",
            "scorm-again": ROOT / "node_modules" / "scorm-again" / "dist",
        }
    )
    site.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def packages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Builds a course of `tests/browser/courses` for a standard, once for each worker."""
    return Packages(site, ROOT / "tests" / "browser" / "courses", tmp_path_factory.mktemp("packages"))


@pytest.fixture
def learner(browser: Browser, site: Site, packages: Packages) -> Iterator[Callable[..., Learner]]:
    """Makes a learner who takes one course at one standard; their windows are closed after the test."""
    made: list[Learner] = []

    def make(course: str, standard: str, **settings: Any) -> Learner:
        made.append(Learner(browser, site, packages, course, standard, **settings))
        return made[-1]

    yield make
    for one in made:
        one.close()
