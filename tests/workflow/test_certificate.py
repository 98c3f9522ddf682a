"""Whether a module offers a certificate: its own word, else the course's, else yes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from smtrain.workflow.build import build


@pytest.mark.parametrize(
    ("course", "module", "offered"),
    [("", "", True), ("no", "", False), ("no", "yes", True), ("yes", "no", False), ("", "no", False)],
)
def test_who_offers_a_certificate(course: str, module: str, offered: bool, tmp_path: Path) -> None:
    """Without one there is neither a button nor the words for it in the page."""
    said = f"certificate: {module}\n" if module else ""
    folder = tmp_path / "course" / "one"
    folder.mkdir(parents=True)
    (folder / "module.md").write_text(
        f"---\nid: one\ntitle: One\nlanguage: en\n{said}---\n\n## Page\n\nText.\n", "utf-8"
    )
    said = f"certificate: {course}\n" if course else ""
    (folder.parent / "course.yaml").write_text(f"id: c\ntitle: C\nmodules: [one]\n{said}", "utf-8")
    built = build(folder.parent, out=tmp_path / "dist", standards=("web",))
    assert not built.findings
    with zipfile.ZipFile(tmp_path / "dist" / "one.web.zip") as package:
        html = package.read("index.html").decode()
    assert ('data-action="certificate"' in html) == offered
    assert ("certificate_part" in html) == offered
