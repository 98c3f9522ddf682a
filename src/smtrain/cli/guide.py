"""`smtrain guide`: modules with notes and keys, for whoever teaches them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("guide")
@_options.course
@click.option(
    "--out",
    type=_options.PATH,
    default="guide",
    show_default=True,
    metavar="DIR",
    help="Where they go; made if need be.",
)
def command(path: Path, company: Path | None, audience: dict[str, str], as_of: date | None, out: Path) -> int:
    """Write guides for whoever teaches.

    One page to print for each module: its text with the trainers' notes, how long each page takes, and all
    questions with their right answers and everything that is said to an answer. A module with notes also gets
    a sheet with these alone, for an hour of talk without slides. PATH is a course's folder, a
    module's folder or a module's file; the current folder if left out.
    """
    from smtrain.cli._say import wrote
    from smtrain.workflow.documents import write_guides

    return wrote(write_guides(path, out=out, company=company, audience=audience, as_of=as_of))
