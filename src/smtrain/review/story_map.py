"""A branching story as reviewers see it: a card for each scene, with a row for each way on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smtrain.model.paths import Ending, Paths, explore
from smtrain.model.question import Question
from smtrain.model.story import MOST, Bound, Choice, Play, Scene, Story


@dataclass(frozen=True, slots=True)
class Row:
    """One way on from a scene. `key` is its choice's id, "" for the way past a condition that fails.

    `note` says in a few words what it changes and when it is offered; `best` that the best path takes it.
    """

    key: str
    text: str
    to: str
    score: int
    note: str
    best: bool


@dataclass(frozen=True, slots=True)
class Card:
    """One scene. `points` are the most with which an ending is reached, None for a scene that goes on."""

    id: str
    title: str
    condition: str
    end: str
    points: int | None
    start: bool
    reached: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class StoryMap:
    """What a map shows. `summary` says the whole in one line."""

    id: str
    title: str
    summary: str
    cards: tuple[Card, ...]


def story_map(question: Question) -> StoryMap | None:
    """The map of a question that is a story; None for others, and for a story that cannot be played."""
    story = question.interaction().story
    if story is None:
        return None
    paths = explore(story)
    best = paths.best(story, passing=True) or paths.best(story)
    taken = set(_taken(story, best)) if best else set()
    flags = _flags(story)
    cards = tuple(_card(story, at, paths, taken, flags) for at in range(len(story.scenes)))
    return StoryMap(question.id, question.title or question.id, _summary(question, story, paths), cards)


def _summary(question: Question, story: Story, paths: Paths) -> str:
    endings = sum(bool(scene.end) for scene in story.scenes)
    parts = [_count(len(story.scenes), "scene"), _count(endings, "ending")]
    if not paths.complete:
        return ", ".join([*parts, "too many states to walk through"])
    best = paths.best(story)
    parts.append(f"best path {best.points if best else 0} points")
    if question.pass_mark is not None:
        parts.append(f"passed from {question.pass_mark * 100:g}%")
    if story.accepted:
        parts.append(f"with an ending that is {' or '.join(story.accepted)}")
    return ", ".join(parts)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _card(story: Story, at: int, paths: Paths, taken: set[tuple[str, str]], flags: frozenset[str]) -> Card:
    scene = story.scenes[at]
    rows = [_row(scene, choice, taken, flags) for choice in scene.choices]
    if scene.tests and at + 1 < len(story.scenes):
        after = story.scenes[at + 1]
        rows.append(Row("", "otherwise", after.id, 0, "", (scene.id, "") in taken))
    ending = paths.endings.get(scene.id)
    return Card(
        scene.id,
        scene.text,
        condition(scene.tests, flags),
        scene.end,
        ending.points if ending else None,
        at == 0,
        scene.id in paths.reached or not paths.complete,
        tuple(rows),
    )


def _row(scene: Scene, choice: Choice, taken: set[tuple[str, str]], flags: frozenset[str]) -> Row:
    changes = [_change(effect.name, effect.keeps, effect.value) for effect in choice.effects]
    if choice.tests:
        changes.append(f"if {condition(choice.tests, flags)}")
    note = ", ".join(changes)
    return Row(choice.id, choice.text, choice.to, choice.score, note, (scene.id, choice.id) in taken)


def _change(name: str, keeps: bool, value: int) -> str:
    if keeps:
        return f"{name} {signed(value)}"
    return f"{name}: yes" if value else f"{name}: no"


def _plain(number: int) -> str:
    return f"{number}".replace("-", "−")


def signed(number: int) -> str:
    """A number with its sign."""
    return f"−{-number}" if number < 0 else f"+{number}"


def _flags(story: Story) -> frozenset[str]:
    choices = [choice for scene in story.scenes for choice in scene.choices]
    return frozenset(e.name for choice in choices for e in choice.effects if not e.keeps)


def condition(tests: tuple[Bound, ...], flags: frozenset[str]) -> str:
    """Conditions as an author writes them, joined by "and"."""
    return " and ".join(_written(test, flags) for test in tests)


def _written(test: Bound, flags: frozenset[str]) -> str:
    if test.low == test.high:
        if test.name in flags and not test.outside:
            return test.name if test.low else f"not {test.name}"
        return f"{test.name} {'≠' if test.outside else '='} {_plain(test.low)}"
    if test.low == -MOST:
        return f"{test.name} ≤ {_plain(test.high)}"
    return f"{test.name} ≥ {_plain(test.low)}"


def _taken(story: Story, best: Ending) -> Iterator[tuple[str, str]]:
    """The rows that a path takes, those past a condition that fails included."""
    play = Play.of(story)
    position = play.start()
    yield from ((scene.id, "") for scene in story.scenes[: position.scene])
    for name in best.path:
        choice = next(one for one in play.offered(position) if one.id == name)
        yield play.scene(position).id, name
        position = play.take(position, choice)
        for scene in story.scenes[story.place_of(choice.to) : position.scene]:
            yield scene.id, ""
