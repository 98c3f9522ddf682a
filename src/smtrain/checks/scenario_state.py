"""Checks on branching scenarios: numbers, flags, and the conditions that ask for them."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.base.stories import Told, stories
from smtrain.diagnostics import Place
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Module
from smtrain.model.story import Bound, Scene


def _unset(tests: tuple[Bound, ...], told: Told) -> bool:
    """Whether the fault is a name that nothing changes, which is said elsewhere."""
    return any(test.name in told.unset() for test in tests)


def _safety(scene: Scene) -> bool:
    """Whether an ending is graded by how safe it is."""
    return scene.end in ("safe", "mixed", "unsafe")


@check("SM339", "condition-that-never-holds")
def never(module: Module, facts: Facts) -> Iterator[Broken]:
    """The condition of a scene or of a choice holds on no path, so nobody ever sees it.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#storm)

        ### It is wonderful {#calm if="trust>1" end=good}

        People cheer.

        ### It is calm {#nods end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=2}
        - [Argue](#calm)

        ### It is wonderful {#calm if="trust>1" end=good}

        People cheer.

        ### It is a storm {#storm end=bad}

        People shout.

        :::
    """
    for told in stories(facts):
        for scene, choice, tests, place in told.conditions():
            key = (scene, choice)
            if key in told.paths.failed and key not in told.paths.met and not _unset(tests, told):
                yield Broken(
                    place,
                    "this condition holds on no path",
                    "change the condition, or what the decisions before it change",
                )


@check("SM340", "condition-that-always-holds", "warning")
def always(module: Module, facts: Facts) -> Iterator[Broken]:
    """The condition of a scene or of a choice holds whenever it is asked for, so it is not needed.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#storm)

        ### It is calm {#calm if="trust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

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
        for scene, choice, tests, place in told.conditions():
            key = (scene, choice)
            if key in told.paths.met and key not in told.paths.failed and not _unset(tests, told):
                yield Broken(place, "this condition always holds", "leave it out, or mend it")


@check("SM341", "state-that-nobody-asks-for", "warning")
def unread(module: Module, facts: Facts) -> Iterator[Broken]:
    """A decision changes a number or a flag that no condition asks for, so it has no effect.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#storm)

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
    for told in stories(facts, complete=False):
        asked = {test.name for *_, tests, _ in told.conditions() for test in tests}
        said: set[str] = set()
        for scene in told.story.scenes:
            for choice in scene.choices:
                for effect in choice.effects:
                    if effect.name not in asked | said:
                        said.add(effect.name)
                        yield Broken(
                            told.place(choice),
                            f'no condition asks for "{effect.name}"',
                            did_you_mean(effect.name, told.unset(), 'ask for it, {if="…"}, or leave it out'),
                        )


@check("SM342", "condition-on-nothing")
def unset(module: Module, facts: Facts) -> Iterator[Broken]:
    """A condition asks for a number or a flag that no decision changes.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1 trust=1}
        - [Argue](#calm)

        ### It is calm {#calm if="thrust>0" end=good}

        People nod.

        ### It is a storm {#storm end=bad}

        People shout.

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
    for told in stories(facts, complete=False):
        unset = told.unset()
        known = set(told.story.names()) - unset
        for *_, tests, place in told.conditions():
            for test in tests:
                if test.name in unset:
                    mend = did_you_mean(
                        test.name, known, f"let a decision change it, such as {{{test.name}}}"
                    )
                    yield Broken(place, f'no decision changes "{test.name}"', mend)


@check("SM346", "endings-on-two-scales", "warning")
def two_scales(module: Module, facts: Facts) -> Iterator[Broken]:
    """Some endings of a scenario are safe, mixed or unsafe, and others good, neutral or bad.

    Learners compare endings; two scales in one story leave them to guess which is better.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm)

        ### It is calm {#calm end=good}

        People nod.

        ### It is a storm {#storm end=unsafe}

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
        endings = [scene for scene in told.story.scenes if scene.end]
        other = next((one for one in endings if _safety(one) != _safety(endings[0])), None)
        if other:
            yield Broken(
                told.place(other),
                f'this ending is "{other.end}", and another one "{endings[0].end}"',
                "use one scale: safe, mixed, unsafe; or good, neutral, bad",
                (Place(told.place(endings[0]), "the other scale"),),
            )
