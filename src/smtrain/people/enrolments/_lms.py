"""What is handed over to an LMS, and the form in which every writer takes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from smtrain.diagnostics import Finding, Span
from smtrain.people.changes import Change
from smtrain.people.issues import Issues
from smtrain.people.kept import OPEN, Assigned
from smtrain.people.person import Person
from smtrain.people.plan import Plan
from smtrain.people.policy import Track
from smtrain.people.rules_run import LACKS, NAME_REFUSED

BLOCK = 256
"""People whose lines are made together."""

Text = Iterator[str]
"""A file's text, in pieces of any length."""


class Output(NamedTuple):
    """A file to be written: its text, in pieces, or its bytes."""

    name: str
    content: Callable[[], Text] | bytes


class Removal(NamedTuple):
    """A track that somebody loses. `person` is None when they are not in the roster any more."""

    id: str
    track: str
    person: Person | None


@dataclass(frozen=True, slots=True)
class Handover:
    """A plan on its way to one LMS.

    `options` is what the rules file says of the LMS, `template` the customer's template with its name.
    `issues` takes who cannot be handed over.
    """

    lms: str
    plan: Plan
    changes: Iterable[Change]
    issues: Issues
    options: Mapping[str, object] = field(default_factory=dict)
    template: tuple[str, bytes] | None = None
    _known: dict[int, tuple[Assigned, ...]] = field(default_factory=dict)

    def named(self, track: str, what: str, otherwise: str | None = None) -> str:
        """What the LMS calls a track, under one of its settings; else the track's id, or `otherwise`."""
        found = self.track(track).lms.get(self.lms, {}).get(what)
        return found or (track if otherwise is None else otherwise)

    def track(self, name: str) -> Track:
        """What is known of a track; of one that is no longer declared, its name."""
        return self.plan.policy.tracks.get(name) or Track(name)

    def enrolled(self) -> Iterator[tuple[Person, tuple[Assigned, ...]]]:
        """Everyone with the tracks to be enrolled in: those in force that no other one covers."""
        unsafe = self.plan.roster.unsafe
        known = self._known
        for person, given in zip(self.plan.people, self.plan.given, strict=True):
            tracks = known.get(id(given))
            if tracks is None:
                tracks = known[id(given)] = enrolled(given)
            if tracks and person[0] not in unsafe:
                yield person, tracks

    def blocks(self) -> Iterator[tuple[list[Person], list[tuple[Assigned, ...]]]]:
        """The same, some thousands at a time."""
        self.distinct()
        plan, unsafe = self.plan, self.plan.roster.unsafe
        for start in range(0, len(plan.people), BLOCK):
            people = list(plan.people[start : start + BLOCK])
            tracks = [self._known[id(given)] for given in plan.given[start : start + BLOCK]]
            if unsafe or not all(tracks):
                kept = [n for n, own in enumerate(tracks) if own and people[n][0] not in unsafe]
                people, tracks = [people[n] for n in kept], [tracks[n] for n in kept]
            if people:
                yield people, tracks

    def distinct(self) -> list[tuple[Assigned, ...]]:
        """Every different list of tracks that somebody is enrolled in."""
        for given, _ in self.plan.kinds.values():
            self._known.setdefault(id(given), enrolled(given))
        return [tracks for tracks in self._known.values() if tracks]

    def removed(self) -> Iterator[Removal]:
        """Every track that somebody has lost since the last run, also to a track that covers it."""
        people = {person[0]: person for person in self._changed()}
        for change in self.changes:
            for track in change.removed:
                if change.id not in self.plan.roster.unsafe:
                    yield Removal(change.id, track, people.get(change.id))

    def _changed(self) -> Iterator[Person]:
        wanted = {change.id for change in self.changes if change.removed}
        return (person for person in self.plan.people if person[0] in wanted) if wanted else iter(())

    def reader(self, *fields: str) -> Callable[[Person], tuple[str, ...]]:
        """What gives these fields of a person, "" for those that the roster does not have."""
        places = [self.plan.roster.at(name) for name in fields]
        return lambda person: tuple(["" if at is None else person[at] for at in places])

    def refuse(self, track: str, words: str, mend: str) -> None:
        """Note, at the track's place in the rules file, that the LMS would misread a name."""
        place = self.plan.policy.places.get(f"track {track}") or Span.point(self.issues.file)
        self.issues.elsewhere.append(Finding(NAME_REFUSED, place, words, mend=mend))

    def lacks(self, person: str, what: str) -> None:
        """Note that somebody cannot be handed over."""
        self.issues.add(
            LACKS,
            self.plan.roster.line_of(person),
            f"{person} has no {what}, by which {self.lms} knows people",
            mend="add it in the roster; until then the person is not in this file",
            who=person,
        )


def enrolled(given: tuple[Assigned, ...]) -> tuple[Assigned, ...]:
    """Those of a person's tracks that an LMS is told of."""
    return tuple(track for track in given if track.status in OPEN and track.status != "covered")


@dataclass(frozen=True, slots=True)
class Lms:
    """A learning system.

    `write` gives its files. `removes` says whether they can take people out of a track. `next` is what to do
    with them. `template` is whether a file of the customer's has to be filled in.
    """

    title: str
    write: Callable[[Handover], Iterable[Output]]
    next: str
    removes: bool = False
    template: bool = False
    check: Callable[[Handover], None] = lambda handover: None
