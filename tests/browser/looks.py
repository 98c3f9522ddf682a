"""What every page of a module must look like to machines: sizes, axe, and the tree a screen reader gets."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser.learner import Learner

SCREENSHOTS = Path(__file__).resolve().parent / "screenshots"

WIDE = """() => {
  const root = document.documentElement;
  const beyond = [...document.querySelectorAll("body *")].filter((one) => {
    const box = one.getBoundingClientRect();
    const scroller = one.closest("table, .table, pre, [tabindex]");
    return box.width > 1 && box.right > root.clientWidth + 1 && !scroller;
  });
  return root.scrollWidth > root.clientWidth ? beyond.map((one) => one.outerHTML.slice(0, 120)) : [];
}"""

SMALL = """() => [...document.querySelectorAll("button, select, input, summary, nav a")]
  .filter((one) => one.checkVisibility())
  .map((one) => [one, (one.closest("label") ?? one).getBoundingClientRect()])
  .filter(([, box]) => box.width > 1 && (box.width < 24 || box.height < 24))
  .map(([one, box]) => `${one.outerHTML.slice(0, 100)} ${box.width}x${box.height}`)
"""


def pages_of(learner: Learner) -> list[str]:
    """The ids of all pages, the result last."""
    return [*[page["id"] for page in learner.package.data["pages"]], "result"]


def violations(page: Page, rules: list[str] | None = None) -> list[str]:
    """What axe finds in the page as it is now, one line each: by all its rules, or some.

    It needs time that passes, so the page's clock is let go.
    """
    page.context.clock.resume()
    options: dict[str, Any] = {"resultTypes": ["violations"]}
    if rules:
        options["runOnly"] = rules
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['target']} {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]


def shoot(page: Page, name: str) -> None:
    """Keep a picture for people to look at, where `SMTRAIN_SCREENSHOTS` asks for it."""
    if not os.environ.get("SMTRAIN_SCREENSHOTS"):
        return
    SCREENSHOTS.mkdir(exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)


def accessibility_tree(page: Page) -> list[dict[str, Any]]:
    """Chromium's own accessibility tree, without what it ignores: role, name, and properties."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [
        {
            "role": node["role"]["value"],
            "name": node.get("name", {}).get("value", ""),
            **{one["name"]: one["value"].get("value") for one in node.get("properties", [])},
        }
        for node in nodes
        if not node["ignored"]
    ]


def listen(page: Page) -> None:
    """From now on, write down what live regions say."""
    page.evaluate(
        """() => {
          window.heard = [];
          const live = [...document.querySelectorAll("[role=status], [role=alert], [aria-live]")];
          for (const region of live) {
            new MutationObserver(() => region.textContent.trim() && heard.push(region.textContent.trim()))
              .observe(region, { childList: true, characterData: true, subtree: true, attributes: true });
          }
        }"""
    )


def heard(page: Page) -> str:
    """What live regions have said since `listen`."""
    return json.dumps(page.evaluate("heard"))
