"""`smtrain explain`: why a rule is there, with an example that breaks it and one that keeps it."""

from __future__ import annotations

import sys
from textwrap import fill, indent
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from smtrain.diagnostics import Rule
    from smtrain.diagnostics.report import Paint


@click.command("explain")
@click.argument("code", required=False)
def command(code: str | None) -> int:
    """Explain a finding's code or a kind of block, with examples.

    CODE is a code such as SM302, a rule's name, or a kind such as choose-one. Without it, all codes are
    listed.
    """
    from smtrain.cli._say import painter
    from smtrain.diagnostics.suggest import did_you_mean
    from smtrain.workflow.explain import all_rules, find_rule, kind_names, kind_text

    rules = all_rules()
    paint = painter(sys.stdout)
    if code is None:
        click.echo("\n".join(_listed(rules, paint)), color=True)
        return 0
    rule = find_rule(code, rules)
    if rule is None and (text := kind_text(code)):
        click.echo(text.rstrip())
        return 0
    if rule is None:
        known = [*kind_names(), *(word for rule in rules for word in (rule.code.lower(), rule.name))]
        near = did_you_mean(code, known, otherwise='"smtrain explain" alone lists all')
        raise click.UsageError(f'there is no code or kind "{code}"; {near}')
    click.echo("\n".join(_explained(rule, paint)), color=True)
    return 0


def _listed(rules: tuple[Rule, ...], paint: Paint) -> list[str]:
    from smtrain.workflow.explain import SUBJECTS, kind_names

    lines: list[str] = []
    for start, subject in SUBJECTS.items():
        chapter = [rule for rule in rules if rule.code.startswith(start)]
        if chapter:
            lines += [paint(f"{start}xx  {subject}", "strong")]
            lines += [f"  {paint(rule.code, rule.severity)}  {rule.name}" for rule in chapter]
            lines += [""]
    kinds = fill("Kinds: " + ", ".join(kind_names()), 88)
    return [*lines, kinds, "", '"smtrain explain CODE" or "smtrain explain KIND" says more, with examples.']


def _explained(rule: Rule, paint: Paint) -> list[str]:
    from smtrain.workflow.explain import take_apart

    explanation = take_apart(rule.explanation)
    lines = [f"{paint(f'{rule.severity}[{rule.code}]', rule.severity)} {paint(rule.name, 'strong')}"]
    lines += ["\n" + fill(paragraph, 88) for paragraph in explanation.reason]
    for example in explanation.examples:
        lines += ["", paint(f"{example.title}:", "error" if example.bad else "help"), ""]
        several = len(example.files) > 1 or bool(example.commands)
        for number, (name, text) in enumerate(example.files.items()):
            lines += [*([""] if number else []), f"  {name}"] if several else []
            lines += [indent(text.rstrip("\n"), "    ")]
        lines += [""] if example.files and example.commands else []
        lines += [f"    $ {command}" for command in example.commands]
    lines += ["\n" + fill(paragraph, 88) for paragraph in explanation.notes]
    return lines
