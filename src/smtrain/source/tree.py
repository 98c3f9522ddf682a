"""markdown-it's tokens → a tree of blocks, with `:::` lines paired and every place known."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markdown_it.token import Token

from smtrain.diagnostics import Notes, Place, Span
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
from smtrain.source.attributes import Attributes, find_end, read_attributes
from smtrain.source.document import Box, Directive, Document, Entry, Ignore, PageBreak, Title
from smtrain.source.file import SourceFile
from smtrain.source.inline_tree import InlineTree
from smtrain.source.markdown import MAX_NESTING, tokenize

_LINE = re.compile(r"(?P<colons>:{3,})[ \t]*(?P<name>[A-Za-z][\w-]*)?(?P<rest>.*)$")
_MARKER = re.compile(r"[-+*]|\d{1,9}[.)]")
_QUOTE = re.compile(r"[ \t]*>")
_IGNORE = re.compile(
    r"<!--\s*smtrain:\s*ignore\s+(?P<code>SM\d{3})\s+because\s+(?P<reason>\S.*?)\s*-->", re.DOTALL
)

MAX_BLOCKS = 20
"""How many `:::` blocks may stand inside each other."""


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
    tree = _Tree(source, tokens, notes)
    blocks = tree.blocks("", inside="")
    return Document(source.name, blocks, tuple(tree.ignores))


@dataclass
class _Frame:
    """A `:::` block that is being read. What is `too_deep` is noted and left out of the tree.

    `remarks` are those that wait for the next block, to silence a finding in it.
    """

    opener: Token | None
    colons: int = 0
    blocks: list[Block] = field(default_factory=list)
    too_deep: bool = False
    remarks: list[tuple[Span, str, str]] = field(default_factory=list)


class _Tree:
    def __init__(self, source: SourceFile, tokens: list[Token], notes: Notes) -> None:
        self._source, self._tokens, self._notes = source, tokens, notes
        self._next = 0
        self._footnotes: dict[str, int] = {}
        self._open: list[list[_Frame]] = []
        self._quotes = 0
        self._begun: dict[int, int] = {}
        self.ignores: list[Ignore] = []

    # -- blocks ---------------------------------------------------------------

    def blocks(self, closing: str, *, inside: str) -> tuple[Block, ...]:
        """All blocks up to the closing token. `inside` names the container, for messages."""
        frames = [_Frame(None)]
        self._open.append(frames)
        while self._next < len(self._tokens):
            token = self._take()
            if token.type == closing:
                break
            if token.type == "directive":
                self._directive(token, frames, inside)
                continue
            made = getattr(self, "_" + token.type)(token)
            if made is not None:
                self._add(frames[-1], made)
        while len(frames) > 1:
            self._unclosed(frames.pop(), frames, inside)
        self._open.pop()
        self._silence(frames[0])
        return tuple(frames[0].blocks)

    def _add(self, frame: _Frame, block: Block) -> None:
        frame.blocks.append(block)
        last = block.end.end_line if isinstance(block, Directive) else block.span.end_line
        self._silence(frame, block.span.line, last)

    def _silence(self, frame: _Frame, first: int = 0, last: int = 0) -> None:
        """Let the remarks that wait in a frame speak of these lines; at its end of none."""
        self.ignores.extend(Ignore(span, code, reason, first, last) for span, code, reason in frame.remarks)
        frame.remarks.clear()

    def _directive(self, token: Token, frames: list[_Frame], inside: str) -> None:
        found = _LINE.match(token.content)
        assert found is not None and token.map is not None
        colons, rest = len(found["colons"]), found["rest"].strip()
        span = self._line(token)
        if found["name"]:
            self._begin(token, colons, frames)
        elif rest:
            self._notes.add(
                rules.NAMELESS_BLOCK,
                span,
                "this line opens a block without saying which",
                mend="write the name right after the colons, such as ::: cards {columns=2}",
            )
            self._begin(token, colons, frames)
        elif len(frames) == 1:
            self._stray(span, inside)
        elif frames[-1].colons == colons:
            self._close(frames, span)
        elif any(frame.colons == colons for frame in frames[1:]):
            while frames[-1].colons != colons:
                self._unclosed(frames.pop(), frames, inside, closer=span)
            self._close(frames, span)
        else:
            opener = frames[-1].opener
            assert opener is not None
            self._notes.add(
                rules.COLON_MISMATCH,
                span,
                f"{colons} colons close a block that {frames[-1].colons} colons opened",
                also=(Place(self._line(opener), "opened here"),),
                mend=f'write "{":" * frames[-1].colons}" in both lines',
            )
            self._close(frames, span)

    def _begin(self, token: Token, colons: int, frames: list[_Frame]) -> None:
        depth = sum(len(around) - 1 for around in self._open)
        if depth == MAX_BLOCKS:
            self._notes.add(
                rules.TOO_DEEP,
                self._line(token),
                f"this block is the {MAX_BLOCKS + 1}th inside another",
                mend="close some of the blocks around it; a closing line ::: may be missing above",
            )
        frames.append(_Frame(token, colons, too_deep=depth >= MAX_BLOCKS))

    def _close(self, frames: list[_Frame], end: Span) -> None:
        frame = frames.pop()
        if not frame.too_deep:
            self._add(frames[-1], self._make(frame, end))

    def _make(self, frame: _Frame, end: Span) -> Directive:
        token = frame.opener
        assert token is not None and token.map is not None
        self._silence(frame)
        span = self._line(token)
        line, at = span.line, span.column - 1
        text = self._source.lines[line - 1].rstrip()

        def place(start: int, stop: int) -> Span:
            return Span(self._source.name, line, start + 1, line, stop + 1)

        found = _LINE.match(text, at)
        assert found is not None
        name_start, name_end = found.span("name") if found["name"] else (at + frame.colons, at + frame.colons)
        start = _attributes_start(text, name_end)
        if start >= 0:
            attributes = read_attributes(text, start, len(text), place, self._notes)
        else:
            start, attributes = len(text), Attributes(place(len(text), len(text)))
            self._half_attributes(text, name_end, place)
        raw = text[name_end:start]
        title = raw.strip()
        title_at = name_end + len(raw) - len(raw.lstrip())
        return Directive(
            span=span,
            name=found["name"] or "",
            name_span=place(name_start, name_end),
            title=title,
            title_span=place(title_at, title_at + len(title)),
            attributes=attributes,
            blocks=tuple(frame.blocks),
            end=end,
        )

    def _half_attributes(self, text: str, at: int, place: object) -> None:
        from smtrain.source.attributes import MALFORMED_ATTRIBUTES

        brace = re.compile(r"(?<!\{)\{(?!\{)").search(text, at)
        if brace and callable(place):
            self._notes.add(
                MALFORMED_ATTRIBUTES,
                place(brace.start(), len(text)),
                "the attributes are not closed, or something follows them",
                mend="close them with } at the end of the line; put values with spaces in straight double quotes",
            )

    def _unclosed(self, frame: _Frame, frames: list[_Frame], inside: str, closer: Span | None = None) -> None:
        assert frame.opener is not None
        span = self._line(frame.opener)
        name = _name(frame.opener)
        if inside:
            self._notes.add(
                rules.CROSSING_BLOCK,
                span,
                f'"{name}" begins inside {inside} and does not end there',
                mend=f'write a closing "{":" * frame.colons}", indented or quoted like this line',
            )
        else:
            also = (Place(closer, "this line closes the block around it"),) if closer else ()
            self._notes.add(
                rules.UNCLOSED_BLOCK,
                span,
                f'"{name}" is opened here and never closed',
                also=also,
                mend=f'write "{":" * frame.colons}" on a line of its own where it ends; if it looks closed, a '
                "block inside it may be the one without a closing line",
            )
        end = closer or Span.point(self._source.name, len(self._source.lines), 1)
        if not frame.too_deep:
            self._add(frames[-1], self._make(frame, end))

    def _stray(self, span: Span, inside: str) -> None:
        outside = [frame.opener for around in self._open[:-1] for frame in around if frame.opener]
        if inside and outside:
            opener = outside[-1]
            self._notes.add(
                rules.CROSSING_BLOCK,
                span,
                f'this closes nothing inside {inside}, though "{_name(opener)}" is open outside',
                also=(Place(self._line(opener), "opened here"),),
                mend="indent the closing line like the opening one, with a blank line before it",
            )
        else:
            self._notes.add(
                rules.STRAY_CLOSER,
                span,
                "this line closes a block, but none is open",
                mend="delete it, or write the line that opens the block",
            )

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
                self._open[-1][-1].remarks.append((span, found["code"], found["reason"]))
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

    def _line(self, token: Token) -> Span:
        assert token.map is not None
        number = token.map[0] + 1
        line = self._source.lines[number - 1]
        start = line.find(":::") + 1
        return Span(self._source.name, number, start, number, len(line.rstrip()) + 1)


_ALIGN: dict[str, Align] = {"left": "left", "center": "center", "right": "right"}


def _name(token: Token) -> str:
    found = _LINE.match(token.content)
    return (found["name"] if found else None) or "a block without a name"


def _escaped(text: str) -> str:
    word = text.split()[0]
    escaped = word[:-1] + "\\" + word[-1]
    return escaped + text[len(word) :].split("\n")[0]


def _attributes_start(text: str, at: int) -> int:
    """Where attributes begin that reach to the end of the line, or -1."""
    brace = text.find("{", at)
    while brace >= 0:
        if text.startswith("{{", brace):
            close = text.find("}}", brace)
            brace = text.find("{", close + 2) if close >= 0 else -1
        elif find_end(text, brace) == len(text):
            return brace
        else:
            brace = text.find("{", brace + 1)
    return -1
