"""A check of a whole course: all in one run, for a company, an audience and some standards."""

from __future__ import annotations

import pytest

from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused
from tests.marks import Desk, said

COURSE = "audience: {role: {values: [hr, it], default: it}}\n"


def test_findings_are_in_the_order_of_files_lines_and_columns(desk: Desk) -> None:
    """Whatever part of smtrain found them."""
    path = desk.write(
        "## Page\n\n[here](#x) <b> ![](media/x.png)\n",
        {"course.yaml": COURSE + "modules: [example, other]\n", "other/module.md": "---\nid: o\n---\n"},
    )
    spans = [finding.span for finding in check(path).findings]
    assert spans == sorted(spans)
    assert len(spans) > 5


def test_the_source_of_every_finding_is_at_hand(desk: Desk) -> None:
    """By the name that the finding has, for the report."""
    path = desk.write(
        "## Page\n\nBold <b>.\n\n::: include {file=b.md}\n\n:::\n",
        {"b.md": "<i>\n", "course.yaml": "titel: x\n"},
    )
    checked = check(path)
    assert {finding.span.file for finding in checked.findings} == set(checked.sources)
    assert len(checked.sources) == 3


def test_errors_are_the_findings_that_stop_a_build(desk: Desk) -> None:
    """Warnings do not."""
    checked = check(desk.write("## Page\n\nSee [here](https://example.org). <b>\n"))
    assert [finding.rule.code for finding in checked.findings] == ["SM406", "SM110"]
    assert [finding.rule.code for finding in checked.errors] == ["SM110"]


@pytest.mark.parametrize(
    ("audience", "mend"), [({"rol": "hr"}, 'did you mean "role"?'), ({"role": "h"}, 'did you mean "hr"?')]
)
def test_an_audience_that_nobody_is_is_refused(desk: Desk, audience: dict[str, str], mend: str) -> None:
    """A slip would leave out nobody's text, or everybody's."""
    path = desk.write("## Page\n\nText\n", {"course.yaml": COURSE})
    with pytest.raises(Refused) as refused:
        check(path, audience=audience)
    assert mend in refused.value.mend or "known here" in refused.value.mend


def test_an_unknown_standard_is_refused(desk: Desk) -> None:
    """With the nearest one."""
    with pytest.raises(Refused) as refused:
        check(desk.write("## Page\n\nText\n"), standards=["scorm13"])
    assert "scorm12" in refused.value.mend


def test_the_same_course_gives_the_same_findings(desk: Desk) -> None:
    """In another folder too, but for the names of the files."""
    text = "## Page\n\n[here](#x) <b> ![](media/x.png)\n\n::: tabz\n\n:::\n"
    first, second = (check(desk.write(text)).findings for _ in range(2))
    assert said(first) == said(second)
    assert [finding.span[1:] for finding in first] == [finding.span[1:] for finding in second]
