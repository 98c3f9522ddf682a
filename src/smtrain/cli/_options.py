"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def course(function: F) -> F:
    """PATH, `--company` and `--audience`: which course is meant, for which company and readers."""
    for decorate in (
        click.option(
            "--audience",
            multiple=True,
            metavar="KEY=VALUE",
            callback=_pairs,
            help="Settle an audience key, such as role=manager; everyone else's text is left out. Repeatable.",
        ),
        click.option(
            "--company",
            type=click.Path(path_type=Path),
            metavar="FILE",
            help="The company's words. Default: company.yaml beside course.yaml, else the declared examples.",
        ),
        click.argument("path", type=click.Path(path_type=Path), default="."),
    ):
        function = decorate(function)
    return function


def split(
    context: click.Context,
    parameter: click.Parameter,
    words: tuple[str, ...],
) -> tuple[str, ...]:
    """Values given with commas, or by repeating the option, each once and in order."""
    return tuple(dict.fromkeys(part.strip() for word in words for part in word.split(",") if part.strip()))


def _pairs(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in words:
        key, equals, value = (part.strip() for part in word.partition("="))
        if not (key and equals and value):
            raise click.BadParameter(f'"{word}" is not KEY=VALUE, such as role=manager', context, parameter)
        if pairs.setdefault(key, value) != value:
            raise click.BadParameter(f'"{key}" has two values, {pairs[key]} and {value}', context, parameter)
    return pairs
