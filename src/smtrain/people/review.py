"""What a run shows about the rules: those that fit nobody, roles that none names, people who are not there."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.diagnostics import Finding, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.conditions import Condition, Group
from smtrain.people.issues import MOST
from smtrain.people.plan import Plan
from smtrain.people.rules_policy import NOBODY, UNKNOWN_PERSON, UNMATCHED, UNNAMED_ROLE
from smtrain.people.values import fold


def review(plan: Plan, rules_file: str) -> Iterator[Finding]:
    """The findings about the rules file in view of this roster."""
    policy = plan.policy
    for rule in policy.rules:
        if rule.in_force(plan.as_of) and not plan.matched[rule.id]:
            words = f'the rule "{rule.id}" fits nobody in this roster'
            yield Finding(NOBODY, rule.span, words, mend=f"it asks for: {rule.condition.words()}")
    yield from _roles(plan, rules_file)
    for listed in plan.lists["unknown_person"]:
        place = policy.places.get(f"person {listed.id}")
        if place:
            yield Finding(
                UNKNOWN_PERSON,
                place,
                f"nobody in the roster has the id {listed.id}",
                mend="ids are compared exactly, with their zeros",
            )
    lost = plan.lists["unmatched"]
    if lost and policy.unmatched == "fail":
        shown = ", ".join(listed.id for listed in lost[:MOST]) + (", …" if len(lost) > MOST else "")
        people = "person gets" if len(lost) == 1 else "people get"
        yield Finding(
            UNMATCHED,
            Span.point(rules_file),
            f"{len(lost):,} {people} no track from any rule: {shown}",
            mend='add a rule for them, or write "unmatched: report"',
        )


def _roles(plan: Plan, rules_file: str) -> Iterator[Finding]:
    policy = plan.policy
    named = {fold(word) for rule in policy.rules for word in _role_words(rule.condition)}
    if not named and not policy.roles:
        return
    for role in sorted(plan.roles):
        if fold(role) not in named and not any("*" in word or "?" in word for word in named):
            many = plan.roles[role]
            people = "1 person has" if many == 1 else f"{many:,} people have"
            yield Finding(
                UNNAMED_ROLE,
                Span.point(rules_file),
                f'{people} the public role "{role}", which no rule names',
                mend=did_you_mean(
                    role, [word for word in named if fold(word) != fold(role)], "add a rule for it"
                ),
            )


def _role_words(condition: Condition) -> Iterator[str]:
    if isinstance(condition, Group):
        for part in condition.parts:
            yield from _role_words(part)
    elif condition.field == "public_role":
        for _, wanted in condition.asks:
            yield from wanted if isinstance(wanted, tuple) else ()
