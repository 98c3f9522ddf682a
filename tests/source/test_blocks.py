"""Blocks: how they open, close and nest, and what else the form of a text can get wrong."""

from __future__ import annotations

import pytest

from smtrain.diagnostics import Notes
from smtrain.model.node import Block, walk
from smtrain.model.text import CodeBlock, Divider, Footnote, List, Paragraph, Quote, Table, plain
from smtrain.source.document import Box, Directive, Entry, PageBreak, Title
from smtrain.source.file import decode
from smtrain.source.tree import parse
from tests.marks import Desk, tidy, unmark


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a text that has no mistakes."""
    notes = Notes()
    found = parse(decode("module.md", tidy(text).encode(), notes), notes).blocks
    assert notes.findings() == ()
    return found


def form(marked: str) -> list[str]:
    """The codes of what is wrong with the form of a text, which is found at the marked places."""
    source = unmark(tidy(marked))
    notes = Notes()
    parse(decode("module.md", source.text.encode(), notes), notes)
    findings = notes.findings()
    assert tuple(finding.span[1:] for finding in findings) == source.main, [f.message for f in findings]
    assert all(finding.mend for finding in findings)
    return [finding.rule.code for finding in findings]


def test_every_block_of_markdown_has_its_node() -> None:
    """Headings, lists, quotes, tables, code, footnotes, dividers and page breaks are told apart."""
    found = blocks(
        """
        # One

        Text[^1]
        goes on.

        3. c
        4. d

        > q

        | a | b |
        | - | :-: |
        | c | d |

        ```py
        x = 1
        ```

            indented

        ***

        ---

        [^1]: Foot
        """
    )
    kinds = [type(block) for block in found]
    assert kinds == [
        Title,
        Paragraph,
        List,
        Quote,
        Table,
        CodeBlock,
        CodeBlock,
        Divider,
        PageBreak,
        Footnote,
    ]
    numbered, table, code = found[2], found[4], found[5]
    assert isinstance(numbered, List)
    assert (numbered.start, numbered.tight) == (3, True)
    assert isinstance(table, Table)
    assert [cell.align for cell in table.header] == ["", "center"]
    assert [[plain(cell.inlines) for cell in row] for row in table.rows] == [["c", "d"]]
    assert isinstance(code, CodeBlock)
    assert (code.value, code.info) == ("x = 1\n", "py")


def test_a_closer_closes_the_nearest_block_without_counting() -> None:
    """Blocks nest with three colons each."""
    (outer,) = blocks("::: a\n\n::: b\n\nText\n\n:::\n\n::: c\n\n:::\n\n:::\n")
    assert isinstance(outer, Directive)
    assert [block.name for block in outer.blocks if isinstance(block, Directive)] == ["b", "c"]


def test_more_colons_outside_are_allowed() -> None:
    """Then opener and closer have the same number, and an inner block may be of any."""
    (outer,) = blocks("::::: a\n\n:::: b\n\n::: c\n\n:::\n\n::::\n\n:::::\n")
    assert [n.name for n in walk(outer) if isinstance(n, Directive)] == ["a", "b", "c"]


def test_a_block_needs_no_blank_lines() -> None:
    """They are for other viewers only."""
    (block,) = blocks("::: steps\n1. One\n2. Two\n:::\n")
    assert isinstance(block, Directive)
    assert [type(inner) for inner in block.blocks] == [List]


def test_colons_in_code_are_text() -> None:
    """In a fence, in indented code and in the middle of a line."""
    assert len(blocks("```\n::: a\n```\n\n    ::: b\n\nText ::: c\n")) == 3


@pytest.mark.parametrize(
    "marked",
    [
        "«::: a»\n\nText\n",
        "«::: a»\n\n::: b\n\n:::\n\n«::: c»\n",
        "«::: a»\n\n::: b\n\n:::\n",
        "«::: a»\n",
        "«:::: a»\n\n«::: b»\n",
    ],
)
def test_nothing_is_closed_by_guess(marked: str) -> None:
    """Each block without an end is named where it begins; all of them in one run."""
    assert set(form(marked)) == {"SM101"}


def test_a_closer_of_an_outer_block_does_not_close_an_inner_one() -> None:
    """The inner one is reported, and the closer that shows it."""
    (finding,) = findings_of(":::: a\n\n«::: b»\n\n‹::::›\n")
    assert finding == "SM101"


def findings_of(marked: str) -> list[str]:
    """Like `form`, for texts in which second places are marked as well."""
    source = unmark(tidy(marked))
    notes = Notes()
    parse(decode("module.md", source.text.encode(), notes), notes)
    findings = notes.findings()
    assert tuple(finding.span[1:] for finding in findings) == source.main
    assert tuple(place.span[1:] for finding in findings for place in finding.also) == source.also
    return [finding.rule.code for finding in findings]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM102", "Text\n\n«:::»\n"),
        ("SM102", "::: a\n\n:::\n\n«:::»\n"),
        ("SM103", "«::: {#x}»\n\n:::\n"),
        ("SM103", "«::: 3 columns»\n\n:::\n"),
        ("SM107", "## Page\n\nText «{#x}»\n"),
        ("SM107", "## Page\n\nText «{.big}» text\n"),
        ("SM107", "[text] «{lang=de}»\n"),
        ("SM108", "«<!-- never closed»\n\nText\n"),
        ("SM108", "Text «<!--» never closed\n"),
        ("SM110", "Text «<b>»bold«</b>»\n"),
        ("SM110", "«<div class='x'>»\n"),
        ("SM110", "- a\n\n  > «<br/>»\n"),
        ("SM111", "Heading\n«---»\n"),
        ("SM111", "Heading\n«===»\n"),
        ("SM111", "> Heading\n> «===»\n"),
        ("SM119", "«<!-- smtrain: ignore SM405 -->»\n\nText\n"),
        ("SM119", "«<!-- smtrain: ignore this because I say so -->»\n"),
        ("SM119", "Text «<!-- smtrain: ignore SM405 because x -->»\n"),
        ("SM122", "> [!NOTE] «Text on the first line»\n> More\n"),
        ("SM126", "Read [our policy«](our policy.pdf)».\n"),
        ("SM127", "«```»py\nx = 1\n\nText\n"),
        ("SM127", "- «~~~»\n  x\n\nText\n"),
        ("SM127", "«````»\nx\n```\n"),
        ("SM214", "Text«[^1]».\n"),
        ("SM301", "- «[x]»right\n- [ ] wrong\n"),
        ("SM301", "- «[ x ]» right\n"),
        ("SM301", "- «[]» right\n"),
        ("SM303", "- [x] «3.» May\n- [ ] June\n"),
        ("SM303", "- [ ] «-» dash\n"),
    ],
)
def test_a_slip_in_the_form_is_found_at_its_place(code: str, marked: str) -> None:
    """The rule, the exact characters, and a way to mend it."""
    assert set(form(marked)) == {code}


def test_a_block_ends_in_the_container_it_began_in() -> None:
    """A closer outside a list item does not close a block inside it."""
    assert form("- item\n\n  «::: steps»\n\n  1. One\n\n«:::»\n") == ["SM100", "SM102"]


def test_a_block_does_not_end_inside_a_container_it_did_not_begin_in() -> None:
    """The closer in the quote is reported, and the block that stays open."""
    assert findings_of("‹«::: steps»›\n\n> «:::»\n") == ["SM101", "SM100"]


@pytest.mark.parametrize(
    "marked", ["::: a\n\n«::::»\n", ":::: a\n\n«:::»\n", "::: a\n\n:::: b\n\n::::\n\n«:::::»\n"]
)
def test_opener_and_closer_have_the_same_number_of_colons(marked: str) -> None:
    """Another number is reported, and the block is taken as closed."""
    assert form(marked) == ["SM104"]


def test_a_block_inside_an_item_belongs_to_it() -> None:
    """Indented like its surroundings, it opens and closes there."""
    (items,) = blocks("- item\n\n  ::: steps\n\n  1. One\n\n  :::\n\n- next\n")
    assert isinstance(items, List)
    assert [type(block) for block in items.items[0].blocks] == [Paragraph, Directive]
    assert not items.tight


def test_ticks_are_read_and_taken_off_the_text() -> None:
    """`[x]` and `[X]` are right, `[ ]` is wrong, and a plain item has no box."""
    (items,) = blocks("- [x] one\n- [X] two\n- [ ] three\n- four\n- [text](#a)\n")
    assert isinstance(items, List)
    assert [item.ticked for item in items.items] == [True, True, False, None, None]
    assert [plain(item.blocks) for item in items.items] == ["one", "two", "three", "four", "text"]


def test_an_escaped_number_is_text() -> None:
    r"""`3\. May` is a choice like any other."""
    (items,) = blocks("- [x] 3\\. May\n")
    assert plain([items]) == "3. May"


def test_a_quote_under_an_item_is_its_own() -> None:
    """Feedback is a quote in the item; the next item goes on with the list."""
    (items,) = blocks("- [x] one\n  > Right.\n- [ ] two\n")
    assert isinstance(items, List)
    first = items.items[0]
    assert isinstance(first, Entry)
    assert [type(block) for block in first.blocks] == [Paragraph, Quote]


def test_a_box_is_a_quote_with_a_kind() -> None:
    """The kind is read in any case; the rest is the box's text."""
    note, hint, quote = blocks("> [!NOTE]\n> Text\n\n> [!hint]\n>\n> > deeper\n\n> [NOTE]\n")
    assert isinstance(note, Box)
    assert isinstance(hint, Box)
    assert (note.name, plain(note.blocks), hint.name) == ("NOTE", "Text", "hint")
    assert isinstance(quote, Quote)
    assert not isinstance(quote, Box)


def test_comments_leave_nothing_behind() -> None:
    """On a line, over several with blank ones, and inside a paragraph."""
    found = blocks("<!-- one -->\n\n<!-- two\n\n::: three\n-->\n\nText <!-- four --> text\n")
    assert [plain([block]) for block in found] == ["Text text"]


def test_a_number_before_a_tick_box_of_another_list_is_no_break() -> None:
    """`---` under a list, a quote or a heading breaks the page."""
    assert [type(b) for b in blocks("- a\n\n---\n\n> q\n\n---\n\n## P\n---\n")].count(PageBreak) == 3


def test_references_and_bare_links_are_links() -> None:
    """CommonMark's own forms work."""
    assert plain(blocks("[a][b] https://example.org <https://example.org/x>\n\n[b]: https://example.org\n"))


def test_several_mistakes_of_one_file_are_reported_in_one_run_and_in_order(desk: Desk) -> None:
    """Form, names and values; the second mistake does not hide the third."""
    desk.finds_all(
        ["SM203", "SM110", "SM204", "SM201", "SM101"],
        """
        ## Page

        ::: «tabz»

        :::

        Text «<b>».

        ::: steps {«colour=red»}

        1. One

        :::

        [Go](«#nowhere»)

        «::: steps»

        1. Two
        """,
    )
