"""`smtrain schema`: JSON Schemas of the settings files, for editors that complete and check YAML."""

from __future__ import annotations

from typing import Literal

import click


@click.command("schema")
@click.argument("file", type=click.Choice(["module", "course"]))
def command(file: Literal["module", "course"]) -> int:
    """Print the JSON Schema of a settings file.

    FILE is "module" for the front matter of module.md, or "course" for course.yaml. In an editor that
    knows YAML schemas, point it at the saved file: settings are then completed and checked as you type.
    """
    import json

    from smtrain.source.settings import schema

    click.echo(json.dumps(schema(file), indent=2))
    return 0
