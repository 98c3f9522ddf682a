"""Findings that an author has silenced with a reason."""

from __future__ import annotations

from collections.abc import Iterable

from smtrain.diagnostics import Finding, rule
from smtrain.source.document import Document, Ignore

USELESS_IGNORE = rule(
    "SM124",
    "ignore-of-nothing",
    """
    A remark silences a finding that is not there; it may hide a later one that nobody looked at.

    Bad::

        ## Page

        <!-- smtrain: ignore SM405 because the logo has no words -->

        Text.

    Good::

        ## Page

        Text.
    """,
    "warning",
)

STYLE = ("SM85", "SM86", "SM87", "SM88", "SM89")
"""How the codes of advice on style begin."""


def once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings with one piece of advice on one place: what readers of two tracks get differs in numbers only."""
    seen: set[object] = set()
    kept = []
    for finding in findings:
        same: object = (finding.rule, finding.span) if finding.rule.severity == "advice" else finding
        if same not in seen:
            seen.add(same)
            kept.append(finding)
    return tuple(kept)


def without_ignored(
    findings: Iterable[Finding],
    documents: Iterable[Document],
    *,
    shared: Iterable[Document] = (),
    advised: bool = True,
) -> tuple[Finding, ...]:
    """The findings that nobody silenced, and one for each remark that silences nothing.

    Remarks in `shared` files silence as well; what one module has no use for, another may have. Where nobody was `advised` on style, remarks about that are left in peace.
    """
    ignores = [(document.file, ignore) for document in documents for ignore in document.ignores]
    others = [(document.file, ignore) for document in shared for ignore in document.ignores]
    used: set[Ignore] = set()
    kept: list[Finding] = []
    for finding in findings:
        silenced = next((i for file, i in (*ignores, *others) if _silences(i, file, finding)), None)
        if silenced:
            used.add(silenced)
        else:
            kept.append(finding)
    for _, ignore in ignores:
        if ignore not in used and (advised or not ignore.code.startswith(STYLE)):
            kept.append(
                Finding(
                    USELESS_IGNORE,
                    ignore.span,
                    f"there is no {ignore.code} in the block after this remark",
                    mend="leave the remark out",
                )
            )
    return tuple(kept)


def _silences(ignore: Ignore, file: str, finding: Finding) -> bool:
    return (
        finding.rule.code == ignore.code
        and finding.span.file == file
        and ignore.first_line <= finding.span.line <= ignore.last_line
    )
