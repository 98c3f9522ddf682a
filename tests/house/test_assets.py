"""What the build hook made: the player, its style, and the official schema files."""

import re

import pytest

from smtrain import resources, standards

SCORM12 = {"adlcp_rootv1p2.xsd", "imscp_rootv1p1p2.xsd", "ims_xml.xsd", "imsmd_rootv1p2p1.xsd"}
SEQUENCING = {
    "",
    "auxresource",
    "control",
    "delivery",
    "limit",
    "objective",
    "random",
    "rollup",
    "seqrule",
    "util",
}
SCORM2004 = {f"imsss_v1p0{part}.xsd" for part in SEQUENCING} | {
    *("adlcp_v1p3.xsd", "adlnav_v1p3.xsd", "adlseq_v1p3.xsd", "imscp_v1p1.xsd"),
    *("xml.xsd", "XMLSchema.dtd", "datatypes.dtd"),
}
STATUS = {"scorm12": "cmi.core.lesson_status", "scorm2004-3": "cmi.completion_status"}
STATUS["scorm2004-4"] = STATUS["scorm2004-3"]


@pytest.mark.parametrize("standard", standards.names())
def test_a_player_is_one_classic_script(standard: str) -> None:
    """No module, nothing evaluated, nothing from elsewhere; LMSs forbid or lack all three."""
    script = resources.player_script(standard).read_text("utf-8")
    assert script.startswith("(()=>{")
    assert not re.search(r"\b(?:eval|require|Function)\(|\bimport\b\s*[({*\"']|\bexport\b\s*[{*]", script)
    assert not re.search(r"https?://|\bsourceMappingURL\b", script)


@pytest.mark.parametrize("standard", STATUS)
def test_the_status_element_is_written_out(standard: str) -> None:
    """Open edX reads the script for this text, and tells authors it reports no status without it."""
    script = resources.player_script(standard).read_text("utf-8")
    assert STATUS[standard] in script
    assert not [other for other in STATUS.values() if other != STATUS[standard] and other in script]


def test_the_web_player_speaks_to_no_lms() -> None:
    """A plain web page looks for no LMS around it."""
    assert "cmi." not in resources.player_script("web").read_text("utf-8")


def test_the_style_is_one_sheet() -> None:
    """No further request, to this or another origin."""
    style = resources.stylesheet().read_text("utf-8")
    assert style
    assert not re.search(r"@import|url\((?!['\"]?data:)|https?://(?!www\.w3\.org/2000/svg)", style)


@pytest.mark.parametrize(
    ("edition", "names"), [("scorm12", SCORM12), ("scorm2004-3", SCORM2004), ("scorm2004-4", SCORM2004)]
)
def test_schema_files_are_complete(edition: str, names: set[str]) -> None:
    """ADL's own validator stops when one is missing; both 2004 sets have 17."""
    files = resources.schema_files(edition)
    assert {file.name for file in files} == names
    assert [file.name for file in files] == sorted(names)
    assert all(file.read_bytes().lstrip(b"\xef\xbb\xbf").startswith(b"<") for file in files)


def test_the_editions_of_2004_differ() -> None:
    """Same names, different content: the third is not shipped as the fourth."""
    third, fourth = (
        {file.name: file.read_bytes() for file in resources.schema_files(edition)}
        for edition in ("scorm2004-3", "scorm2004-4")
    )
    assert {"adlcp_v1p3.xsd", "adlseq_v1p3.xsd", "imscp_v1p1.xsd"} <= {
        n for n in third if third[n] != fourth[n]
    }


def test_templates_are_found() -> None:
    """In a checkout beside `src`, in a wheel inside the package."""
    assert (resources.templates() / "player" / "main.js").is_file()
