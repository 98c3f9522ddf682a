"""Checks on pools: that every learner gets as much, and can reach the same score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice, product

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.audience import Condition
from smtrain.model.course import Conditional, Module
from smtrain.model.node import Node
from smtrain.model.question import Pool, Question

Conditions = tuple[Condition, ...]

MOST_READERS = 1000
"""How many combinations of audience values are tried for a pool."""


@check("SM321", "unequal-points")
def unequal_points(module: Module, facts: Facts) -> Iterator[Broken]:
    """The questions of a drawing pool are worth different points, so chance would decide who can score more.

    A survey gives no points; it does not go together with questions that do.

    Bad::

        ## Page

        ::: pool {#p1 draw=1}

        ::: true-false {#q1 points=2}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        ::: true-false {#q2}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

        :::

    Good::

        ## Page

        ::: pool {#p1 draw=1}

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        ::: true-false {#q2}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

        :::
    """
    for pool in _drawing(facts):
        first, *others = pool.questions()
        for other in others:
            if _worth(other) != _worth(first):
                yield Broken(
                    other.span,
                    f'"{other.id}" gives {_worth(other)} and "{first.id}" {_worth(first)}, '
                    f'and chance decides which of them "{pool.id}" draws',
                    f"give all of them the same points, such as points={first.points:g}",
                )
                break


@check("SM322", "not-enough-to-draw")
def not_enough_to_draw(module: Module, facts: Facts) -> Iterator[Broken]:
    """A pool has fewer questions than it draws, for everyone or for some readers.

    Questions with a condition count only for the readers it names.

    Bad::

        ## Page

        ::: pool {#p1 draw=2}

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        :::

    Good::

        ## Page

        ::: pool {#p1 draw=1}

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        :::
    """
    for held in _held(module):
        wanted = held.pool.draw or 0
        for values in _readers(module, held):
            left = sum(_may_hold(conditions, values) for conditions in held.questions)
            if left < wanted:
                who = " ".join(f"{key}={value}" for key, value in values.items() if key != "lang")
                yield Broken(
                    held.pool.span,
                    f"{f'for {who} ' if who else ''}this pool has {_count(left)} to draw {wanted} from",
                    "write more questions into it, or draw fewer",
                )
                break


@check("SM324", "objective-left-to-chance", "warning")
def objective_left_to_chance(module: Module, facts: Facts) -> Iterator[Broken]:
    """A pool draws so few questions that no learner is asked about everything it measures.

    A draw takes some of each objective where it can. A question with several objectives counts for the
    first.

    Bad::

        ## Page

        ::: objectives

        - tell confidential from public {#o-tell}
        - choose whom to ask {#o-ask}

        :::

        ::: pool {#p1 draw=1}

        ::: true-false {#q1 objective=o-tell}

        A launch date is confidential.

        - [x] True
        - [ ] False

        :::

        ::: true-false {#q2 objective=o-ask}

        You call the security desk about a leak.

        - [x] True
        - [ ] False

        :::

        :::

    Good::

        ## Page

        ::: objectives

        - tell confidential from public {#o-tell}
        - choose whom to ask {#o-ask}

        :::

        ::: pool {#p1}

        ::: true-false {#q1 objective=o-tell}

        A launch date is confidential.

        - [x] True
        - [ ] False

        :::

        ::: true-false {#q2 objective=o-ask}

        You call the security desk about a leak.

        - [x] True
        - [ ] False

        :::

        :::
    """
    for pool in _drawing(facts):
        strata = pool.strata()
        if (pool.draw or 0) < len(strata):
            names = [name for stratum in strata for name in stratum[0].objectives[:1]]
            yield Broken(
                pool.span,
                f"not every learner is asked about {_listed(names)}",
                f"draw={len(strata)} takes a question of each",
            )


def _drawing(facts: Facts) -> Iterator[Pool]:
    return (node for node in facts.nodes if isinstance(node, Pool) and node.draws)


def _worth(question: Question) -> str:
    points = question.points if question.scored else 0
    return f"{points:g} point{'' if points == 1 else 's'}" if points else "no points"


def _count(questions: int) -> str:
    return {0: "no question", 1: "one question"}.get(questions, f"{questions} questions")


def _listed(names: list[str]) -> str:
    quoted = [f'"{name}"' for name in names]
    return " and ".join(filter(None, (", ".join(quoted[:-1]), *quoted[-1:])))


@dataclass(slots=True)
class _Held:
    """A pool with the conditions around it, and those around each of its questions inside it."""

    pool: Pool
    around: Conditions
    questions: list[Conditions] = field(default_factory=list)


def _held(module: Module) -> Iterator[_Held]:
    for page in module.pages():
        yield from _below(page.blocks, page.conditions, None)


def _below(value: object, around: Conditions, held: _Held | None) -> Iterator[_Held]:
    """Pools below a value; what is found of the pool around it goes into `held`."""
    if isinstance(value, tuple):
        for item in value:
            yield from _below(item, around, held)
    elif isinstance(value, Conditional):
        yield from _below(value.blocks, (*around, value.condition), held)
    elif isinstance(value, Pool):
        found = _Held(value, around)
        yield from _below(value.blocks, (), found)
        yield found
    elif isinstance(value, Question):
        if held:
            held.questions.append(around)
    elif isinstance(value, Node):
        for name in getattr(value, "__dataclass_fields__", ()):
            yield from _below(getattr(value, name), around, held)


def _readers(module: Module, held: _Held) -> Iterator[Mapping[str, str]]:
    """What may be known of the readers of a pool, as far as its conditions ask for it."""
    known = {"lang": module.language.partition("-")[0]}
    inside = {test.key for each in held.questions for condition in each for test in condition.tests}
    keys = [key for key in module.audience if key.name in inside]
    combinations = product(*(key.values for key in keys))
    for values in islice(combinations, MOST_READERS):
        reader = {**known, **dict(zip((key.name for key in keys), values, strict=True))}
        if _may_hold(held.around, reader):
            yield reader


def _may_hold(conditions: Conditions, values: Mapping[str, str]) -> bool:
    return all(condition.settle(values) is not False for condition in conditions)
