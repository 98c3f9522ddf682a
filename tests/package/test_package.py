"""Names a package takes and refuses, and the order it keeps."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smtrain.package import NameRefused, Package, why_refused


@pytest.mark.parametrize(
    "name",
    ["index.html", "imsss_v1p0.xsd", "XMLSchema.dtd", "media/team-1a2b3c4d.webp", "a/b/c.min.js"],
)
def test_takes_names_every_lms_can_unpack(name: str) -> None:
    """Lower case, digits, dots, hyphens, underscores; the one W3C file keeps its capitals."""
    assert why_refused(name) == ""


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "only a-z"),
        ("Team.png", "only a-z"),
        ("team photo.png", "only a-z"),
        ("caf\u00e9.png", "only a-z"),
        ("media\\team.png", "only a-z"),
        ("index.html\n", "only a-z"),
        ("/index.html", "relative"),
        ("media//team.png", "relative"),
        ("media/", "relative"),
        ("./index.html", "never leaves"),
        ("../index.html", "never leaves"),
        ("media/../../x.png", "never leaves"),
        (".htaccess", "hidden"),
        ("media/.ds_store", "hidden"),
        ("notes.", "dot"),
        ("aux.html", "Windows"),
        ("media/com1.png", "Windows"),
        ("login.php", "refuse .php"),
        ("page.min.asp", "refuse .asp"),
        ("x" * 117 + ".png", "at most 120"),
    ],
)
def test_says_why_a_name_is_refused(name: str, reason: str) -> None:
    """Each refusal names its own reason, and `add` raises it."""
    assert reason in why_refused(name)
    with pytest.raises(NameRefused) as refused:
        Package().add(name, b"")
    assert reason in refused.value.reason


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("a.png", "a.png", "already"),
        ("XMLSchema.dtd", "xmlschema.dtd", "case"),
        ("one/team.png", "two/team.png", "last part"),
        ("one/team.png", "team.png", "last part"),
        ("media", "media/team.png", "is a file already"),
        ("media/team.png", "media", "folder"),
    ],
)
def test_refuses_names_that_clash(first: str, second: str, reason: str) -> None:
    """Two names that fall together somewhere never share a package."""
    package = Package()
    package.add(first, b"1")
    with pytest.raises(NameRefused) as refused:
        package.add(second, b"2")
    assert reason in refused.value.reason
    assert dict(package) == {first: b"1"}


@given(st.text(max_size=140))
def test_a_taken_name_is_harmless(name: str) -> None:
    """Whatever the name, a file either is refused or stays inside the folder it is unpacked to."""
    if why_refused(name) == "":
        assert name.isascii()
        assert len(name) <= 120
        assert all(part.strip(".") for part in name.split("/"))


sets_of_names = st.lists(st.text("abc-_/", min_size=1, max_size=5), max_size=6).map(
    lambda stems: [f"{stem}x{number}.html" for number, stem in enumerate(stems)]
)


@given(sets_of_names.flatmap(lambda some: st.permutations([*some, "imsmanifest.xml"])))
def test_order_of_adding_never_shows(mixed: list[str]) -> None:
    """The manifest comes first and the rest is sorted, however the files came in."""
    mixed = [name for name in mixed if not why_refused(name)]
    package = Package(first="imsmanifest.xml")
    for name in mixed:
        package.add(name, name.encode())
    assert list(package) == ["imsmanifest.xml", *sorted(set(mixed) - {"imsmanifest.xml"})]
    assert len(package) == len(mixed)
    assert all(package[name] == name.encode() for name in mixed)
