"""What comes out of an example, by the real build, the real player and the real standards."""

from __future__ import annotations

import json
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from hatch_build import node
from smtrain.diagnostics import Finding, Span
from smtrain.diagnostics.formats import renderer
from smtrain.diagnostics.report import Report
from smtrain.workflow.build import build
from tests.kinds.outline import outline, read
from tests.kinds.page import Example, Row, Shown
from tests.workbench import FRONT_MATTER, write_course

TITLE = "## Page\n\n"
USUAL: dict[str, Any] = {
    "type": "",
    "points": 1,
    "grading": "all",
    "survey": False,
    "many": False,
    "choose": 0,
    "exact": False,
    "minWords": 0,
    "options": [],
    "targets": [],
    "key_": [],
    "pairs": [],
    "gaps": [],
    "pass": 0,
    "ends": [],
    "best": 0,
    "scenes": [],
}
"""What a page says of a question where it is not what it usually is."""


def show(example: Example, folder: Path) -> Shown:
    """Build an example in an empty folder, and try its answers."""
    before = "" if example.source.startswith("---\n") else FRONT_MATTER
    if "\n## " not in f"\n{example.source}":
        before += TITLE
    course = write_course(folder, {**example.files, "module.md": before + example.source})
    built = build(course, out=folder / "out", standards=("scorm12",))
    if built.findings:
        return Shown(findings=_report(built.findings, before.count("\n"), example))
    with zipfile.ZipFile(built.written[0]) as package:
        document = read(package.read("index.html").decode())
    pages = [page for page in document.iter("section") if page.get("data-page") not in (None, "result")]
    said = "\n".join(outline(page) for page in pages)
    data = json.loads(document.get_element_by_id("course").get("data-course"))
    if not example.answers:
        return Shown(outline=said)
    (question,) = data["questions"]
    return _answered(said, question, [response for _, response in example.answers], example, document)


def _report(findings: tuple[Finding, ...], lines: int, example: Example) -> str:
    """The findings as a person sees them, in the lines of the example and of its further files."""

    def moved(span: Span) -> Span:
        if name := next((name for name in example.files if span.file.endswith(f"/{name}")), ""):
            return span._replace(file=name)
        return span._replace(line=span.line - lines, end_line=span.end_line - lines, file="module.md")

    shown = tuple(
        replace(one, span=moved(one.span), also=tuple(p._replace(span=moved(p.span)) for p in one.also))
        for one in findings
    )
    return renderer("text")(Report(shown, {**example.files, "module.md": example.source}))


def _answered(
    said: str, question: dict[str, Any], responses: list[Any], example: Example, document: HtmlElement
) -> Shown:
    asked = json.dumps([{"question": question, "responses": responses}])
    script = Path(__file__).with_name("answers.js")
    done = subprocess.run([node(), script], input=asked, capture_output=True, text=True, encoding="utf-8")
    assert not done.returncode, done.stderr
    (outcomes,) = json.loads(done.stdout)
    standards = list(outcomes[0]["records"])
    patterns = tuple(
        f"{record['type']} {_code(record['pattern'])}".strip() for record in outcomes[0]["records"].values()
    )
    rows = [Row("*the key*", None, ("", "", "", *patterns))]
    boxes = {
        box.get("data-feedback"): " ".join(" ".join(part.text_content().split()) for part in box)
        for box in document.xpath("//*[@data-feedback]")
    }
    for (label, response), outcome in zip(example.answers, outcomes, strict=True):
        rows.append(Row(label, response, _cells(outcome, boxes, len(standards))))
    header = ("Answer", "Result", "Score", "The learner reads", *standards)
    return Shown(outline=said, key=_key(question), rows=tuple(rows), header=header)


def _cells(outcome: dict[str, Any], boxes: dict[str, str], standards: int) -> tuple[str, ...]:
    if outcome["lacks"]:
        return (f"not taken: {outcome['lacks']}", "", "", *[""] * standards)
    general = [key for key in outcome["general"] if key in boxes][:1]
    at_once = [text for key, text in boxes.items() if key in [*general, *outcome["feedback"]]]
    later = [text for key, text in boxes.items() if key in outcome["late"]]
    records = (
        f"{_code(record['response'])} {record['result']}".strip() for record in outcome["records"].values()
    )
    words = [*at_once, "*Later:*", *later] if later else at_once
    return (outcome["result"], f"{outcome['score']:.4g}", " ".join(words), *records)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def _key(question: dict[str, Any]) -> str:
    """The question as the player knows it, one line for each field that says something."""
    lines = []
    for name, usual in USUAL.items():
        value = question.get(name, usual)
        if value == usual:
            continue
        if name == "options" or (name == "targets" and "text" not in value[0]):
            value = [option["id"] for option in value]
        elif name == "targets":
            value = {option["id"]: option["text"] for option in value}
        lines.append(f"{name.rstrip('_')}:{_yaml(value)}")
    return "\n".join(lines)


def _yaml(value: Any) -> str:
    """JSON is YAML; a list of options or answers stands on lines of its own."""
    if isinstance(value, dict):
        return "".join(f"\n  {key}: {_json(text)}" for key, text in value.items())
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "".join(f"\n  - {_json(scene)}" for scene in value)
    if (
        isinstance(value, list)
        and value
        and isinstance(value[0], list)
        and isinstance(next(iter(value[0]), None), dict)
    ):
        return "".join(f"\n  - {_json(answer)}" for gap in value for answer in gap)
    return f" {value if isinstance(value, str) else _json(value)}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
