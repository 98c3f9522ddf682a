"""README and command line in step, and the module it shows does what it says."""

import re
from pathlib import Path

import click
import pytest

from smtrain.cli._main import smtrain
from tests.house.checkout import ROOT
from tests.workbench import run

README = (ROOT / "README.md").read_text("utf-8")


def commands() -> list[str]:
    """What `smtrain --help` lists."""
    return smtrain.list_commands(click.Context(smtrain))


@pytest.mark.parametrize("command", commands())
def test_readme_names_every_command(command: str) -> None:
    """A command nobody can find is no command."""
    assert re.search(rf"\bsmtrain {command}\b", README)


def test_readme_names_no_other_command() -> None:
    """What README promises is there."""
    named = re.findall(r"(?:^|`|\brun )smtrain ([a-z0-9]+)", README, re.MULTILINE)
    assert set(named) <= set(commands())


@pytest.mark.parametrize("command", commands())
def test_every_command_explains_itself(command: str) -> None:
    """Its help says what it does, and so does the help of every option."""
    found = smtrain.get_command(click.Context(smtrain), command)
    assert found is not None
    assert found.help
    options = [option for option in found.params if isinstance(option, click.Option)]
    assert [option.name for option in options if not option.help] == []


def test_the_module_shown_does_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The module of about twenty lines builds, and each command prints what stands below it."""
    (module,) = re.findall(r"^```markdown\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert 15 <= len([line for line in module.splitlines() if line]) <= 25
    build, check = re.findall(r"^```console\n\$ smtrain (.*?)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (tmp_path / "office-photo").mkdir()
    monkeypatch.chdir(tmp_path)
    for (command, said), text in ((build, module), (check, module.replace("[x]", "[ ]"))):
        (tmp_path / "office-photo" / "module.md").write_text(text, "utf-8")
        run(command.split())
        assert re.sub(r"\d+ KB", "25 KB", capsys.readouterr().out) == said
    assert [file.name for file in tmp_path.glob("dist/*")] == ["office-photo.scorm12.zip"]
