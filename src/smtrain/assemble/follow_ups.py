"""Settings → boosters and refreshers: what is asked of whom after a track, checked against the course."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Course, FollowUp, Track, TrackModule
from smtrain.model.follow_up import follow_up
from smtrain.model.plan import Plan
from smtrain.source.yaml import Path, Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import CourseFile, FollowUpSettings

NAMES_NOTHING = rule(
    "SM530",
    "booster-of-nothing",
    """
    A booster or refresher names a track or module that the course does not have, so nobody would get it.

    Bad in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example]}
        boosters:
          week: {title: One week later, after: 1 week, tracks: [essential]}

    Bad in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

    Good in course.yaml::

        tracks:
          essentials: {title: Essentials, modules: [example]}
        boosters:
          week: {title: One week later, after: 1 week, questions: 1, tracks: [essentials]}

    Good in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::
    """,
)
TOO_FEW = rule(
    "SM531",
    "booster-with-too-few-questions",
    """
    A booster or refresher is to ask more questions than the modules of a track have.

    It draws from what stands in their quizzes; only where a module has no quiz, from the questions beside it.
    Stories, surveys and questions for some readers only are not asked again.

    Bad in course.yaml::

        boosters:
          week: {title: One week later, after: 1 week, questions: 3}

    Bad in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

    Good in course.yaml::

        boosters:
          week: {title: One week later, after: 1 week, questions: 1}

    Good in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::
    """,
    "warning",
)
TAKEN_NAME = rule(
    "SM532",
    "booster-named-like-a-module",
    """
    A booster or refresher has the name of a module or of another one; packages and reports could not be told apart.

    Bad in course.yaml::

        boosters:
          example: {title: One week later, after: 1 week, questions: 1}

    Bad in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

    Good in course.yaml::

        boosters:
          week: {title: One week later, after: 1 week, questions: 1}

    Good in module.md::

        ## Page

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::
    """,
)


def plans_of(settings: CourseFile, yaml: Yaml, notes: Notes) -> tuple[Plan, ...]:
    """What the settings say of boosters and refreshers; what they name and the course does not have is noted."""
    plans: dict[str, Plan] = {}
    for kind, several in (("boosters", settings.boosters), ("refreshers", settings.refreshers)):
        for name, found in several.items():
            if name in settings.modules or name in plans:
                notes.add(
                    TAKEN_NAME,
                    yaml.span((kind, name), key=True),
                    f'"{name}" is the name of something else in this course',
                    mend=f"choose another one, such as {name}-again",
                )
            else:
                plans[name] = _plan(name, found, settings, yaml, (kind, name), notes)
    return tuple(plans.values())


def _plan(
    name: str, found: FollowUpSettings, settings: CourseFile, yaml: Yaml, place: Path, notes: Notes
) -> Plan:
    def known(key: str, names: list[str], there: Collection[str]) -> tuple[str, ...]:
        for index, one in enumerate(names):
            if one not in there:
                notes.add(
                    NAMES_NOTHING,
                    yaml.span((*place, key, index)),
                    f'there is no {key.removesuffix("s")} "{one}" in this course',
                    mend=did_you_mean(one, there),
                )
        return tuple(one for one in names if one in there)

    return Plan(
        name,
        found.title,
        found.after,
        found.questions,
        found.text,
        known("tracks", found.tracks, settings.tracks),
        known("modules", found.modules, settings.modules),
        found.mark(),
        yaml.span(place, key=True),
    )


def follow_ups_of(plans: tuple[Plan, ...], course: Course, notes: Notes) -> Iterator[FollowUp]:
    """The boosters and refreshers of each track, made from what all its learners get of its required modules.

    Without tracks the course's own order counts as one track.
    """
    whole = Track("", course.title, tuple(TrackModule(module.id) for module in course.modules))
    boosters = [plan for plan in plans if not plan.renews]
    for plan in plans:
        turn = (boosters.index(plan), len(boosters)) if plan in boosters else (0, 1)
        for track in course.tracks or (whole,):
            if plan.tracks and track.id not in plan.tracks:
                continue
            asked_of = (entry for entry in track.modules if not entry.optional and not entry.one_of)
            found = (course.variant(track, entry) for entry in asked_of)
            made = follow_up(plan, track, [variant for variant in found if variant], turn)
            later = FollowUp(plan, track, made) if made else None
            asked = later.questions if later else 0
            if asked < plan.questions:
                notes.add(
                    TOO_FEW,
                    plan.span,
                    f"{_of(track)} only {asked} of {plan.questions} questions can be asked",
                    mend="write more questions, or ask for fewer",
                )
            if later:
                yield later


def _of(track: Track) -> str:
    return f"in the track {track.id}" if track.id else "here"
