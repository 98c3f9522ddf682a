"""Manifests against the official schema files (checklist E, item 5)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.standards.manifests import SCORM, SCORM_2004, local, module, parsed, schema, written

TITLES = st.text(max_size=200)
IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda text: len(text) <= 52)
PASS_MARKS = st.none() | st.floats(0, 1)


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize("pass_mark", [None, 0.0, 0.8, 1.0])
def test_5_valid_with_and_without_a_pass_mark(standard: str, pass_mark: float | None) -> None:
    """Item 5: valid against all schemas together."""
    schema(standard).assertValid(parsed(written(standard, module(pass_mark=pass_mark))))


@pytest.mark.parametrize("standard", SCORM)
@given(title=TITLES, module_id=IDS, pass_mark=PASS_MARKS)
def test_5_valid_whatever_the_author_writes(
    standard: str, title: str, module_id: str, pass_mark: float | None
) -> None:
    """Item 5: no title, id or pass mark makes a manifest invalid."""
    schema(standard).assertValid(parsed(written(standard, module(module_id, title, pass_mark=pass_mark))))


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b'identifier="ITEM_safety_101"', b'identifier="1TEM_safety_101"'),
        (b'type="webcontent"', b'kind="webcontent"'),
    ],
)
def test_schemas_refuse(standard: str, right: bytes, wrong: bytes) -> None:
    """The schemas are really read: a manifest spoilt in one place is refused."""
    manifest = written(standard, module())
    assert right in manifest
    assert not schema(standard).validate(parsed(manifest.replace(right, wrong)))


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"<title>Safety 101</title>", b"<title>" + b"x" * 201 + b"</title>"),
        (b'version="1.0.0"', b'version="' + b"1" * 21 + b'"'),
        (b'scormtype="sco"', b'scormtype="SCO"'),
    ],
)
def test_schemas_refuse_in_scorm12(right: bytes, wrong: bytes) -> None:
    """SCORM 1.2's schemas are read although one of them has to be mended, and set our limits."""
    manifest = written("scorm12", module())
    assert right in manifest
    assert not schema("scorm12").validate(parsed(manifest.replace(right, wrong)))


@pytest.mark.parametrize("standard", SCORM_2004)
@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (b"Measure>0.8<", b"Measure>80<"),
        (b'completionSetByContent="true"', b'completionSetByContent="maybe"'),
        (b">continue<", b">onwards<"),
    ],
)
def test_schemas_refuse_sequencing(standard: str, right: bytes, wrong: bytes) -> None:
    """Sequencing and navigation are read, too; with content packaging's schema alone they would not be."""
    manifest = written(standard, module(pass_mark=0.8))
    assert right in manifest
    assert not schema(standard).validate(parsed(manifest.replace(right, wrong)))


@given(st.text(max_size=200))
def test_titles_survive(title: str) -> None:
    """What XML can hold of a title comes out as it went in, on one line; a title is never empty."""
    found = [e.text for e in parsed(written("scorm12", module(title=title))).iter() if local(e) == "title"]
    legal = "".join(
        c for c in title if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff"
    )
    plain = " ".join(legal.split())
    assert found == [plain if plain not in ("", "0") else "safety-101"] * 2
