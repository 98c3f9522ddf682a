"""`smtrain new`: a module to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from pathlib import Path


@click.command("new")
@click.argument("folder", metavar="DIR", type=_options.PATH)
def command(folder: Path) -> int:
    """Write a small sample module to begin with.

    DIR is the module's folder; it must be new or empty. The module's id is made from its name. The
    sample passes its own checks and builds in every standard: change it bit by bit.
    """
    from smtrain.workflow.errors import shown
    from smtrain.workflow.new import new

    for path in new(folder):
        click.echo(f"wrote {shown(path)}")
    place = shown(folder)
    listed = (folder.absolute().parent / "course.yaml").is_file()
    course = (
        f"\n  (It is in a course: add it to the modules in {shown(folder.parent / 'course.yaml')}.)"
        if listed
        else ""
    )
    place = f'"{place}"' if " " in place else place
    click.echo(f"""
Next steps:
  1. Open {shown(folder / "module.md")} in any editor and make it yours.{course}
  2. smtrain check {place}
  3. smtrain build {place}
Then upload the zip from dist/ to your LMS.""")
    return 0
