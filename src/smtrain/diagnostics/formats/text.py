"""For people: the message, the source line with a mark under what is meant, and a way to mend it."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from smtrain.diagnostics.cells import harmless
from smtrain.diagnostics.excerpt import Excerpt
from smtrain.diagnostics.finding import Finding, Place
from smtrain.diagnostics.report import Report, lines_of


def render(report: Report) -> str:
    """All findings, an empty line between them, then the summary."""
    lines = {name: lines_of(text) for name, text in report.sources.items()}
    parts = ["\n".join(_finding(finding, report, lines)) for finding in report.findings]
    if report.summary:
        parts.append(report.paint(report.summary, "strong"))
    return "\n\n".join(parts)


def _finding(finding: Finding, report: Report, lines: dict[str, list[str]]) -> Iterator[str]:
    tone = finding.rule.severity
    head = report.paint(f"{tone}[{finding.rule.code}]", tone)
    yield head + report.paint(f": {harmless(finding.message)}", "strong")
    pictures = [
        (
            name,
            main,
            also,
            Excerpt(lines[name], main, also, report.paint, tone, report.width) if name in lines else None,
        )
        for name, main, also in _files(finding)
    ]
    digits = max((excerpt.digits for _, _, _, excerpt in pictures if excerpt), default=1)
    indent = " " * digits
    equals = report.paint(f"{indent} =", "frame")
    for name, main, also, excerpt in pictures:
        place = main or also[0]
        arrow = report.paint(indent + ("-->" if main else ":::"), "frame")
        yield f"{arrow} {name}:{place.span.line}:{place.span.column}"
        if excerpt:
            yield from excerpt.rows(digits)
        elif place.label:
            yield f"{equals} {harmless(place.label)}"
    if finding.mend:
        yield report.paint(f"{indent} |", "frame")
        mend = _wrapped(harmless(finding.mend), report.width, digits + len(" = help: "))
        yield f"{equals} {report.paint('help', 'help')}: {mend}"


def _wrapped(text: str, width: int, indent: int) -> str:
    """Lines no longer than `width`, all but the first with an indent."""
    rows = (
        row
        for line in text.split("\n")
        for row in wrap(line, max(30, width - indent), break_long_words=False, break_on_hyphens=False) or [""]
    )
    return ("\n" + " " * indent).join(rows)


def _files(finding: Finding) -> Iterator[tuple[str, Place | None, list[Place]]]:
    """The files a finding has places in, its own first, with the places in each."""
    others = {
        place.span.file: [p for p in finding.also if p.span.file == place.span.file] for place in finding.also
    }
    yield finding.span.file, Place(finding.span, finding.label), others.pop(finding.span.file, [])
    for name, places in others.items():
        yield name, None, places
