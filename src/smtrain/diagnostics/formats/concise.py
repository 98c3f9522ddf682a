"""One line a finding, as compilers and editors have it: `file:line:column: severity[code] message`."""

from __future__ import annotations

from smtrain.diagnostics.cells import harmless
from smtrain.diagnostics.finding import Finding
from smtrain.diagnostics.report import Report


def render(report: Report) -> str:
    """One line a finding, then the summary."""
    lines = [_line(finding) for finding in report.findings]
    return "\n".join([*lines, report.summary] if report.summary else lines)


def _line(finding: Finding) -> str:
    span, rule = finding.span, finding.rule
    mend = f" ({' '.join(finding.mend.split())})" if finding.mend else ""
    return harmless(
        f"{span.file}:{span.line}:{span.column}: {rule.severity}[{rule.code}] {finding.message}{mend}"
    )
