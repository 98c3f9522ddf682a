"""Attributes in braces."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Notes, Span
from smtrain.source.attributes import find_end, looks_like_attributes, read_attributes


def read(text: str) -> tuple[list[tuple[str, str | None]], list[tuple[str, str]]]:
    """Keys and values in braces, and the codes of what is wrong with the characters it is about."""

    def span(start: int, end: int) -> Span:
        return Span("a.md", 1, start, 1, end)

    notes = Notes()
    found = read_attributes(text, 0, len(text), span, notes)
    wrong = [(f.rule.code, text[f.span.column : f.span.end_column]) for f in notes]
    return [(item.key, item.value) for item in found.items], wrong


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("{}", []),
        ("{#a}", [("#", "a")]),
        ("{ #a .b .c }", [("#", "a"), (".", "b"), (".", "c")]),
        ("{a=b c}", [("a", "b"), ("c", None)]),
        ('{a="b c" d=\'e "f"\'}', [("a", "b c"), ("d", 'e "f"')]),
        ('{a="" b}', [("a", ""), ("b", None)]),
        (
            "{pass=80% src=media/a.mp4 rect=1,2,3,4}",
            [("pass", "80%"), ("src", "media/a.mp4"), ("rect", "1,2,3,4")],
        ),
        ('{author="{{ name }} of {{ company }}"}', [("author", "{{ name }} of {{ company }}")]),
        ("{author={{name}} x}", [("author", "{{name}}"), ("x", None)]),
        ("{url=https://example.org/?a=b#c}", [("url", "https://example.org/?a=b#c")]),
    ],
)
def test_attributes(text: str, items: list[tuple[str, str | None]]) -> None:
    """An id, classes, keys with values and bare words."""
    assert read(text) == (items, [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{=a}", [("SM105", "=a")]),
        ("{#}", [("SM105", "#")]),
        ("{a=}", [("SM105", "a=")]),
        ("{a = b}", [("SM105", "=")]),
        ("{a='b}", [("SM105", "a='b")]),
        ("{a=“b c”}", [("SM105", "c”")]),
        ("{#a #b}", [("SM106", "#b")]),
        ("{a=1 a=2 a=3}", [("SM106", "a=2"), ("SM106", "a=3")]),
        ("{.a .a}", []),
    ],
)
def test_what_is_wrong_with_attributes(text: str, wrong: list[tuple[str, str]]) -> None:
    """Each word that cannot be read, and each key that is given twice; classes may be."""
    assert read(text)[1] == wrong


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("{a}", 3),
        ("{a} b", 3),
        ('{a="}"}', 7),
        ("{a={{b}}}", 9),
        ("{a", -1),
        ("{a={b}", -1),
        ('{a="b}', -1),
        ("{it's}", 6),
    ],
)
def test_the_brace_that_closes(text: str, end: int) -> None:
    """Braces in quotation marks and those of variables do not count."""
    assert find_end(text, 0) == end


@given(st.text(alphabet="{}\"'= ab#.", max_size=12))
def test_braces_end_inside_the_text(text: str) -> None:
    """Whatever stands in them; and what was found ends with a brace."""
    end = find_end("{" + text, 0)
    assert end == -1 or ("{" + text)[end - 1] == "}"


def test_what_was_surely_meant_as_attributes() -> None:
    """An id, a class or a key with a value, and no mere braces."""
    assert all(map(looks_like_attributes, ["{#a}", "{.a}", "{a=b}", "{ #a b }", '{a="b c"}']))
    assert not any(map(looks_like_attributes, ["{a}", "{}", "{a b}", "{1=2}", "{ x, y }"]))
