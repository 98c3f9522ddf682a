"""A course's packages: each module once for each different text that its tracks show.

Two tracks that would show the same text share one package, so a course of many tracks makes few files.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from smtrain.model.audience import Condition, Values
from smtrain.model.course import Conditional, Module, Page, Track, Use, Variant
from smtrain.model.node import Node, rebuild, walk
from smtrain.model.question import Quiz
from smtrain.model.select import select
from smtrain.model.text import Passage


def variants(
    modules: Iterable[Module], tracks: Sequence[Track], defaults: Mapping[str, Values], chosen: Values
) -> tuple[Variant, ...]:
    """The packages of a course: each module once for each different text and pass mark.

    Without tracks every module is built once. `chosen` settles audience keys that a track leaves open;
    tracks for other readers are left out then, and the names stay as they are. `defaults` has, for each module, the
    values that hold where nobody says otherwise.
    """
    made: list[Variant] = []
    for module in modules:
        usual = defaults.get(module.id, {})
        if not tracks:
            made.append(Variant(module.id, _named(select(module, {**usual, **chosen}), "")))
            continue
        of_module = _of_module(module, tracks, usual, chosen)
        several = len(of_module) > 1
        for variant in of_module:
            name = variant.uses[0].track.id if several else ""
            if uses := tuple(use for use in variant.uses if fits(use.track, chosen)):
                made.append(Variant(module.id, _named(variant.module, name), uses))
    return tuple(made)


def _named(module: Module, track: str) -> Module:
    """The module with the id of its package, with track and language where there are several."""
    language = module.language.lower() if module.translation else ""
    return replace(module, id="--".join(part for part in (module.id, track, language) if part))


def fits(track: Track, chosen: Values) -> bool:
    """Whether a track can be for readers with these values: it says nothing else of any key."""
    return all(track.values.get(key, value) == value for key, value in chosen.items())


def _of_module(module: Module, tracks: Sequence[Track], usual: Values, chosen: Values) -> list[Variant]:
    """Tracks are first brought together by the values that matter here, then by the text they get."""
    keys = condition_keys(module)
    alike: dict[tuple[tuple[tuple[str, str], ...], float | None], list[Use]] = {}
    for track in tracks:
        for entry in track.modules:
            if entry.id != module.id:
                continue
            values = {**usual, **(chosen if fits(track, chosen) else {}), **track.values, **entry.values}
            mark = track.pass_mark if module.success else None
            matter = tuple(sorted((key, value) for key, value in values.items() if key in keys))
            alike.setdefault((matter, mark), []).append(Use(track, entry))
    found: list[Variant] = []
    for (known, mark), uses in alike.items():
        text = with_pass_mark(select(module, dict(known)), mark)
        same = next((i for i, variant in enumerate(found) if variant.module == text), None)
        if same is None:
            found.append(Variant(module.id, text, tuple(uses)))
        else:
            found[same] = replace(found[same], uses=(*found[same].uses, *uses))
    return found


def condition_keys(module: Module) -> frozenset[str]:
    """The audience keys that any condition in a module asks for, or that say how long it takes."""
    conditions: list[Condition] = []
    for node in walk(module):
        match node:
            case Conditional(condition=condition):
                conditions.append(condition)
            case Passage(condition=condition) if condition:
                conditions.append(condition)
            case Page(conditions=several):
                conditions.extend(several)
            case _:
                pass
    timed = (key for key, _, _ in module.minutes_for)
    return frozenset((*timed, *(test.key for condition in conditions for test in condition.tests)))


def with_pass_mark(module: Module, mark: float | None) -> Module:
    """The module with a track's pass mark, also on the quizzes that have the module's; None changes nothing."""
    success = module.success
    if mark is None or success is None or success.pass_mark == mark:
        return module
    own = success.pass_mark

    def set_mark(node: Node) -> Node:
        return replace(node, pass_mark=mark) if isinstance(node, Quiz) and node.pass_mark == own else node

    return replace(
        module, lessons=rebuild(module.lessons, set_mark), success=replace(success, pass_mark=mark)
    )
