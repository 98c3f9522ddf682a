"""What a standard has no room for. The examples of the rules are run with those of all others."""

from __future__ import annotations

import pytest

from smtrain import standards
from smtrain.model.course import Module
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
