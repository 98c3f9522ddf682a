"""A report: the findings of one run with all that is needed to print them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from smtrain.diagnostics.finding import Finding

Tone = Literal["error", "warning", "advice", "frame", "label", "help", "strong"]
"""What a piece of printed text is, for whoever gives it a colour."""

Paint = Callable[[str, Tone], str]
"""Gives a piece of text the look of its tone."""


def unpainted(text: str, tone: Tone) -> str:
    """The text as it is, for files and pipes."""
    return text


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one run.

    `sources` holds the text of each file under its name as spans have it; a file that could not be
    read as text has none. `summary` is the last line. `width` is how many columns a line of the
    source may take.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    summary: str = ""
    paint: Paint = unpainted
    width: int = 100


def lines_of(text: str) -> list[str]:
    """The lines of a source file, ended as CommonMark 0.31 (section 2.1) has it and nowhere else."""
    return re.split(r"\r\n|\n|\r", text)


def count(number: int, noun: str) -> str:
    """A number with its noun, such as "1 error" or "2 errors"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def tally(findings: Sequence[Finding]) -> str:
    """How much was found, such as "2 errors and 1 warning in 3 files"; "no findings" for nothing."""
    numbers = [
        (sum(f.rule.severity == severity for f in findings), noun) for severity, noun in _NOUNS.items()
    ]
    said = [count(number, noun) for number, noun in numbers if number]
    if not said:
        return "no findings"
    words = " and ".join([", ".join(said[:-1]), said[-1]] if said[:-1] else said)
    return f"{words} in {count(len({f.span.file for f in findings}), 'file')}"


_NOUNS = {"error": "error", "warning": "warning", "advice": "suggestion"}
