"""All ways through a story, looked at one by one: what can be reached, what it earns, where it gets stuck.

The search is exact. It walks positions (scene, numbers, and those points that a loop could earn again), of
which a story has only so many, and gives up beyond `MOST_POSITIONS`.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from functools import lru_cache

from smtrain.model.components import components
from smtrain.model.story import GRADES, Choice, Play, Position, Scene, Story

MOST_POSITIONS = 20_000
"""More positions than a story told by a person has; a search through so many takes about a second."""

_ROUNDS = 30
"""More decisions than a story asks of anybody."""

Path = tuple[str, ...]
"""The ids of the choices taken, in order."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A position worth telling of: its scene, the numbers there, and a shortest path that leads to it."""

    scene: Scene
    numbers: tuple[tuple[str, int], ...]
    path: Path
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """The most points with which an ending can be reached, and a path that earns them."""

    scene: Scene
    points: int
    path: Path


@dataclass(slots=True)
class Paths:
    """What was found out about a story.

    `reached` are ids of scenes that somebody can see; `met` and `failed` say of the tests of a scene or
    choice, by their keys, whether they ever held and ever did not. `stuck` are scenes where nothing is
    offered, `lost` those that go round for ever, `fallen` choices that lead to
    conditions of which none holds. `loops` are choices with points that can be taken again. `steps` is
    the most choices a kept path can have.
    """

    complete: bool = True
    reached: set[str] = field(default_factory=set)
    met: set[tuple[str, str]] = field(default_factory=set)
    failed: set[tuple[str, str]] = field(default_factory=set)
    stuck: dict[str, Stop] = field(default_factory=dict)
    lost: dict[str, Stop] = field(default_factory=dict)
    fallen: dict[tuple[str, str], Stop] = field(default_factory=dict)
    endings: dict[str, Ending] = field(default_factory=dict)
    loops: set[tuple[str, str]] = field(default_factory=set)
    steps: int = 0

    def best(self, story: Story, *, passing: bool = False) -> Ending | None:
        """The ending with the most points; of equal ones the better, then the first in the text.

        `passing`: only of those that can pass.
        """
        found = [e for e in self.endings.values() if not passing or story.accepts(e.scene)]
        order = {scene.id: place for place, scene in enumerate(story.scenes)}
        return min(found, key=lambda e: (-e.points, -GRADES[e.scene.end], order[e.scene.id]), default=None)


@lru_cache(maxsize=128)
def explore(story: Story) -> Paths:
    """Every way through a story that has at least one scene and whose choices all lead to scenes."""
    return _Search(story).run()


@lru_cache(maxsize=128)
def chances(story: Story) -> dict[str, float]:
    """For each scene, how likely somebody who decides by chance comes to it, 0 to 1.

    Walked for `_ROUNDS` decisions: who has not come to an end by then goes round in a loop.
    """
    play = Play.of(story)
    seen = dict.fromkeys((scene.id for scene in story.scenes), 0.0)
    share = {play.start()._replace(earned=frozenset()): 1.0}
    for _ in range(_ROUNDS):
        after: dict[Position, float] = {}
        for position, part in share.items():
            seen[play.scene(position).id] += part
            ways = play.offered(position)
            for choice in ways:
                new = play.take(position, choice)._replace(earned=frozenset())
                after[new] = after.get(new, 0.0) + part / len(ways)
        share = after if len(after) < MOST_POSITIONS else {}
    return {scene: min(1.0, times) for scene, times in seen.items()}


class _Search:
    """One search, in the order in which somebody who tries everything would come by."""

    def __init__(self, story: Story) -> None:
        self.story, self.play, self.found = story, Play.of(story), Paths()
        self.again = _on_loops(story)
        self.from_: dict[Position, tuple[Position, Choice] | None] = {}
        self.ways: dict[Position, list[tuple[Choice, Position, int]]] = {}

    def run(self) -> Paths:
        self._walk()
        if self.found.complete:
            self._endings()
            self._lost()
            self._steps()
        return self.found

    def _walk(self) -> None:
        start = self.play.start()
        if self.play.enter(0, start.values) is None:
            first = self.story.scenes[0]
            self.found.fallen[first.id, ""] = Stop(first, (), ())
        self._meet(0, start)
        self.from_[start] = None
        waiting = deque([start])
        while waiting:
            position = waiting.popleft()
            scene = self.play.scene(position)
            self.found.reached.add(scene.id)
            ways = self.ways[position] = []
            if scene.end:
                continue
            for choice in scene.choices:
                held = self.play.holds(choice.tests, position.values)
                (self.found.met if held else self.found.failed).add((scene.id, choice.id))
            for choice in self.play.offered(position):
                new = self._take(position, choice)
                ways.append((choice, new, self.play.gain(position, choice)))
                if choice.score > 0 and (position.scene, choice.id) in position.earned:
                    self.found.loops.add((scene.id, choice.id))
                if new not in self.from_:
                    self.from_[new] = (position, choice)
                    waiting.append(new)
            if not ways:
                self.found.stuck.setdefault(scene.id, self._stop(position))
            if len(self.from_) > MOST_POSITIONS:
                self.found.complete = False
                return

    def _take(self, position: Position, choice: Choice) -> Position:
        new = self.play.take(position, choice)
        place = self.story.place_of(choice.to)
        self._meet(place, new)
        if self.play.enter(place, new.values) is None:
            stop = self._stop(position, choice)
            self.found.fallen.setdefault((self.play.scene(position).id, choice.id), stop)
        # What can never be taken again need not be remembered.
        return new._replace(earned=new.earned & self.again)

    def _meet(self, place: int, position: Position) -> None:
        """Note which conditions decided where somebody came out who was led to a place."""
        for scene in self.story.scenes[place:]:
            held = self.play.holds(scene.tests, position.values)
            (self.found.met if held else self.found.failed).add((scene.id, ""))
            if held:
                return

    def _stop(self, position: Position, choice: Choice | None = None) -> Stop:
        numbers = tuple((n, v) for n, v in zip(self.play.names, position.values, strict=True) if v)
        return Stop(self.play.scene(position), numbers, self._path(position, self.from_), choice)

    @staticmethod
    def _path(position: Position, before: dict[Position, tuple[Position, Choice] | None]) -> Path:
        path: list[str] = []
        while (step := before[position]) is not None:
            position, choice = step
            path.append(choice.id)
        return tuple(reversed(path))

    def _endings(self) -> None:
        """The most points at every position. No loop earns for ever, so this comes to an end."""
        start = next(iter(self.from_))
        points = {start: 0}
        before: dict[Position, tuple[Position, Choice] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            position = waiting.popleft()
            for choice, new, gain in self.ways[position]:
                total = points[position] + gain
                if new not in points or total > points[new]:
                    points[new] = total
                    before[new] = (position, choice)
                    waiting.append(new)
        for position in self.from_:
            scene = self.play.scene(position)
            total = points[position] + scene.points
            known = self.found.endings.get(scene.id)
            if scene.end and (known is None or total > known.points):
                self.found.endings[scene.id] = Ending(scene, total, self._path(position, before))

    def _lost(self) -> None:
        """Go back from all endings; what is not met on the way has none before it.

        What leads to where nothing is offered is left out: that place itself is the fault.
        """
        back: dict[Position, list[Position]] = {position: [] for position in self.from_}
        for position, ways in self.ways.items():
            for _, new, _ in ways:
                back[new].append(position)
        saved = {position for position, ways in self.ways.items() if not ways}
        waiting = list(saved)
        while waiting:
            for earlier in back[waiting.pop()]:
                if earlier not in saved:
                    saved.add(earlier)
                    waiting.append(earlier)
        for position in self.from_:
            if position not in saved:
                self.found.lost.setdefault(self.play.scene(position).id, self._stop(position))

    def _steps(self) -> None:
        """A kept path never comes to a position twice, so no part of a loop counts more than once."""
        after = {position: [new for _, new, _ in ways] for position, ways in self.ways.items()}
        groups = components(after)
        group_of = {position: i for i, group in enumerate(groups) for position in group}
        longest = [0] * len(groups)
        for i, group in enumerate(groups):  # a group comes after all those it leads to
            beyond = (longest[group_of[new]] for position in group for new in after[position])
            longest[i] = len(group) + max((0, *(n for n in beyond if n)))
        self.found.steps = max(longest) - 1


def _on_loops(story: Story) -> frozenset[tuple[int, str]]:
    """The choices with points that the arrows of a story lead back to, whatever its conditions say."""
    arrows: dict[int, list[int]] = {}
    for at, scene in enumerate(story.scenes):
        arrows[at] = [place for choice in scene.choices for place in _shown(story, choice)]
    group_of = {at: i for i, group in enumerate(components(arrows)) for at in group}
    return frozenset(
        (at, choice.id)
        for at, scene in enumerate(story.scenes)
        for choice in scene.choices
        if choice.score and any(group_of[place] == group_of[at] for place in _shown(story, choice))
    )


def _shown(story: Story, choice: Choice) -> list[int]:
    """Where a choice may lead: its scene, and the next ones as long as conditions stand in the way."""
    places: list[int] = []
    for place in range(story.place_of(choice.to), len(story.scenes)):
        places.append(place)
        if not story.scenes[place].tests:
            break
    return places
