"""Job aids and guides in a real browser: one page of paper, and nothing for axe to say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from dev import find_chromium
from smtrain.workflow.documents import publish, write_aids, write_guides
from tests.browser.conftest import ROOT
from tests.browser.looks import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

COURSE = ROOT / "tests" / "browser" / "courses" / "recordings"


@pytest.mark.browser
def test_a_card_is_one_sheet_of_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As PDF, by the same browser that a user would have."""
    monkeypatch.setenv("SMTRAIN_CHROMIUM", find_chromium())
    written = write_aids(COURSE, out=tmp_path, pdf=True)
    (pdf,) = (file for file in written.written if file.suffix == ".pdf")
    pages = PdfReader(pdf).pages
    assert len(pages) == 1
    text = pages[0].extract_text()
    assert "The A-B-C card" in text
    assert "Check: who can be seen?" in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_documents_are_for_everyone(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    """On a phone as well, in light and dark."""
    files = [*write_aids(COURSE, out=tmp_path).written, *write_guides(COURSE, out=tmp_path).written]
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    context.clock.install()
    page = context.new_page()
    for file in files:
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert violations(page) == []
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_published_pages_are_for_everyone(browser: Browser, tmp_path: Path, scheme: Any) -> None:
    """The policy and the answers of the course that comes along, on a phone as well, and without a script."""
    files = publish(ROOT / "courses" / "social-media", out=tmp_path).written
    context = browser.new_context(viewport={"width": 320, "height": 740}, color_scheme=scheme)
    context.clock.install()
    page = context.new_page()
    for file in files:
        page.goto(file.as_uri())
        assert page.evaluate("document.scripts.length") == 0
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, file.name
        assert violations(page) == [], file.name
    context.close()
