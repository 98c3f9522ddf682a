"""Which standards packages follow: what a build asks for, what the settings say, or SCORM 1.2."""

from __future__ import annotations

from collections.abc import Sequence

from smtrain import standards
from smtrain.diagnostics import Finding, Notes, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Module
from smtrain.source.yaml import Yaml
from smtrain.standards import Standard
from smtrain.workflow.errors import Refused

DEFAULT = ("scorm12",)
"""The standard that most systems take, and the only one whose answers Moodle's report shows."""

UNKNOWN_TARGET = rule(
    "SM219",
    "unknown-standard",
    """
    The settings ask for packages of a standard that smtrain does not build; the others are built.

    Bad::

        ---
        id: example
        title: Example
        language: en
        targets: [scorm13]
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        targets: [scorm12, scorm2004-4]
        ---

        ## Page

        Text.
    """,
    "warning",
)


def read_targets(names: Sequence[str], yaml: Yaml, notes: Notes) -> tuple[str, ...]:
    """The standards that a settings file names; unknown ones are noted."""
    known = standards.names()
    for index, name in enumerate(names):
        if name not in known:
            notes.add(
                UNKNOWN_TARGET,
                yaml.span(("targets", index)),
                f'"{name}" is no standard that smtrain builds',
                mend=did_you_mean(name, known),
            )
    return tuple(name for name in dict.fromkeys(names) if name in known)


def standards_of(module: Module, asked: Sequence[str] = ()) -> tuple[Standard, ...]:
    """The standards of a module's packages. Raises `Refused` for one asked for that is not known."""
    return tuple(_find(name) for name in dict.fromkeys(asked or module.targets or DEFAULT))


def check_limits(module: Module, asked: Sequence[str] = ()) -> tuple[Finding, ...]:
    """What the standards of a module's packages cannot hold; said once for all of them."""
    return tuple(dict.fromkeys(f for standard in standards_of(module, asked) for f in standard.check(module)))


def _find(name: str) -> Standard:
    try:
        return standards.find(name)
    except KeyError:
        known = standards.names()
        raise Refused(
            f'there is no standard "{name}"',
            mend=did_you_mean(name, known, "known here: " + ", ".join(known)),
        ) from None
