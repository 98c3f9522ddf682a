"""README and command line in step."""

import re

import click
import pytest

from smtrain.cli._main import smtrain
from tests.house.checkout import ROOT


def commands() -> list[str]:
    """What `smtrain --help` lists."""
    return smtrain.list_commands(click.Context(smtrain))


@pytest.mark.parametrize("command", commands())
def test_readme_names_every_command(command: str) -> None:
    """A command nobody can find is no command."""
    assert re.search(rf"\bsmtrain {command}\b", (ROOT / "README.md").read_text("utf-8"))


def test_readme_names_no_other_command() -> None:
    """What README promises is there."""
    named = re.findall(
        r"(?:^|`|\brun )smtrain ([a-z]+)", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert set(named) <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_explains_itself(command: str) -> None:
    """Its help says what it does, and so does the help of every option."""
    found = smtrain.get_command(click.Context(smtrain), command)
    assert found is not None
    assert found.help
    options = [option for option in found.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []
