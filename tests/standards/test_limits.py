"""What a standard has no room for. The examples of the rules are run with those of all others."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from hatch_build import node
from smtrain import resources, standards
from smtrain.model.course import Module
from smtrain.render.data import course_data
from smtrain.standards._progress import longest_path, most_to_keep
from tests.marks import Desk
from tests.standards.manifests import SCORM, module


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize(
    ("fits", "too_long", "code"),
    [
        (module(title="x" * 200), module(title="x" * 201), "SM811"),
        (module(version="1" * 20), module(version="1" * 21), "SM812"),
        (module("x" * 52), module("x" * 53), "SM813"),
    ],
)
def test_first_character_beyond(standard: str, fits: Module, too_long: Module, code: str) -> None:
    """The last character that fits is let through, the next one is found."""
    check = standards.find(standard).check
    assert check(fits) == ()
    (finding,) = check(too_long)
    assert finding.rule.code == code
    assert finding.rule.severity == "error"
    assert finding.mend


def test_longest_id_in_the_manifest() -> None:
    """The longest id leaves every identifier within 60 characters."""
    from smtrain.standards._manifest import LONGEST_MODULE_ID, identifier

    assert len(identifier("smtrain", "x" * LONGEST_MODULE_ID)) == 60


def test_a_web_page_has_no_limits() -> None:
    """Without an LMS there is nothing that could be too small."""
    assert standards.find("web").check(module("x" * 500, "x" * 500, version="1" * 500)) == ()


COURSES = Path(__file__).parents[1] / "browser" / "courses"


@pytest.mark.parametrize(
    "text",
    [
        "## Page\n\nText.",
        (COURSES / "pools" / "module.md").read_text("utf-8"),
        (COURSES / "final" / "module.md").read_text("utf-8"),
        (COURSES / "story" / "module.md").read_text("utf-8"),
    ],
    ids=["pages", "pools", "final", "story"],
)
def test_the_longest_suspend_data_is_what_the_player_writes(desk: Desk, text: str) -> None:
    """To the character: pools, critical questions, confidence, timers and stories included, drafts and answers dropped."""
    bank = {"bank/privacy.md": (COURSES / "pools" / "bank" / "privacy.md").read_text("utf-8")}
    made = desk.module(text, bank if "bank/" in text else {})
    script = Path(__file__).with_name("longest.js")
    course = course_data(made, "")
    for question, block in zip(course["questions"], made.questions(), strict=True):
        question |= {"longest": path} if (path := longest_path(block)) else {}
    data = json.dumps(course)
    done = subprocess.run([node(), script], input=data, capture_output=True, text=True, encoding="utf-8")
    assert done.stdout.strip() == str(most_to_keep(made)), done.stderr


@pytest.mark.parametrize("standard", SCORM)
def test_the_player_keeps_to_the_same_limit(standard: str) -> None:
    """The number stands on both sides."""
    folder = resources.templates() / "standards"
    script = (folder / ("scorm12" if standard == "scorm12" else "scorm2004") / "lms.js").read_text("utf-8")
    (limit,) = re.findall(r"^  limit: (\d+),$", script, re.MULTILINE)
    assert standards.find(standard).limits.suspend == int(limit)
