"""A path and the course it means; what is wrong with files, folders and settings."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from smtrain.diagnostics import Finding
from smtrain.workflow.check import Checked, check
from smtrain.workflow.errors import NO_COURSE, UNREADABLE, Refused

MODULE = "---\nid: {0}\ntitle: T\nlanguage: en\n---\n\n## Page\n\n{1}\n"
COURSE = "id: course\ntitle: Course\nmodules: [one, two]\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write some files."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")


def course(folder: Path, one: str = "Text", two: str = "Text", settings: str = COURSE) -> None:
    """Write a course of two modules."""
    modules = {"one/module.md": MODULE.format("one", one), "two/module.md": MODULE.format("two", two)}
    write(folder, {"course.yaml": settings, **modules})


def places(found: tuple[Finding, ...]) -> list[str]:
    """What was found where."""
    return [f"{f.rule.code} {f.span.file}:{f.span.line}:{f.span.column}" for f in found]


def ids(checked: Checked) -> list[str]:
    """The modules of a course."""
    return [module.id for module in checked.course.modules] if checked.course else []


def test_a_course_is_its_folder_or_its_file(folder: Path) -> None:
    """With its modules in the order of the list."""
    course(folder, settings=COURSE.replace("one, two", "two, one"))
    for path in (folder, folder / "course.yaml", Path()):
        assert ids(check(path)) == ["two", "one"]


def test_a_module_is_its_folder_or_its_file(folder: Path) -> None:
    """In a course it has the course's settings, alone its own."""
    course(folder, "{{ name }}", settings=COURSE + "variables: {name: Kim}\n")
    for path in (folder / "one", folder / "one" / "module.md", Path("one")):
        assert (ids(check(path)), check(path).findings) == (["one"], ())
    (folder / "course.yaml").unlink()
    assert places(check(folder / "one").findings) == ["SM503 one/module.md:9:1"]


@pytest.mark.parametrize("name", ["nothing", "media", "course.yaml/x"])
def test_a_path_that_means_no_course_is_refused(folder: Path, name: str) -> None:
    """In one sentence, with a way on."""
    (folder / "media").mkdir()
    with pytest.raises(Refused) as refused:
        check(folder / name)
    assert refused.value.mend


def test_a_folder_in_the_place_of_a_file_is_no_file(folder: Path) -> None:
    """Neither as course.yaml nor as module.md."""
    (folder / "course.yaml").mkdir()
    (folder / "module.md").mkdir()
    with pytest.raises(Refused) as refused:
        check(folder)
    assert refused.value.rule is NO_COURSE


def test_a_module_that_is_not_there(folder: Path) -> None:
    """The list says so at its place, with the nearest folder; the others are still checked."""
    course(folder, two="Bold: <b>", settings=COURSE.replace("[one", "[oen, one"))
    findings = check(folder).findings
    assert places(findings) == ["SM217 course.yaml:3:11", "SM110 two/module.md:9:7"]
    assert findings[0].mend == 'did you mean "one"?'


def test_a_module_listed_twice_and_an_id_given_twice(folder: Path) -> None:
    """Both are about the same clash."""
    course(folder, settings=COURSE.replace("two]", "two, one]"))
    write(folder, {"two/module.md": MODULE.format("one", "Text")})
    findings = check(folder).findings
    assert places(findings) == ["SM218 course.yaml:3:21", "SM218 two/module.md:2:5"]
    assert [[place.span.file for place in f.also] for f in findings] == [["course.yaml"], ["one/module.md"]]


def test_a_mistake_in_the_course_file_does_not_hide_those_in_modules(folder: Path) -> None:
    """Everything is said in one run, and nothing is built."""
    course(folder, "Bold: <b>", "[x](#y)", settings=COURSE + "titel: x\n")
    checked = check(folder)
    assert checked.course is None
    assert places(checked.findings) == [
        "SM116 course.yaml:4:1",
        "SM110 one/module.md:9:7",
        "SM201 two/module.md:9:5",
    ]


@pytest.mark.parametrize("settings", ["id: [\n", "a\n", "", "modules: one\n", COURSE + "variables: [a]\n"])
def test_a_broken_course_file_leaves_the_form_of_its_modules_to_check(folder: Path, settings: str) -> None:
    """What their text uses is not known, so nothing is said about that."""
    course(folder, "<b> {{ name }}", "Text", settings)
    checked = check(folder)
    assert checked.course is None
    files = {place.split(":")[0] for place in places(checked.findings)}
    assert files == {"SM110 one/module.md", *(f for f in files if f.endswith("course.yaml"))}
    assert len(files) > 1
    assert places(check(folder / "one").findings)[-1] == "SM110 one/module.md:9:1"


def test_broken_front_matter_in_one_module_does_not_hide_the_others(folder: Path) -> None:
    """Nor the form of its own text."""
    course(folder, two="Bold: <b>")
    write(folder, {"one/module.md": "---\nid: [\n---\n\n## Page\n\n<i>\n"})
    checked = check(folder)
    assert ids(checked) == ["two"]
    assert places(checked.findings) == [
        "SM114 one/module.md:2:6",
        "SM110 one/module.md:7:1",
        "SM110 two/module.md:9:7",
    ]


def test_a_wrong_setting_of_a_module_does_not_hide_what_is_wrong_in_its_text(folder: Path) -> None:
    """Links and questions are checked as well."""
    write(folder, {"module.md": "---\nid: A\ntitle: T\nlanguage: en\n---\n\n## Page\n\n[x](#y)\n"})
    checked = check(folder)
    assert checked.course is None
    assert places(checked.findings) == ["SM118 module.md:2:5", "SM201 module.md:9:5"]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-le"])
def test_a_file_in_another_encoding_is_named(folder: Path, encoding: str) -> None:
    """And the other modules are checked."""
    course(folder, two="Bold: <b>")
    (folder / "one" / "module.md").write_bytes(MODULE.format("one", "Grüße").encode(encoding))
    assert {place.split(":")[0] for place in places(check(folder).findings)} == {
        "SM112 one/module.md",
        "SM110 two/module.md",
    }


def test_a_byte_order_mark_and_crlf_change_no_place(folder: Path) -> None:
    """In course.yaml, company.yaml and module.md."""
    course(folder, "{{ nam }}", settings=COURSE + "variables: {name: x}\n")
    write(folder, {"company.yaml": "name: Kim\nother: x\n"})
    before = places(check(folder).findings)
    assert before == ["SM503 company.yaml:2:1", "SM503 one/module.md:9:1"]
    for path in ("course.yaml", "company.yaml", "one/module.md"):
        (folder / path).write_bytes(b"\xef\xbb\xbf" + (folder / path).read_bytes().replace(b"\n", b"\r\n"))
    assert places(check(folder).findings) == before


def test_a_link_in_a_circle_is_no_course(folder: Path) -> None:
    """The system's refusal is one sentence."""
    (folder / "round").symlink_to(folder / "round")
    with pytest.raises(Refused):
        check(folder / "round")
    write(
        folder,
        {
            "module.md": "---\nid: a\ntitle: T\nlanguage: en\nfiles: [module.md, round]\n---\n\n## P\n\n![A round](round/x.png)\n"
        },
    )
    assert places(check(folder).findings) == ["SM121 module.md:5:20", "SM701 module.md:10:1"]


def test_a_company_file_that_cannot_be_read_is_refused(folder: Path) -> None:
    """When it was asked for."""
    course(folder)
    with pytest.raises(Refused) as refused:
        check(folder, company=folder / "one")
    assert refused.value.rule is UNREADABLE


def test_names_with_spaces_and_letters_of_any_language(folder: Path) -> None:
    """Folders, files and pictures."""
    home = folder / "Schulung 日本"
    write(home, {"module.md": MODULE.format("a", "![Ein Bild](<media/größe 1.svg>)")})
    write(home, {"media/größe 1.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'})
    assert check(home).findings == ()
