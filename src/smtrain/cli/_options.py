"""Arguments and options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

F = TypeVar("F", bound=Callable[..., Any])


class AsPath(click.ParamType):  # type: ignore[type-arg] # generic only in newer versions of click
    """A path. Python's `pathlib` is a quarter of the time that `smtrain --help` takes, so it comes late."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path as it was given; whether something is there is for others to say."""
        from pathlib import Path

        return Path(value)


PATH = AsPath()


class AsDay(click.ParamType):  # type: ignore[type-arg] # generic only in newer versions of click
    """A day, written 2026-11-23."""

    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day."""
        from datetime import date

        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f'"{value}" is no day, such as 2026-11-23', param, ctx)


def course(function: F) -> F:
    """PATH, `--company`, `--audience`, `--as-of`: which course, for which company and readers, on which day."""
    for decorate in (
        click.option(
            "--as-of",
            type=AsDay(),
            metavar="DAY",
            help="The day that decides what is due for review. Default: SOURCE_DATE_EPOCH, else today.",
        ),
        click.option(
            "--audience",
            multiple=True,
            metavar="KEY=VALUE",
            callback=_pairs,
            help="Settle an audience key, such as role=manager; everyone else's text is left out. Repeatable.",
        ),
        click.option(
            "--company",
            type=PATH,
            metavar="FILE",
            help="The company's words. Default: company.yaml beside course.yaml, else the declared examples.",
        ),
        click.argument("path", type=PATH, default="."),
    ):
        function = decorate(function)
    return function


class Known(click.ParamType):  # type: ignore[type-arg] # generic only in newer versions of click
    """A name that a room's `names()` has. The room is imported only when it is asked, not at start."""

    def __init__(self, noun: str, room: str) -> None:
        self.name = noun
        self._room = room

    def _names(self) -> tuple[str, ...]:
        names: tuple[str, ...] = import_module(self._room).names()
        return names

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """All names, for the help."""
        return "|".join(self._names())

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The name; fails for one that is not known."""
        from smtrain.diagnostics.suggest import did_you_mean

        known = self._names()
        if value not in known:
            self.fail(f'there is no {self.name} "{value}"; {did_you_mean(value, known)}', param, ctx)
        return value


class KnownList(Known):
    """Several such names, joined by commas."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The names one by one."""
        return tuple(super(KnownList, self).convert(word.strip(), param, ctx) for word in value.split(","))


def split(
    context: click.Context,
    parameter: click.Parameter,
    words: tuple[str, ...],
) -> tuple[str, ...]:
    """Values given with commas, or by repeating the option, each once and in order."""
    return tuple(dict.fromkeys(part.strip() for word in words for part in word.split(",") if part.strip()))


def split_one(context: click.Context, parameter: click.Parameter, words: str | None) -> tuple[str, ...]:
    """Values of an option that is given once, joined by commas."""
    return split(context, parameter, (words,) if words else ())


def _pairs(context: click.Context, parameter: click.Parameter, words: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for word in words:
        key, equals, value = (part.strip() for part in word.partition("="))
        if not (key and equals and value):
            raise click.BadParameter(f'"{word}" is not KEY=VALUE, such as role=manager', context, parameter)
        if pairs.setdefault(key, value) != value:
            raise click.BadParameter(f'"{key}" has two values, {pairs[key]} and {value}', context, parameter)
    return pairs
