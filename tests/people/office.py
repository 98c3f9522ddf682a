"""A folder with a roster and HR's rules, where `assign` is run for real."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path
from textwrap import dedent
from typing import Any

from smtrain.people.kept import Assigned as Track
from smtrain.workflow.assign import Assigned, Request, assign
from tests.workbench import RULES

DAY = date(2026, 3, 1)

EXAMPLE_RULES = """\
version: 1
as_of_timezone: Europe/Berlin
population: {status: [active, on_leave]}
pause_due: {status: [on_leave]}
tracks:
  sup-onboarding: {modules: [welcome, ticket-desk, tone-of-voice], due: {days: 30, from: hire_date}}
  privacy-basics: {modules: [privacy-1], due: {days: 30, from: assigned}, valid_for: 12 months}
  privacy-advanced: {modules: [privacy-1, privacy-2], due: {days: 30, from: assigned}, valid_for: 12 months}
  forklift:
    modules: [forklift-theory, forklift-check]
    due: {days: 14, from: assigned}
    valid_for: 24 months
    refresh: {opens: 60 days, modules: [forklift-refresher], anchor: expiry}
    lms: {moodle: {cohort: trk-forklift}, canvas: {course_id: FORK-01}}
exclusive:
  privacy: [privacy-basics, privacy-advanced]
rules:
  - id: sup-eu-onboarding
    assign: sup-onboarding
    priority: 30
    effective: {from: 2026-01-01}
    when:
      all:
        - public_role: support-agent
        - region: {under: EU}
        - tenure_days: {max: 90}
  - {id: privacy-all, assign: privacy-basics, priority: 10, when: {public_role: {any: true, or_missing: true}}}
  - id: privacy-adv
    assign: privacy-advanced
    priority: 20
    when: {any: [{department: Care}, {manages_people: true}]}
  - id: forklift-logistics
    assign: forklift
    priority: 20
    when: {all: [{department: Logistics}, {public_role: [warehouse-operator, team-lead]}]}
opt_in:
  - {track: forklift, people: ["000418"], level: optional}
exempt:
  - {track: forklift, people: ["000102"], until: 2026-12-31, reason: desk role, approved_by: HR}
unmatched: report
"""
"""The rules of the worked examples."""

EXAMPLE_ROSTER = """\
id,given,public role,department,region,manager id,hire date,status,username
000100,Li,team-lead,Care,EU/DE,,2020-01-01,active,li
000101,Mo,team-lead,Platform,US,,2020-01-01,active,mo
000102,No,team-lead,Logistics,EU/DE,,2020-01-01,active,no
000417,Ana,support-agent,Care,EU/DE,000100,2026-02-02,active,ana
000418,Ben,engineer,Platform,US,000101,2020-01-01,active,ben
000419,Cy,support-agent,Care,EU/FR,000100,2024-03-01,on_leave,cy
000420,Di,warehouse-operator,Logistics,EU/DE,000102,2020-01-01,active,di
000421,Eve,,Finance,EU/DE,000101,2020-01-01,active,eve
"""
COMPLETED = "id,track,completed_on\n000420,forklift,2024-04-10\n"


class Office:
    """Writes files and runs `assign` on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, content: str | bytes) -> Path:
        """A file; a text may be indented like the test it stands in."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else dedent(content).lstrip("\n").encode())
        return path

    def run(self, roster: str | bytes | Path = "roster.csv", rules: str = RULES, **more: Any) -> Assigned:
        """Run on a roster, given as its text or path. `on` is the day, by default 2026-03-01."""
        path = roster if isinstance(roster, Path) else self.write(more.pop("name", "roster.csv"), roster)
        self.write("assignment.yaml", rules)
        on = more.pop("on", DAY)
        if completed := more.pop("completed", ""):
            more["completed"] = self.write("completed.csv", completed)
        return assign(Request(path, self.folder / "assignment.yaml", on, **more))

    def out(self, name: str) -> str:
        """What a run has written into the folder `out`."""
        return (self.folder / "out" / name).read_text("utf-8")

    def rows(self, name: str) -> list[dict[str, str]]:
        """A CSV that a run has written, row by row."""
        return list(csv.DictReader(self.out(name).splitlines()))


def said(done: Assigned) -> list[str]:
    """Codes, lines and messages of what was found."""
    return [f"{f.rule.code} {f.span.line}: {f.message}" for f in done.findings]


def tracks(done: Assigned) -> dict[str, dict[str, Track]]:
    """Each person's tracks by their id."""
    assert done.plan, said(done)
    return {
        person[0]: {track.track: track for track in given}
        for person, given in zip(done.plan.people, done.plan.given, strict=True)
    }


def people(done: Assigned) -> list[tuple[str, ...]]:
    """The people that were read."""
    assert done.plan, said(done)
    return list(done.plan.people)


def listed(done: Assigned) -> dict[str, list[str]]:
    """Who is on which list."""
    assert done.plan, said(done)
    return {name: [one.id for one in some] for name, some in done.plan.lists.items() if some}
