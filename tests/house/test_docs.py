"""What the documents show is true: examples build, links lead somewhere, commands and settings exist."""

import re
import shlex
from pathlib import Path

import click
import pytest

import dev
from smtrain.cli._main import smtrain
from smtrain.kinds import kinds
from smtrain.source.settings import CourseFile, FrontMatter
from tests.house.checkout import ROOT, tracked_files
from tests.workbench import FRONT_MATTER, findings, people_findings, write_course

DOCUMENTS = [
    file
    for file in tracked_files()
    if file.suffix == ".md" and (file.parent == ROOT or file.is_relative_to(ROOT / "docs"))
]
FORMAT = (ROOT / "docs" / "format.md").read_text("utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LARGEST_PICTURE = 200_000
LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 1"><path d="M0 0h4v1H0z"/></svg>'


def fenced(language: str) -> list[tuple[str, str]]:
    """Every block of code in this language, with a name for it."""
    return [
        (f"{file.name}:{text.count(chr(10), 0, found.start()) + 1}", found[2])
        for file in DOCUMENTS
        for text in [file.read_text("utf-8")]
        for found in FENCE.finditer(text)
        if found[1] == language
    ]


def commands() -> list[str]:
    """Every command line that a document shows."""
    shown = [line for kind in ("sh", "console") for _, block in fenced(kind) for line in block.splitlines()]
    inline = [found for file in DOCUMENTS for found in re.findall(r"`([^`\n]+)`", file.read_text("utf-8"))]
    lines = {re.sub(r"^\$ |^\w+=\S+ |  #.*", "", line).strip() for line in (*shown, *inline)}
    return sorted(line for line in lines if re.match(r"(?:smtrain|python3 dev\.py) \S", line))


BESIDE = {
    name: text
    for _, text in fenced("yaml")
    if (name := text.partition("\n")[0].removeprefix("# ")) != "course.yaml"
}
"""What the documents show of files that stand beside the course's settings; every example has them."""


@pytest.mark.parametrize(("place", "text"), fenced("markdown"), ids=[name for name, _ in fenced("markdown")])
def test_an_example_builds_without_a_finding(place: str, text: str, tmp_path: Path) -> None:
    """What a document shows can be copied, and is checked and built for every standard."""
    module = text if text.startswith("---\n") else FRONT_MATTER + "## Page\n\n" + text
    files = {"module.md": module, "more.md": "## More\n\nText.\n", **BESIDE}
    course = write_course(tmp_path, files)
    found = [(finding.rule.code, finding.message) for finding in findings(course, tmp_path / "dist")]
    assert found == [], place


@pytest.mark.parametrize(("place", "text"), fenced("yaml"), ids=[name for name, _ in fenced("yaml")])
def test_an_example_of_settings_is_read(place: str, text: str, tmp_path: Path) -> None:
    """Its first line says which file it is; its modules are there."""
    name = text.partition("\n")[0].removeprefix("# ")
    if name == "assignment.yaml":
        ((_, roster),) = fenced("csv")
        assert people_findings(tmp_path, {name: text, "roster.csv": roster}) == (), place
        return
    assert name in ("course.yaml", "sources.yaml")
    uses = "".join(f"[@{key}]" for key in re.findall(r"^(S\d+):", text, re.MULTILINE))
    asks = "".join(
        f"::: true-false {{#q{n}}}\n\n{n}?\n\n- [x] True\n- [ ] False\n\n:::\n\n" for n in range(2)
    )
    files = {name: text, "office-photo/module.md": f"{FRONT_MATTER}## Page\n\nText.{uses}\n\n{asks}"}
    files.setdefault("course.yaml", "modules: [office-photo]\n")
    published = re.findall(r"(?:rules|faq)(?=[,\n])", text.partition("publish:")[2])
    files |= {f"{folder}/module.md": f"{FRONT_MATTER}## Page\n\nText.\n" for folder in published}
    files |= dict.fromkeys(("brand/logo.svg", "brand/logo-dark.svg"), LOGO)
    files |= dict.fromkeys(("brand/brand.woff2", "brand/brand-bold.woff2"), "wOF2")
    found = findings(write_course(tmp_path, files), tmp_path / "dist")
    assert [(finding.rule.code, finding.message) for finding in found] == [], place


@pytest.mark.parametrize(("place", "text"), fenced("python"), ids=[name for name, _ in fenced("python")])
def test_an_excerpt_is_from_the_code(place: str, text: str) -> None:
    """Its first line names the file, which has every other line."""
    path, *lines = text.splitlines()
    code = (ROOT / path.removeprefix("# ")).read_text("utf-8").splitlines()
    assert [line for line in lines if line not in code] == [], place


@pytest.mark.parametrize("line", commands())
def test_a_command_exists(line: str) -> None:
    """Its name, and every option it is shown with."""
    words = shlex.split(line)
    if words[0] == "python3":
        words = words[2:]
        assert words[0] in dev.COMMANDS
        if words[0] != "run" or words[1:] in ([], ["ARGS…"]):
            return
    name, *rest = words[1:]
    if name in ("--help", "--version"):
        return
    command = smtrain.get_command(click.Context(smtrain), name)
    assert command is not None
    if rest:
        command.make_context(name, rest)


@pytest.mark.parametrize("file", DOCUMENTS, ids=lambda file: file.name)
def test_links_lead_to_files_and_headings(file: Path) -> None:
    """Within the repository; addresses on the web are not asked for."""
    text = FENCE.sub("", file.read_text("utf-8"))
    text = re.sub(r"`[^`\n]*`", "", text)
    targets = re.findall(r"\]\(([^()\s]+)\)|(?:src|srcset)=\"([^\"]+)\"", text)
    for target in (one or other for one, other in targets):
        if re.match(r"https?:|mailto:", target):
            continue
        path, _, anchor = target.partition("#")
        place = (file.parent / path) if path else file
        assert place.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", place.read_text("utf-8"), re.MULTILINE)
            assert anchor in {
                re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings
            }


@pytest.mark.parametrize("kind", [kind.name for kind in kinds() if kind.name != "callout"])
def test_the_format_names_every_block(kind: str) -> None:
    """A block that is not in the reference is not there for anyone."""
    assert re.search(rf"`{kind}`|::: {kind}\b", FORMAT)


@pytest.mark.parametrize("model", [FrontMatter, CourseFile])
def test_the_format_names_every_setting(model: type[FrontMatter | CourseFile]) -> None:
    """Also those that change nothing yet."""
    names = [field.alias or name for name, field in model.model_fields.items()]
    assert [name for name in names if f"`{name}`" not in FORMAT] == []


def test_pictures_are_small() -> None:
    """A picture in a document is looked at in passing; nobody should wait for it."""
    pictures = [file for file in tracked_files() if file.parent == ROOT / "docs" / "images"]
    assert pictures
    assert [file.name for file in pictures if file.stat().st_size > LARGEST_PICTURE] == []
