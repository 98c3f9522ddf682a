"""The branching stories of a module, with what a search through all their paths found out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smtrain.checks.base.facts import Facts
from smtrain.diagnostics import Span
from smtrain.model.paths import Path, Paths, explore
from smtrain.model.question import Question
from smtrain.model.story import Bound, Choice, Play, Scene, Story


@dataclass(frozen=True, slots=True)
class Told:
    """One story: the question it is, its scenes, and its paths."""

    question: Question
    story: Story
    paths: Paths

    def way(self, path: Path) -> str:
        """How to get somewhere, in words: what is chosen, one after the other, the last few if there are many."""
        play = Play.of(self.story)
        position = play.start()
        words = []
        for name in path:
            choice = next(one for one in play.offered(position) if one.id == name)
            words.append(f'"{choice.text}"')
            position = play.take(position, choice)
        few = words if len(words) < 5 else ["…", *words[-3:]]
        return "after " + ", then ".join(few) if words else "at the very start"

    def conditions(self) -> Iterator[tuple[str, str, tuple[Bound, ...], Span]]:
        """Everything with a condition: its key, the scene and "" or the choice; its tests and its place."""
        for scene in self.story.scenes:
            if scene.tests:
                yield scene.id, "", scene.tests, self.place(scene)
            for choice in scene.choices:
                if choice.tests:
                    yield scene.id, choice.id, choice.tests, self.place(choice)

    def place(self, one: Scene | Choice) -> Span:
        """Where something stands in the source."""
        return one.place or self.question.span

    def unset(self) -> set[str]:
        """The names that conditions ask for and no choice changes."""
        choices = [choice for scene in self.story.scenes for choice in scene.choices]
        changed = {effect.name for choice in choices for effect in choice.effects}
        return {test.name for *_, tests, _ in self.conditions() for test in tests} - changed


def stories(facts: Facts, *, complete: bool = True) -> Iterator[Told]:
    """The stories that can be played; `complete`: of which every path was seen."""
    for node in facts.nodes:
        if isinstance(node, Question) and (story := node.interaction().story):
            paths = explore(story)
            if paths.complete or not complete:
                yield Told(node, story, paths)
