"""The gallery: every kind, from the pages that specify them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from smtrain import standards
from smtrain.kinds import kinds
from smtrain.model.node import Block, walk_blocks
from smtrain.workflow.check import check
from smtrain.workflow.gallery import build_gallery
from tests.workbench import run

UNSEEN = {"notes", "otherwise", "include", "only"}
"""Kinds that leave nothing of their own behind: for trainers only, or transparent."""


def test_every_kind_is_shown_in_every_standard(tmp_path: Path) -> None:
    """Without a finding; and its source can be looked into."""
    built = build_gallery(out=tmp_path / "dist", standards=standards.names(), source=tmp_path / "source")
    assert [(f.rule.code, f.message) for f in built.findings] == []
    assert {path.name for path in built.written if path.suffix == ".zip"} == {
        f"kinds.{name}.zip" for name in standards.names()
    }
    course = check(tmp_path / "source").course
    assert course
    shown = {node.kind for node in walk_blocks(course.modules[0].lessons) if isinstance(node, Block)}
    assert {kind.name for kind in kinds()} - UNSEEN <= shown
    titles = re.findall(
        r"^## .*\{#kind-(.+)\}$", (tmp_path / "source/kinds/module.md").read_text("utf-8"), re.MULTILINE
    )
    assert sorted(titles) == sorted(kind.name for kind in kinds())


def test_the_command_builds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As a web page if nothing is said; a folder that holds files is left alone."""
    monkeypatch.chdir(tmp_path)
    assert run(["gallery"]) == 0
    assert "kinds.web.zip" in capsys.readouterr().out
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "module.md").write_text("mine", "utf-8")
    assert run(["gallery", "--source", "mine"]) == 2
    assert (tmp_path / "mine" / "module.md").read_text("utf-8") == "mine"
