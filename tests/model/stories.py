"""Any branching story, sensible or not, for property tests; and a walker that tries everything and is not clever."""

from __future__ import annotations

from dataclasses import dataclass, field

from hypothesis import strategies as st

from smtrain.model.story import GRADES, Bound, Choice, Effect, Scene, Story

NAMES = ("heat", "told")


def tests() -> st.SearchStrategy[tuple[Bound, ...]]:
    """No condition most of the time, else one that small numbers can meet or fail."""
    one = st.builds(
        lambda name, low, width, outside: (Bound(name, low, low + width, outside),),
        st.sampled_from(NAMES),
        st.integers(-2, 3),
        st.integers(0, 3),
        st.booleans(),
    )
    return st.one_of(st.just(()), st.just(()), one)


@st.composite
def stories(draw: st.DrawFn) -> Story:
    """A few scenes with a few choices; loops, dead ends and impossible conditions among them."""
    ids = [f"s{i}" for i in range(draw(st.integers(1, 5)))]
    effects = st.builds(Effect, st.sampled_from(NAMES), st.booleans(), st.integers(-1, 2))
    choices = st.builds(
        lambda to, score, effect, tests: (to, score, effect, tests),
        st.sampled_from(ids),
        st.integers(-2, 4),
        st.lists(effects, max_size=1).map(tuple),
        tests(),
    )
    scenes = []
    for at, name in enumerate(ids):
        end = draw(st.sampled_from(["", "", *GRADES])) if at else ""
        ways = draw(st.lists(choices, max_size=0 if end else 3))
        scenes.append(
            Scene(
                name,
                tuple(Choice("abc"[i], *way) for i, way in enumerate(ways)),
                end,
                draw(tests()),
                points=draw(st.integers(0, 2)) if end else 0,
            )
        )
    accepted = tuple(draw(st.lists(st.sampled_from(list(GRADES)), max_size=2, unique=True)))
    return Story(tuple(scenes), accepted)


MOST = 3_000
"""States after which the walker gives up."""


@dataclass
class Walked:
    """What the walker met: names of scenes, and keys of choices and conditions."""

    reached: set[str] = field(default_factory=set)
    ends: dict[str, int] = field(default_factory=dict)
    stuck: set[str] = field(default_factory=set)
    lost: set[str] = field(default_factory=set)
    fallen: set[tuple[str, str]] = field(default_factory=set)
    loops: set[tuple[str, str]] = field(default_factory=set)
    met: set[tuple[str, str]] = field(default_factory=set)
    failed: set[tuple[str, str]] = field(default_factory=set)


State = tuple[str, frozenset[tuple[str, int]], frozenset[tuple[str, str]]]


def walk(story: Story) -> Walked | None:
    """Every state of the whole memory: scene, numbers, and each choice that has earned. None if too many."""
    scenes = {scene.id: scene for scene in story.scenes}
    order = list(scenes)
    out = Walked()

    def ask(key: tuple[str, str], asked: tuple[Bound, ...], numbers: dict[str, int]) -> bool:
        held = all((test.low <= numbers.get(test.name, 0) <= test.high) is not test.outside for test in asked)
        (out.met if held else out.failed).add(key)
        return held

    def enter(name: str, numbers: dict[str, int], by: tuple[str, str]) -> str:
        for candidate in order[order.index(name) :]:
            if ask((candidate, ""), scenes[candidate].tests, numbers):
                return candidate
        out.fallen.add(by)
        return name

    def freeze(numbers: dict[str, int]) -> frozenset[tuple[str, int]]:
        return frozenset((name, value) for name, value in numbers.items() if value)

    start: State = (enter(order[0], {}, (order[0], "")), frozenset(), frozenset())
    after: dict[State, list[State]] = {}
    waiting = [start]
    while waiting:
        state = waiting.pop()
        if state in after:
            continue
        after[state] = []
        if len(after) > MOST:
            return None
        name, frozen, earned = state
        scene, numbers = scenes[name], dict(frozen)
        out.reached.add(name)
        if scene.end:
            points = scene.points + sum(
                next(c.score for c in scenes[where].choices if c.id == what) for where, what in earned
            )
            out.ends[name] = max(points, out.ends.get(name, points))
            continue
        for choice in scene.choices:
            if not ask((name, choice.id), choice.tests, numbers):
                continue
            key = (name, choice.id)
            if choice.score > 0 and key in earned:
                out.loops.add(key)
            new = dict(numbers)
            for effect in choice.effects:
                value = effect.value + (new.get(effect.name, 0) if effect.keeps else 0)
                new[effect.name] = min(99, max(-99, value))
            to = enter(choice.to, new, key)
            after[state].append((to, freeze(new), earned | {key} if choice.score else earned))
        if not after[state]:
            out.stuck.add(name)
        waiting += after[state]
    good = {state for state, nexts in after.items() if not nexts}
    while more := {s for s, nexts in after.items() if s not in good and good.intersection(nexts)}:
        good |= more
    out.lost = {state[0] for state in after if state not in good}
    return out
