"""Settings → tracks: which modules a public role takes, checked against the course."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, Place, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base.rules import UNKNOWN_AUDIENCE_VALUE, UNKNOWN_KEY
from smtrain.model.audience import Values
from smtrain.model.course import Track, TrackModule
from smtrain.source.configuration import BAD_SETTING
from smtrain.source.yaml import Path, Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import CourseFile, TrackEntry, TrackSettings

UNKNOWN_TRACK_MODULE = rule(
    "SM510",
    "track-with-an-unknown-module",
    """
    A track names a module that is not on the course's list, so its learners would miss it.

    Bad in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [exampel]}

    Bad in module.md::

        ## Page

        Text.

    Good in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example]}

    Good in module.md::

        ## Page

        Text.
    """,
)
REPEATED_TRACK_MODULE = rule(
    "SM511",
    "module-twice-in-a-track",
    """
    A track takes the same module twice; learners would get it once, and nobody could say in which form.

    Bad in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example, {id: example, optional: true}]}

    Bad in module.md::

        ## Page

        Text.

    Good in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example]}

    Good in module.md::

        ## Page

        Text.
    """,
)
OPTIONAL_CHOICE = rule(
    "SM534",
    "optional-in-one-of",
    """
    A module of which learners may choose instead of another one is called optional as well. That says nothing:
    one of them must be taken, and each of them will do.

    Bad in course.yaml::

        modules: [example, extra]
        tracks:
          essentials: {title: Essentials, modules: [one_of: [example, {id: extra, optional: true}]]}

    Bad in module.md::

        ## Page

        Text.

    Bad in extra/module.md::

        ---
        id: extra
        title: Extra
        language: en
        ---

        ## Page

        Text.

    Good in course.yaml::

        modules: [example, extra]
        tracks:
          essentials: {title: Essentials, modules: [one_of: [example, extra]]}

    Good in module.md::

        ## Page

        Text.

    Good in extra/module.md::

        ---
        id: extra
        title: Extra
        language: en
        ---

        ## Page

        Text.
    """,
)
MODULE_IN_NO_TRACK = rule(
    "SM512",
    "module-in-no-track",
    """
    The course has tracks, and no track takes this module: it is not built, and nobody is trained in it.

    Bad in course.yaml::

        modules: [example, extra]
        tracks:
          essentials: {title: Essentials, modules: [example]}

    Bad in module.md::

        ## Page

        Text.

    Bad in extra/module.md::

        ---
        id: extra
        title: Extra
        language: en
        ---

        ## Page

        Text.

    Good in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example]}

    Good in module.md::

        ## Page

        Text.
    """,
    "warning",
)

Audience = Mapping[str, Collection[str]]
"""The values that each audience key may have."""


def tracks_of(settings: CourseFile, yaml: Yaml, audience: Audience, notes: Notes) -> tuple[Track, ...]:
    """The tracks of a course; what they name and the course does not have is noted and left out."""
    tracks = tuple(
        _track(name, found, settings.modules, yaml, audience, notes)
        for name, found in settings.tracks.items()
    )
    taken = {entry.id for track in tracks for entry in track.modules}
    for index, module in enumerate(settings.modules if tracks else ()):
        if module not in taken:
            notes.add(
                MODULE_IN_NO_TRACK,
                yaml.span(("modules", index)),
                f'no track takes the module "{module}"',
                mend="name it in a track, or take it off the list",
            )
    return tracks


def readers_of_page(name: str, settings: CourseFile, yaml: Yaml, audience: Audience, notes: Notes) -> Values:
    """For whom a page that the course publishes is written; what nobody knows of readers is noted."""
    entry = settings.publish[name]
    if isinstance(entry, str):
        return {}
    _check_values(entry.readers, ("publish", name, "for"), yaml, audience, notes)
    return dict(entry.readers)


def _track(
    name: str,
    settings: TrackSettings,
    modules: Collection[str],
    yaml: Yaml,
    audience: Audience,
    notes: Notes,
) -> Track:
    place: Path = ("tracks", name)
    _check_values(settings.readers, (*place, "for"), yaml, audience, notes)
    found: dict[str, TrackModule] = {}
    for module in _entries(settings, place, yaml, audience, notes):
        span = module.span
        if module.id not in modules:
            notes.add(
                UNKNOWN_TRACK_MODULE,
                span,
                f'there is no module "{module.id}" in this course',
                mend=did_you_mean(module.id, modules, "put it on the list modules:"),
            )
        elif module.id in found:
            notes.add(
                REPEATED_TRACK_MODULE,
                span,
                f'the track takes "{module.id}" twice',
                also=(Place(found[module.id].span, "first here"),),
                mend="keep one of the two",
            )
        else:
            found[module.id] = module
    return Track(
        name,
        settings.title,
        tuple(found.values()),
        dict(settings.readers),
        settings.pass_mark,
        yaml.span(place, key=True),
    )


def _entries(
    settings: TrackSettings, place: Path, yaml: Yaml, audience: Audience, notes: Notes
) -> Iterator[TrackModule]:
    """The modules of a track in order, also those of which one is taken."""
    from smtrain.source.settings import OneOf

    for index, entry in enumerate(settings.modules):
        at = (*place, "modules", index)
        if not isinstance(entry, OneOf):
            yield _entry(entry, at, yaml.span(at), yaml, audience, notes)
            continue
        inside = [(*at, "one_of", number) for number in range(len(entry.one_of))]
        group = [
            _entry(one, where, yaml.span(where), yaml, audience, notes)
            for one, where in zip(entry.one_of, inside, strict=True)
        ]
        names = tuple(one.id for one in group)
        for one in group:
            if one.optional:
                notes.add(
                    OPTIONAL_CHOICE,
                    one.span,
                    f'"{one.id}" cannot be optional where one of several is taken',
                    mend="leave out optional, or take it out of the group",
                )
            yield replace(one, optional=False, one_of=names)


def _entry(
    entry: str | TrackEntry, place: Path, span: Span, yaml: Yaml, audience: Audience, notes: Notes
) -> TrackModule:
    if isinstance(entry, str):
        return TrackModule(entry, span=span)
    values: dict[str, str] = {}
    for key, value in entry.values().items():
        if isinstance(value, str):
            values[key] = value
        else:
            notes.add(
                BAD_SETTING,
                yaml.span((*place, key)),
                f'"{key}": one value is needed here',
                mend="make a track for each value",
            )
    _check_values(values, place, yaml, audience, notes)
    return TrackModule(entry.id, values, entry.optional, span=span)


def _check_values(
    values: Mapping[str, str], place: Path, yaml: Yaml, audience: Audience, notes: Notes
) -> None:
    for key, value in values.items():
        if key not in audience:
            notes.add(
                UNKNOWN_KEY,
                yaml.span((*place, key), key=True),
                f'nothing called "{key}" is known about readers',
                mend=did_you_mean(key, audience, "declare it under audience:"),
            )
        elif value not in audience[key]:
            notes.add(
                UNKNOWN_AUDIENCE_VALUE,
                yaml.span((*place, key)),
                f'"{key}" is never "{value}"',
                mend=did_you_mean(value, audience[key]),
            )
