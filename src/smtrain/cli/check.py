"""`smtrain check`: everything that is wrong in a course or module, in one run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("check")
@_options.course
@click.option(
    "--format",
    "form",
    type=_options.Known("format", "smtrain.diagnostics.formats"),
    default="text",
    show_default=True,
    help="How to print findings.",
)
@click.option(
    "--advice/--no-advice",
    default=True,
    show_default=True,
    help="Say as well what would read or teach better.",
)
@click.option("--strict", is_flag=True, help="Let advice count: with any, the exit status is 1.")
def command(
    path: Path,
    company: Path | None,
    audience: dict[str, str],
    as_of: date | None,
    form: str,
    advice: bool,
    strict: bool,
) -> int:
    """Find what is wrong in a course or module.

    PATH is a course's folder, a module's folder or a module's file; the current folder if left out.
    "smtrain explain CODE" says more about a finding.

    Errors stop a build; warnings do not. Advice is on style and teaching (SM850 to SM899): sentences that are long,
    questions that give their answer away. It changes the exit status with --strict only.

    \b
    Formats:
      text     for people: the line, a mark under what is meant, a way to mend it
      concise  one line a finding: file:line:column: severity[code] message
      json     for programs, see below
      github   remarks in a pull request on GitHub
      sarif    SARIF 2.1.0, for code-scanning services

    \b
    JSON is one object:
      version   1; it changes when the meaning of a field does
      summary   the last line of the text
      findings  a list; each has code, name, severity ("error", "warning" or
                "advice"), message,
                label (words under the mark), help, file, line, column, endLine, endColumn
                and also (a list of places: file, line, column, endLine, endColumn, label)
    Lines and columns count from 1, columns in Unicode characters; the end is the column
    after the last character.
    """  # noqa: D301 - click reads the sign for backspace as "leave these lines alone"
    from smtrain.cli._say import note, show
    from smtrain.diagnostics.report import count, tally
    from smtrain.workflow.check import check

    checked = check(path, company=company, audience=audience, as_of=as_of, advice=advice or strict)
    for notice in checked.notices:
        note(notice)
    summary = tally(checked.findings)
    if checked.course and not checked.findings:
        summary = f"{checked.course.id}: {count(len(checked.course.modules), 'module')}, {summary}"
    show(checked.findings, checked.sources, summary, form=form)
    if checked.findings and form == "text":
        code = checked.findings[0].rule.code
        click.echo(f'"smtrain explain {code}" says why, with an example; so it does for the other codes.')
    counted = [one for one in checked.findings if strict or one.rule.severity != "advice"]
    return 1 if counted else 0
