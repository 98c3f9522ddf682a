"""The gallery: a course that shows every kind of block and question, made from their example pages.

The example page of a kind is its specification, its documentation and its test. Here its examples stand
on one page of a module, each with the way it is written, so the gallery cannot lag behind.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from smtrain import resources
from smtrain.diagnostics import Notes
from smtrain.kinds import kinds
from smtrain.source.file import SourceFile
from smtrain.source.yaml import load
from smtrain.workflow.build import Built, build
from smtrain.workflow.errors import TARGET_IN_USE, Refused, shown
from smtrain.workflow.write import write_files

COURSE, MODULE = "gallery", "kinds"

_TITLE = re.compile(r"# (?P<title>.+)\n\n(?P<about>[^\n]+)\n")
_BLOCK = re.compile(r"^```(?P<info>[^\n]*)\n(?P<body>.*?)^```\n", re.MULTILINE | re.DOTALL)
_SETTINGS = re.compile(r"---\n(?P<yaml>.*?)^---\n", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"\{#([a-z0-9-]+)|\{[^}\n]* #([a-z0-9-]+)")
_QUIZ = re.compile(r"^::: quiz [^\n]*\{#(?P<id>[a-z0-9-]+)[^\n]*\bpass=(?P<mark>\d+%)", re.MULTILINE)
_PLAYED = re.compile(r"^::: \w+ [^\n]*\{#([a-z0-9-]+)[^\n}]*\brequire=", re.MULTILINE)
_HEADING = re.compile(r"^#{1,2} ", re.MULTILINE)
_SHARED = ("cases/", "sources.yaml", "glossary.md", "company.yaml")
"""Files of the course; all others are the module's."""

_BESIDES = ("audience", "scales", "variables")
"""Settings that an example may bring along."""


@dataclass(frozen=True, slots=True)
class Example:
    """One example: its source without settings, and the settings and files that it needs."""

    source: str
    settings: Mapping[str, Any]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KindPage:
    """What the page of a kind says: its name, what it is for, its good examples."""

    kind: str
    title: str
    about: str
    examples: tuple[Example, ...]


def build_gallery(*, out: Path, standards: Sequence[str] = (), source: Path | None = None) -> Built:
    """Build the gallery's packages into a folder; with `source`, leave the course there to look into.

    Raises `Refused` when that folder holds files already, or something cannot be written.
    """
    files = gallery()
    if source:
        if source.is_dir() and any(source.iterdir()):
            raise Refused(
                f"{shown(source)} holds files already",
                rule=TARGET_IN_USE,
                mend="name a folder that does not exist yet",
            )
        write_files(source, files)
        return build(source, out=out, standards=standards)
    with TemporaryDirectory(prefix="smtrain-gallery-") as folder:
        write_files(Path(folder), files)
        return build(Path(folder), out=out, standards=standards)


def gallery() -> dict[str, bytes]:
    """The files of the course."""
    pages = [_read(path.stem, path.read_text("utf-8")) for path in resources.kind_pages()]
    files = {f"{MODULE}/media/{path.name}": path.read_bytes() for path in resources.gallery_media()}
    settings: dict[str, Any] = {name: {} for name in _BESIDES}
    sources = ""
    for example in (example for page in pages for example in page.examples):
        for name in _BESIDES:
            for key, value in example.settings.get(name, {}).items():
                settings[name][key] = _together(settings[name].get(key), value)
        for name, text in example.files.items():
            if name == "sources.yaml":
                sources += "".join(line for line in text.splitlines(True) if line not in sources)
            else:
                files.setdefault(name if name.startswith(_SHARED) else f"{MODULE}/{name}", text.encode())
    course = {
        "id": COURSE,
        "title": "Every kind of block and question",
        "modules": [MODULE],
        "ask": {"reader": "the people who made this gallery", "email": "training@example.org"},
    }
    files["course.yaml"] = json.dumps(course, indent=2).encode()
    files["sources.yaml"] = sources.encode()
    files[f"{MODULE}/module.md"] = _module(pages, settings).encode()
    return files


def _together(one: Any, other: Any) -> Any:
    """What two examples say of the same key: the values of both, else what the first says."""
    if not isinstance(one, dict) or not isinstance(other, dict):
        return other if one is None else one
    values = dict.fromkeys([*one.get("values", ()), *other.get("values", ())])
    return {**other, **one, "values": list(values)} if values else one


def _module(pages: Sequence[KindPage], settings: Mapping[str, Any]) -> str:
    asked = {kind.name for kind in kinds() if kind.question}
    head = {
        "id": MODULE,
        "title": "Every kind of block and question",
        "description": "What smtrain offers, each with the way it is written.",
        "language": "en",
        **{name: value for name, value in settings.items() if value},
    }
    parts = []
    for lesson, wanted in (("Text", False), ("Questions", True)):
        parts.append(f"# {lesson} {{#lesson-{lesson.lower()}}}\n")
        parts += [part for page in pages if (page.kind in asked) is wanted for part in _page(page)]
    text = "\n".join(parts)
    if quiz := _QUIZ.search(text):  # one of them is the module's, so that its result can be seen
        head["success"] = {"from": [quiz["id"]], "pass": quiz["mark"]}
    head["completion"] = {"require": ["pages", *_PLAYED.findall(text)]}
    return f"---\n{json.dumps(head, ensure_ascii=False, indent=2)}\n---\n\n{text}"


def _page(page: KindPage) -> Iterator[str]:
    yield f"## {page.title} {{#kind-{page.kind}}}\n\n{page.about}\n"
    for number, example in enumerate(page.examples, 1):
        text = _renamed(example.source, f"{page.kind}-{number}")
        yield text
        yield f"::: accordion\n\n### How it is written {{#written-{page.kind}-{number}}}\n\n"
        fence = "`" * (3 + max((len(run) - 2 for run in re.findall("`{3,}", text)), default=0))
        yield f"{fence}markdown\n{text.rstrip()}\n{fence}\n\n:::\n"


def _renamed(source: str, mark: str) -> str:
    """An example whose ids no other example has, and whose headings stay below the page's."""
    names = {one or other for one, other in _NAMED.findall(source)}
    for name in sorted(names, key=len, reverse=True):
        source = re.sub(rf"(?<=#){re.escape(name)}(?![a-z0-9-])", f"{mark}-{name}", source)
        source = re.sub(
            rf"((?:objective|require)=(?:[a-z0-9-]+,)*){re.escape(name)}(?![a-z0-9-])",
            rf"\g<1>{mark}-{name}",
            source,
        )
    return _HEADING.sub("### ", source)


def _read(kind: str, text: str) -> KindPage:
    """The good examples of a page: those with an outline of what they become."""
    head = _TITLE.match(text)
    assert head, f"the page of {kind} has no title"
    examples: list[Example] = []
    files: dict[str, str] = {}
    waiting = ""
    for found in _BLOCK.finditer(text):
        info, body = found["info"], found["body"]
        if info == "markdown":
            waiting = body
        elif info.startswith("markdown "):
            files[info.removeprefix("markdown ")] = body
        elif info in ("outline", "findings"):
            if info == "outline":
                examples.append(_example(waiting, files))
            files = {}
    return KindPage(kind, head["title"], head["about"], tuple(examples))


def _example(source: str, files: Mapping[str, str]) -> Example:
    settings = _SETTINGS.match(source)
    if not settings:
        return Example(source, {}, dict(files))
    yaml = load(SourceFile("example", settings["yaml"]), Notes())
    return Example(source[settings.end() :].lstrip("\n"), yaml.value if yaml else {}, dict(files))
