"""`smtrain receipt`: what the code on a learner's result page says, and whether it fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from pathlib import Path

    from smtrain.model.receipt import Illegible
    from smtrain.workflow.receipt import Compared


@click.command("receipt")
@click.argument("code", nargs=-1, required=True)
@click.option(
    "--course", type=_options.PATH, metavar="PATH", help="Say which module of this course it is of."
)
@click.option("--learner", metavar="ID", help="Say whether it is this learner's; the id as the LMS gives it.")
def command(code: tuple[str, ...], course: Path | None, learner: str | None) -> int:
    """Read a learner's receipt, to find a record that was lost.

    CODE is what the module's result page shows under "Is my completion recorded?", such as
    XV5S3-6MTNW-FRTHT-17BS7. Small letters and spaces are fine, and O is read as 0, I and L as 1.

    A receipt shows that a module displayed this code: enough to know what to look for in the LMS. It
    carries no name, and it is no proof: somebody with skill can make one up.

    Exit status: 0 it is intact and fits, 1 it has a slip or does not fit, 2 wrong usage.
    """
    from smtrain.model.receipt import Illegible, written
    from smtrain.workflow.receipt import compare

    typed = "".join(code)
    try:
        compared = compare(typed, course=course, learner=learner)
    except Illegible as slip:
        _say_slip(slip, written(typed))
        return 1
    click.echo(f"{'-'.join(written(typed))} is intact. It says:")
    click.echo("\n".join(f"  {name:<10} {words}" for name, words in _statements(compared)))
    fits = True
    for fine, words in _comparisons(compared, course, learner):
        fits = fits and fine
        click.echo(f"{'fits' if fine else 'DOES NOT FIT'}: {words}")
    return 0 if fits else 1


def _say_slip(slip: Illegible, groups: list[str]) -> None:
    """The slip, with a mark under each group that has one."""
    click.echo(f"This is no intact receipt: {slip}.", err=True)
    if slip.groups:
        click.echo(f"  {' '.join(groups)}", err=True)
        marks = [
            "^" * len(group) if n in slip.groups else " " * len(group) for n, group in enumerate(groups, 1)
        ]
        click.echo(f"  {' '.join(marks).rstrip()}", err=True)
    click.echo("Compare it with the learner's screen, sign by sign.", err=True)


def _statements(compared: Compared) -> list[tuple[str, str]]:
    receipt = compared.receipt
    reached = receipt.completed and receipt.success in ("none", "passed")
    day = f"{receipt.day.day} {receipt.day:%B %Y}" if receipt.day else ""
    results = {
        "none": "the module has no pass mark",
        "unknown": "not decided yet",
        "passed": "passed",
        "failed": "not passed",
    }
    last = "completed on" if reached else "last visit"
    return [
        ("Completed", "yes" if receipt.completed else "no"),
        ("Result", results[receipt.success]),
        ("Score", "none" if receipt.percent is None else f"{receipt.percent}%"),
        ("Day", f"{last} {day}" if day else "not known"),
        ("Learner", "a mark of the learner's id" if receipt.has_learner else "the LMS named nobody"),
    ]


def _comparisons(compared: Compared, course: Path | None, learner: str | None) -> list[tuple[bool, str]]:
    from smtrain.workflow.errors import shown

    module = compared.module
    found: list[tuple[bool, str]] = []
    if course and module is None:
        found.append((False, f"no module of {shown(course)} has an id that this receipt is of"))
    elif module and compared.same_version:
        found.append((True, f'module {module.id}, "{module.title}", version {module.version}'))
    elif module:
        words = f'module {module.id}, "{module.title}", but not its version {module.version}'
        found.append((True, f"{words}: the learner saw another one"))
    if learner is not None:
        found.append((bool(compared.same_learner), f"learner {learner}"))
    return found
