"""Example pages of kinds: taken apart into their pieces, and put together again with what really comes out.

A page is prose with examples: a block `markdown`, then what must come out of it. Of a good example that
is a block `outline`; of a question also a block `yaml`, its key as the player knows it, and a table of
answers, of which only the first column is the author's. Of a bad example it is a block `findings`.
A block `markdown NAME` is a further file of the example after it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

_PIECE = re.compile(
    r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```\n+|^(?P<table>\| Answer \|.*?\n)(?:\n+|\Z)",
    re.MULTILINE | re.DOTALL,
)
_ANSWER = re.compile(r"^\| (?P<label>[^|`]+?) `(?P<response>[^`]+)` \|", re.MULTILINE)


@dataclass
class Example:
    """One example: its source, and the answers that its author tries. `bad` ones have findings."""

    source: str
    files: dict[str, str]
    bad: bool = False
    answers: list[tuple[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Row:
    """What became of one answer, cell by cell."""

    label: str
    response: Any
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What comes out of an example. `key` and `rows` are a question's; `rows` begin with their header."""

    findings: str = ""
    outline: str = ""
    key: str = ""
    rows: tuple[Row, ...] = ()
    header: tuple[str, ...] = ()


def take_apart(text: str) -> list[str | Example]:
    """The pieces of a page: prose, and examples. Prose between the parts of an example follows it."""
    pieces: list[str | Example] = []
    files: dict[str, str] = {}
    at = 0
    for found in _PIECE.finditer(text):
        pieces.append(text[at : found.start()])
        at = found.end()
        last = next((piece for piece in reversed(pieces) if isinstance(piece, Example)), None)
        info, body = found["info"], found["body"]
        if info == "markdown":
            pieces.append(Example(body, files))
            files = {}
        elif info and info.startswith("markdown "):
            pieces.append(found[0])
            files[info.removeprefix("markdown ")] = body
        elif found["table"] and last:
            last.answers = [(row["label"], _response(row["response"])) for row in _ANSWER.finditer(found[0])]
        elif info == "findings" and last:
            last.bad = True
        elif info not in ("outline", "yaml"):
            pieces.append(found[0])
    return [piece for piece in [*pieces, text[at:]] if piece]


def put_together(pieces: list[str | Example], show: Callable[[Example], Shown]) -> str:
    """The page with what `show` says that comes out of each example."""
    parts = [piece if isinstance(piece, str) else "".join(_example(piece, show(piece))) for piece in pieces]
    return "".join(parts).rstrip("\n") + "\n"


def _example(example: Example, shown: Shown) -> Iterator[str]:
    yield _block("markdown", example.source)
    if example.bad or shown.findings:
        yield _block("findings", shown.findings)
        return
    yield _block("outline", shown.outline)
    if shown.key:
        yield _block("yaml", shown.key)
        yield "\n".join([_row(shown.header), _row(["---"] * len(shown.header)), *map(_answer, shown.rows)])
        yield "\n\n"


def _block(info: str, body: str) -> str:
    return f"```{info}\n{body.rstrip()}\n```\n\n"


def _answer(row: Row) -> str:
    response = "" if row.response is None else f" `{json.dumps(row.response, ensure_ascii=False)}`"
    return _row([cell.replace("|", "\\|") for cell in (row.label + response, *row.cells)])


def _row(cells: list[str] | tuple[str, ...]) -> str:
    return "".join(f"| {cell} " if cell else "| " for cell in cells) + "|"


def _response(text: str) -> Any:
    return json.loads(text.replace("\\|", "|"))
