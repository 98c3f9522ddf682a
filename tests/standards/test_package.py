"""Finished packages of the small course, by the numbers of the checklist in the standards digest."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit
from zipfile import ZIP_DEFLATED, ZIP_STORED

import pytest

from smtrain import resources, standards
from tests.golden.packages import STANDARDS, entries, unpacked, zipped
from tests.standards.manifests import SCORM, local, parsed, schema

COURSE = "small"
REFUSED = ".php .phps .asp .aspx .jsp .py .rb .pl .cgi .sh .shtml .htaccess".split()
LOADS = {"src", "srcset", "poster", "data", "action", "formaction", "background"}


class Page(HTMLParser):
    """What a browser would load from a page, and what it would run that stands in it; the course data."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.loaded: list[str] = []
        self.inline: list[str] = []
        self.course = ""
        self._in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element loads and runs."""
        self.course = dict(attrs).get("data-course") or self.course
        for name, value in attrs:
            if name in LOADS or (tag == "link" and name == "href"):
                self.loaded.append(value or "")
            if name.startswith("on") or (value or "").strip().lower().startswith("javascript:"):
                self.inline.append(f"{tag} {name}={value}")
        self._in_script = tag == "script"

    def handle_endtag(self, tag: str) -> None:
        """Note that a script ends; no script stands in another one."""
        self._in_script = False

    def handle_data(self, data: str) -> None:
        """Note what a script says."""
        if self._in_script and data.strip():
            self.inline.append(data)


def page(standard: str) -> Page:
    """The page of the small course."""
    return Page(unpacked(COURSE, standard)["index.html"].decode())


@pytest.mark.parametrize("standard", STANDARDS)
def test_1_the_manifest_comes_first(standard: str) -> None:
    """Item 1: at the root, and the first file of the zip; a web page has none."""
    first = next(iter(unpacked(COURSE, standard)))
    assert first == ("index.html" if standard == "web" else "imsmanifest.xml")


@pytest.mark.parametrize("standard", STANDARDS)
def test_2_a_plain_zip(standard: str) -> None:
    """Item 2: stored or deflated, nothing encrypted, no zip64, no extra fields."""
    for entry in entries(COURSE, standard):
        assert entry.compress_type in (ZIP_STORED, ZIP_DEFLATED)
        assert entry.create_version == entry.extract_version == 20
        assert not entry.flag_bits
        assert not entry.extra
    assert b"PK\x06\x06" not in zipped(COURSE, standard)[-100:]


@pytest.mark.parametrize("standard", STANDARDS)
def test_3_names(standard: str) -> None:
    """Item 3: narrow names, unique whatever the case and the folder. One name is fixed by a standard."""
    names = [name for name in unpacked(COURSE, standard) if name != "XMLSchema.dtd"]
    assert all(
        re.fullmatch(r"[a-z0-9][a-z0-9._/-]*", name, re.ASCII) or name.endswith(".xsd") for name in names
    )
    assert not any(".." in name or "//" in name for name in names)
    bases = [name.rpartition("/")[2].lower() for name in names]
    assert len(set(bases)) == len(bases)


@pytest.mark.parametrize("standard", STANDARDS)
def test_4_nothing_an_lms_refuses(standard: str) -> None:
    """Item 4: nothing a server could run, no hidden files, no source text."""
    for name in unpacked(COURSE, standard):
        assert not name.endswith((*REFUSED, ".md", ".yaml", ".map"))
        assert not any(part.startswith((".", "__")) for part in name.split("/"))


@pytest.mark.parametrize("standard", SCORM)
def test_5_valid(standard: str) -> None:
    """Item 5: the manifest of a real package is valid."""
    schema(standard).assertValid(parsed(unpacked(COURSE, standard)["imsmanifest.xml"]))


@pytest.mark.parametrize("standard", SCORM)
def test_6_listed_is_what_there_is(standard: str) -> None:
    """Item 6: each file but manifest and schemas is listed, and each one listed exists."""
    package = unpacked(COURSE, standard)
    root = parsed(package["imsmanifest.xml"])
    listed = [unquote(e.get("href")) for e in root.iter() if local(e) == "file"]
    schemas = {path.name for path in resources.schema_files(standard)}
    assert sorted(listed) == sorted(set(package) - schemas - {"imsmanifest.xml"})


@pytest.mark.parametrize("standard", SCORM)
def test_7_the_first_resource_is_the_page(standard: str) -> None:
    """Item 7: Open edX opens the first resource of the file, whatever the organization says."""
    package = unpacked(COURSE, standard)
    first = next(e for e in parsed(package["imsmanifest.xml"]).iter() if local(e) == "resource")
    assert first.get("href") in package
    assert first.get("href") in [e.get("href") for e in first]


@pytest.mark.parametrize("standard", SCORM)
def test_14_one_pass_mark(standard: str) -> None:
    """Item 14: the pass mark in the manifest is the one the player knows."""
    package = unpacked(COURSE, standard)
    data = json.loads(page(standard).course)
    marks = [e.text for e in parsed(package["imsmanifest.xml"]).iter() if local(e) == "minNormalizedMeasure"]
    assert data["success"]["pass"] == 0.75
    assert marks == ([] if standard == "scorm12" else ["0.75"])


@pytest.mark.parametrize("standard", STANDARDS)
def test_16_schema_files(standard: str) -> None:
    """Item 16: the official schema files, byte for byte, at the root; none beside a web page."""
    package = unpacked(COURSE, standard)
    official = resources.schema_files(standard) if standards.find(standard).has_schemas else ()
    found = {name: data for name, data in package.items() if name.endswith((".xsd", ".dtd"))}
    assert found == {path.name: path.read_bytes() for path in official}
    assert len(official) == {"scorm12": 4, "scorm2004-3": 17, "scorm2004-4": 17, "web": 0}[standard]


@pytest.mark.parametrize("standard", STANDARDS)
def test_19_nothing_from_outside(standard: str) -> None:
    """Item 19: whatever the page loads by itself is in the package."""
    package = unpacked(COURSE, standard)
    loaded = page(standard).loaded
    assert {"player.js", "style.css"} < set(loaded)
    for address in loaded:
        assert address in package
    assert not re.search(rb"url\(\s*[\"']?(?!data:)|@import", package["style.css"])
    asks = re.findall(
        rb"\b(XMLHttpRequest|fetch|EventSource|WebSocket|importScripts)\b", package["player.js"]
    )
    assert asks == [b"fetch"]  # one, in ask-us: on the learner's press, to the address that the course names
    addresses = set(re.findall(rb"https?://[^\"'`\s)]+", package["player.js"]))
    assert {urlsplit(address).netloc for address in addresses} <= {b"www.w3.org"}


@pytest.mark.parametrize("standard", STANDARDS)
def test_20_no_script_in_the_page(standard: str) -> None:
    """Item 20: a page that is only served with `script-src 'self'` works: nothing inline, no `eval`."""
    assert page(standard).inline == []
    script = unpacked(COURSE, standard)["player.js"]
    assert not re.search(rb"\beval\b|new Function|document\.write", script)


@pytest.mark.parametrize("standard", STANDARDS)
def test_50_no_unload(standard: str) -> None:
    """Item 50: browsers are about to ignore `unload`."""
    assert not re.search(rb"[\"'.]\s*(on)?(before)?unload\b", unpacked(COURSE, standard)["player.js"])


@pytest.mark.parametrize(
    ("standard", "words"),
    [
        ("scorm12", (b"cmi.core.lesson_status",)),
        ("scorm2004-3", (b"cmi.completion_status", b"cmi.success_status")),
        ("scorm2004-4", (b"cmi.completion_status", b"cmi.success_status")),
    ],
)
def test_open_edx_finds_the_status(standard: str, words: tuple[bytes, ...]) -> None:
    """Open edX looks for the name of the status in the scripts and warns authors when it is not there."""
    scripts = [data for name, data in unpacked(COURSE, standard).items() if name.endswith(".js")]
    assert len(scripts) == 1
    for word in words:
        assert word in scripts[0]


@pytest.mark.parametrize("standard", STANDARDS)
def test_one_runtime_only(standard: str) -> None:
    """A package speaks one standard; nothing is detected, so nothing can be detected wrongly."""
    script = unpacked(COURSE, standard)["player.js"]
    assert (b"cmi.core." in script) == (standard == "scorm12")
    assert (b"API_1484_11" in script) == standard.startswith("scorm2004")
