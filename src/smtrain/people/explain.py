"""Why somebody has a track, or lacks it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from smtrain.people.conditions import Condition, Group, Known, Truth
from smtrain.people.kept import OPEN, Assigned
from smtrain.people.outcome import Outcomes
from smtrain.people.person import Person
from smtrain.people.plan import Outcome, Plan
from smtrain.people.policy import Rule
from smtrain.people.resolve import WISH, resolve
from smtrain.people.values import joined


def explain(plan: Plan, ident: str, source: str) -> list[str]:
    """The lines of an explanation.

    `source` says which roster and which rules, with their hashes; `{}` in it becomes the line of the person.
    """
    roster = plan.roster
    at = next((number for number, person in enumerate(plan.people) if person[0] == ident), None)
    if at is None:
        return list(_absent(plan, ident))
    person, given = plan.people[at], plan.given[at]
    outcomes = Outcomes(plan.policy, roster, plan.as_of)
    return list(_Words(plan, person, given, outcomes, source).lines())


def _absent(plan: Plan, ident: str) -> Iterator[str]:
    if ident in plan.roster.refused:
        yield f"{ident}  the row in the roster cannot be used: {plan.roster.refused[ident].replace('-', ' ')}"
        yield "  What was assigned before stays as it is. Mend the row; the findings say how."
        return
    kept = plan.gone.get(ident) or plan.held.get(ident)
    if kept:
        since = f" since {kept.left}" if kept.left else ""
        yield f"{ident}  is not in the roster{since}"
        for track in kept.tracks:
            yield f"  {track.track}  {track.status}, first assigned {track.first or 'never'}"
        return
    yield f"{ident}  is neither in the roster nor in the ledger. Ids are compared exactly, with their zeros."


class _Words:
    def __init__(
        self, plan: Plan, person: Person, given: tuple[Assigned, ...], outcomes: Outcomes, source: str
    ) -> None:
        self._plan, self._person, self._given, self._source = plan, person, given, source
        self._policy, self._ident = plan.policy, person[0]
        self._known: Known = outcomes.known(person)
        self._outcome: Outcome = outcomes.of(person)
        wishes = self._policy.wishes.get(self._ident, ())
        exemptions = self._policy.exemptions.get(self._ident, ())
        self._resolution = resolve(self._policy, self._outcome, wishes, exemptions, plan.as_of)

    def lines(self) -> Iterator[str]:
        roster = self._plan.roster
        names = [roster.at(name) for name in ("given", "family")]
        name = " ".join(self._person[at] for at in names if at is not None and self._person[at])
        facts = [f"status {self._outcome.status.replace('_', ' ')}"]
        facts += (
            [f"public role {', '.join(self._outcome.roles)}"] if self._outcome.roles else ["no public role"]
        )
        yield f"{self._ident}  {name}".rstrip() + f"  ({'; '.join(facts)})"
        if not self._outcome.considered:
            yield f'  The status "{self._outcome.status}" is outside the population, so no rule is applied.'
        own = {given.track: given for given in self._given}
        for track in [*own, *(name for name in self._policy.tracks if name not in own)]:
            yield ""
            yield from self._track(track, own.get(track))
        yield ""
        yield "  " + self._source.format(roster.line_of(self._ident))

    def _track(self, track: str, given: Assigned | None) -> Iterator[str]:
        rules = [rule for rule in self._policy.rules if rule.track == track]
        if given and given.status in OPEN:
            yield "  " + "  ".join(
                filter(None, (track, given.level, given.status.replace("_", " "), _days(given)))
            )
        elif given:
            yield (
                f"  {track}  {given.status}"
                + (f" since {given.since}" if given.since else "")
                + (f" until {given.expires}" if given.status == "exempt" and given.expires else "")
            )
        else:
            yield f"  {track}  not assigned"
        if given and given.reason:
            yield f"    {given.reason}"
        if given and given.modules:
            yield f"    modules: {given.modules}"
        if given and given.rule == WISH:
            yield "    opt_in names this person; no rule asks it of them"
        for rule in rules:
            yield from self._rule(rule)
        for aside in self._resolution.aside:
            if aside.track == track:
                yield f'    set aside: the exclusive set "{aside.group}" keeps {aside.kept}, which is stronger'
        if not rules and not (given and given.rule == WISH):
            yield "    no rule assigns this track, and no opt-in names this person"

    def _rule(self, rule: Rule) -> Iterator[str]:
        head = f"    rule {rule.id} (priority {rule.priority}): "
        if not rule.in_force(self._plan.as_of):
            yield head + f"not in force on {self._plan.as_of}"
            return
        truth = rule.condition.judge(self._known)
        if truth:
            yield head + "fits: " + self._shown(rule.condition)
            return
        culprit = self._culprit(rule.condition, truth)
        word = "cannot be decided" if truth is None else "does not fit"
        yield head + f"{word}: {culprit}"

    def _shown(self, condition: Condition) -> str:
        if isinstance(condition, Group) and condition.parts:
            parts = [f"{part.words()}  {_TRUTH[part.judge(self._known)]}" for part in condition.parts]
            return f"{condition.join} → " + " | ".join(parts)
        return condition.words() if isinstance(condition, Group) else f"{condition.words()}  yes"

    def _culprit(self, condition: Condition, truth: Truth) -> str:
        """The first condition because of which a rule does not fit, and what the person has instead."""
        if isinstance(condition, Group):
            if condition.join == "all":
                for part in condition.parts:
                    if part.judge(self._known) is truth:
                        return self._culprit(part, truth)
            if condition.join == "none":
                part = next(part for part in condition.parts if part.judge(self._known) is not False)
                return f"{part.words()}, which must not be; {self._has(part)}".removesuffix("; ")
            return f"{condition.words()}; " + ", ".join(
                dict.fromkeys(self._has(part) for part in condition.parts)
            )
        return f"{condition.words()}; {self._has(condition)}"

    def _has(self, condition: Condition) -> str:
        if isinstance(condition, Group):
            return ", ".join(dict.fromkeys(self._has(part) for part in condition.parts))
        name = condition.field
        if name == "manages_people":
            return "manages people" if self._known.manages else "manages nobody"
        if name == "tenure_days":
            dates = self._known.values("hire_date")
            days = [str((self._plan.as_of - date.fromisoformat(day)).days) for day in dates]
            return f"tenure days is {days[0]}" if days else "hire date is empty"
        values = self._known.values(name)
        label = name.replace("_", " ")
        return f"{label} is {joined(', '.join(values))}" if values else f"{label} is empty"


_TRUTH = {True: "yes", False: "no", None: "unknown"}


def _days(given: Assigned) -> str:
    said = [f"due {given.due}" if given.due else "no due date"]
    said += [f"first assigned {given.first}"] if given.first else []
    said += [f"completed {given.completed}"] if given.completed else []
    said += [f"expires {given.expires}"] if given.expires else []
    said += [f"clock stands since {given.paused_on}"] if given.paused_on else []
    return ", ".join(said)
