"""markdown-it's inline tokens → inline nodes with places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import unescape
from urllib.parse import unquote

from markdown_it.token import Token

from smtrain.diagnostics import Notes, Rule, Span, rule
from smtrain.model.audience import Condition, Test
from smtrain.model.node import Inline
from smtrain.model.text import (
    Code,
    Emphasis,
    FootnoteMark,
    Gap,
    LineBreak,
    Link,
    Passage,
    Picture,
    SourceMark,
    Strike,
    Text,
    Variable,
)
from smtrain.source import rules
from smtrain.source.attributes import Attributes, looks_like_attributes, read_attributes
from smtrain.source.leading import Locator

SPACED_VARIABLE = rule(
    "SM505",
    "space-in-link-variable",
    """
    A variable inside a link target is written without spaces, or the link is not a link.

    Bad::

        ## Page

        [Our policy](https://example.org/policy/{{ language }}).

    Good::

        ## Page

        [Our policy](https://example.org/policy/{{language}}).
    """,
)
BAD_PICTURE_ATTRIBUTE = rule(
    "SM215",
    "unknown-picture-attribute",
    """
    A picture takes `decorative` and `width`, a whole percentage of the space it stands in.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/team.png){size=80%}

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png){width=80%}
    """,
)

_TARGET = re.compile(r"\]\(\s*(?:<(?P<bracketed>[^<>\n]*)>|(?P<bare>(?:\\.|\([^\s()]*\)|[^\s()<>])*))")
_ENCODED_VARIABLE = re.compile(r"%7B%7B([\w.-]+)%7D%7D", re.IGNORECASE)
_SPACED_TARGET = re.compile(r"\]\([^()\s]*(\{\{[ \t][^{}()]*\}\}|\{\{[^{}()\s]*[ \t]+\}\})")
MAX_MARKS = 20
"""How many marks, such as `**`, may stand inside each other."""

_LONG_CHARACTER = re.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{1,31});"
)
"""What stands for one character of text: an escape or an entity (CommonMark 0.31, sections 2.4 and 2.5)."""

_GAP_SEPARATOR = re.compile(r"(?<!\\)\|")


_STRAYS: tuple[tuple[re.Pattern[str], Rule, str, str], ...] = (
    (
        re.compile(r"\{[^{}\n]+\}"),
        rules.STRAY_ATTRIBUTES,
        "{} belongs to nothing here",
        "after [text] or a picture: no space before the brace; after a heading, a block's "
        "name or the first line of a list item: at the very end of the line",
    ),
    (
        re.compile(r"\]\([^()\s][^()]*\)?"),
        rules.BROKEN_LINK,
        "this looks like the target of a link or a picture, and is none",
        "put a target with spaces between < and >, and write an address with https:// or mailto:",
    ),
    (
        re.compile(r"\[\^[^\]\s]+\]"),
        rules.MISSING_FOOTNOTE,
        "the footnote {} has no text",
        'write its text in a paragraph of its own: "{}: …"',
    ),
)


def _shown(written: str) -> str:
    return written[1:] if written.startswith("\\") else unescape(written)


def condition_of(attributes: tuple[tuple[str, str, Span], ...], *, otherwise: bool = False) -> Condition:
    """The condition that `key=a,!b` pairs express."""
    tests = []
    for key, value, span in attributes:
        words = [word.strip() for word in value.split(",") if word.strip()]
        allowed = tuple(word for word in words if not word.startswith("!"))
        excluded = tuple(word[1:] for word in words if word.startswith("!"))
        tests.append(Test(key, allowed, excluded, span))
    return Condition(tuple(tests), otherwise)


class InlineTree:
    """Builds the nodes of one block's text."""

    def __init__(self, token: Token, notes: Notes, footnotes: Callable[[str], int]) -> None:
        self._tokens = self._not_too_deep(token.children or [], token.meta["locator"], notes)
        self._text = token.content
        self._locator: Locator = token.meta["locator"]
        self._notes = notes
        self._footnotes = footnotes
        self._next = 0
        self._cursor = 0
        self._inner_end = 0

    def build(self) -> tuple[Inline, ...]:
        """All nodes of the text."""
        for found in _SPACED_TARGET.finditer(self._text):
            self._notes.add(
                SPACED_VARIABLE,
                self._locator.span(found.start(1), found.end(1)),
                "a variable in a link target is written without spaces",
                mend=f'write "{re.sub(r"[ ]", "", found[1])}"',
            )
        return self._until("")

    @staticmethod
    def _not_too_deep(tokens: list[Token], locator: Locator, notes: Notes) -> list[Token]:
        """The tokens without the marks inside more than `MAX_MARKS` others, which are noted."""
        if len(tokens) <= 2 * MAX_MARKS:
            return tokens
        kept: list[Token] = []
        depth, noted = 0, False
        for token in tokens:
            depth -= token.nesting < 0
            if not token.nesting or depth < MAX_MARKS:
                kept.append(token)
            elif not noted:
                noted, at = True, token.meta.get("at", 0)
                notes.add(
                    rules.TOO_DEEP,
                    locator.span(at, at),
                    "marks are nested too deep here",
                    mend="close the marks that begin before this",
                )
            depth += token.nesting > 0
        return kept

    def _until(self, closing: str) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        while self._next < len(self._tokens):
            token = self._tokens[self._next]
            self._next += 1
            if token.type == closing:
                self._inner_end = self._cursor
                at = token.meta.get("at", self._cursor)
                width = len(token.markup) if token.markup and token.markup != "linkify" else 0
                self._cursor = (
                    token.meta["end"]
                    if closing in ("link_close", "passage_close") and ("end" in token.meta)
                    else at + width
                )
                break
            nodes.extend(self._node(token))
        return tuple(nodes)

    def _node(self, token: Token) -> list[Inline]:
        if token.type in ("text", "text_special"):
            return self._plain(token)
        at = min(token.meta.get("at", self._cursor), len(self._text))
        if token.info == "auto":
            at = min(at, self._cursor) if token.markup == "linkify" else at
        end = min(token.meta.get("end", at), len(self._text))
        make = getattr(self, "_" + token.type, None)
        if make is None:
            raise AssertionError(f"no node for {token.type}")
        self._cursor = end
        node: Inline | None = make(token, at, end)
        return [node] if node else []

    def _span(self, start: int, end: int | None = None) -> Span:
        return self._locator.span(start, max(start, self._cursor if end is None else end))

    def _plain(self, token: Token) -> list[Inline]:
        if not token.content:
            return []
        places = self._places(token.content)
        start, end = places[0], places[-1]
        self._cursor = end
        if "{" in token.content or "]" in token.content:
            self._strays(token.content, places)
        return [Text(self._span(start, end), token.content)]

    def _strays(self, content: str, places: Sequence[int]) -> None:
        """Note what was surely meant as more than text; what an author escaped is text."""
        for pattern, broken, message, mend in _STRAYS:
            for found in pattern.finditer(content):
                start, end = places[found.start()], places[found.end()]
                if "\\" in self._text[start : places[found.start() + 2]]:
                    continue
                if broken is rules.STRAY_ATTRIBUTES and not looks_like_attributes(found[0]):
                    continue
                self._notes.add(
                    broken,
                    self._span(start, end),
                    message.format(found[0]),
                    label="shown as text",
                    mend=mend.format(found[0]),
                )

    def _places(self, content: str) -> Sequence[int]:
        """The offset of each character of plain text and of its end; escapes and entities are one each."""
        start, size = self._cursor, len(self._text)
        if self._text.startswith(content, start):
            return range(start, start + len(content) + 1)
        places: list[int] = []
        at = start
        while len(places) < len(content):
            found = _LONG_CHARACTER.match(self._text, at)
            shown = _shown(found[0]) if found else ""
            if not found or not content.startswith(shown, len(places)):
                shown, width = content[len(places)], 1
            else:
                width = len(found[0])
            places.extend([min(at, size)] * len(shown))
            at += width
        return [*places, min(at, size)]

    def _softbreak(self, token: Token, at: int, end: int) -> Inline:
        return LineBreak(self._span(at, end))

    def _hardbreak(self, token: Token, at: int, end: int) -> Inline:
        return LineBreak(self._span(at, end), hard=True)

    def _code_inline(self, token: Token, at: int, end: int) -> Inline:
        return Code(self._span(at, end), token.content)

    def _em_open(self, token: Token, at: int, end: int) -> Inline:
        self._cursor = at + 1
        inlines = self._until("em_close")
        return Emphasis(self._span(at), inlines)

    def _strong_open(self, token: Token, at: int, end: int) -> Inline:
        # Of the two characters of `**` markdown-it keeps the token of the inner one.
        self._cursor = at + 1
        inlines = self._until("strong_close")
        return Emphasis(self._span(max(at - 1, 0)), inlines, strong=True)

    def _s_open(self, token: Token, at: int, end: int) -> Inline:
        self._cursor = at + 2
        inlines = self._until("s_close")
        return Strike(self._span(at), inlines)

    def _link_open(self, token: Token, at: int, end: int) -> Inline:
        href = _ENCODED_VARIABLE.sub(r"{{\1}}", str(token.attrs.get("href", "")))
        self._cursor = at + (0 if token.markup == "linkify" else 1)
        inlines = self._until("link_close")
        found = None if token.markup else _TARGET.match(self._text, self._inner_end)
        place = self._span(*found.span(found.lastgroup or 0)) if found else self._span(at)
        return Link(self._span(at), href, inlines, place, str(token.attrs.get("title", "")))

    def _image(self, token: Token, at: int, end: int) -> Inline:
        src = unquote(str(token.attrs.get("src", "")))
        attributes = self._attributes(token)
        decorative, width = False, 0
        for item in attributes.items if attributes else ():
            percent = re.fullmatch(r"(\d{1,3})%", item.value or "")
            if item.key == "decorative" and item.value in (None, "yes"):
                decorative = True
            elif item.key == "width" and percent and 1 <= int(percent[1]) <= 100:
                width = int(percent[1])
            else:
                self._notes.add(
                    BAD_PICTURE_ATTRIBUTE,
                    item.span,
                    "a picture takes no such attribute"
                    if item.key not in ("width", "decorative")
                    else "the width is a percentage from 1% to 100%",
                    mend="known here: decorative, width=80%",
                )
        alt = "".join(
            f"{{{{{child.content}}}}}" if child.type == "variable" else child.content or " "
            for child in token.children or []
            if not child.nesting
        )
        caption = str(token.attrs.get("title", ""))
        return Picture(self._span(at, end), src, alt.strip(), caption, decorative, width)

    def _variable(self, token: Token, at: int, end: int) -> Inline:
        if token.content:
            return Variable(self._span(at, end), token.content)
        self._notes.add(
            rules.MALFORMED_VARIABLE,
            self._span(at, at + 2),
            "no variable follows these braces",
            mend="write {{ name }}, a word or words joined by dots; or \\{{ to show the braces",
        )
        return Text(self._span(at, end), "{{")

    def _source(self, token: Token, at: int, end: int) -> Inline:
        return SourceMark(self._span(at, end), token.content)

    def _gap(self, token: Token, at: int, end: int) -> Inline:
        answers = [part.replace("\\|", "|").strip() for part in _GAP_SEPARATOR.split(token.content)]
        return Gap(self._span(at, end), tuple(answers))

    def _passage_open(self, token: Token, at: int, end: int) -> Inline:
        attributes = self._attributes(token)
        self._cursor = at + 1
        inlines = self._until("passage_close")
        lang = ""
        tests: list[tuple[str, str, Span]] = []
        for item in attributes.items if attributes else ():
            if item.key == "lang" and item.value and not item.value.startswith("!"):
                lang = item.value
            elif item.key in ("#", ".") or item.value is None:
                self._notes.add(
                    rules.STRAY_ATTRIBUTES,
                    item.span,
                    "a passage takes a language or a condition",
                    mend="write [text]{lang=de} or [text]{role=manager}",
                )
            else:
                tests.append((item.key, item.value, item.span))
        condition = condition_of(tuple(tests)) if tests else None
        return Passage(self._span(at), inlines, lang, condition)

    def _comment(self, token: Token, at: int, end: int) -> Inline | None:
        if not token.content:
            self._notes.add(
                rules.UNCLOSED_COMMENT,
                self._span(at, at + 4),
                "this comment is not closed in its paragraph",
                mend="write --> where it ends, or begin it on a line of its own",
            )
        elif "smtrain:" in token.content:
            self._notes.add(
                rules.MALFORMED_IGNORE,
                self._span(at, end),
                "a remark to smtrain stands on a line of its own, before the block it is about",
                mend="move it above this paragraph, with a blank line between",
            )
        return None

    def _html_inline(self, token: Token, at: int, end: int) -> Inline | None:
        self._notes.add(
            rules.RAW_HTML,
            self._span(at, at + len(token.content)),
            f"{token.content.split()[0].rstrip('>')}> is HTML, which is not allowed",
            mend="write it in Markdown, or in `backticks` to show it as text",
        )
        return None

    def _footnote_ref(self, token: Token, at: int, end: int) -> Inline:
        label = str(token.meta.get("label", ""))
        return FootnoteMark(self._span(at, end), label, self._footnotes(label))

    def _attributes(self, token: Token) -> Attributes | None:
        if "attributes" not in token.meta:
            return None
        start, end = token.meta["attributes"]
        return read_attributes(self._text, start, end, self._locator.span, self._notes)
