"""The files of a module: those it lists, those it includes, and those it shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from smtrain.model.text import plain
from smtrain.workflow.check import check
from tests.marks import Desk, said

FRONT = "---\nid: m\ntitle: M\nlanguage: en\n{0}\n---\n\n## Page\n\nText\n"


def front(settings: str) -> str:
    """Front matter with these settings, and a page."""
    return FRONT.format(settings)


@pytest.mark.parametrize(
    ("code", "settings"),
    [
        ("SM121", "files: [module.md, «privcy.md»]"),
        ("SM121", "files: [module.md, «Privacy.md»]"),
        ("SM121", "files: [module.md, «media»]"),
        ("SM121", "files: [module.md, «''»]"),
        ("SM121", "files: [module.md, «../../etc/passwd»]"),
        ("SM121", "files: [module.md, «/etc/passwd»]"),
        ("SM121", 'files: [module.md, «"a/b\\tc"»]'),
        ("SM121", "files: [module.md, «" + "x" * 300 + "»]"),
        ("SM118", "files: [module.md, privacy.md, «privacy.md»]"),
        ("SM118", "files: [«./module.md»]"),
    ],
)
def test_a_listed_file_has_to_be_there_once_and_inside(desk: Desk, code: str, settings: str) -> None:
    """In just this spelling."""
    finding = desk.finds(code, front(settings), {"privacy.md": "Text\n"})
    assert "privcy" not in finding.message or finding.mend == 'did you mean "privacy.md"?'


def test_an_include_is_as_if_its_text_stood_there(desk: Desk) -> None:
    """From the module's folder or elsewhere in the course, with variables; several times if need be."""
    text = "## Page\n\nOne\n\n::: include {file=legal.md}\n\n:::\n\n- ::: include {file=legal.md}\n\n  :::\n"
    module = desk.module(
        text,
        {
            "legal.md": "Two {{ module.title }}\n\n::: include {file=sub/more.md}\n\n:::\n",
            "sub/more.md": "Three\n",
        },
    )
    assert plain(next(module.pages()).blocks) == "One Two Example Three Two Example Three"


def test_an_include_from_a_shared_folder_of_the_course(tmp_path: Path) -> None:
    """`..` is fine as long as it stays inside the course; for a module alone it leads out of it."""
    desk = Desk(tmp_path)
    path = desk.write(
        "## Page\n\nText\n\n::: include {file=../shared/legal.md}\n\n:::\n", {"course.yaml": "title: C\n"}
    )
    (path / "shared").mkdir()
    (path / "shared" / "legal.md").write_text("Text\n", "utf-8")
    assert check(path).findings == ()
    (path / "course.yaml").unlink()
    assert (
        said(check(path / "example").findings)[0]
        == "SM121 ../shared/legal.md lies outside the course's folder"
    )


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM121", "::: include {file=«legl.md»}\n\n:::\n"),
        ("SM121", "::: include {file=«../../x.md»}\n\n:::\n"),
        ("SM121", "::: include {file=«media»}\n\n:::\n"),
        ("SM121", "- Item\n\n  ::: include {file=«Legal.md»}\n\n  :::\n"),
        ("SM123", "::: include {file=«module.md»}\n\n:::\n"),
        ("SM209", "::: «include»\n\n:::\n"),
        ("SM204", "::: include {file=legal.md «as=text»}\n\n:::\n"),
        ("SM210", "::: include {file=legal.md}\n\n«Text»\n\n:::\n"),
    ],
)
def test_an_include_that_leads_nowhere_is_found_at_its_place(desk: Desk, code: str, marked: str) -> None:
    """Missing, outside, a folder, misspelt, in a circle."""
    desk.finds(code, "## Page\n\nText\n\n" + marked, {"legal.md": "Text\n"})


def include(name: str) -> str:
    """An include of a file."""
    return f"::: include {{file={name}}}\n\n:::\n\n"


def test_includes_in_a_circle_by_two_ways(desk: Desk) -> None:
    """The module includes both files, and each of them the other."""
    findings = desk.check(
        "## Page\n\nText\n\n" + include("b.md") + include("c.md"),
        {"b.md": include("c.md"), "c.md": include("b.md")},
    )
    assert {finding.rule.code for finding in findings} == {"SM123"}


def test_includes_that_multiply_are_stopped(desk: Desk) -> None:
    """Ten files, each including the next one ten times, would be ten thousand million."""
    files = {f"f{n}.md": "Text\n\n" + include(f"f{n + 1}.md") * 10 for n in range(9)} | {"f9.md": "Text\n"}
    findings = desk.check("## Page\n\n" + include("f0.md"), files)
    assert [finding.rule.code for finding in findings] == ["SM120"]


def test_includes_that_go_deep_are_stopped(desk: Desk) -> None:
    """A hundred files, each including the next."""
    files = {f"f{n}.md": "Text\n\n" + include(f"f{n + 1}.md") for n in range(100)} | {"f100.md": "Text\n"}
    findings = desk.check("## Page\n\n" + include("f0.md"), files)
    assert [finding.rule.code for finding in findings] == ["SM120"]


def test_includes_inside_nested_blocks_do_not_add_up_to_a_crash(desk: Desk) -> None:
    """Each file may nest deep; together they are too deep."""
    opening, closing = "> " * 25, ""
    files = {
        f"f{n}.md": f"{opening}::: include {{file=f{n + 1}.md}}\n{opening}:::\n{closing}\n" for n in range(9)
    }
    findings = desk.check("## Page\n\n" + include("f0.md"), {**files, "f9.md": "Text\n"})
    assert "SM120" in {finding.rule.code for finding in findings}


def test_a_mistake_in_a_file_that_is_included_twice_is_said_once(desk: Desk) -> None:
    """It is mended once as well."""
    findings = desk.check("## Page\n\n" + include("b.md") * 2, {"b.md": "Bold: <b>\n"})
    assert said(findings) == ["SM110 <b> is HTML, which is not allowed"]


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("SM701", "«![A team](media/taem.png)»"),
        ("SM701", "«![A team](media/Team.png)»"),
        ("SM701", "«![A team](media/team.png/x.png){width=30%}»"),
        ("SM701", "«![A team](" + "x" * 300 + ".png)»"),
        ("SM702", "«![A team](../../team.png)»"),
        ("SM702", "«![A team](/etc/team.png)»"),
        ("SM702", "«![A team](https://example.org/team.png)»"),
        ("SM703", "«![A team](media/intro.vtt)»"),
        ("SM401", "«![](media/team.png)»"),
        ("SM405", "«![team.png](media/team.png)»"),
    ],
)
def test_a_picture_has_to_be_there_inside_and_described(desk: Desk, code: str, marked: str) -> None:
    """In just this spelling; alone, in a sentence, in a list."""
    for around in ("## Page\n\n{0}\n", "## Page\n\n- Look: {0} there.\n"):
        findings = [
            f
            for f in desk.check(around.format(marked.replace("«", "").replace("»", "")))
            if f.rule.code == code
        ]
        assert len(findings) == 1
        assert findings[0].mend
    desk.finds(code, f"## Page\n\n{marked}\n")


def test_a_link_out_of_the_course_is_outside(tmp_path: Path) -> None:
    """Also when the file it leads to is there."""
    (tmp_path / "secret.png").write_bytes(b"")
    (tmp_path / "secret.md").write_text("Text\n", "utf-8")
    desk = Desk(tmp_path / "desk")
    path = desk.write(front("files: [module.md, link.md]") + "\n![A secret](media/link.png)\n")
    (path / "media" / "link.png").symlink_to(tmp_path / "secret.png")
    (path / "link.md").symlink_to(tmp_path / "secret.md")
    assert [finding.rule.code for finding in check(path).findings] == ["SM121", "SM702"]


def test_a_link_inside_the_course_is_fine(tmp_path: Path) -> None:
    """Links are followed."""
    desk = Desk(tmp_path)
    path = desk.write("## Page\n\n![A team](media/link.png)\n")
    (path / "media" / "link.png").symlink_to("team.png")
    assert check(path).findings == ()
