"""What must never be in the repository."""

import re

import pytest

from tests.house.checkout import ROOT, tracked_files

TEXT = [file for file in tracked_files() if b"\0" not in file.read_bytes()]

MACHINE = re.compile(r"(?<![\w.~-])/(?:work|tmp|root|home/\w+|Users/\w+)/\w", re.ASCII)
REGISTRIES = re.compile(r"\b(?:registry\.npmjs|registry\.yarnpkg|pypi|pythonhosted)\.(?:org|com|io)\b")


@pytest.mark.parametrize(
    ("what", "pattern"), [("a path of somebody's machine", MACHINE), ("a registry's address", REGISTRIES)]
)
def test_no_file_names(what: str, pattern: re.Pattern[str]) -> None:
    """A checkout works anywhere, with any registry its user has chosen."""
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for file in TEXT
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        if pattern.search(line)
    ]
    assert not found, f"{what}:\n" + "\n".join(found)


def test_the_lock_file_has_no_addresses() -> None:
    """npm asks the registry of its settings, and checks what it gets by its hash."""
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    assert '"resolved"' not in lock
    assert '"integrity"' in lock


def test_pinned_requirements_have_neither_addresses_nor_ranges() -> None:
    """One version each, from whichever index pip is told to use."""
    for file in sorted((ROOT / "requirements").glob("*.txt")):
        for line in file.read_text("utf-8").splitlines():
            assert line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; .*)?", line), line


def test_nothing_that_is_made_is_kept() -> None:
    """Schema files, bundles and packages come from the build."""
    made = {".xsd", ".dtd", ".zip", ".whl", ".pyc"}
    assert [file for file in tracked_files() if file.suffix in made] == []


def test_text_is_utf8_with_unix_line_ends() -> None:
    """Git would otherwise show changes nobody made."""
    for file in TEXT:
        data = file.read_bytes()
        data.decode("utf-8")
        assert b"\r\n" not in data, file
