"""markdown-it's tokens → a tree of blocks, with every place known."""

from __future__ import annotations

import re

from markdown_it.token import Token

from smtrain.diagnostics import Notes, Span
from smtrain.model.node import Block, Inline
from smtrain.model.text import (
    Align,
    Cell,
    CodeBlock,
    Divider,
    Footnote,
    List,
    Paragraph,
    Quote,
    Table,
)
from smtrain.source import rules
from smtrain.source.attributes import Attributes, read_attributes
from smtrain.source.document import Box, Document, Entry, PageBreak, Title
from smtrain.source.file import SourceFile
from smtrain.source.inline_tree import InlineTree
from smtrain.source.markdown import MAX_NESTING, tokenize
from smtrain.source.pairing import Pairing

_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_QUOTE = re.compile(r"[ \t]*>")
_IGNORE = re.compile(
    r"<!--\s*smtrain:\s*ignore\s+(?P<code>SM\d{3})\s+because\s+(?P<reason>\S.*?)\s*-->", re.DOTALL
)


def parse(source: SourceFile, notes: Notes, *, skip_lines: int = 0) -> Document:
    """The blocks of a file. The first `skip_lines` lines (front matter) are passed over.

    Never raises for what an author wrote; everything wrong with the form is noted.
    """
    lines = [""] * skip_lines + source.lines[skip_lines:]
    tokens = tokenize(source, "\n".join(lines))
    if any(token.level >= MAX_NESTING - 2 for token in tokens):
        line = next(t.map[0] + 1 for t in tokens if t.level >= MAX_NESTING - 10 and t.map)
        notes.add(
            rules.TOO_DEEP,
            source.line_span(line),
            "lists and quotes are nested too deep here",
            mend="use fewer levels",
        )
    pairs = Pairing(source, notes)
    blocks = _Tree(source, tokens, pairs, notes).blocks("", inside="")
    return Document(source.name, blocks, tuple(pairs.ignores))


class _Tree:
    def __init__(self, source: SourceFile, tokens: list[Token], pairs: Pairing, notes: Notes) -> None:
        self._source, self._tokens, self._notes = source, tokens, notes
        self._next = 0
        self._footnotes: dict[str, int] = {}
        self._pairs = pairs
        self._quotes = 0
        self._begun: dict[int, int] = {}

    # -- blocks ---------------------------------------------------------------

    def blocks(self, closing: str, *, inside: str) -> tuple[Block, ...]:
        """All blocks up to the closing token. `inside` names the container, for messages."""
        self._pairs.enter(inside)
        while self._next < len(self._tokens):
            token = self._take()
            if token.type == closing:
                break
            if token.type == "directive":
                self._pairs.line(token)
                continue
            made = getattr(self, "_" + token.type)(token)
            if made is not None:
                self._pairs.add(made)
        return self._pairs.leave()

    # -- one method for each token that begins a block -------------------------

    def _paragraph_open(self, token: Token) -> Block | None:
        text = self._take()
        self._next += 1
        inlines = self._inlines(text)
        if not inlines:
            return None
        span = self._lines(token)
        first = inlines[0].span
        return Paragraph(span._replace(line=first.line, column=first.column), inlines)

    def _heading_open(self, token: Token) -> Block:
        text = self._take()
        self._next += 1
        span = self._lines(token)
        attributes = self._attributes(text, span)
        return Title(
            span=span,
            level=int(token.tag[1]),
            inlines=self._inlines(text),
            id=attributes.id,
            attributes=attributes,
        )

    def _bullet_list_open(self, token: Token) -> Block:
        return self._list(token, "bullet_list_close", None)

    def _ordered_list_open(self, token: Token) -> Block:
        return self._list(token, "ordered_list_close", int(token.attrs.get("start", 1)))

    def _list(self, token: Token, closing: str, start: int | None) -> Block:
        whole = self._lines(token)
        items: list[Entry] = []
        tight = True
        while self._next < len(self._tokens) and self._tokens[self._next].type != closing:
            opener = self._take()
            text = self._tokens[self._next + 1] if self._next + 1 < len(self._tokens) else opener
            tight = tight and not (
                self._tokens[self._next].type == "paragraph_open" and not (self._tokens[self._next].hidden)
            )
            span = self._lines(opener)
            self._begin_inside(span, _MARKER)
            ticked, mark, attributes = self._edges(text, span)
            blocks = self.blocks("list_item_close", inside="a list item")
            items.append(Entry(span=span, blocks=blocks, ticked=ticked, attributes=attributes, mark=mark))
        self._next += 1
        return List(whole, tuple(items), start, tight)

    def _edges(self, text: Token, span: Span) -> tuple[bool | None, Span, Attributes]:
        """The tick box and the attributes of an item whose first paragraph is `text`."""
        if (
            text.type != "inline"
            or "locator" not in text.meta
            or text.map is None
            or text.map[0] + 1 != span.line
        ):
            return None, span, Attributes(span)
        mark, ticked = span, None
        if "tick" in text.meta:
            ticked, start, end = text.meta["tick"]
            mark = text.meta["mark_locator"].span(start, end)
            if re.match(r"\d{1,9}[.)][ \t]|[-+*][ \t]", text.content):
                self._notes.add(
                    rules.CHOICE_LIKE_LIST,
                    text.meta["locator"].span(0, len(text.content.split()[0])),
                    "this choice starts like a list of its own",
                    mend=f'write a backslash: "{_escaped(text.content)}"',
                )
        elif "bad_tick" in text.meta:
            start, end = text.meta["bad_tick"]
            mark = text.meta["locator"].span(start, end)
            self._notes.add(
                rules.MALFORMED_TICK,
                mark,
                "this tick box is not written as one",
                mend='write "[x] " or "[ ] ", with one character between the brackets and a space after them',
            )
            ticked = "x" in text.content[start:end].lower()
        return ticked, mark, self._attributes(text, mark)

    def _blockquote_open(self, token: Token) -> Block:
        span = self._lines(token)
        self._begin_inside(span, _QUOTE)
        text = self._tokens[self._next + 1] if self._next + 1 < len(self._tokens) else token
        box = text.meta.get("box") if text.type == "inline" else None
        if not box:
            return Quote(span, self._quoted())
        name, start, end = box
        locator = text.meta["box_locator"]
        if "box_text" in text.meta:
            self._notes.add(
                rules.MALFORMED_BOX,
                locator.span(*text.meta["box_text"]),
                f"the text of a box begins on the line after [!{name}]",
                mend="break the line after the bracket and begin the next one with >",
            )
        attributes = self._attributes(text, locator.span(start - 2, end + 1))
        blocks = self._quoted()
        return Box(
            span=span, blocks=blocks, name=name, name_span=locator.span(start, end), attributes=attributes
        )

    def _quoted(self) -> tuple[Block, ...]:
        self._quotes += 1
        blocks = self.blocks("blockquote_close", inside="a quote")
        self._quotes -= 1
        return blocks

    def _table_open(self, token: Token) -> Block:
        header: tuple[Cell, ...] = ()
        rows: list[tuple[Cell, ...]] = []
        row: list[Cell] = []
        while self._next < len(self._tokens):
            part = self._take()
            if part.type in ("th_open", "td_open"):
                text = self._take()
                align = str(part.attrs.get("style", "")).removeprefix("text-align:")
                span = text.meta["locator"].span(0, len(text.content))
                row.append(Cell(span, self._inlines(text), _ALIGN.get(align, "")))
            elif part.type == "tr_close":
                if header:
                    rows.append(tuple(row))
                else:
                    header = tuple(row)
                row = []
            elif part.type == "table_close":
                break
        return Table(self._lines(token), header, tuple(rows))

    def _fence(self, token: Token) -> Block:
        span = self._lines(token)
        last = self._source.lines[token.map[1] - 1].strip(" \t>") if token.map else ""
        if span.line == span.end_line or not last.startswith(token.markup) or last.strip(token.markup[0]):
            self._notes.add(
                rules.UNCLOSED_CODE,
                span._replace(end_line=span.line, end_column=span.column + len(token.markup)),
                "this begins lines of code that never end",
                mend=f'write "{token.markup}" on a line of its own where the code ends',
            )
        return CodeBlock(span, token.content, token.info.strip())

    def _code_block(self, token: Token) -> Block:
        return CodeBlock(self._lines(token), token.content)

    def _hr(self, token: Token) -> Block:
        span = self._lines(token)
        if not token.markup.startswith("-"):
            return Divider(span)
        above = self._source.lines[span.line - 2] if span.line > 1 else ""
        if above.strip(" \t>") and self._previous_type() == "paragraph_close":
            self._underlined(span)
        return PageBreak(span)

    def _previous_type(self) -> str:
        return self._tokens[self._next - 2].type if self._next > 1 else ""

    def _underlined(self, span: Span) -> None:
        self._notes.add(
            rules.UNDERLINED_HEADING,
            span,
            "this line could underline a heading or break the page",
            mend="for a heading write ### before the text; for a page break put a blank line above this one",
        )

    def _footnote_reference_open(self, token: Token) -> Block:
        label = str(token.meta.get("label", ""))
        number = self._footnote(label)
        span = self._lines(self._tokens[self._next])
        blocks = self.blocks("footnote_reference_close", inside="a footnote")
        return Footnote(span, label, number, blocks)

    def _comment_block(self, token: Token) -> Block | None:
        span = self._lines(token)
        if not token.content:
            self._notes.add(
                rules.UNCLOSED_COMMENT,
                span,
                "this comment is never closed",
                mend="write --> where it ends",
            )
        elif re.match(r"<!--\s*smtrain:", token.content):
            found = _IGNORE.fullmatch(token.content)
            if found:
                self._pairs.remark(span, found["code"], found["reason"])
            else:
                self._notes.add(
                    rules.MALFORMED_IGNORE,
                    span,
                    "this remark to smtrain cannot be read",
                    mend="write <!-- smtrain: ignore SM405 because … -->, with the code and a reason",
                )
        return None

    # -- helpers ----------------------------------------------------------------

    def _take(self) -> Token:
        token = self._tokens[self._next]
        self._next += 1
        return token

    def _inlines(self, text: Token) -> tuple[Inline, ...]:
        for index, line in enumerate(text.content.split("\n")):
            if index and re.fullmatch(r"={2,}", line.strip()):
                start = sum(len(part) + 1 for part in text.content.split("\n")[:index])
                self._underlined(text.meta["locator"].span(start, start + len(line)))
        return InlineTree(text, self._notes, self._footnote).build()

    def _footnote(self, label: str) -> int:
        return self._footnotes.setdefault(label, len(self._footnotes) + 1)

    def _attributes(self, text: Token, otherwise: Span) -> Attributes:
        if "attributes" not in text.meta:
            return Attributes(otherwise)
        line, at, locator = text.meta["attributes"]
        return read_attributes(line, at, len(line.rstrip()), locator.span, self._notes)

    def _lines(self, token: Token) -> Span:
        if token.map is None:
            return Span.point(self._source.name)
        first, last = token.map[0] + 1, max(token.map[1], token.map[0] + 1)
        while last > first and not self._source.lines[last - 1].replace(">", "").strip():
            last -= 1
        return self._source.line_span(first, last, after=self._containers(first))

    def _containers(self, number: int) -> int:
        """How many characters of a line are the marks of the containers around what begins there."""
        line, at = self._source.lines[number - 1], self._begun.get(number, 0)
        for _ in range(0 if at else self._quotes):
            found = _QUOTE.match(line, at)
            at = found.end() if found else at
        return at

    def _begin_inside(self, span: Span, mark: re.Pattern[str]) -> None:
        """A container begins at a place; what is in it may begin on the same line, after its mark."""
        if found := mark.match(self._source.lines[span.line - 1], span.column - 1):
            self._begun[span.line] = found.end()


_ALIGN: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}


def _escaped(text: str) -> str:
    word = text.split()[0]
    escaped = word[:-1] + "\\" + word[-1]
    return escaped + text[len(word) :].split("\n")[0]
