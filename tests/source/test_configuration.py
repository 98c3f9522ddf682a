"""Front matter, `course.yaml` and a company's file: what may stand there, and errors at their places."""

from __future__ import annotations

import pytest

from smtrain.diagnostics import Notes
from smtrain.source.configuration import read_company_file, read_course_file, read_front_matter, stand_in
from smtrain.source.file import SourceFile
from smtrain.source.settings import FrontMatter, OneOf, TrackEntry
from smtrain.source.yaml import load
from tests.marks import tidy, unmark

WHOLE = """
id: social-media-basics
title: Social media  at work
description: How to post, share and reply.
version: "1.2.0"
language: en
languages: [de, fr, pt-BR]
owner: People & Culture <training@example.org>
duration: 25m
files: [module.md, 02-privacy.md]
theme: default
targets: [scorm12]
packaging: single
variables: {company: Example Ltd, press.email: {required: true, example: press@example.org}}
audience:
  role: {values: [employee, manager], ask: "What is your role?"}
  region: {values: [eu, us], default: eu}
scales: {confidence: [Not at all, Very]}
completion:
  require: [pages, final]
  min-time: 10m
  show: true
success:
  from: [final, q1]
  pass: 80%
  weights: {final: 3}
changed:
  - {version: "1.2.0", date: 2026-03-01, text: New pages., ids: [posting]}
"""


def settings(text: str) -> FrontMatter:
    """The settings of a front matter that has no mistakes."""
    notes = Notes()
    found, _, _ = read_front_matter(SourceFile("module.md", f"---\n{tidy(text)}---\n"), notes)
    assert [finding.message for finding in notes] == []
    assert found is not None
    return found


def test_every_setting_of_the_format_is_read() -> None:
    """The example of the format's description."""
    found = settings(WHOLE)
    assert (found.id, found.title, found.version) == ("social-media-basics", "Social media at work", "1.2.0")
    assert found.duration == 25 * 60
    assert found.languages == ["de", "fr", "pt-BR"]
    assert found.completion
    assert (found.completion.min_time, found.completion.show) == (600, True)
    assert found.success
    assert (found.success.pass_mark, found.success.parts) == (0.8, ["final", "q1"])
    assert found.audience["region"].default == "eu"


def test_three_settings_are_enough() -> None:
    """Everything else has a default."""
    found = settings("id: a\ntitle: A\nlanguage: en\n")
    assert (found.version, found.files, found.completion, found.success) == (
        "1.0.0",
        ["module.md"],
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("25m", 1500), ("90s", 90), ("1h", 3600), ("1h 30m", 5400), ("1:30", 90), ("5 min", 300)],
)
def test_lengths_of_time(text: str, seconds: int) -> None:
    """In hours, minutes and seconds."""
    assert settings(f"id: a\ntitle: A\nlanguage: en\nduration: {text}\n").duration == seconds


BASE = "id: a\ntitle: A\nlanguage: en\n"


@pytest.mark.parametrize(
    ("code", "marked", "mend"),
    [
        ("SM116", "«titel»: b\n" + BASE, 'did you mean "title"?'),
        ("SM116", BASE + "completion: {«min_tim»: 5m}\n", 'did you mean "min-time"?'),
        ("SM116", BASE + "variables: {a: {«requird»: true}}\n", 'did you mean "required"?'),
        ("SM116", BASE + "variables: {a: {«b»: c}}\n", "known here: default, example, required"),
        ("SM117", "id: a\n«»title: A\n".replace("«»", ""), 'add a line "language: …"'),
        ("SM118", "id: «My Module»\ntitle: A\nlanguage: en\n", "use lower-case letters"),
        ("SM118", "id: «12»\ntitle: A\nlanguage: en\n", "put it in double quotes"),
        ("SM118", "id: a\ntitle: «''»\nlanguage: en\n", ""),
        ("SM118", "id: a\ntitle: A\nlanguage: «english»\n", "use a language tag"),
        ("SM118", BASE + "version: «1.10»\n", "put it in double quotes"),
        ("SM118", BASE + "duration: «soon»\n", "25m, 90s"),
        ("SM118", BASE + "files: «module.md»\n", "[one, two]"),
        ("SM118", BASE + "success: {from: [a], pass: «80»}\n", "such as 80%"),
        ("SM118", BASE + "success: {from: [a], pass: «180%»}\n", "such as 80%"),
        ("SM118", BASE + "success: {from: [a], pass: «.nan»}\n", "such as 80%"),
        ("SM118", BASE + "success: {from: «[»], pass: 80%}\n", ""),
        ("SM118", BASE + "success: {from: [a], pass: 80%, weights: {a: «0»}}\n", ""),
        ("SM118", BASE + "success: {from: [a], pass: 80%, weights: {a: «.inf»}}\n", ""),
        ("SM118", BASE + "audience: {role: {values: «[»]}}\n", ""),
        ("SM118", BASE + "audience: {role: {values: [a], default: «b»}}\n", "values: a"),
        (
            "SM118",
            BASE + "audience: {«R»ole: {values: [a]}}\n".replace("«R»ole: {", "Role: «{»"),
            "small letter",
        ),
        ("SM118", BASE + "theme: «[»a]\n", "put it in double quotes"),
        ("SM116", BASE + "theme: {«accnt»: '#fff'}\n", 'did you mean "accent"?'),
        ("SM118", BASE + "theme:\n  accent: #0b6e4f«»\n", "# begins a remark"),
        ("SM118", BASE + "theme: {accent: «red»}\n", "# and six digits"),
        ("SM118", BASE + "theme: {font: «humanst»}\n", 'did you mean "humanist"?'),
        ("SM117", BASE + "theme: {«font»: {family: Brand}}\n", 'add a line "file: …"'),
        ("SM118", BASE + "theme: {font: {file: a.woff2, family: «'\"}'»}}\n", "letters, digits"),
        ("SM118", BASE + "theme: {radius: «25»}\n", "from 0 to 24"),
        ("SM118", BASE + "theme: {radius: «true»}\n", "from 0 to 24"),
        ("SM118", BASE + "variables: «[»a]\n", ""),
        ("SM118", BASE + "variables: {company: «[»a]}\n", ""),
    ],
)
def test_a_wrong_setting_is_found_at_its_place(code: str, marked: str, mend: str) -> None:
    """One finding, with a way to mend it."""
    source = unmark(f"---\n{marked}---\n")
    notes = Notes()
    found, _, _ = read_front_matter(SourceFile("module.md", source.text), notes)
    assert found is None
    (finding,) = notes.findings()
    assert finding.rule.code == code
    assert not source.main or finding.span[1:] == source.main[0]
    assert mend in f"{finding.message} {finding.mend}"


def test_everything_wrong_is_said_at_once() -> None:
    """Three slips, three findings."""
    notes = Notes()
    read_front_matter(SourceFile("module.md", "---\nid: A\ntitel: B\ntitle: C\nversion: 2\n---\n"), notes)
    assert sorted(finding.rule.code for finding in notes) == ["SM116", "SM117", "SM118", "SM118"]


@pytest.mark.parametrize(
    "text", ["", "## Page\n", "---\nid: a\n", "---\nid: a\n\n## Page\n\n---\n", "----\n---\n"]
)
def test_front_matter_that_is_missing_or_not_closed(text: str) -> None:
    """A page break far below does not close it."""
    notes = Notes()
    found, _, lines = read_front_matter(SourceFile("module.md", text), notes)
    assert (found, lines) == (None, 0)
    assert [finding.rule.code for finding in notes] == ["SM113"]


def test_the_text_begins_after_the_front_matter() -> None:
    """With both its lines; trailing spaces do not matter."""
    notes = Notes()
    source = SourceFile("module.md", "---  \nid: a\ntitle: A\nlanguage: en\n--- \nText\n")
    assert read_front_matter(source, notes)[2] == 5


def test_a_course_file() -> None:
    """Tracks name modules by their ids, or with what holds for them there; defaults are carried through."""
    notes = Notes()
    text = "id: c\ntitle: C\nmodules: [a, b]\ntracks: {x: {title: X, modules: [a, {id: b, depth: full}, one_of: [c, d]]}}\n"
    course, _ = read_course_file(SourceFile("course.yaml", text), notes)
    assert list(notes) == []
    assert course
    assert (course.language, course.modules) == ("en", ["a", "b"])
    first, second, third = course.tracks["x"].modules
    assert first == "a"
    assert isinstance(second, TrackEntry)
    assert isinstance(third, OneOf)
    assert third.one_of == ["c", "d"]
    assert (second.id, second.optional, second.values()) == ("b", False, {"depth": "full"})


def test_a_companys_file_has_one_text_for_each_name() -> None:
    """Numbers, lists and nested names are noted, with the way to write them; the rest is used."""
    notes = Notes()
    source = SourceFile("company.yaml", "company.name: Example Ltd\nphone: 112\npress: {mail: a}\n")
    yaml = read_company_file(source, notes)
    assert yaml is not None
    assert yaml.value == {"company.name": "Example Ltd"}
    assert [(f.rule.code, f.span.line, f.mend) for f in notes.findings()] == [
        ("SM118", 2, "put the value in double quotes"),
        ("SM118", 3, 'write the whole name in one line, such as "press.name: …"'),
    ]


def test_settings_with_a_mistake_have_a_stand_in() -> None:
    """What is right is kept, so that the text can be read with it."""
    yaml = load(SourceFile("a", "id: A\ntitle: T\nversion: 1\nvariables: {a: b}\n"), Notes())
    assert yaml
    found = stand_in(FrontMatter, yaml)
    assert found
    assert (found.id, found.title, found.variables) == ("example", "T", {"a": "b"})


@pytest.mark.parametrize("text", ["files: x\n", "audience: x\n", "variables: [x]\n", ""])
def test_some_mistakes_leave_nothing_to_go_on_with(text: str) -> None:
    """What the text uses, such as a variable, would otherwise look wrong everywhere."""
    yaml = load(SourceFile("a", text), Notes())
    assert yaml
    assert stand_in(FrontMatter, yaml) is None
