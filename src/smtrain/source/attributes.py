"""Attributes in braces: `{#id .class key=value key="two words" flag}`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from smtrain.diagnostics import Notes, Span, rule

MALFORMED_ATTRIBUTES = rule(
    "SM105",
    "malformed-attributes",
    """
    The text in braces cannot be read as attributes.

    Attributes are an id (`#name`), a class (`.name`), `key=value`, or a bare word. Put a value that
    contains a space, a brace or a quote in straight double quotes.

    Bad::

        ## Page

        ::: cards {columns=3

        ### One

        Text.

        :::

    Good::

        ## Page

        ::: cards {columns=3}

        ### One

        Text.

        :::
    """,
)
REPEATED_ATTRIBUTE = rule(
    "SM106",
    "repeated-attribute",
    """
    An attribute is given twice, and only one of them can be meant.

    Bad::

        ## Page

        ::: cards {columns=2 columns=3}

        ### One

        Text.

        :::

    Good::

        ## Page

        ::: cards {columns=3}

        ### One

        Text.

        :::
    """,
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute. `key` is "#" for an id and "." for a class; `value` is None for a bare word."""

    key: str
    value: str | None
    span: Span
    value_span: Span


@dataclass(frozen=True, slots=True)
class Attributes:
    """What stands between two braces, in order."""

    span: Span
    items: tuple[Attribute, ...] = ()

    def get(self, key: str) -> Attribute | None:
        """The attribute with this key, if it is there."""
        return next((item for item in self.items if item.key == key), None)

    @property
    def id(self) -> str:
        """The id, or nothing."""
        found = self.get("#")
        return (found.value or "") if found else ""


_ITEM = re.compile(
    r"""
    (?P<sign>[#.])(?P<name>[^\s{}"'=#]+)
    | (?P<key>[A-Za-z_][\w-]*)
      (?: = (?: "(?P<double>(?:\{\{[^{}]*\}\}|[^"])*)" | '(?P<single>[^']*)'
              | (?P<plain>(?:\{\{[^{}\n]*\}\}|[^\s{}"'])+) ) )?
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"[ \t\n]*")


def find_end(text: str, start: int) -> int:
    """The offset after the brace that closes the one at `start`, or -1 when there is none."""
    at, quote = start + 1, ""
    while at < len(text):
        if quote:
            quote = "" if text[at] == quote else quote
        elif text[at] == '"' or (text[at] == "'" and text[at - 1] == "="):
            quote = text[at]
        elif text.startswith("{{", at):
            close = text.find("}}", at)
            if close < 0:
                return -1
            at = close + 1
        elif text[at] == "}":
            return at + 1
        elif text[at] == "{":
            return -1
        at += 1
    return -1


def read_attributes(
    text: str, start: int, end: int, span: Callable[[int, int], Span], notes: Notes
) -> Attributes:
    """Read the braces from offset `start` to `end`; `span` turns offsets into places."""
    items: list[Attribute] = []
    known: set[str] = set()
    at = _skip(text, start + 1)
    while at < end - 1:
        found = _ITEM.match(text, at)
        after = found.end() if found else at
        if found is None or (after < end - 1 and not text[after].isspace()):
            stop = _word_end(text, at, end - 1)
            notes.add(
                MALFORMED_ATTRIBUTES,
                span(at, stop),
                f'"{text[at:stop]}" is not an attribute',
                mend='write {#id key=value key="two words" flag}, with straight double quotes',
            )
            at = _skip(text, stop)
            continue
        item = _item(found, span)
        if item.key != "." and item.key in known:
            name = "id" if item.key == "#" else f'attribute "{item.key}"'
            notes.add(REPEATED_ATTRIBUTE, item.span, f"the {name} is given twice", mend="keep one of the two")
        else:
            items.append(item)
            known.add(item.key)
        at = _skip(text, after)
    return Attributes(span(start, end), tuple(items))


def looks_like_attributes(text: str) -> bool:
    """Whether text in braces was surely meant as attributes, though it stands in the wrong place."""
    return bool(re.fullmatch(r"\{\s*(?:[#.][\w-]+|[A-Za-z][\w-]*=[^{}]*)(?:\s[^{}]*)?\}", text))


def _item(found: re.Match[str], span: Callable[[int, int], Span]) -> Attribute:
    whole = span(found.start(), found.end())
    if found["sign"]:
        return Attribute(found["sign"], found["name"], whole, span(found.start("name"), found.end("name")))
    for group in ("double", "single", "plain"):
        if found[group] is not None:
            return Attribute(found["key"], found[group], whole, span(found.start(group), found.end(group)))
    return Attribute(found["key"], None, whole, whole)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _word_end(text: str, at: int, end: int) -> int:
    stop = at
    while stop < end and not text[stop].isspace():
        stop += 1
    return max(stop, at + 1)
