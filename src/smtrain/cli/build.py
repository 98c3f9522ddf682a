"""`smtrain build`: packages that an LMS takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("build")
@_options.course
@click.option(
    "--standard",
    "standards",
    multiple=True,
    type=_options.KnownList("standard", "smtrain.standards"),
    help="What packages follow. Repeatable, or joined by commas. Default: the course's targets, else scorm12.",
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
    "--module",
    "modules",
    multiple=True,
    metavar="ID",
    callback=_options.split,
    help="Only these modules of the course. Repeatable, or joined by commas.",
)
@click.option(
    "--pseudo",
    type=_options.Known("made-up language", "smtrain.render.pseudo"),
    help="To test a layout: let the player speak a made-up language instead (docs/languages.md).",
)
@click.option(
    "--track",
    "tracks",
    multiple=True,
    metavar="ID",
    callback=_options.split,
    help="Only what these tracks of the course use. Repeatable, or joined by commas.",
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    callback=_options.split,
    help="Only in these languages. Repeatable, or joined by commas. Default: the modules' own and their translations.",
)
def command(
    path: Path,
    company: Path | None,
    audience: dict[str, str],
    as_of: date | None,
    standards: tuple[tuple[str, ...], ...],
    out: Path,
    modules: tuple[str, ...],
    pseudo: str | None,
    tracks: tuple[str, ...],
    languages: tuple[str, ...],
) -> int:
    """Compile a course or module into packages.

    There is one zip for each module and standard; where tracks of a course get different text, one for
    each. A course as a whole also gets catalog.json and catalog.csv, which say what each track uses. PATH is a course's folder, a module's folder or a module's file; the current folder if left out.
    Warnings are printed and do not stop a build. With an error nothing is written, and what an
    earlier build wrote stays.
    """
    from smtrain.cli._say import note, show, size
    from smtrain.diagnostics.report import count, tally
    from smtrain.workflow.build import build
    from smtrain.workflow.errors import shown

    built = build(
        path,
        out=out,
        standards=tuple(dict.fromkeys(name for names in standards for name in names)),
        company=company,
        audience=audience,
        modules=modules,
        tracks=tracks,
        languages=languages,
        pseudo=pseudo,
        as_of=as_of,
    )
    for notice in built.notices:
        note(notice)
    failed = any(finding.rule.severity == "error" for finding in built.findings)
    if built.findings:
        rest = "; nothing was written" if failed else ""
        show(built.findings, built.sources, tally(built.findings) + rest)
        click.echo()
    if failed:
        return 1
    packages = [file for file in built.written if file.suffix == ".zip"]
    names = [shown(file) for file in packages]
    width = max(map(len, names), default=0)
    click.echo(f"Built {count(len(names), 'package')}:")
    for name, file in zip(names, packages, strict=True):
        click.echo(f"  {name:<{width}}  {size(file.stat().st_size):>9}")
    click.echo()
    if others := [shown(file) for file in built.written if file not in packages]:
        click.echo(f"What is in which package, and who takes it: {', '.join(others)}")
    for standard in sorted({file.stem.rpartition(".")[2] for file in packages}):
        click.echo(_advice(standard))
    return 0


def _advice(standard: str) -> str:
    """Where packages of a standard go next."""
    from smtrain.standards import find

    found = find(standard)
    if found.manifest is None:
        return f"Next: unpack *.{standard}.zip on any web server, or on your desk, and open index.html."
    return f"Next: upload each *.{standard}.zip to your LMS as it is, as a {found.title} package."
