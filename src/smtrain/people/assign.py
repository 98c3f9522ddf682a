"""Roster, policy, ledger, completions and a day → a plan. Pure: the day comes from outside.

The order of rows and of rules changes nothing, and nobody is lost: everyone in the roster gets a track, is
exempt, or stands on a list that says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from operator import itemgetter, le

from smtrain.people.decide import NO_BASE, decide
from smtrain.people.kept import Assigned, Ledger
from smtrain.people.outcome import Outcomes
from smtrain.people.person import Person, Roster
from smtrain.people.plan import Completions, Listed, Outcome, Plan, Resolution
from smtrain.people.policy import DueRule, Policy
from smtrain.people.resolve import WISH, resolve
from smtrain.people.table import Tick

_BLOCK = 2048
_ID = itemgetter(0)


def assign(
    policy: Policy,
    roster: Roster,
    today: date,
    *,
    ledger: Ledger | None = None,
    completions: Completions | None = None,
    tick: Tick = lambda share: None,
) -> Plan:
    """Decide who takes what, until when and why. `today` is the day the plan is made for."""
    return _Run(policy, roster, today, ledger or Ledger(), completions or {}).plan(tick)


class _Run:
    def __init__(
        self, policy: Policy, roster: Roster, today: date, ledger: Ledger, completions: Completions
    ) -> None:
        self._policy, self._roster, self._today = policy, roster, today
        self._ledger, self._completions = ledger, completions
        self._outcomes = Outcomes(policy, roster, today)
        self._plan = Plan(today, policy, roster, _sorted(roster.people))
        self._special = {**policy.wishes, **policy.exemptions}
        self._resolved: dict[Outcome, Resolution] = {}
        self._personal: dict[tuple[object, ...], Resolution] = {}
        self._needed: dict[Resolution, list[int]] = {}
        self._alike: dict[Outcome, tuple[Assigned, ...]] = {}
        self._told: set[Outcome] = set()
        self._decided: dict[tuple[object, ...], tuple[Assigned, ...]] = {}
        dues = [rule.due for rule in policy.rules] + [track.due for track in policy.tracks.values()]
        bases = sorted({due.base for due in dues if due and due.on is None and due.base != "assigned"})
        self._bases = [(name, roster.fields.index(name)) for name in bases if name in roster.fields]
        self._asks_roles = "public_role" in policy.asked or bool(policy.roles)

    def plan(self, tick: Tick) -> Plan:
        people = self._plan.people
        for start in range(0, len(people), _BLOCK):
            self._block(people[start : start + _BLOCK])
            tick(min(1.0, (start + _BLOCK) / len(people)))
        self._list_the_rest()
        for names in self._plan.lists.values():
            names.sort()
        return self._plan

    def _block(self, people: Sequence[Person]) -> None:
        outcomes = self._outcomes.all(people)
        plan = self._plan
        plan.statuses += [outcome.status for outcome in outcomes]
        for outcome, many in Counter(outcomes).items():
            self._count(outcome, many)
            if outcome not in self._resolved:
                self._general(outcome)
        if self._special or self._ledger.people or self._completions:
            plan.given += [
                self._one(person, outcome) for person, outcome in zip(people, outcomes, strict=True)
            ]
        else:
            alike = list(map(self._alike.get, outcomes))
            if None in alike:
                alike = [
                    given or self._one(person, outcome)
                    for given, person, outcome in zip(alike, people, outcomes, strict=True)
                ]
            plan.given += [given for given in alike if given is not None]
        told = self._told
        if self._special or not told.isdisjoint(outcomes):
            for person, outcome in zip(people, outcomes, strict=True):
                if outcome in told or person[0] in self._special:
                    self._list(person[0], outcome, self._own(person[0], outcome))
        if self._roster.unsafe:
            unsafe = self._roster.unsafe
            plan.lists["unsafe"] += [Listed(p[0], unsafe[p[0]]) for p in people if p[0] in unsafe]

    def _one(self, person: Person, outcome: Outcome) -> tuple[Assigned, ...]:
        """What one person gets; the same object for all who are alike in everything that counts."""
        ident = person[0]
        resolution = self._own(ident, outcome)
        before = self._ledger.people.get(ident)
        old = before.tracks if before else ()
        done = tuple(self._completions.get(ident, ()))
        dates = [person[at] for at in self._needed[resolution]] if resolution in self._needed else []
        # The ledger keeps the tracks of those who are alike as one object, and hashing them is slow.
        key = (resolution, outcome.paused, id(old) if old else 0, done, *dates)
        given = self._decided.get(key)
        if given is None:
            bases = {name: person[at] for name, at in self._bases}
            given = decide(self._policy, outcome, resolution, bases, old, done, self._today)
            self._decided[key] = given
        return given

    def _general(self, outcome: Outcome) -> Resolution:
        """What everyone of an outcome gets who has neither a wish nor an exemption."""
        found = self._resolved[outcome] = resolve(self._policy, outcome, (), (), self._today)
        self._needed[found] = self._dates_for(found)
        if not self._needed[found] and not (self._special or self._ledger.people or self._completions):
            self._alike[outcome] = decide(self._policy, outcome, found, {}, (), (), self._today)
        if (
            outcome.undecided
            or not outcome.considered
            or not found.grants
            or (self._asks_roles and not outcome.roles)
        ):
            self._told.add(outcome)
        return found

    def _own(self, ident: str, outcome: Outcome) -> Resolution:
        if ident not in self._special:
            return self._resolved[outcome]
        wishes, exemptions = self._policy.wishes.get(ident, ()), self._policy.exemptions.get(ident, ())
        key = (outcome, wishes, exemptions)
        if key not in self._personal:
            found = self._personal[key] = resolve(self._policy, outcome, wishes, exemptions, self._today)
            self._needed[found] = self._dates_for(found)
        return self._personal[key]

    def _dates_for(self, resolution: Resolution) -> list[int]:
        """The places of dates that due dates of these tracks are counted from."""
        dues = [due for grant in resolution.grants for due in grant.dues]
        wanted = {due.base for due in dues if isinstance(due, DueRule) and due.on is None}
        return [at for name, at in self._bases if name in wanted]

    def _count(self, outcome: Outcome, many: int) -> None:
        if outcome.considered:
            for rule in outcome.matches:
                self._plan.matched[rule.id] += many
        for role in outcome.roles:
            self._plan.roles[role] += many

    def _list(self, ident: str, outcome: Outcome, resolution: Resolution) -> None:
        lists = self._plan.lists
        if not outcome.considered:
            lists["outside"].append(Listed(ident, outcome.status))
            return
        if self._asks_roles and not outcome.roles:
            lists["no_role"].append(Listed(ident))
        if outcome.undecided:
            lists["undecided"].append(Listed(ident, ", ".join(sorted(rule.id for rule in outcome.undecided))))
        if not resolution.grants and not resolution.exempt:
            lists["unmatched"].append(Listed(ident))
        lost = [aside for aside in resolution.aside if aside.rule == WISH]
        if lost:
            words = ", ".join(f"{aside.track}: {aside.group} keeps {aside.kept}" for aside in lost)
            lists["set_aside"].append(Listed(ident, words))

    def _list_the_rest(self) -> None:
        """Who is not among the people, and what only the decisions show."""
        plan, roster = self._plan, self._roster
        lists = plan.lists
        lists["refused"] += [Listed(ident, why) for ident, why in roster.refused.items()]
        odd = {
            key
            for key, (given, _) in plan.kinds.items()
            if any(a.reason.startswith(NO_BASE[:12]) for a in given)
        }
        if odd:
            lists["no_due_date"] += [
                Listed(person[0], ", ".join(a.track for a in given if a.reason.startswith(NO_BASE[:12])))
                for person, given in zip(plan.people, plan.given, strict=True)
                if id(given) in odd
            ]
        if not (self._special or self._completions or self._ledger.people):
            return
        present = set(map(_ID, plan.people))
        named = {*self._policy.wishes, *self._policy.exemptions, *self._completions}
        lists["unknown_person"] += [
            Listed(ident) for ident in named if ident not in present and ident not in roster.refused
        ]
        day = self._today.isoformat()
        for ident, old in self._ledger.people.items():
            if ident in present:
                continue
            if ident in roster.refused:
                plan.held[ident] = old
            elif roster.nameless and old.status != "left":
                plan.held[ident] = old
                lists["missing"].append(Listed(ident))
            else:
                plan.gone[ident] = old.leaving(day)


def _sorted(people: list[Person]) -> list[Person]:
    ids = list(map(_ID, people))
    return people if all(map(le, ids, ids[1:])) else sorted(people, key=_ID)
