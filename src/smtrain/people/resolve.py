"""Rules that fit, wishes and exemptions → the tracks a person gets.

For one track: an exemption comes first, then rules (the stronger level, then the higher priority, then the
earlier due date), then a wish. Of an exclusive set one track is kept. Modules that several tracks share count
once, at their deepest. Where a track takes one of several modules, it is one that another track requires.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from smtrain.people.plan import Aside, Grant, Outcome, Resolution
from smtrain.people.policy import Exemption, Module, Policy, Wish

WISH = "opt_in"
"""Stands for the rule's id where a wish gives a track."""

_LEVELS = {"mandatory": 1, "optional": 0}


def resolve(
    policy: Policy, outcome: Outcome, wishes: Sequence[Wish], exemptions: Sequence[Exemption], today: date
) -> Resolution:
    """What a person gets."""
    if not outcome.considered:
        return Resolution()
    candidates = _candidates(policy, outcome, wishes)
    exempt = {entry.track: entry for entry in exemptions if entry.in_force(today)}
    free = sorted(track for track in candidates if track in exempt)
    kept = {track: grant for track, grant in candidates.items() if track not in exempt}
    aside: list[Aside] = []
    for name, tracks in sorted(policy.exclusive.items()):
        inside = [track for track in tracks if track in kept]
        if len(inside) < 2:
            continue
        best = max(inside, key=lambda track: (*_strength(kept[track]), tracks.index(track)))
        aside += [Aside(kept.pop(track).rule, track, name, best) for track in inside if track != best]
    order = {track: number for number, track in enumerate(policy.tracks)}
    grants = _without_doubles(policy, sorted(kept.values(), key=lambda grant: order[grant.track]))
    said = tuple((track, _until(exempt[track]), _why(exempt[track])) for track in free)
    return Resolution(tuple(grants), tuple(aside), said)


def _candidates(policy: Policy, outcome: Outcome, wishes: Sequence[Wish]) -> dict[str, Grant]:
    found: dict[str, Grant] = {}
    for rule in sorted(outcome.matches, key=lambda rule: (-_LEVELS[rule.level], -rule.priority, rule.id)):
        due = rule.due or policy.tracks[rule.track].due
        first = found.get(rule.track)
        if first is None:
            found[rule.track] = Grant(rule.track, rule.level, rule.priority, rule.id, (due,))
        elif (first.level, first.priority) == (rule.level, rule.priority) and due not in first.dues:
            found[rule.track] = first._replace(dues=(*first.dues, due))
    for wish in sorted(wishes, key=lambda wish: (-_LEVELS[wish.level], wish.track)):
        if wish.track not in found:
            found[wish.track] = Grant(wish.track, wish.level, 0, WISH, (policy.tracks[wish.track].due,))
    return found


def _strength(grant: Grant) -> tuple[int, int, int]:
    return grant.rule != WISH, _LEVELS[grant.level], grant.priority


def _without_doubles(policy: Policy, grants: Sequence[Grant]) -> list[Grant]:
    """Give each module to the track that has it deepest; of equals, to the stronger one.

    A track that another one contains whole, at least as deep, is covered by it and has no modules of its own.
    """
    whole = {grant.track: policy.tracks[grant.track].modules for grant in grants}
    needed = {module.id for modules in whole.values() for module in modules if not module.optional}
    tracks = {track: _settled(modules, needed) for track, modules in whole.items()}
    marks = {grant.track: (*_strength(grant), -place) for place, grant in enumerate(grants)}
    covered: dict[str, str] = {}
    for track, modules in tracks.items():
        around = [
            other
            for other in tracks
            if other != track
            and _contains(tracks[other], modules)
            and (marks[other] > marks[track] or not _contains(modules, tracks[other]))
        ]
        if around:
            covered[track] = max(around, key=lambda other: (len(tracks[other]), marks[other]))
    holders: dict[str, tuple[tuple[int, ...], str]] = {}
    for track in (name for name in tracks if name not in covered):
        for module in tracks[track]:
            mark = (module.rank, *marks[track])
            holders[module.id] = max(holders.get(module.id, (mark, track)), (mark, track))
    found: list[Grant] = []
    for grant in grants:
        own = tracks[grant.track]
        held = [module for module in own if holders[module.id][1] == grant.track]
        words = " ".join(_module(module, optional=module.id not in needed) for module in held)
        others = covered.get(grant.track) or ", ".join(sorted({holders[module.id][1] for module in own}))
        found.append(grant._replace(modules=words, covered_by="" if held or not own else others))
    return found


def _contains(whole: Sequence[Module], part: Sequence[Module]) -> bool:
    """Whether a track has all modules of another one, at least as deep."""
    ranks = {module.id: module.rank for module in whole}
    return bool(part) and all(ranks.get(module.id, -1) >= module.rank for module in part)


def _settled(modules: Sequence[Module], needed: Collection[str]) -> tuple[Module, ...]:
    """The modules of a track; where one of several is taken, the one that another track requires, if any."""

    def settle(module: Module) -> Module:
        if len(module.any_of) == 1:
            return module
        return next((Module(name, module.depth) for name in module.any_of if name in needed), module)

    return tuple(settle(module) for module in modules)


def _module(module: Module, *, optional: bool) -> str:
    return module.id + (":full" if module.depth == "full" else "") + (":optional" if optional else "")


def _until(exemption: Exemption) -> str:
    return exemption.until.isoformat() if exemption.until else ""


def _why(exemption: Exemption) -> str:
    return f"{exemption.reason} (approved by {exemption.by})" if exemption.by else exemption.reason
