"""Which variables there are, and which value each has for this company."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.source.fill import UNKNOWN_VARIABLE, Filler
from smtrain.source.yaml import Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import CourseFile, FrontMatter

MISSING_VALUE = rule(
    "SM504",
    "variable-without-value",
    """
    A required variable has no value, so learners would see a hole.

    Values come from `company.yaml`, from `--company FILE`, or, to try a course out, from the examples
    in the declaration.

    Bad::

        ---
        id: example
        title: Example
        language: en
        variables: {press.mail: {required: true}}
        ---

        ## Page

        Write to {{ press.mail }}.

    Good::

        ---
        id: example
        title: Example
        language: en
        variables: {press.mail: {required: true, example: press@example.org}}
        ---

        ## Page

        Write to {{ press.mail }}.
    """,
)
CIRCLE = rule(
    "SM509",
    "variables-in-a-circle",
    """
    The default of a variable uses the variable itself, directly or by way of others.

    Bad::

        ---
        id: example
        title: Example
        language: en
        variables: {tag: "I work with {{ tag }}"}
        ---

        ## Page

        Say: {{ tag }}.

    Good::

        ---
        id: example
        title: Example
        language: en
        variables: {name: Example Ltd, tag: "I work with {{ name }}"}
        ---

        ## Page

        Say: {{ tag }}.
    """,
)

_USED = re.compile(r"\{\{[ \t]*([A-Za-z][\w-]*(?:\.[\w-]+)*)[ \t]*\}\}")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declared variable and its place."""

    span: Span
    required: bool = False
    default: str = ""
    example: str = ""


Declared = Mapping[str, Declaration]


def declare(settings: CourseFile | FrontMatter, yaml: Yaml) -> dict[str, Declaration]:
    """The variables that a settings file declares; a plain text is a default."""
    found = {}
    for name, entry in settings.variables.items():
        span = yaml.span(("variables", name), key=True)
        if isinstance(entry, str):
            found[name] = Declaration(span, default=entry)
        else:
            found[name] = Declaration(span, entry.required, entry.default, entry.example)
    return found


def values_of(declared: Declared, given: Yaml | None, notes: Notes) -> dict[str, str]:
    """The value of each variable: the company's, else the default, else the example to try things out.

    Once a company gives its values, examples no longer stand in for what is missing.
    """
    company: Mapping[str, str] = given.value if given else {}
    for name in company:
        if name not in declared and given:
            notes.add(
                UNKNOWN_VARIABLE,
                given.span((name,), key=True),
                f'no variable "{name}" is declared',
                mend=did_you_mean(name, declared, "declare it in course.yaml, or leave it out"),
            )
    values: dict[str, str] = {}
    for name, entry in declared.items():
        value = company.get(name) or entry.default or ("" if given else entry.example)
        if not value and entry.required:
            notes.add(
                MISSING_VALUE,
                entry.span,
                f'the required variable "{name}" has no value',
                mend=f'write "{name}: …" into company.yaml',
            )
        values[name] = value
    return _resolved(values, declared, notes)


def _resolved(values: dict[str, str], declared: Declared, notes: Notes) -> dict[str, str]:
    """Values may use other variables."""
    done: dict[str, str] = {}
    for name in values:
        text, rounds = values[name], 0
        while _USED.search(text) and rounds < len(values) + 1:
            text = Filler(values, notes).text(text, declared[name].span)
            rounds += 1
            if any(found not in values for found in _USED.findall(text)):
                break
        if rounds > len(values):
            notes.add(
                CIRCLE,
                declared[name].span,
                f'the value of "{name}" uses "{name}" again',
                mend="write the value without it",
            )
            text = ""
        done[name] = text
    return done
