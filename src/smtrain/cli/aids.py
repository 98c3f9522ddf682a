"""`smtrain aids`: job aids as pages of their own, to print or to put on the intranet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("aids")
@_options.course
@click.option(
    "--out",
    type=_options.PATH,
    default="aids",
    show_default=True,
    metavar="DIR",
    help="Where they go; made if need be.",
)
@click.option("--pdf", is_flag=True, help="Also print each as PDF, with a Chromium, Chrome or Edge.")
def command(
    path: Path, company: Path | None, audience: dict[str, str], as_of: date | None, out: Path, pdf: bool
) -> int:
    """Write job aids as pages of their own.

    Each job-aid block of a course or module becomes one page to print, filled with the company's words, in
    one file without anything to load. A page index.html lists them, and each track of a course has a list of
    its own. PATH is a course's folder, a module's
    folder or a module's file; the current folder if left out.
    """
    from smtrain.cli._say import wrote
    from smtrain.workflow.documents import write_aids

    return wrote(write_aids(path, out=out, pdf=pdf, company=company, audience=audience, as_of=as_of))
