"""`smtrain map`: the paths of a scenario on one page, for reviewers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("map")
@_options.course
@click.option("--scenario", default="", metavar="ID", help="Only this scenario.")
@click.option(
    "--format",
    "form",
    type=_options.Known("format", "smtrain.review.maps"),
    default="svg",
    show_default=True,
    help="A picture to print, or lines of text.",
)
@click.option(
    "--out",
    type=_options.PATH,
    metavar="DIR",
    help="Where maps go; made if need be. Default: maps for pictures; text is printed.",
)
def command(
    path: Path,
    company: Path | None,
    audience: dict[str, str],
    as_of: date | None,
    scenario: str,
    form: str,
    out: Path | None,
) -> int:
    """Draw the paths of scenarios.

    Scenes, decisions with their points and state, endings, and the best path, for reviewers. PATH is a
    course's folder, a module's folder or a module's file; the current folder if left out. A scenario with
    faults is drawn, too: scenes that nobody reaches are marked.
    """
    from pathlib import Path

    from smtrain.cli._say import note
    from smtrain.diagnostics.report import tally
    from smtrain.workflow.errors import shown
    from smtrain.workflow.map import maps
    from smtrain.workflow.write import write_files

    found = maps(path, form=form, scenario=scenario, company=company, audience=audience, as_of=as_of)
    for notice in found.notices:
        note(notice)
    if found.findings:
        note(f'{tally(found.findings)}; "smtrain check" names them')
    if form == "text" and out is None:
        click.echo("\n".join(found.drawn.values()), nl=False)
        return 0
    ending = "txt" if form == "text" else form
    files = {f"{name}.{ending}": text.encode() for name, text in found.drawn.items()}
    for written in write_files(out or Path("maps"), files):
        click.echo(f"Written: {shown(written)}")
    return 0
