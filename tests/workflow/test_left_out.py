"""What is written for other readers is in no file of a package: it is as if it had never been written."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from smtrain.workflow.build import build
from tests.kinds.test_pages import PAGES, examples
from tests.workbench import FRONT_MATTER, write_course

STANDARDS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")
TRACKS = """
audience: {who: {values: [staff, press]}}
tracks:
  essentials: {title: Essentials, for: {who: staff}, modules: [example]}
"""
FOR_ALL = "## For all {#for-all}\n\nEverybody reads this.\n\n"
HEADING = re.compile(r"^## ([^{\n]+?)(?: *\{(.*)\})?$", re.MULTILINE)


def packages(folder: Path, text: str, files: Mapping[str, str]) -> dict[str, bytes]:
    """All entries of all packages that the track of general staff gets."""
    course = write_course(folder, {**files, "course.yaml": TRACKS, "module.md": text})
    built = build(course, out=folder / "out", standards=STANDARDS)
    assert not [one for one in built.findings if one.rule.severity == "error"], built.findings
    entries = {}
    for path in built.written:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as package:
                entries.update({f"{path.name}/{name}": package.read(name) for name in package.namelist()})
    assert {name.partition("/")[0].split(".")[-2] for name in entries} == set(STANDARDS)
    return entries


def for_the_press(source: str) -> str:
    """The example, on pages that are for others."""
    if not HEADING.search(source):
        source = f"## Theirs\n\n{source}"
    return HEADING.sub(lambda found: f"## {found[1]} {{{found[2] or ''} who=press}}", source)


@pytest.mark.parametrize("name", PAGES)
def test_a_package_is_as_if_the_text_of_others_had_never_been_written(name: str, tmp_path: Path) -> None:
    """Byte by byte, with every kind of block and question, in every standard, with its media."""
    for number, example in enumerate(one for one in examples(name) if not one.bad):
        head, source = FRONT_MATTER, example.source
        if source.startswith("---\n"):
            head, _, source = source.removeprefix("---\n").partition("---\n")
            head = f"---\n{head}---\n"
        with_theirs = packages(
            tmp_path / f"{number}-with", head + FOR_ALL + for_the_press(source), example.files
        )
        without = packages(tmp_path / f"{number}-without", head + FOR_ALL, example.files)
        assert with_theirs == without


MARKED = """---
id: example
title: Example
language: en
version: "2"
changed: [{version: "2", text: A zebra note., ids: [zebra-page]}, {version: "2", text: For all.}]
success: {from: [check], pass: 50%}
files: [module.md, zebra.md]
---

## For all {#for-all}

::: objectives

- Tell news from rumours {#o-news}
:::

::: objectives {only="who=press"}

- Answer the zebra press {#o-zebra}

:::

Everybody reads [*zebra*]{who=press}this.

::: only {who=press}

![A zebra](media/team.png)

:::

::: glossary

### Rumour {#rumour}

Talk without a source.

:::

> [!WARNING] {only="who=press"}
> A zebra crossing.

::: quiz Check {#check}

::: pool {#news draw=1}

::: true-false {#q1 objective=o-news}

Rumours are news.

- [ ] True
- [x] False

:::

::: true-false {#q2 objective=o-news}

News has a source.

- [x] True
- [ ] False

:::

:::

::: true-false {#q-zebra only="who=press" objective=o-zebra}

The zebra press is never answered.

- [ ] True
- [x] False
  > A zebra answer.

:::

:::

## A zebra page {#zebra-page only="who=press"}

Zebra words.
"""


def test_marked_words_inside_of_what_all_get_are_in_no_file(tmp_path: Path) -> None:
    """In a quiz, a sentence, objectives, a box, the news of a version, a file of pages, a picture."""
    more = {"zebra.md": "## More of the zebra {#zebra-more who=press}\n\nZebra again.\n"}
    entries = packages(tmp_path, MARKED, more)
    assert [name for name, data in entries.items() if b"zebra" in data.lower() or "team.png" in name] == []
