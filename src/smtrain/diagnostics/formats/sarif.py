"""For code-scanning services: SARIF 2.1.0 (OASIS standard), with each rule's explanation inside."""

from __future__ import annotations

import json
from urllib.parse import quote

from smtrain import __version__
from smtrain.diagnostics.finding import Finding
from smtrain.diagnostics.report import Report
from smtrain.diagnostics.rule import Rule
from smtrain.diagnostics.span import Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> str:
    """A log of one run. Columns count code points (section 3.14.17), as our spans do. ASCII only."""
    rules = sorted({finding.rule for finding in report.findings}, key=lambda rule: rule.code)
    index = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "smtrain",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, index[finding.rule.code]) for finding in report.findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.reason},
        "help": {"text": rule.explanation},
        "defaultConfiguration": {"level": _level(rule)},
    }


def _level(rule: Rule) -> str:
    """Advice is a "note" (section 3.27.10)."""
    return "note" if rule.severity == "advice" else rule.severity


def _result(finding: Finding, index: int) -> dict[str, object]:
    text = f"{finding.message}\n\nHelp: {finding.mend}" if finding.mend else finding.message
    result: dict[str, object] = {
        "ruleId": finding.rule.code,
        "ruleIndex": index,
        "level": _level(finding.rule),
        "message": {"text": text},
        "locations": [_location(finding.span)],
    }
    if finding.also:
        result["relatedLocations"] = [
            {**_location(place.span), "message": {"text": place.label}} for place in finding.also
        ]
    return result


def _location(span: Span) -> dict[str, object]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": region}}


def _uri(name: str) -> str:
    """A file's name as a URI reference: relative as it stands, absolute with its scheme (RFC 8089)."""
    path = name.replace("\\", "/")
    if path[1:3] == ":/":
        return "file:///" + path[:2] + quote(path[2:])
    return ("file://" if path.startswith("/") else "") + quote(path)
