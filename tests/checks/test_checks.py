"""What checks leave alone, and where they look; what they find is shown by their own examples."""

from __future__ import annotations

import pytest

from smtrain.checks import checks
from tests.marks import Desk


def test_every_check_is_registered_once() -> None:
    """The folder is the register."""
    codes = [check.rule.code for check in checks()]
    assert codes == sorted(set(codes))
    assert {"SM212", "SM401", "SM404", "SM701"} <= set(codes)


@pytest.mark.parametrize(
    "text",
    [
        "![](media/team.svg){decorative}",
        "![A photo of the team would show faces](media/team.png)",
        "[Read more about drafts](https://example.org)",
        "[![Our team](media/team.png)](https://example.org)",
        "### One\n\n#### Two\n\n### Three",
        "|  | Monday |\n| --- | --- |\n| Kim | 9:00 |",
        "[Write to us](mailto:press@example.org) or [call](tel:+4930123456)",
        "[Up](#page)",
        "::: audio {src=media/intro.mp3}\n\nText\n\n:::",
        "::: video {src=media/intro.mp4 captions=media/intro.vtt poster=media/team.png}\n\nText\n\n:::",
    ],
)
def test_nothing_is_wrong_with_this(desk: Desk, text: str) -> None:
    """No false alarm."""
    assert desk.codes(f"## Page {{#page}}\n\n{text}\n") == []


@pytest.mark.parametrize(
    "around",
    [
        "{0}",
        "- {0}",
        "> {0}",
        "> [!NOTE]\n> {0}",
        "| a |\n| --- |\n| {0} |",
        "::: tabs\n\n### A {0}\n\nText\n\n### B\n\n{0}\n\n:::",
        "::: choose-one {{#q}}\n\n{0} Which?\n\n- [x] One\n- [ ] Two\n\n:::",
        "::: choose-one {{#q}}\n\nWhich?\n\n- [x] One {0}\n- [ ] Two\n\n:::",
        "::: choose-one {{#q}}\n\nWhich?\n\n- [x] One\n  > {0}\n- [ ] Two\n\n:::",
        "::: choose-one {{#q}}\n\nWhich?\n\n- [x] One\n- [ ] Two\n\n> [!HINT]\n> {0}\n\n:::",
        "::: match {{#q}}\n\n| a | b |\n| --- | --- |\n| {0} | c |\n| d | e |\n\n:::",
        "::: order {{#q}}\n\nPut in order.\n\n1. {0} x\n2. y\n\n:::",
        "::: steps\n\n1. {0}\n\n:::",
        "::: columns\n\n{0}\n\n---\n\nText\n\n:::",
        "::: glossary\n\n### Term {{#term}}\n\n{0}\n\n:::",
        "::: objectives\n\n- {0} {{#o-one}}\n\n:::",
        "::: notes\n\n{0}\n\n:::",
        "::: post {{author=Kim}}\n\n{0}\n\n:::",
        "Text[^1]\n\n[^1]: {0}",
    ],
)
def test_a_check_looks_everywhere(desk: Desk, around: str) -> None:
    """In lists, quotes, tables, parts, answers, feedback, boxes, footnotes: wherever a learner looks."""
    text = around.format("see [here](https://example.org)")
    assert set(desk.codes(f"## Page\n\n{text}\n")) == {"SM406"}


@pytest.mark.parametrize("words", ["here", "Here", "click here", "this link.", "More", "read more!"])
def test_vague_words_of_a_link(desk: Desk, words: str) -> None:
    """In any case and with any mark behind them."""
    finding = desk.finds("SM406", f"## Page\n\nSee «[{words}](https://example.org)».\n")
    assert finding.rule.severity == "warning"


def test_levels_of_headings_are_counted_anew_on_each_page(desk: Desk) -> None:
    """A page is level 2; the next heading is level 3."""
    desk.finds("SM404", "## One\n\n### A\n\n#### B\n\nText\n\n## Two\n\n«#### C»\n\nText\n")
