"""`smtrain gallery`: every kind of block and question in one course."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("gallery")
@click.option(
    "--standard",
    "standards",
    multiple=True,
    type=_options.KnownList("standard", "smtrain.standards"),
    help="What packages follow. Repeatable, or joined by commas. Default: web.",
)
@click.option(
    "--out",
    type=_options.PATH,
    default="dist",
    show_default=True,
    metavar="DIR",
    help="Where packages go; made if need be.",
)
@click.option(
    "--source", type=_options.PATH, metavar="DIR", help="Also leave the course's source in a new folder."
)
def command(standards: tuple[tuple[str, ...], ...], out: Path, source: Path | None) -> int:
    """Build a course that shows every kind.

    Each block and question with what it is for, live, and with the way it is written. Unpack the web
    package and open its index.html, or upload one of another standard to see it in your LMS.
    """
    from smtrain.cli._say import show, size
    from smtrain.diagnostics.report import tally
    from smtrain.workflow.errors import shown
    from smtrain.workflow.gallery import build_gallery

    names = tuple(dict.fromkeys(name for several in standards for name in several))
    built = build_gallery(out=out, standards=names or ("web",), source=source)
    if built.findings:
        show(built.findings, built.sources, tally(built.findings))
    for file in built.written:
        click.echo(f"{shown(file)}  {size(file.stat().st_size)}")
    return 1 if built.failed else 0
