"""What stands at the edges of a block's text and is not text: tick boxes, box kinds, attributes.

Runs between markdown-it's block and inline phases. Each inline token gets its `Locator`, loses these
marks, and keeps what they said in its `meta`.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from smtrain.diagnostics import Span
from smtrain.source.attributes import find_end
from smtrain.source.file import SourceFile

TICK = re.compile(r"\[(?P<mark>[ xX])\](?:[ \t]+|$)")
LIKE_A_TICK = re.compile(r"\[\s*[xX]?\s*\](?![(\[{:])")
BOX = re.compile(r"\[!(?P<name>[A-Za-z-]+)\]")


class Locator:
    """Turns offsets in the text of one block into places in the file."""

    def __init__(self, file: str, line: int, text: str, columns: list[int]) -> None:
        """`line` is where the text begins, `columns[i]` the column of the first character of line i.

        The column is less than 1 where markdown-it has spaces for a tab.
        """
        self._file, self._line, self._columns = file, line, columns
        self._starts = [0]
        for part in text.split("\n"):
            self._starts.append(self._starts[-1] + len(part) + 1)

    def point(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        index = min(bisect_right(self._starts, offset) - 1, len(self._columns) - 1)
        return self._line + index, max(1, self._columns[index] + offset - self._starts[index])

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from `start` up to `end`."""
        return Span(self._file, *self.point(start), *self.point(end))


class CellLocator(Locator):
    r"""The same for the cell of a table, whose `\|` counts as one character."""

    def __init__(self, file: str, line: int, columns: list[int]) -> None:
        """`columns` has the column of every character, and one more for the end."""
        self._file, self._line, self._each = file, line, columns

    def point(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        return self._line, self._each[min(offset, len(self._each) - 1)]


def split_leading_marks(state: StateCore) -> None:
    """Locate the text of every block and take the marks at its edges off it."""
    source: SourceFile = state.env["source"]
    cells: list[list[int]] = []
    before: list[str] = ["", ""]
    for token in state.tokens:
        if token.type == "tr_open" and token.map:
            cells = _cell_columns(source.lines[token.map[0]])
        elif token.type == "inline" and token.map:
            if before[-1] in ("th_open", "td_open"):
                columns = cells.pop(0) if cells else [len(source.lines[token.map[0]].rstrip()) + 1]
                token.meta["locator"] = CellLocator(source.name, token.map[0] + 1, columns)
            else:
                token.meta["locator"] = _locate(source, token)
                _split(token, before)
        before = [before[-1], token.type]


def _split(token: Token, before: list[str]) -> None:
    if before[-1] == "heading_open":
        _take_attributes(token)
    elif before == ["list_item_open", "paragraph_open"]:
        if found := TICK.match(token.content):
            token.meta["tick"] = (found["mark"] != " ", 0, 3)
            _take_from_start(token, found.end())
        elif found := LIKE_A_TICK.match(token.content):
            token.meta["bad_tick"] = (0, found.end())
        _take_attributes(token)
    elif before == ["blockquote_open", "paragraph_open"] and (found := BOX.match(token.content)):
        first, _, rest = token.content.partition("\n")
        tail = first[found.end() :]
        stripped = tail.strip()
        token.meta["box"] = (found["name"], 2, found.end() - 1)
        token.meta["box_span"] = (0, len(first))
        if stripped.startswith("{") and find_end(stripped, 0) == len(stripped):
            begin = found.end() + tail.index("{")
            token.meta["attributes"] = _attributes(token, first, begin)
        elif stripped:
            token.meta["box_text"] = (found.end() + len(tail) - len(tail.lstrip()), len(first.rstrip()))
        token.meta["locator"] = _locator_from(token, len(first) + 1) if rest else token.meta["locator"]
        token.meta["box_locator"] = _same(token, first)
        token.content = rest


def _locate(source: SourceFile, token: Token) -> Locator:
    parts = token.content.split("\n")
    first = _first_line(source, token, parts)
    columns = []
    for index, part in enumerate(parts):
        # Nothing but space and a heading's closing marks can follow the words on their line.
        words = part.strip() or part.strip(" \t")
        at = source.lines[first + index].rfind(words) - part.find(words)
        columns.append(at + 1)
    locator = Locator(source.name, first + 1, token.content, columns)
    token.meta["columns"], token.meta["first"], token.meta["file"] = columns, first + 1, source.name
    return locator


def _first_line(source: SourceFile, token: Token, parts: list[str]) -> int:
    """The line where a text begins: markdown-it drops lines before it that look empty but are not."""
    first, last = token.map or (0, 1)
    spare = last - first - len(parts)
    words = parts[0].strip()
    return next((line for line in range(first, first + spare) if words in source.lines[line]), first + spare)


def _same(token: Token, text: str) -> Locator:
    return Locator(token.meta["file"], token.meta["first"], text, token.meta["columns"])


def _locator_from(token: Token, offset: int) -> Locator:
    rest = token.content[offset:]
    return Locator(token.meta["file"], token.meta["first"] + 1, rest, token.meta["columns"][1:])


def _take_from_start(token: Token, count: int) -> None:
    columns = token.meta["columns"]
    token.meta["mark_locator"] = token.meta["locator"]
    columns = [columns[0] + count, *columns[1:]]
    token.content = token.content[count:]
    token.meta["columns"] = columns
    token.meta["locator"] = _same(token, token.content)


def _take_attributes(token: Token) -> None:
    first, newline, rest = token.content.partition("\n")
    line = first.rstrip()
    at = line.find("{")
    while at >= 0:
        alone = at == 0 or line[at - 1].isspace()
        if alone and not line.startswith("{{", at) and find_end(line, at) == len(line):
            token.meta["attributes"] = _attributes(token, line, at)
            token.content = line[:at].rstrip() + newline + rest
            token.meta["locator"] = _same(token, token.content)
            return
        skip = line.find("}}", at) if line.startswith("{{", at) else at
        at = line.find("{", max(skip, at) + 1) if skip >= 0 else -1


def _attributes(token: Token, line: str, at: int) -> tuple[str, int, Locator]:
    return line, at, _same(token, line)


def _cell_columns(line: str) -> list[list[int]]:
    """For each cell of a table row, the columns of its characters and of its end."""
    cells: list[list[tuple[str, int]]] = [[]]
    at = 0
    while at < len(line):
        if line.startswith("\\|", at):
            cells[-1].append(("|", at + 1))
            at += 2
            continue
        if line[at] == "|":
            cells.append([])
        else:
            cells[-1].append((line[at], at + 1))
        at += 1
    lead = "".join(character for character, _ in cells[0])
    edges = cells if lead.strip(" \t>") else cells[1:]
    result = []
    for cell in edges:
        while cell and cell[0][0].isspace():
            cell = cell[1:]
        end = cell[-1][1] + 1 if cell else len(line) + 1
        while cell and cell[-1][0].isspace():
            end, cell = cell[-1][1], cell[:-1]
        result.append([column for _, column in cell] + [end])
    return result
