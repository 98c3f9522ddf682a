"""A headless Chromium, and visits in it: an ordinary one, or one from a slow phone."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_SCRIPTS = Path(__file__).with_name("page")

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

PHONE = (360, 740)
DESK = (1280, 800)

SLOWER = 4
"""How much slower a cheap phone computes."""

_SLOW_LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 0.75e6 / 8,
}
"""A busy mobile network: 150 ms for each request, 1.6 Mbit/s down."""


def script(name: str) -> str:
    """The text of a script that is put into a page."""
    return (_SCRIPTS / f"{name}.js").read_text("utf-8")


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser for a whole row: the one tests use, or the first on the PATH."""
    from playwright.sync_api import sync_playwright

    found = (shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "chrome"))
    path = os.environ.get("SMTRAIN_CHROMIUM") or next(filter(None, found), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=_FLAGS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def visit(
    browser: Browser,
    *scripts: str,
    slow_line: bool = False,
    slow_processor: bool = False,
    size: tuple[int, int] = PHONE,
) -> Iterator[tuple[Page, Any]]:
    """A first visit: empty cache, with an LMS in the page; the page and its development tools."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.send("Performance.enable")
    for name in ("lms", *scripts):
        page.add_init_script(script(name))
    if slow_line:
        tools.send("Network.emulateNetworkConditions", _SLOW_LINE)
    if slow_processor:
        tools.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    try:
        yield page, tools
    finally:
        context.close()


def ready(page: Page, address: str, *, recordings: bool = False) -> None:
    """Open the module and wait until the player is at work and the network quiet.

    With recordings it never is: a browser keeps their connection open.
    """
    page.goto(f"{address}/index.html")
    page.wait_for_function("window.lmsLog.some((entry) => entry.call === 'LMSInitialize')")
    if recordings:
        page.wait_for_timeout(2_000)
    else:
        page.wait_for_load_state("networkidle")
