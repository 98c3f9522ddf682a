"""Checks on branching scenarios: whether every scene can be reached and left again."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.base.stories import stories
from smtrain.model.course import Module
from smtrain.model.paths import Stop


def _with(stop: Stop) -> str:
    """The numbers there, as far as they are not 0."""
    return f" ({', '.join(f'{name}={value}' for name, value in stop.numbers)})" if stop.numbers else ""


@check("SM332", "scene-that-nobody-reaches")
def unreachable(module: Module, facts: Facts) -> Iterator[Broken]:
    """No path leads to a scene, so nobody ever reads it.

    A scene below one with a condition is also reached when that condition does not hold.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """
    for told in stories(facts):
        for scene in told.story.scenes:
            never = (scene.id, "") in told.paths.failed  # that its condition never holds is said elsewhere
            if scene.id not in told.paths.reached and not never:
                yield Broken(
                    told.place(scene),
                    f'no path leads to the scene "{scene.id}"',
                    f"lead a decision to it, - [Words](#{scene.id}), or leave it out",
                )


@check("SM333", "story-without-an-end")
def endless(module: Module, facts: Facts) -> Iterator[Broken]:
    """Whoever comes to a scene goes round for ever: no path leads from it to an ending.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#more)

        ### More of it {#more}

        - [Argue again](#more)

        ### It is calm {#calm end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#more)

        ### More of it {#more}

        - [Argue again](#more)
        - [Stop](#calm)

        ### It is calm {#calm end=good}

        People nod.

        :::
    """
    for told in stories(facts):
        for stop in told.paths.lost.values():
            yield Broken(
                told.place(stop.scene),
                f"from here no path leads to an ending any more, {told.way(stop.path)}",
                "add a decision that leads on, or write end= on a heading",
            )


@check("SM334", "dead-end")
def dead_end(module: Module, facts: Facts) -> Iterator[Broken]:
    """A scene has neither a decision nor an end, so the story breaks off there.

    The headings of a scenario are its scenes. A scene that ends the story says how good its ending is:
    `end=safe`, `mixed` or `unsafe`, or `good`, `neutral` or `bad`.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """
    for told in stories(facts, complete=False):
        for scene in told.story.scenes:
            if not scene.end and not scene.choices:
                yield Broken(
                    told.place(scene),
                    "the story breaks off here: there is no decision, and it is no ending",
                    "write a list of links to scenes, or {end=safe} on the heading",
                )


@check("SM335", "scene-with-nothing-to-choose")
def nothing_offered(module: Module, facts: Facts) -> Iterator[Broken]:
    """Somebody can come to a scene in which no choice is offered, because the conditions of all fail.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Ask first](#more) {score=1 asked}
        - [Argue](#more)

        ### More of it {#more}

        - [Answer](#calm) {if="asked"}

        ### It is calm {#calm end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Ask first](#more) {score=1 asked}
        - [Argue](#more)

        ### More of it {#more}

        - [Answer](#calm) {if="asked"}
        - [Give up](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """
    for told in stories(facts):
        for stop in told.paths.stuck.values():
            if stop.scene.choices:
                yield Broken(
                    told.place(stop.scene),
                    f"nothing can be chosen here {told.way(stop.path)}{_with(stop)}",
                    "add a choice without a condition",
                )


@check("SM345", "condition-with-nothing-below")
def fallen(module: Module, facts: Facts) -> Iterator[Broken]:
    """A choice leads to a scene whose condition may fail, and no scene below can take its place.

    While the condition of a scene does not hold, the scene below is shown instead. The last scene therefore
    needs no condition.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm)

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm)

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """
    for told in stories(facts):
        for stop in told.paths.fallen.values():
            target = stop.choice.to if stop.choice else stop.scene.id
            yield Broken(
                told.place(stop.choice or stop.scene),
                f'neither "{target}" nor a scene below it can be shown {told.way(stop.path)}{_with(stop)}',
                "add a scene without a condition below it",
            )
