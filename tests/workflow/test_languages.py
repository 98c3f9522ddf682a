"""A module in a language that the player does not speak is built, with a warning that names the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.workflow.languages import spoken
from tests.workbench import FRONT_MATTER, findings, write_course


def codes(folder: Path, language: str) -> list[tuple[str, int, str]]:
    """The findings of a module in a language: code, line, help."""
    text = FRONT_MATTER.replace("language: en", f"language: {language}") + "## Page\n\nText.\n"
    found = findings(write_course(folder, {"module.md": text}), folder / "dist")
    return [(one.rule.code, one.span.line, one.mend) for one in found]


def test_the_warning_stands_at_the_language_and_names_those_there_are(tmp_path: Path) -> None:
    """It is a warning, so the module is built."""
    ((code, line, mend),) = codes(tmp_path, "sv-FI")
    assert (code, line) == ("SM610", 4)
    assert mend.endswith(", ".join(spoken()))
    assert {"ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt-BR"} <= set(spoken())
    assert list((tmp_path / "dist").iterdir())


def test_of_a_translated_module_the_language_on_the_list_is_meant(tmp_path: Path) -> None:
    """Its own language is spoken; the mark stands under the one that is not."""
    text = (
        FRONT_MATTER.replace("language: en\n", "language: en\nlanguages: [de, sv]\n") + "## Page\n\nText.\n"
    )
    files = {"module.md": text, "locales/de.po": "", "locales/sv.po": ""}
    found = [
        one for one in findings(write_course(tmp_path, files), tmp_path / "dist") if one.rule.code == "SM610"
    ]
    assert [(one.span.line, one.span.column) for one in found] == [(5, 17)]


@pytest.mark.parametrize("language", ["en", "de-AT", "PT-br", "ar-EG", "en-XA", "ar-XB"])
def test_a_region_of_a_spoken_language_is_spoken(language: str, tmp_path: Path) -> None:
    """Also in capital letters, and the made-up ones."""
    assert codes(tmp_path, language) == []
