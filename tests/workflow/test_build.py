"""A build: one package for each module and standard, all of them or none."""

from __future__ import annotations

import csv
import json
import zipfile
from pathlib import Path

import pytest

from smtrain.standards import names
from smtrain.workflow.build import build
from smtrain.workflow.errors import Refused
from tests.marks import Desk

TEXT = "## Page\n\nText{0}\n"


def packages(folder: Path) -> dict[str, bytes]:
    """What a build wrote."""
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def test_a_package_for_each_module_and_standard(desk: Desk, tmp_path: Path) -> None:
    """Named after both; SCORM 1.2 when nothing is said, or what the settings ask for."""
    out = tmp_path / "dist"
    path = desk.write(TEXT.format(""))
    build(path, out=out)
    assert set(packages(out)) == {"example.scorm12.zip"}
    build(path, out=out, standards=["web", "scorm2004-4", "web"])
    assert set(packages(out)) == {"example.scorm12.zip", "example.web.zip", "example.scorm2004-4.zip"}
    course = desk.write(TEXT.format(""), {"course.yaml": "targets: [web]\n"})
    build(course, out=tmp_path / "other")
    assert set(packages(tmp_path / "other")) == {"example.web.zip", "catalog.json", "catalog.csv"}


def test_an_error_in_one_module_stops_all_packages(desk: Desk, tmp_path: Path) -> None:
    """What an earlier build wrote is untouched."""
    out = tmp_path / "dist"
    course = "modules: [example, other]\n"
    other = "---\nid: other\ntitle: O\nlanguage: en\n---\n\n## Page\n\n"
    build(desk.write(TEXT.format(""), {"course.yaml": course, "other/module.md": other + "Text\n"}), out=out)
    before = packages(out)
    assert sum(name.endswith(".zip") for name in before) == 2
    built = build(
        desk.write(TEXT.format(" anew"), {"course.yaml": course, "other/module.md": other + "<b>\n"}), out=out
    )
    assert built.failed
    assert built.written == ()
    assert packages(out) == before


def test_warnings_do_not_stop_a_build(desk: Desk, tmp_path: Path) -> None:
    """They are reported with what was written."""
    built = build(desk.write("## Page\n\nSee [here](https://example.org).\n"), out=tmp_path / "dist")
    assert [finding.rule.code for finding in built.findings] == ["SM406"]
    assert [path.name for path in built.written] == ["example.scorm12.zip"]


def test_only_the_modules_that_are_asked_for(desk: Desk, tmp_path: Path) -> None:
    """A name that is none is refused with the nearest one."""
    path = desk.write(TEXT.format(""), {"course.yaml": ""})
    assert len(build(path, out=tmp_path / "dist", modules=["example"]).written) == 1
    with pytest.raises(Refused) as refused:
        build(path, out=tmp_path / "dist", modules=["exampel"])
    assert refused.value.mend == 'did you mean "example"?'


def test_the_same_text_gives_the_same_bytes(desk: Desk, tmp_path: Path) -> None:
    """In another folder too."""
    text = TEXT.format("\n\n![Three colleagues](media/team.png)")
    for name in ("one", "two"):
        build(desk.write(text), out=tmp_path / name, standards=["scorm12", "web"])
    assert packages(tmp_path / "one") == packages(tmp_path / "two") != {}


def test_an_audience_gets_its_own_text(desk: Desk, tmp_path: Path) -> None:
    """Other readers' text and pictures are not in the package."""
    path = desk.write(
        "## Page\n\nText\n\n::: only {role=hr}\n\nSecret of HR\n\n![Three colleagues](media/team.png)\n\n:::\n",
        {"course.yaml": "audience: {role: {values: [hr, it]}}\n"},
    )
    build(path, out=tmp_path / "hr", audience={"role": "hr"})
    build(path, out=tmp_path / "it", audience={"role": "it"})
    inside = {}
    for role in ("hr", "it"):
        with zipfile.ZipFile(tmp_path / role / "example.scorm12.zip") as package:
            html = package.read("index.html").decode()
            inside[role] = ("Secret of HR" in html, any("team" in name for name in package.namelist()))
    assert inside == {"hr": (True, True), "it": (False, False)}


def test_odd_names_of_pictures_reach_the_package(desk: Desk, tmp_path: Path) -> None:
    """Spaces and letters of any language: the page names a file that is there."""
    path = desk.write("## Page\n\n![Three colleagues](<media/our größe 日本.png>)\n")
    (path / "media" / "team.png").rename(path / "media" / "our größe 日本.png")
    (written,) = build(path, out=tmp_path / "dist", standards=["web"]).written
    with zipfile.ZipFile(written) as package:
        html = package.read("index.html").decode()
        (picture,) = (name for name in package.namelist() if name.endswith(".png"))
        assert f'src="{picture}"' in html


def test_a_text_as_deep_as_allowed_is_built(desk: Desk, tmp_path: Path) -> None:
    """Twenty blocks, and lists and quotes as deep as the parser takes them, are rendered as well."""
    for deep in (
        "::: accordion\n\n### a\n\n" * 20 + "Text\n\n" + ":::\n\n" * 20,
        "> " * 50 + "Text\n",
        "\n".join("  " * level + "- a" for level in range(25)) + "\n",
        "*a " * 20 + "b* " * 20 + "\n",
    ):
        built = build(desk.write("## Page\n\n" + deep), out=tmp_path / "dist", standards=["web"])
        assert [finding.message for finding in built.findings] == []


def test_a_whole_build_of_an_earlier_time_is_replaced(desk: Desk, tmp_path: Path) -> None:
    """By a build of the same module."""
    out = tmp_path / "dist"
    build(desk.write(TEXT.format("")), out=out)
    before = packages(out)
    build(desk.write(TEXT.format(" anew")), out=out)
    assert packages(out) != before
    assert set(packages(out)) == set(before)


TRACKS = """
audience: {role: {values: [staff, voice]}}
tracks:
  all: {title: "All, everywhere", for: {role: staff}, modules: [example]}
  voices: {title: Voices, for: {role: voice}, pass: 85%, modules: [{id: example, optional: true}]}
"""
SECRETS = """
## Page

::: only {role=voice}

Velvet words. [Emerald words](#more-velvet) ![Amber words](media/team.svg)

::: choose-one {#velvet-question}

Sapphire words?

- [x] Ruby words
  > Topaz words
- [ ] Other words

:::

:::

Text for all[, and ivory words]{role=voice}.

## Velvet page {#more-velvet role=voice}

Text.
"""


def test_text_for_others_is_in_no_file_of_a_package(desk: Desk, tmp_path: Path) -> None:
    """Nor are their questions, answers, keys, links and pictures; in every standard."""
    built = build(desk.write(SECRETS, {"course.yaml": TRACKS}), out=tmp_path / "dist", standards=names())
    assert not built.failed
    private = ("velvet", "emerald", "amber", "sapphire", "ruby", "topaz", "ivory", "team")
    for standard in names():
        for track, shown in (("all", False), ("voices", True)):
            with zipfile.ZipFile(tmp_path / "dist" / f"example--{track}.{standard}.zip") as package:
                whole = "".join(
                    [*package.namelist(), *(package.read(n).decode("latin-1") for n in package.namelist())]
                ).casefold()
            for word in private:
                assert (word in whole) == shown, (standard, track, word)


def test_the_catalogue_says_who_takes_what(desk: Desk, tmp_path: Path) -> None:
    """For programs and for spreadsheets; without any need for the source."""
    out = tmp_path / "dist"
    build(desk.write(SECRETS, {"course.yaml": TRACKS}), out=out, standards=["scorm12", "web"])
    data = json.loads((out / "catalog.json").read_text("utf-8"))
    everyone, voices = data["tracks"]
    assert (everyone["id"], everyone["for"], voices["pass_mark"]) == ("all", {"role": "staff"}, 0.85)
    (module,) = voices["modules"]
    assert (module["module"], module["package"]) == ("example", "example--voices")
    assert (module["required"], module["questions"], module["points"]) == (False, 1, 1)
    rows = list(csv.DictReader((out / "catalog.csv").read_text("utf-8-sig").splitlines()))
    assert [(row["track"], row["standard"]) for row in rows] == [
        ("all", "scorm12"),
        ("all", "web"),
        ("voices", "scorm12"),
        ("voices", "web"),
    ]
    assert rows[0]["track_title"] == "All, everywhere"
    for row in rows:
        assert (out / row["file"]).is_file()
    assert len({row["content_sha256"] for row in rows}) == 4


def test_the_catalogue_says_of_which_modules_one_is_taken(desk: Desk, tmp_path: Path) -> None:
    """Each has its package; the track's minutes have the longest of them alone."""
    head = "---\nid: {id}\ntitle: T\nlanguage: en\nduration: {minutes}m\n---\n\n## Page\n\nText\n"
    course = desk.write(
        head.format(id="example", minutes=2),
        {
            "course.yaml": "modules: [example, short, long]\ntracks:\n"
            "  all: {title: All, modules: [example, one_of: [short, long]]}\n",
            "short/module.md": head.format(id="short", minutes=3),
            "long/module.md": head.format(id="long", minutes=4),
        },
    )
    build(course, out=tmp_path / "out", standards=["web"])
    (track,) = json.loads((tmp_path / "out" / "catalog.json").read_text("utf-8"))["tracks"]
    assert track["minutes"] == 6
    assert [one["one_of"] for one in track["modules"]] == [[], ["short", "long"], ["short", "long"]]
    assert all(one["required"] for one in track["modules"])
    rows = list(csv.DictReader((tmp_path / "out" / "catalog.csv").read_text("utf-8-sig").splitlines()))
    assert [row["one_of"] for row in rows] == ["", "short long", "short long"]


def test_a_part_of_a_course_leaves_the_catalogue_alone(desk: Desk, tmp_path: Path) -> None:
    """Some tracks, some modules or one audience: the catalogue speaks of the whole course only."""
    path = desk.write(SECRETS, {"course.yaml": TRACKS})
    build(path, out=tmp_path / "one", tracks=["voices"])
    assert set(packages(tmp_path / "one")) == {"example--voices.scorm12.zip"}
    build(path, out=tmp_path / "two", audience={"role": "staff"})
    assert set(packages(tmp_path / "two")) == {"example--all.scorm12.zip"}
    with pytest.raises(Refused, match='there is no track "voice"'):
        build(path, out=tmp_path / "three", tracks=["voice"])
