"""Whatever the roster and the rules: their order changes nothing, and nobody is lost."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from smtrain.diagnostics import Notes
from smtrain.people.assign import assign
from smtrain.people.issues import Issues
from smtrain.people.kept import OPEN, Ledger
from smtrain.people.ledger import ledger_lines, read_ledger
from smtrain.people.plan import Plan
from smtrain.people.policy import Policy
from smtrain.people.reading_policy import read_policy
from smtrain.people.roster import read_roster
from smtrain.people.table import Source
from smtrain.source.file import decode

HEADER = ["id", "username", "department", "public role", "region", "manager id", "hire date", "status"]
IDS = [f"{number:03}" for number in range(8)]
TRACKS = ["one", "two", "three"]

cell = {
    "id": st.sampled_from([*IDS, "", "1.23E+05", "=1"]),
    "username": st.sampled_from(["a", "b", "", "=cmd", "x y"]),
    "department": st.sampled_from(["Care", "care ", "Desk", "", "Ｃａｒｅ"]),
    "public role": st.sampled_from(["agent", "lead", "", "Agent"]),
    "region": st.sampled_from(["EU", "EU/DE", "US", ""]),
    "manager id": st.sampled_from([*IDS, "", "NO_MANAGER", "999"]),
    "hire date": st.sampled_from(["2026-02-01", "2020-01-01", "", "03/04/2026", "2026-02-30"]),
    "status": st.sampled_from(["active", "active", "on_leave", "terminated", "odd"]),
}
rows = st.lists(st.tuples(*(cell[name] for name in HEADER)), min_size=1, max_size=12)
leaf = st.sampled_from(
    [
        {"department": "Care"}, {"department": {"not": ["Care"]}}, {"public_role": ["agent", "lead"]},
        {"region": {"under": "EU"}}, {"region": {"any": True}}, {"region": {"under": "US", "or_missing": True}},
        {"manages_people": True}, {"manager_id": {"in_tree_of": "001"}}, {"tenure_days": {"max": 90}},
        {"hire_date": {"before": "2025-01-01"}}, {"id": ["003", "004"]},
    ]
)  # fmt: skip
condition = st.recursive(
    leaf,
    lambda inner: st.builds(
        lambda join, parts: {join: parts},
        st.sampled_from(["all", "any", "none"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=5,
)
rule = st.fixed_dictionaries(
    {
        "assign": st.sampled_from(TRACKS),
        "level": st.sampled_from(["mandatory", "optional"]),
        "when": st.none() | condition,
    }
)
people = st.lists(st.sampled_from(IDS), min_size=1, max_size=3)
wishes = st.lists(st.fixed_dictionaries({"track": st.sampled_from(TRACKS), "people": people}), max_size=2)


def policy_of(
    rules: Sequence[Mapping[str, Any]], wanted: Sequence[Any], freed: Sequence[Any], *, turned: bool
) -> Policy:
    """The policy of some rules; priorities differ, so any exclusive set is sound."""
    numbered = [{"id": f"r{n}", "priority": n, **each} for n, each in enumerate(rules)]
    file = {
        "version": 1,
        "tracks": {"one": {"modules": ["m"], "due": {"days": 30, "from": "hire_date"}},
                   "two": {"modules": ["m", "n"], "depth": "full"}, "three": {"due": {"days": 5}}},
        "exclusive": {"pair": ["one", "three"]},
        "rules": numbered[::-1] if turned else numbered,
        "opt_in": list(wanted),
        "exempt": [{**each, "reason": "r"} for each in freed],
    }  # fmt: skip
    notes = Notes()
    found = read_policy(decode("assignment.yaml", json.dumps(file).encode(), notes), notes, None, _no_file)
    assert found is not None, [f.message for f in notes]
    return found


def _no_file(name: str) -> Any:
    raise AssertionError(name)


def planned(
    table: Sequence[Sequence[str]], policy: Policy, ledger: Ledger | None = None, day: date = date(2026, 3, 1)
) -> Plan:
    """The plan for a roster of these rows."""
    text = StringIO()
    csv.writer(text).writerows([HEADER, *table])
    data = text.getvalue().encode()
    roster = read_roster(
        Source(
            "roster.csv", BytesIO(data), len(data), policy.shape, Issues("roster.csv"), lambda share: None
        ),
        policy.asked,
    )
    assert roster is not None
    return assign(policy, roster, day, ledger=ledger)


def seen(plan: Plan) -> tuple[Any, ...]:
    """All that a run decides."""
    lists = {name: sorted(each) for name, each in plan.lists.items()}
    return tuple(ledger_lines(plan)), lists, sorted(plan.matched.items()), list(plan.people)


@given(rows, st.lists(rule, min_size=1, max_size=5), wishes, wishes)
def test_order_changes_nothing(table: Any, rules: Any, wanted: Any, freed: Any) -> None:
    """Neither that of the rows nor that of the rules."""
    one = planned(table, policy_of(rules, wanted, freed, turned=False))
    other = planned(table[::-1], policy_of(rules, wanted, freed, turned=True))
    assert seen(one) == seen(other)


@given(rows, st.lists(rule, min_size=1, max_size=5), wishes, wishes)
def test_nobody_is_lost(table: Any, rules: Any, wanted: Any, freed: Any) -> None:
    """Everyone whose id can be read is assigned, exempt, or on a list that says why not."""
    plan = planned(table, policy_of(rules, wanted, freed, turned=False))
    handled = {
        p[0]
        for p, given in zip(plan.people, plan.given, strict=True)
        if any(t.status in OPEN or t.status == "exempt" for t in given)
    }
    for name in ("refused", "outside", "unmatched"):
        handled |= {listed.id for listed in plan.lists[name]}
    assert {row[0] for row in table if row[0] in IDS} <= handled
    unreadable = sum(row[0] in ("", "1.23E+05") for row in table)
    assert plan.roster.nameless == unreadable


@settings(max_examples=60)
@given(rows, rows, st.lists(rule, min_size=1, max_size=4), wishes)
def test_a_ledger_says_what_it_was_told(first: Any, second: Any, rules: Any, wanted: Any) -> None:
    """Read back it is the same; a second run keeps first days, and loses nobody who was in the first."""
    policy = policy_of(rules, wanted, [], turned=False)
    one = planned(first, policy)
    ledger = read_ledger(StringIO("".join(ledger_lines(one))))
    assert ledger.people.keys() == {person[0] for person in one.people}
    two = planned(second, policy, ledger, date(2026, 4, 1))
    again = read_ledger(StringIO("".join(ledger_lines(two))))
    assert ledger.people.keys() <= again.people.keys()
    for person, own in zip(two.people, two.given, strict=True):
        before = {t.track: t for t in ledger.people[person[0]].tracks} if person[0] in ledger.people else {}
        for track in own:
            old = before.get(track.track)
            if old and old.status in OPEN and track.status in OPEN:
                assert track.first == old.first


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """No roster ends in a traceback, and one that is not read is told about."""
    issues = Issues("roster")
    policy = policy_of([{"assign": "one"}], [], [], turned=False)
    found = read_roster(
        Source("roster", BytesIO(data), len(data), policy.shape, issues, lambda share: None), policy.asked
    )
    assert found is not None or list(issues)


@given(st.text(max_size=300))
def test_any_text_below_a_header(text: str) -> None:
    """Each row is a person, is refused, or is empty."""
    issues = Issues("roster.csv")
    data = ("id,username,given\n" + text).encode("utf-8", "replace")
    policy = policy_of([{"assign": "two"}], [], [], turned=False)
    found = read_roster(
        Source("roster.csv", BytesIO(data), len(data), policy.shape, issues, lambda share: None), policy.asked
    )
    assert found is not None or list(issues)
