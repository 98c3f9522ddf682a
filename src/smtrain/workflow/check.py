"""Check a course: everything that is wrong with it, in one run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from smtrain.diagnostics import Finding, Notes
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Course
from smtrain.render import Templates
from smtrain.workflow.course import read_course
from smtrain.workflow.errors import Refused
from smtrain.workflow.reading import Files
from smtrain.workflow.targets import check_limits
from smtrain.workflow.templates import templates
from smtrain.workflow.today import day
from smtrain.workflow.trial import try_templates


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. `sources` has the text of each file by the name that findings use.

    `course` is None when its settings cannot be read. `templates` are what its pages are made with.
    """

    course: Course | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    notices: tuple[str, ...] = ()
    templates: Templates = field(default_factory=templates)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.rule.severity == "error")


def check(
    path: Path,
    *,
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    standards: Sequence[str] = (),
    as_of: date | None = None,
    advice: bool = False,
) -> Checked:
    """Read and check the course or module at a path, for a company, an audience and some standards.

    Without `standards` those that the settings ask for are meant, or SCORM 1.2. `as_of` is the day that
    counts as today. `advice` asks for advice on style and teaching as well. Raises `Refused` when the path or a file cannot be read, a standard is not known, or nobody is addressed as `audience` says.
    """
    notes = Notes()
    files = Files(notes)
    read = read_course(
        path, files, notes, company=company, audience=audience or {}, today=day(as_of), advice=advice
    )
    if read.course:
        _refuse_unknown(audience or {}, read.course)
        packed = [variant.module for variant in read.course.variants]
        packed += [one.module for one in read.course.follow_ups]
        for module in packed:
            notes.extend(check_limits(module, standards))
        if read.overrides.pages and not _has_errors(notes):
            for module in packed:
                try_templates(module, read.overrides, standards, notes)
    made_with = read.overrides.templates()
    return Checked(read.course, notes.findings(), files.sources, read.notices, made_with)


def _has_errors(notes: Notes) -> bool:
    return any(finding.rule.severity == "error" for finding in notes)


def _refuse_unknown(audience: Mapping[str, str], course: Course) -> None:
    """A slip in a key or value would leave out nobody's text, or everybody's."""
    known: dict[str, set[str]] = {}
    for module in course.modules:
        for key in module.audience:
            known.setdefault(key.name, set()).update(key.values)
    for name, value in audience.items():
        if name not in known:
            raise Refused(
                f'nobody is addressed by "{name}" here',
                mend=did_you_mean(name, known, "declare it under audience: in the settings"),
            )
        if value not in known[name]:
            raise Refused(f'"{name}" cannot be "{value}" here', mend=did_you_mean(value, known[name]))
