"""The command line as a whole: finding commands, exit status, and no traceback whatever happens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from smtrain import __version__
from smtrain.cli import _main, main
from smtrain.cli._say import size

Output = pytest.CaptureFixture[str]


def smtrain(*words: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "smtrain", *words],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@click.command("break")
def breaking() -> None:
    """A command with a bug."""
    raise KeyError("lesson\nsecond line")


def test_version_is_said_without_loading_a_command(tmp_path: Path) -> None:
    """Start-up counts: `--version` answers before anything heavy is imported."""
    code = (
        "import sys; from smtrain.cli import main; status = main(['--version']);"
        "heavy = {'pydantic', 'jinja2', 'lxml', 'ruamel', 'markdown_it', 'smtrain.cli.build', 'smtrain.source'};"
        "print(sorted(heavy & set(sys.modules))); sys.exit(status)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines() == [f"smtrain {__version__}", "[]"]


def test_help_lists_commands_without_loading_what_they_use(tmp_path: Path) -> None:
    """One line for each command, and nothing heavy behind it."""
    code = (
        "import sys; from smtrain.cli import main; main(['--help']);"
        "print(sorted({'pydantic', 'dataclasses', 'jinja2', 'lxml', 'ruamel', 'markdown_it'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
    for name in ("build", "check", "explain", "new", "schema"):
        assert f"\n  {name} " in done.stdout
    assert "..." not in done.stdout.split("Commands:")[1].split("Exit status")[0], "a line is cut"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["chekc"], 'there is no command "chekc"; did you mean "check"?'),
        (["check", "--formt=json"], "--format"),
        (["check", "--format", "sraif"], 'there is no format "sraif"; did you mean "sarif"?'),
        (["check", "--audience", "manager"], '"manager" is not KEY=VALUE'),
        (["check", "--audience", "role=a", "--audience", "role=b"], '"role" has two values, a and b'),
        (["build", "--standard", "web,scrom12"], 'there is no standard "scrom12"; did you mean "scorm12"?'),
        (["explain", "SM1000"], 'did you mean "sm100"?'),
        (["explain", "unclosed-blok"], 'did you mean "unclosed-block"?'),
        (["new"], "Missing argument"),
    ],
)
def test_wrong_usage_ends_in_advice(words: list[str], said: str, capsys: Output) -> None:
    """Exit status 2, nothing on the output, and a hint on the error output."""
    assert main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err


def test_a_bug_ends_in_one_sentence(monkeypatch: pytest.MonkeyPatch, capsys: Output) -> None:
    """It says whose fault it is and what to do; the traceback is for those who ask for it."""
    monkeypatch.setitem(_main.smtrain.commands, "break", breaking)
    monkeypatch.setattr(_main.Commands, "get_command", lambda *_: breaking)
    monkeypatch.setattr(_main.Commands, "list_commands", lambda *_: ["break"])
    monkeypatch.setattr(breaking, "params", [_main._DEBUG])

    assert main(["break"]) == 2
    assert capsys.readouterr().err == (
        "This is a bug in smtrain, not in your text (KeyError: 'lesson\\nsecond line'): "
        "please report it together with what the same command prints with --debug.\n"
    )
    assert main(["break", "--debug"]) == 2
    err = capsys.readouterr().err
    assert "Traceback" in err
    assert err.rstrip().endswith("please report it together with the lines above.")


def test_a_reader_who_has_had_enough_is_no_error(tmp_path: Path) -> None:
    """`smtrain explain | head -1` ends quietly."""
    command = f'"{sys.executable}" -m smtrain explain | head -1'
    done = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.stdout.startswith("SM0xx"), done.stderr) == (True, "")


def test_an_output_that_lacks_letters_gets_the_rest(tmp_path: Path) -> None:
    """A terminal of another encoding sees a question mark, not a traceback."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m/module.md").write_text(
        "---\nid: m\ntitle: Ü\nlanguage: de\n---\n\n## Grüße\n\n::: tabs\n", "utf-8"
    )
    done = smtrain("check", "m", cwd=tmp_path, PYTHONIOENCODING="ascii")
    assert done.returncode == 1
    assert done.stderr == ""
    assert "SM101" in done.stdout


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
def test_colour_is_for_those_who_can_see_it(
    tmp_path: Path, environment: dict[str, str], coloured: bool
) -> None:
    """None in a pipe; NO_COLOR has the last word."""
    done = smtrain("check", "nowhere", cwd=tmp_path, **{"NO_COLOR": "", "FORCE_COLOR": "", **environment})
    assert done.returncode == 2
    assert ("\x1b[" in done.stderr) == coloured


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1000, "1 KB"),
        (84_400, "84 KB"),
        (999_600, "1.0 MB"),
        (1_250_000, "1.2 MB"),
    ],
)
def test_sizes_in_words(number: int, said: str) -> None:
    """Thousands, as file managers show them."""
    assert size(number) == said
