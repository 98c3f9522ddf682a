"""The `:::` lines of a file, paired: each closing line with the nearest open block, and never by guess."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markdown_it.token import Token

from smtrain.diagnostics import Notes, Place, Span
from smtrain.model.node import Block
from smtrain.source import rules
from smtrain.source.attributes import MALFORMED_ATTRIBUTES, Attributes, find_end, read_attributes
from smtrain.source.document import Directive, Ignore
from smtrain.source.file import SourceFile

_LINE = re.compile(r"(?P<colons>:{3,})[ \t]*(?P<name>[A-Za-z][\w-]*)?(?P<rest>.*)$")
_LONE_BRACE = re.compile(r"(?<!\{)\{(?!\{)")

MAX_BLOCKS = 20
"""How many `:::` blocks may stand inside each other."""


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


@dataclass
class _Container:
    """A list item, a quote or the file itself. `inside` names it for messages; the first frame is its own."""

    inside: str
    frames: list[_Frame] = field(default_factory=lambda: [_Frame(None)])


class Pairing:
    """Collects blocks in the order of the text and puts them into the `:::` blocks they stand in.

    A block has to end in the container where it begins. `ignores` are the remarks that silence a rule.
    """

    def __init__(self, source: SourceFile, notes: Notes) -> None:
        self._source, self._notes = source, notes
        self._open: list[_Container] = []
        self.ignores: list[Ignore] = []

    def enter(self, inside: str) -> None:
        """A container begins."""
        self._open.append(_Container(inside))

    def leave(self) -> tuple[Block, ...]:
        """The container ends; what is still open in it is noted."""
        frames = self._open[-1].frames
        while len(frames) > 1:
            self._unclosed(frames)
        self._open.pop()
        self._silence(frames[0])
        return tuple(frames[0].blocks)

    def add(self, block: Block) -> None:
        """The next block."""
        self._add_to(self._open[-1].frames[-1], block)

    def remark(self, span: Span, code: str, reason: str) -> None:
        """A remark that silences a rule in the block after it."""
        self._open[-1].frames[-1].remarks.append((span, code, reason))

    def _add_to(self, frame: _Frame, block: Block) -> None:
        frame.blocks.append(block)
        last = block.end.end_line if isinstance(block, Directive) else block.span.end_line
        self._silence(frame, block.span.line, last)

    def _silence(self, frame: _Frame, first: int = 0, last: int = 0) -> None:
        """Let the remarks that wait in a frame speak of these lines; at its end of none."""
        self.ignores.extend(Ignore(span, code, reason, first, last) for span, code, reason in frame.remarks)
        frame.remarks.clear()

    def line(self, token: Token) -> None:
        """The next `:::` line, which opens or closes a block."""
        frames = self._open[-1].frames
        found = _LINE.match(token.content)
        assert found is not None and token.map is not None
        colons, rest = len(found["colons"]), found["rest"].strip()
        span = self._place(token)
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
            self._stray(span)
        elif frames[-1].colons == colons:
            self._close(frames, span)
        elif any(frame.colons == colons for frame in frames[1:]):
            while frames[-1].colons != colons:
                self._unclosed(frames, closer=span)
            self._close(frames, span)
        else:
            opener = frames[-1].opener
            assert opener is not None
            self._notes.add(
                rules.COLON_MISMATCH,
                span,
                f"{colons} colons close a block that {frames[-1].colons} colons opened",
                also=(Place(self._place(opener), "opened here"),),
                mend=f'write "{":" * frames[-1].colons}" in both lines',
            )
            self._close(frames, span)

    def _begin(self, token: Token, colons: int, frames: list[_Frame]) -> None:
        depth = sum(len(around.frames) - 1 for around in self._open)
        if depth == MAX_BLOCKS:
            self._notes.add(
                rules.TOO_DEEP,
                self._place(token),
                f"this block is the {MAX_BLOCKS + 1}th inside another",
                mend="close some of the blocks around it; a closing line ::: may be missing above",
            )
        frames.append(_Frame(token, colons, too_deep=depth >= MAX_BLOCKS))

    def _close(self, frames: list[_Frame], end: Span) -> None:
        frame = frames.pop()
        if not frame.too_deep:
            self._add_to(frames[-1], self._make(frame, end))

    def _make(self, frame: _Frame, end: Span) -> Directive:
        token = frame.opener
        assert token is not None and token.map is not None
        self._silence(frame)
        span = self._place(token)
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

    def _half_attributes(self, text: str, at: int, place: Callable[[int, int], Span]) -> None:
        if brace := _LONE_BRACE.search(text, at):
            self._notes.add(
                MALFORMED_ATTRIBUTES,
                place(brace.start(), len(text)),
                "the attributes are not closed, or something follows them",
                mend="close them with } at the end of the line; put values with spaces in straight double quotes",
            )

    def _unclosed(self, frames: list[_Frame], closer: Span | None = None) -> None:
        frame, inside = frames.pop(), self._open[-1].inside
        assert frame.opener is not None
        span = self._place(frame.opener)
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
            self._add_to(frames[-1], self._make(frame, end))

    def _stray(self, span: Span) -> None:
        inside = self._open[-1].inside
        outside = [frame.opener for around in self._open[:-1] for frame in around.frames if frame.opener]
        if inside and outside:
            opener = outside[-1]
            self._notes.add(
                rules.CROSSING_BLOCK,
                span,
                f'this closes nothing inside {inside}, though "{_name(opener)}" is open outside',
                also=(Place(self._place(opener), "opened here"),),
                mend="indent the closing line like the opening one, with a blank line before it",
            )
        else:
            self._notes.add(
                rules.STRAY_CLOSER,
                span,
                "this line closes a block, but none is open",
                mend="delete it, or write the line that opens the block",
            )

    def _place(self, token: Token) -> Span:
        assert token.map is not None
        number = token.map[0] + 1
        line = self._source.lines[number - 1]
        start = line.find(":::") + 1
        return Span(self._source.name, number, start, number, len(line.rstrip()) + 1)


def _name(token: Token) -> str:
    found = _LINE.match(token.content)
    return (found["name"] if found else None) or "a block without a name"


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
