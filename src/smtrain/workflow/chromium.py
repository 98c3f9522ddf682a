"""A Chromium on this machine, to print a page as PDF."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from smtrain.workflow.errors import Refused

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_SECONDS = 60


def find_chromium() -> str:
    """The path of a Chromium: named by the user, on the PATH, or in its usual place. Raises `Refused`."""
    named = os.environ.get("SMTRAIN_CHROMIUM")
    candidates = [named] if named else [*map(shutil.which, _NAMES), *_PLACES]
    found = next((path for path in candidates if path and Path(path).is_file()), None)
    if found is None:
        raise Refused(
            "there is no browser to make a PDF with",
            mend="install Chromium, or name yours in SMTRAIN_CHROMIUM; or leave --pdf out and print the page",
        )
    return found


def pdf_of(program: str, html: str) -> bytes:
    """A page as PDF. Raises `Refused` when the browser does not make one."""
    with tempfile.TemporaryDirectory(prefix="smtrain-pdf-") as folder:
        page, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        page.write_text(html, "utf-8")
        command = [program, "--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"]
        if getattr(os, "geteuid", lambda: 1)() == 0:
            command.append("--no-sandbox")  # Chromium's sandbox refuses to run for root
        command += [f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}", page.as_uri()]
        try:
            subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise Refused(f"the browser {program} does not print: {error}") from error
        if not target.is_file():
            raise Refused(f"the browser {program} made no PDF", mend="leave --pdf out, and print the page")
        return target.read_bytes()
