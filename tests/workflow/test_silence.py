"""An author may silence a finding, with a reason."""

from __future__ import annotations

from tests.marks import Desk

LINK = "For our policy click [here](https://example.org/policy).\n"
IGNORE = "<!-- smtrain: ignore SM406 because the address is read out -->\n\n"


def test_a_remark_silences_the_block_after_it(desk: Desk) -> None:
    """A paragraph, a list, and a whole block with all that is in it."""
    assert desk.codes("## Page\n\n" + IGNORE + LINK) == []
    assert desk.codes("## Page\n\n" + IGNORE + "- One\n- " + LINK) == []
    assert desk.codes("## Page\n\n" + IGNORE + "::: accordion\n\n### A\n\nText\n\n" + LINK + "\n:::\n") == []


def test_a_remark_silences_nothing_else(desk: Desk) -> None:
    """Neither the next block, nor another rule, nor another place."""
    assert desk.codes("## Page\n\n" + IGNORE + LINK + "\n" + LINK) == ["SM406"]
    assert desk.codes("## Page\n\n" + IGNORE + "Bold <b>.\n") == ["SM124", "SM110"]
    assert desk.codes("## Page\n\n" + IGNORE + "- One\n\n  Two\n\nThree " + LINK) == ["SM124", "SM406"]


def test_several_remarks_may_stand_before_a_block(desk: Desk) -> None:
    """Each for a rule of its own."""
    text = "## Page\n\n" + IGNORE + IGNORE.replace("SM406", "SM110") + "Bold <b>. " + LINK
    assert desk.codes(text) == []


def test_an_error_can_be_silenced_where_the_author_knows_better(desk: Desk) -> None:
    """Findings about the text, wherever they come from: form, names, checks."""
    for code, text in (("SM110", "A <b>.\n"), ("SM201", "[x](#y)\n"), ("SM701", "![A team](x.png)\n")):
        assert desk.codes("## Page\n\n" + IGNORE.replace("SM406", code) + text) == []


def test_a_remark_without_use_is_reported(desk: Desk) -> None:
    """At its own place: it may hide a later finding that nobody looked at."""
    desk.finds("SM124", "## Page\n\n«" + IGNORE.strip() + "»\n\nText\n")


def test_a_remark_in_an_included_file(desk: Desk) -> None:
    """It counts there, and not for the same line of another file."""
    files = {"b.md": IGNORE + LINK}
    assert desk.codes("## Page\n\n::: include {file=b.md}\n\n:::\n", files) == []
    assert desk.codes("## Page\n\n" + LINK + "\n::: include {file=b.md}\n\n:::\n", files) == ["SM406"]


def test_a_remark_before_nothing_is_without_use(desk: Desk) -> None:
    """At the end of a file or of a block."""
    assert desk.codes("## Page\n\nText\n\n" + IGNORE) == ["SM124"]
