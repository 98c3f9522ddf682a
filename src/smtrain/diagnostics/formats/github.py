"""For GitHub Actions: workflow commands that become remarks beside the changed lines of a pull request.

The form is that of GitHub's page "Workflow commands for GitHub Actions"; the escapes are those its own
toolkit writes (`%`, line breaks, and in properties also `:` and `,`).
"""

from __future__ import annotations

from smtrain.diagnostics.finding import Finding
from smtrain.diagnostics.report import Report


def render(report: Report) -> str:
    """One command a finding, then the summary as a plain line of the log."""
    lines = [_command(finding) for finding in report.findings]
    return "\n".join([*lines, _text(report.summary)] if report.summary else lines)


def _command(finding: Finding) -> str:
    span, rule = finding.span, finding.rule
    where = [("file", span.file), ("line", span.line), ("endLine", span.end_line)]
    if span.line == span.end_line:  # GitHub drops remarks that have columns on two lines
        where += [("col", span.column), ("endColumn", max(span.column, span.end_column - 1))]
    where.append(("title", f"{rule.code} {rule.name}"))
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in where)
    text = f"{finding.message}\n{finding.mend}" if finding.mend else finding.message
    level = "notice" if rule.severity == "advice" else rule.severity
    return f"::{level} {properties}::{_text(text)}"


def _text(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _text(text).replace(":", "%3A").replace(",", "%2C")
