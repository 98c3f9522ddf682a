"""Checks on branching scenarios: what their paths earn, and how many there are."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.base.stories import stories
from smtrain.diagnostics import Place
from smtrain.model.course import Module
from smtrain.model.paths import MOST_POSITIONS
from smtrain.model.story import GRADES

MOST_STEPS = 50
"""So many choices take 200 of the 4,096 characters that SCORM 1.2 keeps of a learner, if ids are letters."""


@check("SM336", "scenario-that-nobody-passes")
def unpassable(module: Module, facts: Facts) -> Iterator[Broken]:
    """No path reaches the pass mark, or none leads to an ending that is asked for.

    Bad::

        ## Page

        ::: scenario A comment {#s1 pass=60% require=safe}

        ### A comment {#start}

        - [Answer](#calm)
        - [Argue](#storm) {score=1}

        ### It is calm {#calm end=mixed}

        People nod.

        ### It is a storm {#storm end=unsafe}

        People shout.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1 pass=60% require=safe}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm)

        ### It is calm {#calm end=safe}

        People nod.

        ### It is a storm {#storm end=unsafe}

        People shout.

        :::
    """
    for told in stories(facts):
        best = told.paths.best(told.story)
        passing = told.paths.best(told.story, passing=True)
        if best is None or best.points <= 0:
            continue
        mark = told.question.pass_mark or 0
        if passing is None:
            grades = " or ".join(told.story.accepted)
            mend = (
                f"let a path lead to such an ending, {{end={told.story.accepted[0]}}}, or leave require out"
            )
            yield Broken(told.question.span, f'no path leads to an ending that is "{grades}"', mend)
        elif passing.points < mark * best.points - 1e-9:
            yield Broken(
                told.question.span,
                f"endings that pass give {passing.points} of {best.points} points at most, "
                f"and {mark * 100:g}% are asked for",
                "give more points on the way to them, or lower the mark",
            )


@check("SM337", "scenario-with-nothing-to-earn")
def nothing_to_earn(module: Module, facts: Facts) -> Iterator[Broken]:
    """The best path of a scenario earns no points, so nobody can do well.

    Points are the `score` of choices. Where no choice has one, endings give them: all of them `safe` and
    `good`, half of them `mixed` and `neutral`. In a survey there is nothing to earn.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm)
        - [Argue](#storm)

        ### It is calm {#calm end=bad}

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
        best = told.paths.best(told.story)
        if best and best.points <= 0 and told.question.scored:
            yield Broken(
                told.question.span,
                "no path of this scenario earns a point",
                "write {score=1} after the best choices, or end=safe on an ending",
            )


@check("SM338", "loop-that-earns-points", "warning")
def earning_loop(module: Module, facts: Facts) -> Iterator[Broken]:
    """A choice with points can be taken again and again. It earns only once.

    That is how points are counted; say so to yourself by giving them where the path leads on, or by
    offering the choice once.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Explain](#start) {score=1}
        - [Answer](#calm) {score=1}
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

        - [Explain](#start) {score=1 told if="!told"}
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
            for choice in scene.choices:
                if (scene.id, choice.id) in told.paths.loops:
                    yield Broken(
                        told.place(choice),
                        "a path leads back to this choice, and its points count only once",
                        'offer it once, such as {done if="!done"}, or give the points further on',
                    )


@check("SM347", "points-against-the-ending", "warning")
def against_the_ending(module: Module, facts: Facts) -> Iterator[Broken]:
    """The path with the most points leads to an ending that is worse than another.

    Learners who play for points would be led to harm.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Answer](#calm) {score=1}
        - [Argue](#storm) {score=2}

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
        best = told.paths.best(told.story)
        endings = told.paths.endings.values()
        better = max(endings, key=lambda ending: (GRADES[ending.scene.end], ending.points), default=None)
        if best and better and better.points < best.points and best.points > 0:
            yield Broken(
                told.question.span,
                f'the most points, {best.points}, are earned with the ending "{best.scene.id}", '
                f'which is "{best.scene.end}"; "{better.scene.id}" gives {better.points} at most',
                "give more points on the way to the better ending",
                (Place(told.place(best.scene), "the ending with the most points"),),
            )


@check("SM348", "story-that-goes-on-and-on", "warning")
def too_long(module: Module, facts: Facts) -> Iterator[Broken]:
    """A path can be so long that an LMS may not hold it, because a number changes in every round of a loop.

    A circle in which nothing changes is forgotten, and costs nothing. One that counts is kept round by
    round. Let a condition end it. 50 choices are the most that surely have room.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Argue](#start) {heat=1}
        - [Answer](#calm) {score=1}

        ### It is a storm {#calm if="heat>3" end=bad}

        People shout.

        ### It is calm {#peace end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Argue](#start) {heat=1 if="heat<5"}
        - [Answer](#calm) {score=1}

        ### It is a storm {#calm if="heat>3" end=bad}

        People shout.

        ### It is calm {#peace end=good}

        People nod.

        :::
    """
    for told in stories(facts):
        if told.paths.steps > MOST_STEPS:
            yield Broken(
                told.question.span,
                f"a path through this scenario can have {told.paths.steps} choices, because a loop counts on and on",
                'let a condition end the loop, such as {heat=1 if="heat<3"}',
            )


@check("SM349", "scenario-too-large-to-check")
def too_large(module: Module, facts: Facts) -> Iterator[Broken]:
    """A scenario has more states than can be looked through, so nobody knows its best path.

    Each number that a loop changes multiplies them. Let conditions end the loops, or use flags.

    Bad::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Argue](#start) {heat=1}
        - [Shout](#start) {noise=1}
        - [Smile](#start) {trust=1}
        - [Answer](#calm) {score=1}

        ### It is a storm {#calm if="heat>3 noise>3 trust<1" end=bad}

        People shout.

        ### It is calm {#peace end=good}

        People nod.

        :::

    Good::

        ## Page

        ::: scenario A comment {#s1}

        ### A comment {#start}

        - [Argue](#start) {heat=1 if="heat<5"}
        - [Answer](#calm) {score=1}

        ### It is a storm {#calm if="heat>3" end=bad}

        People shout.

        ### It is calm {#peace end=good}

        People nod.

        :::
    """
    for told in stories(facts, complete=False):
        if not told.paths.complete:
            yield Broken(
                told.question.span,
                f"this scenario has more than {MOST_POSITIONS:,} states of scenes and numbers",
                'let a condition end each loop that counts, such as {heat=1 if="heat<3"}',
            )
