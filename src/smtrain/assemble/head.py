"""What the settings of a module say about the whole of it: how long it takes, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base.rules import UNKNOWN_AUDIENCE_VALUE
from smtrain.model.audience import AudienceKey
from smtrain.model.course import Change, Lesson
from smtrain.model.node import walk
from smtrain.source.yaml import Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter

CHANGE_OF_NOTHING = rule(
    "SM229",
    "change-of-nothing",
    """
    A note on what has changed names an id that the module does not have, so its link would lead nowhere.

    Bad::

        ---
        id: example
        title: Example
        language: en
        version: "1.1"
        changed:
          - {version: "1.1", date: 2026-11-01, text: The desk has moved., ids: [desc]}
        ---

        ## Whom to ask {#desk}

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        version: "1.1"
        changed:
          - {version: "1.1", date: 2026-11-01, text: The desk has moved., ids: [desk]}
        ---

        ## Whom to ask {#desk}

        Text.
    """,
)
CHANGE_TO_COME = rule(
    "SM230",
    "change-of-a-later-version",
    """
    A note on what has changed is about a later version than the module says it is, so nobody would see it.

    Learners see it when they come back with an older version. Raise `version` together with the note.

    Bad::

        ---
        id: example
        title: Example
        language: en
        version: "1.0"
        changed:
          - {version: "1.1", date: 2026-11-01, text: The desk has moved.}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        version: "1.1"
        changed:
          - {version: "1.1", date: 2026-11-01, text: The desk has moved.}
        ---

        ## Page

        Text.
    """,
    "warning",
)

Minutes = tuple[tuple[str, str, int], ...]


def minutes_of(
    settings: FrontMatter, audience: Mapping[str, AudienceKey], yaml: Yaml, notes: Notes
) -> tuple[int | None, Minutes]:
    """How long the module takes at most, and for readers with one value of an audience key.

    Where the settings give a time for each depth, the names are values of the key that has them all.
    """
    given = settings.duration
    if given is None or isinstance(given, int):
        return _minutes(given), ()
    known = {value: name for name, key in audience.items() for value in key.values}
    key = next((name for name, one in audience.items() if set(given) <= set(one.values)), "")
    if not key:
        wrong = next((name for name in given if name not in known), next(iter(given), ""))
        notes.add(
            UNKNOWN_AUDIENCE_VALUE,
            yaml.span(("duration", wrong), key=True),
            f'no reader is "{wrong}", or not of the same kind as the others here',
            mend=did_you_mean(wrong, known, "name the values of one audience key, such as depth"),
        )
    each = tuple((key, value, _minutes(seconds) or 0) for value, seconds in given.items())
    return max((minutes for _, _, minutes in each), default=None), each if key else ()


def _minutes(seconds: int | None) -> int | None:
    return max(1, round(seconds / 60)) if seconds else None


def changes_of(
    settings: FrontMatter, lessons: tuple[Lesson, ...], yaml: Yaml, notes: Notes
) -> tuple[Change, ...]:
    """What each version changed, as the settings list it."""
    if not settings.changed:
        return ()
    ids = {str(name) for node in walk(lessons) if (name := getattr(node, "id", ""))}
    for index, entry in enumerate(settings.changed):
        for place, name in enumerate(entry.ids):
            if name not in ids:
                notes.add(
                    CHANGE_OF_NOTHING,
                    yaml.span(("changed", index, "ids", place)),
                    f'there is no "{name}" that could have changed',
                    mend=did_you_mean(name, ids, "leave it out, or name what stands there now"),
                )
        if _numbers(entry.version) > _numbers(settings.version):
            notes.add(
                CHANGE_TO_COME,
                yaml.span(("changed", index, "version")),
                f"this module is still version {settings.version}",
                mend=f'write version: "{entry.version}" above',
            )
    return tuple(
        Change(yaml.span(("changed", index)), entry.version, entry.date, entry.text, tuple(entry.ids))
        for index, entry in enumerate(settings.changed)
    )


def _numbers(version: str) -> tuple[int, ...]:
    """The numbers in a version, to compare it as the player does."""
    return tuple(int(number) for number in re.findall(r"\d{1,9}", version))
