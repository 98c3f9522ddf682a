"""Writes modules to disk, in smtrain's format and in that of the floor, with the same words and pictures."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from benchmarks.content import PAGES, PICTURE_PAGES, Content, Page, Question, content
from benchmarks.pictures import picture

FLEET = 100

_COURSE = """\
id: benchmark
title: The fleet
language: en
modules: [{modules}]
"""

_FRONT_MATTER = """\
---
id: {id}
title: "{title}"
language: en
success:
  from: [{scored}]
  pass: 80%
---

"""

_QUIZ = """\
::: quiz Final check {{#final attempts=3 feedback=end pass=80%}}

{questions}

:::"""


def write_modules(folder: Path, numbers: range) -> None:
    """Write a course for smtrain and a folder of modules for the floor, below `folder`.

    A file that is there already stays, so that pictures are made once for all runs.
    """
    modules = [content(number) for number in numbers]
    for number, module in zip(numbers, modules, strict=True):
        for side in ("smtrain", "floor"):
            (folder / side / module.id / "media").mkdir(parents=True, exist_ok=True)
        put(folder / "smtrain" / module.id / "module.md", _markdown(module))
        put(folder / "floor" / module.id / "module.json", _json(module))
        for place in PICTURE_PAGES:
            files = [
                folder / side / module.id / "media" / f"picture-{place}.jpg" for side in ("smtrain", "floor")
            ]
            if not all(file.is_file() for file in files):
                data = picture(number, place)
                for file in files:
                    file.write_bytes(data)
    put(
        folder / "smtrain" / "course.yaml", _COURSE.format(modules=", ".join(module.id for module in modules))
    )


def put(file: Path, text: str) -> None:
    """Write a file, unless it has this text already."""
    if not file.is_file() or file.read_text("utf-8") != text:
        file.write_text(text, "utf-8")


def _json(module: Content) -> str:
    pages = []
    for page in module.pages:
        questions = [asdict(question) for question in page.questions]
        pages.append({"id": page.id, "title": page.title, "text": page.text, "questions": questions})
    return json.dumps({"id": module.id, "title": module.title, "pages": pages}, indent=1)


def _markdown(module: Content) -> str:
    scored = [question.id for page in module.pages[:-1] for question in page.questions]
    return markdown(module, list(enumerate(module.pages, 1)), module.id, ["final", *scored])


def markdown(module: Content, pages: Sequence[tuple[int, Page]], name: str, scored: Sequence[str]) -> str:
    """Some pages of a module, each with its place from 1, as a module with an id of its own."""
    front = _FRONT_MATTER.format(id=name, title=module.title, scored=", ".join(scored))
    return front + "\n\n".join(_page(page, place) for place, page in pages) + "\n"


def _page(page: Page, place: int) -> str:
    questions = "\n\n".join(_question(question) for question in page.questions)
    if place == PAGES:
        questions = _QUIZ.format(questions=questions)
    return f"## {page.title} {{#{page.id}}}\n\n{page.text}\n\n{questions}"


def _question(question: Question) -> str:
    match question.kind:
        case "match":
            pairs = "\n".join(f"| {option.text} | {option.target} |" for option in question.options)
            answers = f"| What | How |\n| --- | --- |\n{pairs}"
        case "order":
            answers = "\n".join(f"{n}. {option.text}" for n, option in enumerate(question.options, 1))
        case _:
            answers = "\n".join(
                f"- [{'x' if option.right else ' '}] {option.text}\n  > {option.reply}"
                for option in question.options
            )
    body = "\n\n".join(part for part in (question.text, answers) if part)
    return f"::: {question.kind} {{#{question.id}}}\n\n{body}\n\n:::"
