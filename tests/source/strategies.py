"""Texts that look like the dialect, for tests in which anything may come."""

from __future__ import annotations

from hypothesis import strategies as st

from smtrain.kinds import kinds

_KINDS = [kind.name for kind in kinds() if kind.read or kind.unfold]
_FRAGMENTS = [
    *(f"::: {name} {{#{name}}}" for name in _KINDS),
    *(f"::: {name}" for name in _KINDS),
    *[":::"] * 20,
    *"::::|::::: tabs|::: only {role=a}|::: include {file=module.md}|::: include {file=b.md}".split("|"),
    *':::{|::: {#a}|::: x {|::: tabs T {a="b c" d=\'e\' f="{{ v }}" g}'.split("|"),
    *"# L|## P|## P {#p optional}|### T {.good}|#### x|---|***|===".split("|"),
    *"- [x] a|- [ ] b|- [x]c|- []|- a|1. b|10) k|+ [x] z|* [ ] y|  - n|   1. k|24|23..25".split("|"),
    *"  > f|> q|> > r|>|> [!NOTE]|> [!HINT]|> [!EXPLAIN] {a=b}|> **t**".split("|"),
    *["    code", "\ttab", "```", "```py", "~~~", "`c`", "``"],
    *["| a | b |", "| --- | :-: |", "| c \\| d | [[e\\|f]] |", "|"],
    *["[^1]: foot", "t[^1] u[^2]", "[ref]: /url 'x'", "[ref]"],
    *["<!-- c -->", "<!--", "-->", "<!-- smtrain: ignore SM405 because x -->", "<b>x</b>", "<http://a.b>"],
    *[
        "[a](#p)",
        "[a](mailto:{{v}})",
        "[t]{role=a}",
        "[t]{lang=de}",
        "[a [b](c) d](e)",
        "[a]{b={{v}}}",
        "[",
        "](",
    ],
    *["{{ v }}", "{{ v", "{{learner.name}}", "}}", "{{", "{{ {{ a }} }}", "{#id}", "{", "}", "x {a=b}"],
    *["[[g|h]]", "[[", "]]", '![a](m.png "c"){width=3%}', "![x ![y](z)](w)", "![a]("],
    *["**b**", "**", "*i*", "_", "~~s~~", "\\*", "\\", "&amp;", "&#0;", "http://e.org/x_y", "a@b.org"],
    *["😀", "é", "\u2028", "\x0b", "\x85", "\ufeff", "\u00a0", "\0", "hard  ", "hard\\", "", "  "],
]
_JOINS = ["\n", "\n", "\n\n", "\n", " ", "", "\n  ", "\n   ", "\n> ", "\n- ", "\n    ", "\r\n", "\r", "\t"]


def dialect() -> st.SearchStrategy[str]:
    """Pieces of the dialect, joined in ways that nest, break off and run into each other."""
    piece = st.tuples(st.sampled_from(_FRAGMENTS), st.sampled_from(_JOINS)).map("".join)
    odd = st.text(max_size=4)
    return st.lists(piece | piece | piece | odd, max_size=40).map("".join)


def settings_text() -> st.SearchStrategy[str]:
    """Pieces of YAML, and YAML that is none."""
    pieces = [
        *["id: m", "title: T", "language: en", "variables: {v: V}", "variables:", "  a.b: {required: true}"],
        *[
            "audience: {role: {values: [a, b], default: a}}",
            "files: [module.md, b.md]",
            "files: [module.md, .]",
        ],
        *[
            "completion: {require: [pages, q]}",
            "success: {from: [q], pass: 80%}",
            "duration: 25m",
            "targets: [web]",
        ],
        *[
            "a: &a [*a]",
            "b: &b {<<: *b}",
            "c: *a",
            "? x",
            ": y",
            "- 1",
            "[",
            "{",
            "}",
            "]",
            "x: |",
            "  y",
            "\t",
        ],
        *[
            "version: 1.10",
            'v: "\\0"',
            'w: "\\ud800"',
            "!!python/none x",
            "!!int y",
            "%YAML 1.1",
            "...",
            "# c",
            "'",
        ],
        *[
            '"',
            "é: 😀",
            "\u2028",
            "\x85",
            ".inf",
            "0x1F",
            "1e999",
            "~: ~",
            "<<: 1",
            "",
            " ",
            ": ",
            "- ",
            "* ",
            "&",
        ],
    ]
    piece = st.sampled_from(pieces) | st.text(max_size=3)
    return st.lists(
        st.tuples(piece, st.sampled_from(["\n", "\n", "\n  ", " ", ""])).map("".join), max_size=15
    ).map("".join)
