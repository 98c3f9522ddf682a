"""The list of standards."""

from __future__ import annotations

import pytest

from smtrain import resources, standards


def test_names() -> None:
    """These four exist; a fifth is a folder more and this line."""
    assert standards.names() == ("scorm12", "scorm2004-3", "scorm2004-4", "web")


@pytest.mark.parametrize("name", standards.names())
def test_named_like_its_folder(name: str) -> None:
    """A standard goes by one name everywhere: its folder, its player, its schema files."""
    standard = standards.find(name)
    assert standard.name == name
    assert (resources.templates() / "standards" / name / "lms.js").is_file()
    assert resources.player_script(name).is_file()
    assert standard.has_schemas == bool(standard.manifest)
    if standard.has_schemas:
        assert resources.schema_files(name)


def test_unknown() -> None:
    """Shared code in the same folder is not a standard, and neither is what nobody wrote."""
    for name in ("scorm13", "limits", "standard", "", "scorm2004_3"):
        with pytest.raises(KeyError):
            standards.find(name)
