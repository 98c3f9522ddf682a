"""The entry point: finds the command, and turns whatever goes wrong into a sentence and an exit status."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper

import click

from smtrain import __version__

FINE, FOUND, STOPPED = 0, 1, 2
"""Exit status: fine, findings, wrong usage or an environment that refuses."""


class Commands(click.Group):
    """The commands are the files beside this one; only the one that is called is imported."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, sorted."""
        files = os.listdir(os.path.dirname(__file__))  # noqa: PTH120, PTH208 - pathlib is slow to load
        return sorted(name[:-3] for name in files if name.endswith(".py") and not name.startswith("_"))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, which can also say what a bug looks like from inside."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"smtrain.cli.{cmd_name}").command
        if _DEBUG not in command.params:
            command.params.append(_DEBUG)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is meant; for an unknown one, say which is near."""
        from smtrain.diagnostics.suggest import did_you_mean

        known = self.list_commands(ctx)
        if args and args[0] not in known and not args[0].startswith("-"):
            ctx.fail(f'there is no command "{args[0]}"; {did_you_mean(args[0], known)}')
        return super().resolve_command(ctx, args)


_DEBUG = click.Option(
    ["--debug"],
    is_flag=True,
    expose_value=False,
    help="If smtrain itself fails, show where (for a bug report).",
)


@click.group(
    cls=Commands,
    params=[_DEBUG],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit status: 0 fine, 1 findings, 2 wrong usage or something in the surroundings that refuses.",
)
@click.version_option(__version__, prog_name="smtrain", message="%(prog)s %(version)s")
def smtrain() -> None:
    """Compile training modules written in Markdown into packages that any LMS takes.

    Begin with "smtrain new my-module", then "smtrain check my-module" and "smtrain build my-module".
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; nothing a user does ends in a traceback.

    `arguments` are those of the process when left out.
    """
    # A run makes hundreds of thousands of small objects and hardly a cycle: look for those rarely.
    gc.set_threshold(100_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")  # a terminal that lacks a character still gets the rest
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = smtrain.main(words, prog_name="smtrain", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return STOPPED
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped. What was there before is unchanged.", err=True)
        return STOPPED
    except BrokenPipeError:
        # Whoever read our output has had enough; the rest must not fail once more when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except Exception as error:
        return _explain(error, debug="--debug" in words)
    return status if isinstance(status, int) else FINE


def _explain(error: Exception, *, debug: bool) -> int:
    from smtrain.cli._say import refuse
    from smtrain.workflow.errors import Refused, unusable

    if debug:
        import traceback

        traceback.print_exception(error)
    if isinstance(error, Refused):
        refuse(error)
    elif isinstance(error, OSError):
        refuse(unusable(error))
    else:
        name = f"{type(error).__name__}: {error}".strip(": ").partition("\n")[0]
        ask = "the lines above" if debug else "what the same command prints with --debug"
        click.echo(
            f"This is a bug in smtrain, not in your text ({name}): please report it together with {ask}.",
            err=True,
        )
    return STOPPED
