"""`smtrain publish`: texts of a course as pages of their own, for whoever may read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("publish")
@_options.course
@click.option(
    "--out",
    type=_options.PATH,
    default="published",
    show_default=True,
    metavar="DIR",
    help="Where they go; made if need be.",
)
@click.option("--pdf", is_flag=True, help="Also print each as PDF, with a Chromium, Chrome or Edge.")
def command(
    path: Path, company: Path | None, audience: dict[str, str], as_of: date | None, out: Path, pdf: bool
) -> int:
    """Write the texts that a course publishes as pages.

    Each text under "publish" in course.yaml, such as answers to common questions or the policy for customers,
    becomes one page, filled with the company's words, in one file without anything to load. PATH is a
    course's folder, or a module's to publish that module; the current folder if left out.
    """
    from smtrain.cli._say import wrote
    from smtrain.workflow.documents import publish

    return wrote(publish(path, out=out, pdf=pdf, company=company, audience=audience, as_of=as_of))
