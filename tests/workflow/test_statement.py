"""The conformance statement in a package."""

from __future__ import annotations

import zipfile
from pathlib import Path

from smtrain import standards
from smtrain.workflow.build import build
from tests.marks import Desk

OWNER = "---\nid: example\ntitle: Example\nlanguage: en\nowner: Ann <ann@example.org>\n---\n\n"


def said(package: Path) -> str:
    """The statement in a package."""
    with zipfile.ZipFile(package) as found:
        return found.read("accessibility.html").decode()


def test_every_package_has_one(desk: Desk, tmp_path: Path) -> None:
    """It counts what has words, names whom to tell, and is listed in the manifest."""
    text = OWNER + "## Page\n\n![A team](media/team.svg)\n\n![](media/team.png){decorative}\n"
    built = build(desk.write(text), out=tmp_path, standards=standards.names())
    for path in built.written:
        statement = said(path)
        assert "Conforms: nothing is known that falls short." in statement
        assert "1 picture has a description." in statement
        assert "Please tell Ann &lt;ann@example.org&gt;." in statement
    with zipfile.ZipFile(tmp_path / "example.scorm12.zip") as package:
        assert b'href="accessibility.html"' in package.read("imsmanifest.xml")


def test_what_falls_short_is_said(desk: Desk, tmp_path: Path) -> None:
    """What a check finds, and what the author excuses, with the reason; nothing of another module."""
    short = "## Page\n\nSee [here](https://example.org).\n\n"
    excused = "<!-- smtrain: ignore SM406 because the address is spoken aloud -->\n\nOr [here](https://example.com).\n"
    other = "---\nid: other\ntitle: O\nlanguage: en\n---\n\n## Page\n\nText\n"
    path = desk.write(
        short + excused, {"course.yaml": "modules: [example, other]\n", "other/module.md": other}
    )
    build(path, out=tmp_path)
    statement = said(tmp_path / "example.scorm12.zip")
    assert "Conforms in part" in statement
    assert "the address is spoken aloud" in statement
    assert statement.count("<li>") == 5 + 2
    assert "Conforms: nothing" in said(tmp_path / "other.scorm12.zip")
