"""Every kind explains itself with an example that is true."""

import re
from pathlib import Path
from textwrap import dedent

import pytest

from smtrain.workflow.explain import kind_names, kind_text
from tests.workbench import findings, write_course

FRONT_MATTER = """\
---
id: example
title: Example
language: en
audience:
  role: {values: [employee, manager, hr]}
  region: {values: [eu, us]}
ask: {reader: the communications team, email: social@example.org}
---

"""

BESIDE = {
    "legal.md": "Ask the legal team.\n",
    "cases/C01.md": "---\nid: C01\ntitle: The wrong account\n---\n\nIt stood there for an hour.\n",
    "sources.yaml": "S08: {title: Staff and social media, checked: 2026-11-01}\n",
}
"""What examples refer to."""


@pytest.mark.parametrize("kind", kind_names())
def test_a_kinds_example_has_no_finding(kind: str, tmp_path: Path) -> None:
    """What `smtrain explain KIND` shows can be copied into a module, and builds in every standard."""
    example = re.search(r"^Example:\n\n((?: {4}.*\n|\n)+)", kind_text(kind) + "\n", re.MULTILINE)
    assert example, "no example"
    measured = "::: objectives\n\n- Tell a leak from news {#o-reply}\n\n:::\n\n"
    page = "## Page\n\n" + (measured if "objective=o-reply" in example[1] else "") + dedent(example[1])
    module = write_course(tmp_path, {"module.md": FRONT_MATTER + page, **BESIDE})
    assert [(f.rule.code, f.message) for f in findings(module, tmp_path / "dist")] == []
