"""How commands speak: findings to the output, remarks and refusals to the error output, colour where seen."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TextIO, TypedDict

import click

from smtrain.diagnostics import Finding
from smtrain.diagnostics.formats import renderer
from smtrain.diagnostics.report import Paint, Report, Tone, unpainted
from smtrain.workflow.errors import Refused

if TYPE_CHECKING:
    from smtrain.workflow.documents import Written


class _Look(TypedDict, total=False):
    fg: str
    bold: bool


_LOOKS: dict[Tone, _Look] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "advice": {"fg": "magenta", "bold": True},
    "frame": {"fg": "blue"},
    "label": {"fg": "cyan"},
    "help": {"fg": "green", "bold": True},
    "strong": {"bold": True},
}


def show(
    findings: Sequence[Finding], sources: Mapping[str, str], summary: str, *, form: str = "text"
) -> None:
    """Print findings in one of the formats, with the summary where the format has a place for it."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 100
    report = Report(tuple(findings), sources, summary, painter(sys.stdout), max(60, min(width, 140)))
    click.echo(renderer(form)(report), color=True)


def wrote(found: Written) -> int:
    """Say what was found and which documents were written; the exit status."""
    from smtrain.diagnostics.report import tally
    from smtrain.workflow.errors import shown

    for notice in found.notices:
        note(notice)
    failed = any(finding.rule.severity == "error" for finding in found.findings)
    if found.findings:
        rest = "; nothing was written" if failed else ""
        show(found.findings, found.sources, tally(found.findings) + rest)
    for file in found.written:
        click.echo(f"  {shown(file)}  {size(file.stat().st_size)}")
    return 1 if failed else 0


def note(text: str) -> None:
    """A remark that is not part of the result."""
    click.echo(f"{painter(sys.stderr)('note', 'help')}: {text}", err=True, color=True)


def refuse(error: Refused) -> None:
    """Say in a sentence what cannot be done here, and what to do about it."""
    paint = painter(sys.stderr)
    code = f"[{error.rule.code}]" if error.rule else ""
    click.echo(f"{paint(f'error{code}', 'error')}: {error.message}", err=True, color=True)
    if error.mend:
        click.echo(f"  {paint('=', 'frame')} {paint('help', 'help')}: {error.mend}", err=True, color=True)


def painter(stream: TextIO) -> Paint:
    """Colours on a terminal, unless NO_COLOR asks for none or FORCE_COLOR for them everywhere."""
    wanted = bool(os.environ.get("FORCE_COLOR")) or (stream.isatty() and os.environ.get("TERM") != "dumb")
    return _coloured if wanted and not os.environ.get("NO_COLOR") else unpainted


def _coloured(text: str, tone: Tone) -> str:
    look = _LOOKS[tone]
    return click.style(text, fg=look.get("fg"), bold=look.get("bold"))


def size(number: int) -> str:
    """A size in bytes as people say it: 840 bytes, 84 KB, 1.2 MB (in thousands)."""
    if number < 1000:
        return f"{number} bytes"
    kilobytes = number / 1000
    return f"{kilobytes:,.0f} KB" if kilobytes < 999.5 else f"{kilobytes / 1000:,.1f} MB"
