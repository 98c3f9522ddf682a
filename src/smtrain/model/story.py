"""A branching story as a graph: scenes, the choices that lead from one to the next, and what a choice changes.

Learners meet the same story in `scorm_templates/player/story.js`; both must read it alike.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from smtrain.diagnostics import Span

MOST = 99
"""Numbers of a story stay between -99 and 99, so that it has an end of possibilities."""

GRADES = {"safe": 2, "mixed": 1, "unsafe": 0, "good": 2, "neutral": 1, "bad": 0}
"""How an ending can be graded, and what it is worth in a story whose choices have no scores."""


class Bound(NamedTuple):
    """A condition on one number: it lies from `low` to `high`, both included; or, `outside`, it does not.

    A flag is the number 1 when it is set and 0 when it is not.
    """

    name: str
    low: int
    high: int
    outside: bool = False

    def holds(self, value: int) -> bool:
        """Whether it holds for a value."""
        return (self.low <= value <= self.high) != self.outside


class Effect(NamedTuple):
    """What a choice does to one number: adds `value` where it `keeps` what there was, else puts it there."""

    name: str
    keeps: bool
    value: int

    def on(self, value: int) -> int:
        """The number after the choice."""
        return max(-MOST, min(MOST, (value if self.keeps else 0) + self.value))


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to go on. `id` is its own within the scene, `to` the scene it leads to.

    `score` counts the first time it is taken. It is offered while all `tests` hold. `text` and `place` are
    for people; two stories that differ in them alone are the same.
    """

    id: str
    to: str
    score: int = 0
    effects: tuple[Effect, ...] = ()
    tests: tuple[Bound, ...] = ()
    text: str = field(default="", compare=False)
    place: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """One scene. While not all its `tests` hold, the scene after it is shown in its place.

    `end` is how an ending is graded, "" for a scene that goes on. `points` is what the ending adds.
    """

    id: str
    choices: tuple[Choice, ...] = ()
    end: str = ""
    tests: tuple[Bound, ...] = ()
    points: int = 0
    text: str = field(default="", compare=False)
    place: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Story:
    """All scenes in order, the first is the start. `accepted` are the grades of endings that can pass.

    All grades can where it is empty.
    """

    scenes: tuple[Scene, ...]
    accepted: tuple[str, ...] = ()

    def place_of(self, scene: str) -> int:
        """Where a scene stands; -1 when there is none of this id."""
        return next((i for i, one in enumerate(self.scenes) if one.id == scene), -1)

    def names(self) -> tuple[str, ...]:
        """The numbers and flags that choices change or conditions ask for, sorted."""
        choices = [choice for scene in self.scenes for choice in scene.choices]
        tests = [test for scene in self.scenes for test in scene.tests]
        tests += [test for choice in choices for test in choice.tests]
        changed = {effect.name for choice in choices for effect in choice.effects}
        return tuple(sorted(changed | {test.name for test in tests}))

    def accepts(self, scene: Scene) -> bool:
        """Whether an ending can pass."""
        return bool(scene.end) and (not self.accepted or scene.end in self.accepted)


Values = tuple[int, ...]
"""The numbers of a story, in the order of `Story.names()`."""


class Position(NamedTuple):
    """Where a learner stands: the place of the scene, the numbers, and the choices that have earned."""

    scene: int
    values: Values
    earned: frozenset[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Play:
    """A story made ready to be played: the same steps for a learner, an analysis and a map."""

    story: Story
    names: tuple[str, ...]

    @classmethod
    def of(cls, story: Story) -> Play:
        """The rules of a story that has a scene."""
        return cls(story, story.names())

    def holds(self, tests: tuple[Bound, ...], values: Values) -> bool:
        """Whether all tests hold."""
        return all(test.holds(values[self.names.index(test.name)]) for test in tests)

    def enter(self, place: int, values: Values) -> int | None:
        """The scene that is shown to somebody who is led to a place; None when none after it can be."""
        scenes = enumerate(self.story.scenes[place:], place)
        return next((at for at, scene in scenes if self.holds(scene.tests, values)), None)

    def start(self) -> Position:
        """The beginning, with every number at 0."""
        values = (0,) * len(self.names)
        return Position(self.enter(0, values) or 0, values, frozenset())

    def scene(self, position: Position) -> Scene:
        """The scene at a position."""
        return self.story.scenes[position.scene]

    def offered(self, position: Position) -> tuple[Choice, ...]:
        """The choices that can be taken there; an ending has none."""
        scene = self.scene(position)
        return tuple(c for c in scene.choices if not scene.end and self.holds(c.tests, position.values))

    def gain(self, position: Position, choice: Choice) -> int:
        """The points that a choice earns there: the same choice earns only once."""
        return 0 if (position.scene, choice.id) in position.earned else choice.score

    def after(self, position: Position, choice: Choice) -> Values:
        """The numbers after a choice."""
        values = list(position.values)
        for effect in choice.effects:
            at = self.names.index(effect.name)
            values[at] = effect.on(values[at])
        return tuple(values)

    def take(self, position: Position, choice: Choice) -> Position:
        """The position after a choice."""
        values = self.after(position, choice)
        place = self.story.place_of(choice.to)
        entered = self.enter(place, values)
        earned = position.earned | {(position.scene, choice.id)} if choice.score else position.earned
        return Position(place if entered is None else entered, values, earned)
