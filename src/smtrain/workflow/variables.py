"""Which variables there are, and which value each has for this company."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.source.configuration import BAD_SETTING
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


MOST_CHARACTERS = 5_000
"""How long a value may become: a variable is a name, an address or a sentence, never a text."""


def values_of(declared: Declared, given: Yaml | None, notes: Notes) -> dict[str, str]:
    """The value of each variable: the company's, else the default, else the example to try things out.

    Once a company gives its values, examples no longer stand in for what is missing.
    """
    company: Mapping[str, str] = given.value if given else {}
    values: dict[str, tuple[str, Span]] = {}
    for name, entry in declared.items():
        value, span = entry.default or ("" if given else entry.example), entry.span
        if given and company.get(name):
            value, span = company[name], given.span((name,))
        if not value and entry.required:
            notes.add(
                MISSING_VALUE,
                entry.span,
                f'the required variable "{name}" has no value',
                mend=f'write "{name}: …" into company.yaml',
            )
        values[name] = value, span
    return _resolved(values, notes)


def note_undeclared(given: Yaml | None, declared: Collection[str], notes: Notes) -> None:
    """Note the values of a company that are of no use, because nothing declares them."""
    if given is None:
        return
    for name in given.value:
        if name not in declared:
            notes.add(
                UNKNOWN_VARIABLE,
                given.span((name,), key=True),
                f'no variable "{name}" is declared',
                mend=did_you_mean(name, declared, "declare it in course.yaml, or leave it out"),
            )


def _resolved(values: Mapping[str, tuple[str, Span]], notes: Notes) -> dict[str, str]:
    """Values may use other variables, each of which is settled before it is used."""
    uses = {name: set(_USED.findall(text)) & set(values) for name, (text, _) in values.items()}
    done: dict[str, str] = {}
    ready = [name for name in values if not uses[name]]
    users: dict[str, list[str]] = {name: [] for name in values}
    for name, used in uses.items():
        for other in used:
            users[other].append(name)
    waiting = {name: len(used) for name, used in uses.items()}
    while ready:
        name = ready.pop()
        done[name] = _filled(name, *values[name], done, notes)
        for user in users[name]:
            waiting[user] -= 1
            if not waiting[user]:
                ready.append(user)
    for name in _in_circles({name: uses[name] - set(done) for name in values if name not in done}):
        notes.add(
            CIRCLE,
            values[name][1],
            f'the value of "{name}" uses "{name}" again',
            mend="write the value without it",
        )
    return {name: done.get(name, "") for name in values}


def _filled(name: str, text: str, span: Span, done: Mapping[str, str], notes: Notes) -> str:
    if len(text) + sum(len(done.get(used, "")) for used in _USED.findall(text)) > MOST_CHARACTERS:
        notes.add(
            BAD_SETTING,
            span,
            f'the value of "{name}" has more than {MOST_CHARACTERS:,} characters',
            mend="write it as text on a page; other modules can include its file",
        )
        return ""
    return Filler(done, notes).text(text, span)


def _in_circles(uses: dict[str, set[str]]) -> list[str]:
    """The names that use themselves; not those that only use such a name."""
    while unused := set(uses) - set().union(*uses.values()):
        uses = {name: used for name, used in uses.items() if name not in unused}
    return list(uses)
