"""Modules in other languages, from the translation file to the package."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smtrain.workflow.build import build
from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused
from smtrain.workflow.i18n import extract, status
from tests.marks import Desk
from tests.workbench import run

MODULE = """
---
id: example
title: Example
language: en
languages: [de]
---

## Welcome {#welcome}

![A team](media/team.svg)

Ask first.
"""
WORDS = {
    "Example": "Beispiel",
    "Welcome": "Willkommen",
    "A team": "Ein Team",
    "Ask first.": "Erst fragen.",
}


def translate(module: Path, words: dict[str, str]) -> None:
    """Write the translation file and fill it in."""
    extract(module)
    file = module / "locales" / "de.po"
    text = file.read_text("utf-8")
    for english, german in words.items():
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{german}"')
    file.write_text(text, "utf-8")


def page(package: Path) -> str:
    """The page in a package."""
    with zipfile.ZipFile(package) as found:
        return found.read("index.html").decode()


def test_a_translated_module_is_a_package_of_its_own(desk: Desk, tmp_path: Path) -> None:
    """In its language throughout, with an id of its own, and pictures in the language where there are any."""
    module = desk.write(
        MODULE, {"media/team.de.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    )
    translate(module, WORDS)
    built = build(module, out=tmp_path / "dist", standards=["scorm12"])
    assert [(f.rule.code, f.message) for f in built.findings] == []
    assert [path.name for path in built.written] == ["example.scorm12.zip", "example--de.scorm12.zip"]
    german = page(built.written[1])
    assert '<html lang="de"' in german
    assert "Erst fragen." in german
    assert 'alt="Ein Team" width="9"' in german
    assert "Weiter" in german, "the player speaks the language, too"
    assert "Ask first" not in german
    with zipfile.ZipFile(built.written[1]) as package:
        assert b"example__de" in package.read("imsmanifest.xml")


def test_only_some_languages_are_built(desk: Desk, tmp_path: Path) -> None:
    """One that there is not is refused."""
    module = desk.write(MODULE)
    translate(module, WORDS)
    built = build(module, out=tmp_path, languages=["de"])
    assert [path.name for path in built.written] == ["example--de.scorm12.zip"]
    with pytest.raises(Refused, match='no language "fr"'):
        build(module, out=tmp_path, languages=["fr"])


def test_what_is_missing_is_said_once(desk: Desk) -> None:
    """Without a file the language is left out; without a translation the text stays, marked as English."""
    module = desk.write(MODULE)
    (found,) = check(module).findings
    assert (found.rule.code, found.rule.severity) == ("SM603", "warning")
    translate(module, {"Example": "Beispiel"})
    (found,) = check(module).findings
    assert (found.rule.code, found.message) == ("SM602", "3 of 4 texts have no translation yet")


def test_what_is_wrong_with_the_text_itself_is_said_once(desk: Desk) -> None:
    """Not again for each language; what only the translation breaks is said."""
    module = desk.write(MODULE + "\nSee [here](https://example.org).\n")
    translate(module, {**WORDS, "See [here](https://example.org).": "Siehe [hier](https://example.org)."})
    assert [finding.rule.code for finding in check(module).findings] == ["SM406"]


def test_a_translation_file_that_cannot_be_read_is_not_written_over(desk: Desk) -> None:
    """Hours of work may be in it."""
    module = desk.write(MODULE)
    translate(module, WORDS)
    file = module / "locales" / "de.po"
    broken = file.read_text("utf-8").replace('msgid "Ask first."', 'msgid "Ask first.')
    file.write_text(broken, "utf-8")
    with pytest.raises(Refused, match=r"de\.po:\d+"):
        extract(module)
    assert file.read_text("utf-8") == broken


def test_the_command_counts(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """Status is 1 while something is missing."""
    module = desk.write(MODULE)
    assert run(["i18n", "extract", str(module)]) == 0
    assert "0 of 4 texts translated" in capsys.readouterr().out
    assert run(["i18n", "status", str(module)]) == 1
    translate(module, WORDS)
    assert run(["i18n", "status", str(module)]) == 0
    assert [one.translated for one in status(module)] == [4]
    with pytest.raises(Refused, match="names a language"):
        extract(desk.write("## Page\n\nText\n"))
