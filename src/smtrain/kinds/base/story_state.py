"""Reading the state of a branching story: what a decision changes, and conditions on it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from smtrain.diagnostics import Span
from smtrain.kinds.base import story_rules as rules
from smtrain.kinds.base.reader import Reader
from smtrain.model.story import MOST, Bound, Effect
from smtrain.source.attributes import Attribute

_SPACES = re.compile(r"\s*(<=|>=|!=|=|<|>)\s*")
_TEST = re.compile(r"(?P<no>!?)(?P<name>[a-z][\w-]*)(?:(?P<sign><=|>=|!=|=|<|>)(?P<number>-?\d{1,3}))?")
_NUMBER = re.compile(r"[+-]?\d{1,2}")


def read_tests(found: Attribute | None, reader: Reader) -> tuple[Bound, ...]:
    """The condition in an attribute `if="trust<0 told !warned"`."""
    if found is None or found.value is None:
        return ()
    tests: list[Bound] = []
    words = _SPACES.sub(r"\1", found.value.replace("−", "-")).split()
    for word in words or [""]:
        match = _TEST.fullmatch(word)
        if match is None or (match["no"] and match["sign"]):
            reader.note(
                rules.MALFORMED_CONDITION,
                found.value_span,
                f'"{word}" is no condition',
                mend='write if="told", if="!told" or if="trust<0"; several must all hold',
            )
            continue
        tests.append(_test(match))
    return tuple(tests)


def _test(match: re.Match[str]) -> Bound:
    name = match["name"]
    if not match["sign"]:
        value = 0 if match["no"] else 1
        return Bound(name, value, value)
    number = int(match["number"])
    low, high = {
        "<": (-MOST, number - 1),
        "<=": (-MOST, number),
        ">": (number + 1, MOST),
        ">=": (number, MOST),
    }.get(match["sign"], (number, number))
    return Bound(name, low, high, match["sign"] == "!=")


def read_effects(items: Iterable[Attribute], reader: Reader) -> tuple[Effect, ...]:
    """What the attributes of a decision change, besides those that say something else."""
    effects: list[Effect] = []
    for item in items:
        value = item.value and item.value.replace("−", "-")
        if value in (None, "yes", "no"):
            effects.append(Effect(item.key, False, int(value != "no")))
        elif _NUMBER.fullmatch(value):
            effects.append(Effect(item.key, True, int(value)))
        else:
            reader.note(
                rules.MALFORMED_EFFECT,
                item.span,
                f'"{item.key}" can neither be added to nor set',
                mend=f'write "{item.key}=1" to count, or "{item.key}" to remember that it happened',
            )
    return tuple(effects)


class Uses:
    """Which names are flags and which are numbers, from the first time each is used."""

    def __init__(self) -> None:
        self._flags: dict[str, bool] = {}

    def check(self, effects: tuple[Effect, ...], place: Span, reader: Reader) -> None:
        """Note a name that was of the other sort before."""
        for effect in effects:
            flag = not effect.keeps
            if self._flags.setdefault(effect.name, flag) is not flag:
                was, now = ("number", "flag") if flag else ("flag", "number")
                reader.note(
                    rules.MALFORMED_EFFECT,
                    place,
                    f'"{effect.name}" is a {was} elsewhere, and a {now} here',
                    mend=f'give it a value everywhere, such as "{effect.name}=1", or nowhere',
                )
