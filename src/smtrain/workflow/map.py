"""Draw the maps of a course's scenarios."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smtrain.diagnostics import Finding
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.review.maps import renderer
from smtrain.review.story_map import StoryMap, story_map
from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused


@dataclass(frozen=True, slots=True)
class Maps:
    """The maps, by the name of the file that each would go to without its ending.

    A story with errors in its paths is drawn all the same: a map shows where they are.
    """

    drawn: Mapping[str, str]
    findings: tuple[Finding, ...]
    notices: tuple[str, ...] = ()


def maps(
    path: Path,
    *,
    form: str,
    scenario: str = "",
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Maps:
    """The maps of all scenarios at a path, or of one, in a format of `review.maps`.

    Raises `Refused` when the path cannot be read, there is no such scenario, or none that can be drawn.
    """
    checked = check(path, company=company, audience=audience, as_of=as_of)
    found: dict[str, StoryMap] = {}
    for module in checked.course.modules if checked.course else ():
        for question in module.questions():
            if story := story_map(question):
                found[f"{module.id}.{question.id}"] = story
    if not found:
        mend = 'write one, ::: scenario; "smtrain explain scenario" shows how'
        if checked.errors:
            mend = '"smtrain check" says what is wrong'
        raise Refused("there is no scenario here that can be drawn", mend=mend)
    chosen = {name: one for name, one in found.items() if scenario in ("", one.id)}
    if not chosen:
        known = [one.id for one in found.values()]
        raise Refused(f'there is no scenario "{scenario}" here', mend=did_you_mean(scenario, known))
    draw = renderer(form)
    return Maps({name: draw(one) for name, one in chosen.items()}, checked.findings, checked.notices)
