"""For programs: one JSON object, as `smtrain check --help` describes it. ASCII only, safe in any pipe."""

from __future__ import annotations

import json

from smtrain.diagnostics.finding import Finding
from smtrain.diagnostics.report import Report
from smtrain.diagnostics.span import Span


def render(report: Report) -> str:
    """`{"version": 1, "summary": …, "findings": […]}`; the version changes when a field's meaning does."""
    findings = [_finding(finding) for finding in report.findings]
    return json.dumps({"version": 1, "summary": report.summary, "findings": findings}, indent=2)


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.rule.code,
        "name": finding.rule.name,
        "severity": finding.rule.severity,
        "message": finding.message,
        **_place(finding.span, finding.label),
        "help": finding.mend,
        "also": [_place(place.span, place.label) for place in finding.also],
    }


def _place(span: Span, label: str) -> dict[str, object]:
    """Lines and columns count from 1 in characters; the end is the column after the last one."""
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
        "label": label,
    }
