"""What a manifest says, beyond what schemas check. Numbers are those of the checklist in the standards digest."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain import standards
from tests.marks import Desk
from tests.standards.manifests import (
    CONTENT_PACKAGING,
    FILES,
    NAVIGATION,
    SCORM,
    SCORM_2004,
    SEQUENCING,
    local,
    module,
    parsed,
    written,
)

VERSIONS = {"scorm12": "1.2", "scorm2004-3": "2004 3rd Edition", "scorm2004-4": "2004 4th Edition"}
SCO = {"scorm12": "adlcp:scormtype", "scorm2004-3": "adlcp:scormType", "scorm2004-4": "adlcp:scormType"}


@pytest.mark.parametrize("standard", SCORM)
def test_1_plain_utf_8_without_a_dtd(standard: str) -> None:
    """Item 1: UTF-8, no byte-order mark, well-formed, no DOCTYPE."""
    manifest = written(standard, module(title="Grüße, 世界"))
    assert manifest.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest ')
    assert "<title>Grüße, 世界</title>" in manifest.decode("utf-8")
    assert b"<!DOCTYPE" not in manifest
    assert local(parsed(manifest)) == "manifest"


@pytest.mark.parametrize("standard", SCORM)
def test_6_all_files_once(standard: str) -> None:
    """Item 6: every file is listed, in order, once."""
    root = parsed(written(standard, module()))
    assert [e.get("href") for e in root.iter() if local(e) == "file"] == list(FILES)


@pytest.mark.parametrize("standard", SCORM)
def test_7_the_page_is_the_first_resource(standard: str) -> None:
    """Item 7: the only resource is the SCO, its page is one of its files, character for character."""
    resources = [e for e in parsed(written(standard, module())).iter() if local(e) == "resource"]
    assert len(resources) == 1
    assert resources[0].get("href") == resources[0][0].get("href") == "index.html"


@pytest.mark.parametrize("standard", SCORM)
def test_8_schema_version_and_prefixes(standard: str) -> None:
    """Item 8: the exact words, nothing around them, and the prefixes LMSs look for as text."""
    manifest = written(standard, module(pass_mark=0.8))
    assert b"<schema>ADL SCORM</schema>" in manifest
    assert f"<schemaversion>{VERSIONS[standard]}</schemaversion>".encode() in manifest
    assert f'xmlns="{CONTENT_PACKAGING[standard]}"'.encode() in manifest
    prefixes = set(re.findall(rb"[< ]([A-Za-z0-9]+):[A-Za-z]+", manifest))
    assert prefixes == (
        {b"xmlns", b"xsi", b"adlcp"} | ({b"imsss", b"adlnav"} if standard in SCORM_2004 else set())
    )


@pytest.mark.parametrize("standard", SCORM)
def test_9_elements_of_its_own_edition_only(standard: str) -> None:
    """Item 9: SCORM 1.2 writes `scormtype`, 2004 `scormType`, and neither has anything of the other."""
    manifest = written(standard, module(pass_mark=0.8)).decode()
    assert f'{SCO[standard]}="sco"' in manifest
    others = {"scormtype", "scormType"} - {SCO[standard].partition(":")[2]}
    assert not any(other in manifest for other in others)
    assert "masteryscore" not in manifest
    assert ("imsss" in manifest) == (standard in SCORM_2004)


@pytest.mark.parametrize("standard", SCORM)
def test_10_identifiers(standard: str) -> None:
    """Item 10: letters, digits and underscores, each one once."""
    found = re.findall(r' identifier="([^"]*)"', written(standard, module()).decode())
    assert len(found) == len(set(found)) == 4
    assert all(re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,59}", identifier) for identifier in found)


@pytest.mark.parametrize("standard", SCORM)
def test_10_identifiers_stay(standard: str) -> None:
    """Item 10: results are filed under the identifiers, so only the module's id may change them."""
    before = module()
    after = replace(before, title="Another title", version="2.0.0", folder="elsewhere")
    pattern = re.compile(rb'(?:identifier|identifierref|default)="[^"]*"')
    files = (*FILES, "media/new-12345678.png")
    assert pattern.findall(written(standard, before)) == pattern.findall(written(standard, after, files))


@given(st.text(min_size=1), st.text(min_size=1))
def test_10_no_two_modules_share_an_identifier(one: str, other: str) -> None:
    """Item 10: different ids, even ones no author could write, give different identifiers."""
    from smtrain.standards._manifest import identifier

    assert (identifier("ITEM", one) == identifier("ITEM", other)) == (one == other)
    assert re.fullmatch(r"ITEM_[A-Za-z0-9_]+", identifier("ITEM", one))


@pytest.mark.parametrize("standard", SCORM)
def test_11_titles(standard: str) -> None:
    """Item 11: organization and item have the module's title, with what XML needs escaped."""
    manifest = written(standard, module(title='Do & don\'t: <b>"x"</b> ]]>'))
    assert [e.text for e in parsed(manifest).iter() if local(e) == "title"] == [
        'Do & don\'t: <b>"x"</b> ]]>'
    ] * 2


@pytest.mark.parametrize("title", ["", "0", " \n", "\x00\x1b"])
def test_11_a_title_is_never_nothing(title: str) -> None:
    """Item 11: what an LMS would take for no title is replaced by the id."""
    root = parsed(written("scorm12", module(title=title)))
    assert [e.text for e in root.iter() if local(e) == "title"] == ["safety-101"] * 2


@pytest.mark.parametrize("standard", SCORM)
def test_12_the_item_leads_to_the_sco_and_is_visible(standard: str) -> None:
    """Item 12: Open edX leaves out items that do not say they are visible."""
    root = parsed(written(standard, module()))
    (item,) = (e for e in root.iter() if local(e) == "item")
    (resource,) = (e for e in root.iter() if local(e) == "resource")
    assert item.get("identifierref") == resource.get("identifier")
    assert item.get("isvisible") == "true"


@pytest.mark.parametrize("standard", SCORM)
@pytest.mark.parametrize("pass_mark", [None, 0.8])
def test_13_delivery_and_control(standard: str, pass_mark: float | None) -> None:
    """Item 13: in 2004 the player sets both statuses, and the organization can be chosen and flows."""
    root = parsed(written(standard, module(pass_mark=pass_mark)))
    delivery = [dict(e.attrib) for e in root.iter(f"{SEQUENCING}deliveryControls")]
    control = [dict(e.attrib) for e in root.iter(f"{SEQUENCING}controlMode")]
    is_2004 = standard in SCORM_2004
    assert delivery == [{"completionSetByContent": "true", "objectiveSetByContent": "true"}] * is_2004
    assert control == [{"choice": "true", "flow": "true"}] * is_2004


@pytest.mark.parametrize("standard", SCORM_2004)
@pytest.mark.parametrize(
    ("pass_mark", "said"), [(None, []), (0.8, ["0.8"]), (0.0, ["0.0"]), (1.0, ["1.0"]), (2 / 3, ["0.6667"])]
)
def test_14_pass_mark(standard: str, pass_mark: float | None, said: list[str]) -> None:
    """Item 14: only a module that can be passed has a pass mark; it is the player's, from 0 to 1."""
    root = parsed(written(standard, module(pass_mark=pass_mark)))
    assert [e.text for e in root.iter(f"{SEQUENCING}minNormalizedMeasure")] == said
    assert [e.get("satisfiedByMeasure") for e in root.iter(f"{SEQUENCING}primaryObjective")] == [
        "true"
    ] * len(said)


@pytest.mark.parametrize("standard", SCORM_2004)
def test_no_mark_where_a_critical_question_decides_as_well(standard: str, desk: Desk) -> None:
    """An LMS that knows a mark would take a good score for a pass."""
    for flag, marks in (("", 1), ("critical", 0)):
        question = f"::: true-false {{#q {flag}}}\n\nTrue?\n\n- [x] True\n- [ ] False\n\n:::"
        made = desk.module(f"## Page\n\n::: quiz {{#final pass=80%}}\n\n{question}\n\n:::\n")
        assert written(standard, made).count(b"<imsss:minNormalizedMeasure>") == marks


@pytest.mark.parametrize("standard", SCORM_2004)
def test_15_nothing_that_takes_the_decision_from_the_player(standard: str) -> None:
    """Item 15: no roll-up rules, no completion threshold; only "continue" and "previous" are hidden."""
    manifest = written(standard, module(pass_mark=0.8))
    assert b"rollupRule" not in manifest
    assert b"ompletionThreshold" not in manifest
    hidden = [e.text for e in parsed(manifest).iter(f"{NAVIGATION}hideLMSUI")]
    assert hidden == ["continue", "previous"]


@pytest.mark.parametrize("standard", SCORM)
def test_order_of_elements(standard: str) -> None:
    """Elements stand in the order of the books, which the 1.2 schema does not check everywhere."""
    root = parsed(written(standard, module(pass_mark=0.8)))
    assert [local(e) for e in root] == ["metadata", "organizations", "resources"]
    (organization,) = (e for e in root.iter() if local(e) == "organization")
    (item,) = (e for e in root.iter() if local(e) == "item")
    more = ["sequencing"] if standard in SCORM_2004 else []
    assert [local(e) for e in organization] == ["title", "item", *more]
    assert [local(e) for e in item] == ["title", *more, *(["presentation"] if more else [])]


def test_web_has_no_manifest() -> None:
    """A plain web page is not a package of any LMS, so it must not look like one."""
    assert standards.find("web").manifest is None
