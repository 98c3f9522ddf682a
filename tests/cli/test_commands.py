"""What each command says and returns, run on real folders."""

from __future__ import annotations

import json
from pathlib import Path
from zipfile import ZipFile

import pytest

from smtrain import standards
from smtrain.cli import main
from smtrain.workflow.new import module_id

Output = pytest.CaptureFixture[str]

WRONG = (
    "---\nid: m\ntitle: M\nlanguage: en\n---\n\n## Page\n\n[Back](#strat)\n\n### Start {#start}\n\nText.\n"
)
SLIP = "---\nid: m\ntitle: M\nlanguage: en\n---\n\n## Page\n\n[here](https://example.org)\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the commands run in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> None:
    """A module of one file."""
    folder.mkdir()
    (folder / "module.md").write_text(text, "utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder with what they hold."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_new_check_and_build_follow_each_other(here: Path, capsys: Output) -> None:
    """The three commands a trainer begins with, as `new` itself prints them."""
    assert main(["new", "my-module"]) == 0
    said = capsys.readouterr().out
    assert "wrote my-module/module.md" in said
    steps = [line.split(maxsplit=1)[1] for line in said.splitlines() if ". smtrain " in line]
    assert steps == ["smtrain check my-module", "smtrain build my-module"]

    assert main(steps[0].split()[1:]) == 0
    assert capsys.readouterr().out == "my-module: 1 module, no findings\n"

    assert main(steps[1].split()[1:]) == 0
    said = capsys.readouterr().out
    assert "dist/my-module.scorm12.zip" in said
    assert "Next: upload each *.scorm12.zip to your LMS as it is" in said
    assert list(tree(here / "dist")) == ["my-module.scorm12.zip"]


def test_the_sample_builds_in_every_standard(here: Path, capsys: Output) -> None:
    """Repeated options and commas mean the same; each package is a whole zip."""
    names = standards.names()
    main(["new", "sample"])
    words = ["build", "sample", "--standard", ",".join(names[:2])]
    assert main([*words, *(f"--standard={name}" for name in names[1:])]) == 0
    assert list(tree(here / "dist")) == [f"sample.{name}.zip" for name in names]
    for name in names:
        with ZipFile(here / "dist" / f"sample.{name}.zip") as package:
            assert package.testzip() is None
            assert "index.html" in package.namelist()
    assert f"Built {len(names)} packages:" in capsys.readouterr().out


def test_new_leaves_a_folder_with_files_alone(here: Path, capsys: Output) -> None:
    """Exit status 2 and not a byte changed; an empty folder is welcome."""
    (here / "full").mkdir()
    (here / "full/notes.txt").write_text("mine", "utf-8")
    (here / "empty").mkdir()
    (here / "file").write_text("mine", "utf-8")
    before = tree(here)

    assert main(["new", "full"]) == 2
    assert main(["new", "file"]) == 2
    assert tree(here) == before
    assert "error[SM005]: full holds files already" in capsys.readouterr().err
    assert main(["new", "empty"]) == 0


def test_new_in_a_course_says_where_to_list_it(here: Path, capsys: Output) -> None:
    """A module that the course does not list is not built with it."""
    (here / "course.yaml").write_text("id: c\ntitle: C\nmodules: [one]\n", "utf-8")
    assert main(["new", "one"]) == 0
    assert "add it to the modules in course.yaml" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Phishing 2", "phishing-2"), ("Über uns", "uber-uns"), ("日本", "my-module"), ("a--b_", "a-b")],
)
def test_an_id_is_made_of_any_name(name: str, expected: str) -> None:
    """Ids are lower-case letters, digits and single hyphens."""
    assert module_id(name) == expected


def test_check_prints_findings_and_returns_one(here: Path, capsys: Output) -> None:
    """The whole picture, its sum, and where to read more."""
    write(here / "m", WRONG)
    assert main(["check", "m"]) == 1
    assert capsys.readouterr().out == (
        'error[SM201]: there is no "strat" to jump to\n'
        " --> m/module.md:9:8\n"
        "  |\n"
        "9 | [Back](#strat)\n"
        "  |        ^^^^^^\n"
        "  |\n"
        '  = help: did you mean "start"?\n'
        "\n"
        "1 error in 1 file\n"
        '"smtrain explain SM201" says why, with an example; so it does for the other codes.\n'
    )


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_formats_for_programs_are_nothing_but_json(here: Path, form: str, capsys: Output) -> None:
    """Remarks go to the error output, so a pipe gets a clean document."""
    write(here / "m", WRONG)
    declared = "variables: {company.name: {required: true, example: Example Ltd}}\n"
    (here / "course.yaml").write_text("id: c\ntitle: C\nmodules: [m]\n" + declared, "utf-8")
    assert main(["check", ".", "--format", form]) == 1
    out, err = capsys.readouterr()
    json.loads(out)
    assert err.startswith("note: no company.yaml")


def test_a_warning_does_not_stop_a_build(here: Path, capsys: Output) -> None:
    """It is printed, the package is written, and the exit status is 0; `check` still returns 1."""
    write(here / "m", SLIP)
    assert main(["check", "m"]) == 1
    assert main(["build", "m"]) == 0
    assert "warning[SM406]" in capsys.readouterr().out
    assert (here / "dist/m.scorm12.zip").is_file()


def test_an_error_leaves_the_earlier_build(here: Path, capsys: Output) -> None:
    """Exit status 1, and the package from before is the same to the byte."""
    write(here / "m", SLIP)
    main(["build", "m"])
    before = tree(here / "dist")
    (here / "m/module.md").write_text(WRONG, "utf-8")
    assert main(["build", "m"]) == 1
    assert tree(here / "dist") == before
    assert "1 error in 1 file; nothing was written" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "mm"], 'error[SM001]: there is no file or folder mm\n  = help: did you mean "m"?\n'),
        (["check", "empty"], "error[SM002]: empty is no course"),
        (["check", "m", "--company", "nobody.yaml"], "nobody.yaml"),
        (
            ["check", "m", "--company", "empty"],
            "error[SM003]: cannot read empty: there is a folder of this name",
        ),
        (["check", "a" * 300], "the name is too long"),
        (
            ["check", "m", "--audience", "rol=x"],
            'nobody is addressed by "rol" here\n  = help: did you mean "role"?',
        ),
        (["build", "m", "--audience", "role=managr"], '"role" cannot be "managr" here'),
        (["build", "m", "--out", "a" * 300], "error[SM004]: cannot write aaa"),
        (["build", "m", "--out", "m/module.md"], "error[SM004]: cannot write m/module.md"),
        (["build", "m", "--out", "dangling"], "error[SM004]: cannot write dangling"),
        (["build", "m", "--module", "n"], 'there is no module "n" in this course'),
    ],
)
def test_surroundings_that_refuse(here: Path, words: list[str], said: str, capsys: Output) -> None:
    """Exit status 2, one sentence, and nothing changed."""
    write(
        here / "m", SLIP.replace("language: en", "language: en\naudience: {role: {values: [manager, other]}}")
    )
    (here / "empty").mkdir()
    (here / "dangling").symlink_to("nowhere")
    before = tree(here)
    assert main(words) == 2
    assert said in capsys.readouterr().err
    assert tree(here) == before


def test_a_time_that_is_none(here: Path, capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    """`SOURCE_DATE_EPOCH` is somebody's setting, so a slip in it is said."""
    write(here / "m", SLIP)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert main(["build", "m"]) == 2
    assert 'SOURCE_DATE_EPOCH is "yesterday"' in capsys.readouterr().err
    assert not (here / "dist").exists()


def test_explain_lists_all_codes_by_subject(capsys: Output) -> None:
    """A list to look around in."""
    assert main(["explain"]) == 0
    out = capsys.readouterr().out
    assert out.index("SM1xx  Reading") < out.index("SM101  unclosed-block") < out.index("SM2xx  Names")


@pytest.mark.parametrize("word", ["SM101", "sm101", "unclosed-block"])
def test_explain_prints_reason_and_examples(word: str, capsys: Output) -> None:
    """By code or name, in any case."""
    assert main(["explain", word]) == 0
    out = capsys.readouterr().out
    assert out.startswith("error[SM101] unclosed-block\n\nA block is opened and never closed")
    assert out.index("\nBad:\n") < out.index("    ::: steps") < out.index("\nGood:\n")


def test_explain_knows_kinds(capsys: Output) -> None:
    """What to write for a kind of block."""
    assert main(["explain", "choose-one"]) == 0
    assert "::: choose-one" in capsys.readouterr().out


@pytest.mark.parametrize(("file", "setting"), [("module", "completion"), ("course", "modules")])
def test_schema_describes_the_settings(file: str, setting: str, capsys: Output) -> None:
    """A JSON Schema, with the names that authors write."""
    assert main(["schema", file]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert setting in schema["properties"]
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(("language", "way"), [("en-XA", "ltr"), ("ar-XB", "rtl")])
def test_a_layout_is_tested_in_a_made_up_language(here: Path, language: str, way: str) -> None:
    """`build --pseudo` changes what the player says, and nothing the author wrote."""
    write(here / "m", SLIP.replace("[here](https://example.org)", "Ask first."))
    assert main(["build", "m", "--standard", "web", "--pseudo", language]) == 0
    with ZipFile(here / "dist" / "m.web.zip") as package:
        html = package.read("index.html").decode()
    assert f'<html lang="{language}" dir="{way}"' in html
    assert "<p>Ask first.</p>" in html
    assert ">Next<" not in html
    assert "[Ñééẋţ]" in html or "\u202eNext\u202c" in html


def test_a_made_up_language_must_be_known(here: Path, capsys: Output) -> None:
    """A slip is told, and nothing is built."""
    write(here / "m", SLIP)
    assert main(["build", "m", "--pseudo", "en-XX"]) == 2
    assert 'there is no made-up language "en-XX"' in capsys.readouterr().err
    assert not (here / "dist").exists()
