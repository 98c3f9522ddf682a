"""`smtrain tracks`: who takes which module, and who sees what in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("tracks")
@_options.course
@click.option(
    "--format",
    "form",
    type=_options.Known("format", "smtrain.review.formats"),
    default="table",
    show_default=True,
    help="How to show them: a table, lines for a spreadsheet, or one page for reviewers.",
)
@click.option(
    "--diff",
    "between",
    metavar="TRACK,TRACK",
    callback=_options.split_one,
    help="Show instead how the texts of two tracks differ.",
)
@click.option(
    "--out", type=_options.PATH, metavar="FILE", help="Write it into a file instead of printing it."
)
def command(
    path: Path,
    company: Path | None,
    audience: dict[str, str],
    as_of: date | None,
    form: str,
    between: tuple[str, ...],
    out: Path | None,
) -> int:
    """Show which role takes what.

    Modules by tracks, with depth, minutes, questions and points. PATH is a course's folder; the current folder if left out. The page for reviewers (--format html)
    also says who sees which page, block and question, how the packages of a module differ, and which
    pages and questions teach and test each objective.
    """
    from smtrain.cli._say import note, show
    from smtrain.diagnostics.report import tally
    from smtrain.workflow.errors import shown
    from smtrain.workflow.tracks import show_tracks
    from smtrain.workflow.write import write_files

    if between and len(between) != 2:
        raise click.BadParameter("name two tracks, such as essentials,spokesperson", param_hint="--diff")
    found = show_tracks(
        path,
        form=form,
        between=(between[0], between[1]) if between else None,
        company=company,
        audience=audience,
        as_of=as_of,
    )
    for notice in found.notices:
        note(notice)
    if any(finding.rule.severity == "error" for finding in found.findings):
        show(found.findings, found.sources, tally(found.findings))
        return 1
    if out:
        (written,) = write_files(out.parent, {out.name: found.text.encode()})
        click.echo(f"Written: {shown(written)}")
    else:
        click.echo(found.text, nl=False)
    return 0
