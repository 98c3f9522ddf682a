"""`smtrain i18n`: translation files for modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from smtrain.workflow.i18n import Progress


@click.group("i18n")
def command() -> None:
    """Write and follow up translation files.

    A module says languages: [de, ar] in its settings; its translations are in locales/de.po and
    locales/ar.po, which any editor for gettext files opens. "smtrain build" then also makes its packages
    in these languages.
    """


@command.command("extract")
@click.argument("path", type=_options.PATH, default=".")
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar="TAG",
    callback=_options.split,
    help="Into which language, such as de. Repeatable, or joined by commas. Default: those the modules name.",
)
def extract(path: Path, languages: tuple[str, ...]) -> int:
    """Write translation files, or bring them up to date.

    PATH is a course's or a module's folder; the current folder if left out. Translations are kept. Where
    a text was changed, its former translation stays as a proposal, marked as fuzzy, and learners see the
    text itself until a translator has looked at it.
    """
    from smtrain.workflow.i18n import extract

    _show(extract(path, languages))
    return 0


@command.command("status")
@click.argument("path", type=_options.PATH, default=".")
def status(path: Path) -> int:
    """Say how far each translation is.

    PATH is a course's or a module's folder; the current folder if left out.
    """
    from smtrain.workflow.i18n import status

    found = status(path)
    _show(found)
    return 0 if all(one.translated == one.texts for one in found) else 1


def _show(progress: Sequence[Progress]) -> None:
    from smtrain.workflow.errors import shown

    if not progress:
        click.echo("There are no translation files here.")
    for one in progress:
        fuzzy = f", {one.fuzzy} to look at again" if one.fuzzy else ""
        click.echo(f"{shown(one.file)}: {one.translated} of {one.texts} texts translated{fuzzy}")
