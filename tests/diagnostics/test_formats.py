"""How findings are printed, format by format."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Finding, Place, Span, rule
from smtrain.diagnostics.formats import names, renderer
from smtrain.diagnostics.report import Report, lines_of, tally

LINK = rule(
    "SM201", "link-to-nothing", "A link names an id that is not there.\n\nBad::\n\n    x\n\nGood::\n\n    y"
)
SLIP = rule("SM405", "description-that-names-the-file", "It says nothing.", "warning")

SOURCE = """\
# Posting

- [Delete your replies](#start2)

::: choose-one {#q}

Which?

- [ ] Neither

:::
"""


def report(*findings: Finding, text: str = SOURCE, width: int = 100) -> Report:
    """Findings in one file, with their sum."""
    return Report(findings, {"m/module.md": text, "m/other.md": "one\ntwo\n"}, tally(findings), width=width)


def at(line: int, column: int, end: int, end_line: int = 0, file: str = "m/module.md") -> Span:
    """A place, on one line unless said otherwise."""
    return Span(file, line, column, end_line or line, end)


def said(finding: Finding, text: str = SOURCE, width: int = 100) -> list[str]:
    """The finding as people see it, without the sum."""
    return renderer("text")(report(finding, text=text, width=width)).splitlines()[:-2]


def test_text_shows_the_line_a_mark_and_a_way_to_mend_it() -> None:
    """The form of source-format.md, section 11."""
    finding = Finding(
        LINK,
        at(3, 25, 32),
        'there is no "start2" to jump to',
        "not an id in this module",
        'did you mean "#start"?',
    )
    assert said(finding) == [
        'error[SM201]: there is no "start2" to jump to',
        " --> m/module.md:3:25",
        "  |",
        "3 | - [Delete your replies](#start2)",
        "  |                         ^^^^^^^ not an id in this module",
        "  |",
        '  = help: did you mean "#start"?',
    ]


def test_a_place_over_several_lines_has_a_bracket() -> None:
    """The lines between are left out, and numbers stay in one column."""
    finding = Finding(LINK, at(5, 1, 4, end_line=11), "no right answer", "none is ticked")
    assert said(finding) == [
        "error[SM201]: no right answer",
        "  --> m/module.md:5:1",
        "   |",
        " 5 | / ::: choose-one {#q}",
        " 6 | |",
        "... |",
        "11 | | :::",
        "   | |___^ none is ticked",
    ]


def test_further_places_are_shown_in_the_same_picture_or_below() -> None:
    """Those in the same file take their place among the lines; another file gets a picture of its own."""
    finding = Finding(
        SLIP,
        at(9, 7, 14),
        "a slip",
        "here",
        also=(Place(at(7, 1, 7), "the question"), Place(at(2, 1, 4, file="m/other.md"), "and there")),
    )
    assert said(finding) == [
        "warning[SM405]: a slip",
        " --> m/module.md:9:7",
        "  |",
        "7 | Which?",
        "  | ------ the question",
        "8 |",
        "9 | - [ ] Neither",
        "  |       ^^^^^^^ here",
        " ::: m/other.md:2:1",
        "  |",
        "2 | two",
        "  | --- and there",
    ]


@pytest.mark.parametrize(
    ("line", "column", "end", "shown", "marks"),
    [
        ("日本語 (#x)", 5, 9, "日本語 (#x)", "       ^^^^"),
        ("a\t(#x)", 3, 7, "a   (#x)", "    ^^^^"),
        ("e\u0301té (#x)", 6, 10, "e\u0301té (#x)", "    ^^^^"),
        ("\x1b[2J(#x)", 5, 9, "␛[2J(#x)", "    ^^^^"),
        ("a\u202eb (#x)", 5, 9, "a\ufffdb (#x)", "    ^^^^"),
        ("(#x)", 5, 5, "(#x)", "    ^"),
        ("", 1, 1, "", "^"),
    ],
)
def test_the_mark_stands_under_what_it_means(
    line: str, column: int, end: int, shown: str, marks: str
) -> None:
    """Wide, combining, control and turning characters, tabs, and the end of a line."""
    rows = said(Finding(LINK, at(1, column, end), "x"), text=line)
    assert rows[3] == f"1 | {shown}".rstrip()
    assert rows[4] == f"  | {marks}"


def test_a_long_line_is_cut_to_a_window_around_the_mark() -> None:
    """Paragraphs of a trainer may be one line of a thousand characters."""
    line = "word " * 100 + "[here](#zz) " + "more " * 100
    rows = said(Finding(LINK, at(1, 507, 512), "x"), text=line, width=60)
    assert max(len(row) for row in rows) <= 60
    start = rows[4].index("^")
    assert rows[3][start : start + 5] == "(#zz)"
    assert rows[3].startswith("1 | …")
    assert rows[3].endswith("…")


def test_a_file_without_text_still_has_its_place() -> None:
    """A file in another encoding cannot be quoted."""
    finding = Finding(LINK, at(1, 1, 1, file="latin.md"), "not UTF-8", "byte 0xFC", "save it as UTF-8")
    assert said(finding) == [
        "error[SM201]: not UTF-8",
        " --> latin.md:1:1",
        "  = byte 0xFC",
        "  |",
        "  = help: save it as UTF-8",
    ]


def test_a_message_cannot_steer_the_terminal() -> None:
    """An unknown name is quoted from the source, and could hold anything."""
    for form in ("text", "concise"):
        assert "\x1b" not in renderer(form)(report(Finding(LINK, at(1, 1, 2), "\x1b[31m", "\x1b", "\x1b")))


def test_concise_is_one_line_each() -> None:
    """The form that editors take apart."""
    finding = Finding(LINK, at(3, 25, 32), "no target", "label", "did you\nmean it?")
    assert renderer("concise")(report(finding)) == (
        "m/module.md:3:25: error[SM201] no target (did you mean it?)\n1 error in 1 file"
    )


def test_github_escapes_what_would_end_a_command() -> None:
    """Per cent signs, colons and commas in a name, line breaks in a text; two lines have no columns."""
    odd = Finding(LINK, at(1, 1, 3, file="a,b:c%.md"), "100% wrong", "", "one\ntwo")
    wide = Finding(SLIP, at(5, 1, 4, end_line=11), "wide")
    assert renderer("github")(report(odd, wide)).splitlines() == [
        "::error file=a%2Cb%3Ac%25.md,line=1,endLine=1,col=1,endColumn=2,title=SM201 link-to-nothing"
        "::100%25 wrong%0Aone%0Atwo",
        "::warning file=m/module.md,line=5,endLine=11,title=SM405 description-that-names-the-file::wide",
        "1 error and 1 warning in 2 files",
    ]


def test_json_has_every_field_that_help_promises() -> None:
    """The fields are the contract that `smtrain check --help` prints."""
    finding = Finding(LINK, at(3, 25, 32), "m", "l", "h", also=(Place(at(1, 1, 2), "there"),))
    place = {"file": "m/module.md", "line": 1, "column": 1, "endLine": 1, "endColumn": 2, "label": "there"}
    assert json.loads(renderer("json")(report(finding))) == {
        "version": 1,
        "summary": "1 error in 1 file",
        "findings": [
            {
                "code": "SM201",
                "name": "link-to-nothing",
                "severity": "error",
                "message": "m",
                "file": "m/module.md",
                "line": 3,
                "column": 25,
                "endLine": 3,
                "endColumn": 32,
                "label": "l",
                "help": "h",
                "also": [place],
            }
        ],
    }


def test_sarif_ties_results_to_rules_and_says_what_a_column_is() -> None:
    """SARIF 2.1.0, sections 3.14.17 (columnKind), 3.27 (result), 3.30 (region), 3.49 (rule)."""
    findings = [
        Finding(SLIP, at(9, 7, 14, file="a b/ü.md"), "slip"),
        Finding(LINK, at(3, 25, 32), "m", "", "h", also=(Place(at(1, 1, 2), "there"),)),
    ]
    log = json.loads(renderer("sarif")(report(*findings)))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [(r["id"], r["name"], r["defaultConfiguration"]["level"]) for r in rules] == [
        ("SM201", "LinkToNothing", "error"),
        ("SM405", "DescriptionThatNamesTheFile", "warning"),
    ]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["SM405", "SM201"]
    slip, link = run["results"]
    assert slip["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b/%C3%BC.md"},
        "region": {"startLine": 9, "startColumn": 7, "endLine": 9, "endColumn": 14},
    }
    assert link["message"]["text"] == "m\n\nHelp: h"
    assert link["relatedLocations"][0]["message"]["text"] == "there"


@pytest.mark.parametrize("form", names())
def test_nothing_found_is_said_in_every_format(form: str) -> None:
    """An empty report is a valid one."""
    printed = renderer(form)(Report((), {}, "m: 1 module, no findings"))
    assert "no findings" in printed or json.loads(printed)["runs"][0]["results"] == []


def test_every_format_is_described_in_help() -> None:
    """A format nobody can read about is no format."""
    from smtrain.cli.check import command

    assert command.help
    for form in names():
        assert f"  {form} " in command.help


def test_lines_end_where_commonmark_says() -> None:
    """Not at a form feed or a Unicode line separator, as Python's own splitlines has it."""
    assert lines_of("a\r\nb\rc\x0cd\u2028e\nf") == ["a", "b", "c\x0cd\u2028e", "f"]


@given(
    text=st.text(max_size=200),
    place=st.tuples(*[st.integers(1, 12)] * 4),
    other=st.tuples(*[st.integers(1, 12)] * 4),
    width=st.integers(20, 120),
    form=st.sampled_from(names()),
)
def test_no_place_breaks_a_format(
    text: str, place: tuple[int, int, int, int], other: tuple[int, int, int, int], width: int, form: str
) -> None:
    """Whatever a file holds, and wherever a finding says it is: each format prints it."""
    finding = Finding(
        LINK,
        Span("m/module.md", *place),
        "message",
        "label",
        "help",
        (Place(Span("m/module.md", *other), ""),),
    )
    assert "message" in renderer(form)(report(finding, text=text, width=width))


def test_the_sum_names_all_that_was_found() -> None:
    """Errors, warnings and advice, in that order."""
    advice = rule("SM853", "jargon", "It says little.", "advice")
    found = [Finding(one, at(1, 1, 2), "x") for one in (advice, SLIP, LINK, SLIP)]
    assert tally(found) == "1 error, 2 warnings and 1 suggestion in 1 file"
    assert tally(found[:1]) == "1 suggestion in 1 file"
    assert tally(found[:2]) == "1 warning and 1 suggestion in 1 file"
    assert tally([]) == "no findings"
