"""From one run to the next: the ledger, what changed, what is refused, and what nothing may damage."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from smtrain.people.reports import pseudonyms
from smtrain.workflow.assign import Assigned
from smtrain.workflow.errors import Refused
from tests.people.office import COMPLETED, EXAMPLE_ROSTER, EXAMPLE_RULES, Office, listed, said, tracks
from tests.workbench import RULES

DUE = "version: 1\ntracks: {basics: {due: {days: 30, from: assigned}}}\nrules: [{id: everyone, assign: basics}]\n"


def month(
    office: Office, number: int, roster: str, rules: str = RULES, day: int = 1, **more: object
) -> Assigned:
    """A run on a day of 2026 that writes into `out`."""
    return office.run(roster, rules, on=date(2026, number, day), out=office.folder / "out", **more)


def kinds(done: Assigned) -> Counter[str]:
    """How many changes of each kind."""
    return Counter(change.kind for change in done.changes)


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


A = """\
id,username,given,email,department,status
1,a,Ana,ana@example.com,Care,active
2,b,Ben,ben@example.com,Care,active
3,c,Cy,cy@example.com,Desk,on_leave
4,d,Di,di@example.com,Desk,active
5,e,Eve,eve@example.com,Desk,active
"""
B = """\
id,username,given,email,department,status
1,a,Ana,ana@example.com,Desk,active
2,b,Ben-Ali,ben@example.com,Care,active
3,c,Cy,cy@example.com,Desk,active
5,e,Eve,eve@example.com,Desk,terminated
6,f,Fay,fay@example.com,Care,active
7,g,Di,Di@example.com,Care,active
"""
CARE = """\
version: 1
tracks: {care: {}, all: {}}
rules:
  - {id: care, assign: care, when: {department: Care}}
  - {id: all, assign: all, when: {department: [Care, Desk]}}
"""


def test_two_runs_compared(office: Office) -> None:
    """Joiners, leavers of both sorts, a mover, a new name, back from leave, and perhaps the same person."""
    month(office, 1, A, CARE)
    done = month(office, 2, B, CARE)
    assert kinds(done) == {
        "joiner": 2, "leaver_gone": 1, "leaver_terminated": 1, "mover": 1, "renamed": 1, "returned": 1,
        "possible_same_person": 1,
    }  # fmt: skip
    found = {(change.id, change.kind): change for change in done.changes}
    mover = found["1", "mover"]
    assert (mover.field, mover.old, mover.new, mover.removed) == ("department", "Care", "Desk", ("care",))
    assert found["7", "possible_same_person"].old == "4"
    assert found["6", "joiner"].added == ("all", "care")
    assert [row["kind"] for row in office.rows("changes.csv")] == [change.kind for change in done.changes]


def test_nothing_changed(office: Office) -> None:
    """The same people on another day are no change, in whatever order they come."""
    month(office, 1, A, CARE)
    head, *rows = A.splitlines(keepends=True)
    assert month(office, 2, head + "".join(reversed(rows)), CARE).changes == []


def test_due_dates_do_not_slide(office: Office) -> None:
    """Thirty days after the first assignment, whenever the next run is."""
    month(office, 1, "id,username\n1,a\n", DUE)
    found = tracks(month(office, 2, "id,username\n1,a\n2,b\n", DUE))
    assert (found["1"]["basics"].due, found["1"]["basics"].status) == ("2026-01-31", "overdue")
    assert found["2"]["basics"].due == "2026-03-03"


def test_the_clock_stands_during_leave(office: Office) -> None:
    """Ten days of leave move the due date by ten days."""
    text = "id,username,status\n1,a,{}\n"
    month(office, 1, text.format("active"), DUE, 1)
    paused = tracks(month(office, 1, text.format("on_leave"), DUE, 11))["1"]["basics"]
    assert (paused.status, paused.due, paused.paused_on) == ("paused", "2026-01-31", "2026-01-11")
    back = tracks(month(office, 1, text.format("active"), DUE, 21))["1"]["basics"]
    assert (back.status, back.due, back.paused_days) == ("assigned", "2026-02-10", 10)
    assert tracks(month(office, 1, text.format("active"), DUE, 25))["1"]["basics"].due == "2026-02-10"


def test_what_no_rule_asks_for_any_more(office: Office) -> None:
    """An open track is withdrawn and told, a completed one stays on record."""
    rules = CARE + "max_removals: 100%\n"
    text = "id,username,department\n1,a,{0}\n2,b,{0}\n"
    month(office, 1, text.format("Care"), rules)
    done = month(
        office, 2, text.format("Desk"), rules, completed="id,track,completed_on\n2,care,2026-01-10\n"
    )
    assert tracks(done)["1"]["care"].status == "withdrawn"
    assert [change.removed for change in done.changes] == [("care",), ("care",)]
    again = month(office, 3, text.format("Care"), rules)
    assert tracks(again)["1"]["care"].first == "2026-03-01"


def test_a_completed_track_stays_complete(office: Office) -> None:
    """What was reached once stays, also where no rule asks for it."""
    text = "id,username,department\n1,a,{}\n"
    done = "id,track,completed_on\n1,care,2026-01-10\n"
    month(office, 1, text.format("Care"), CARE, 15, completed=done)
    kept = tracks(month(office, 2, text.format("Desk"), CARE))["1"]["care"]
    assert (kept.status, kept.completed) == ("complete", "2026-01-10")


def test_late_or_in_time(office: Office) -> None:
    """Completed after the due date is late; before it was assigned is not."""
    text = "id,username\n1,a\n2,b\n3,c\n"
    month(office, 1, text, DUE)
    done = "id,track,completed_on\n1,basics,2026-01-31\n2,basics,2026-02-01\n3,basics,2020-05-05\n"
    found = tracks(month(office, 3, text, DUE, completed=done))
    assert [found[ident]["basics"].status for ident in "123"] == ["complete", "complete_late", "complete"]


def test_somebody_comes_back(office: Office) -> None:
    """Gone for a month: told as leaver, then as back, and assigned anew."""
    text = "".join(f"{n},u{n}\n" for n in range(1, 10))
    month(office, 1, "id,username\n0,zoe\n" + text)
    assert kinds(month(office, 2, "id,username\n" + text)) == {"leaver_gone": 1}
    assert kinds(month(office, 3, "id,username\n" + text)) == {}
    done = month(office, 4, "id,username\n0,zoe\n" + text)
    assert kinds(done) == {"returned_to_company": 1}
    assert tracks(done)["0"]["basics"].first == "2026-04-01"


def test_leavers_are_forgotten_in_time(office: Office) -> None:
    """After `keep_leavers` nothing of them is kept."""
    rules = RULES + "keep_leavers: 2 months\nmax_drop: 100%\n"
    month(office, 1, "id,username\n1,a\n2,b\n", rules)
    month(office, 2, "id,username\n1,a\n", rules)
    assert {row["id"] for row in office.rows("ledger.csv")} == {"1", "2"}
    month(office, 5, "id,username\n1,a\n", rules)
    assert {row["id"] for row in office.rows("ledger.csv")} == {"1"}


def test_a_row_that_cannot_be_used_costs_nobody_anything(office: Office) -> None:
    """The person is no leaver: what was assigned stays, to the letter."""
    month(office, 1, "id,username,given\n1,a,A\n2,b,B\n", DUE)
    before = [row for row in office.rows("ledger.csv") if row["id"] == "2"]
    done = month(office, 2, "id,username,given\n1,a,A\n2,b,B\n2,x,X\n", DUE)
    assert listed(done) == {"refused": ["2"]}
    assert done.changes == []
    after = [row for row in office.rows("ledger.csv") if row["id"] == "2"]
    assert [{**row, "run": ""} for row in after] == [{**row, "run": ""} for row in before]


def test_nobody_leaves_while_an_id_cannot_be_read(office: Office) -> None:
    """A row without an id may be theirs."""
    month(office, 1, "id,username\n1,a\n2,b\n")
    done = month(office, 2, "id,username\n1,a\n2.0,b\n")
    assert listed(done) == {"missing": ["2"]}
    assert done.changes == []


@pytest.mark.parametrize("people", [8, 7])
def test_a_roster_that_shrank(office: Office, people: int) -> None:
    """Twenty per cent fewer is the limit; nothing is written beyond it, unless it is accepted."""
    month(office, 1, "id,username\n" + "".join(f"{n},u{n}\n" for n in range(10)))
    before = tree(office.folder / "out")
    text = "id,username\n" + "".join(f"{n},u{n}\n" for n in range(people))
    done = month(office, 2, text)
    assert done.stopped is (people < 8)
    if people < 8:
        assert said(done) == ["SM950 1: the roster has 7 people, and the last one had 10"]
        assert tree(office.folder / "out") == before
        assert not month(office, 2, text, accept_drop=True).stopped


def test_rules_that_withdraw_too_much(office: Office) -> None:
    """A rule changed by mistake withdraws nothing."""
    month(office, 1, "id,username\n1,a\n2,b\n")
    done = month(office, 2, "id,username\n1,a\n2,b\n", RULES.replace("basics", "other"))
    assert said(done) == ["SM951 1: 2 of 2 tracks would be withdrawn from people who are still there"]
    assert done.stopped


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: text[: len(text) // 2], "damaged"),
        (lambda text: text.replace("assigned,2026", "assigned,01/02/2026", 1), "is no day"),
        (lambda text: text.replace(",", ";"), "its first line is not that of a ledger of this version"),
        (
            lambda text: text.replace(",assigned,", ",asigned,", 1),
            "a state or a number is not one of a ledger's",
        ),
        (lambda text: text + "1,x\n", "the line has not as many cells as it should"),
    ],
)
def test_a_damaged_ledger_is_left_alone(office: Office, change: object, why: str) -> None:
    """Nothing is decided on half a ledger, and not a byte of it is changed."""
    month(office, 1, "id,username\n1,a\n2,b\n")
    path = office.folder / "out" / "ledger.csv"
    path.write_text(change(path.read_text("utf-8")), "utf-8")  # type: ignore[operator] # one of the above
    before = tree(office.folder / "out")
    done = month(office, 2, "id,username\n1,a\n2,b\n")
    assert [f.rule.code for f in done.findings] == ["SM952"]
    assert why in said(done)[0] or "cells" in said(done)[0]
    assert tree(office.folder / "out") == before


def test_a_day_before_the_last_run(office: Office) -> None:
    """Would undo what happened since."""
    month(office, 2, "id,username\n1,a\n")
    assert said(month(office, 1, "id,username\n1,a\n")) == [
        "SM953 1: the ledger is of 2026-02-01, and this run is for 2026-01-01"
    ]


def test_errors_in_the_rules_write_nothing(office: Office) -> None:
    """What an earlier run wrote is untouched."""
    month(office, 1, "id,username\n1,a\n")
    before = tree(office.folder / "out")
    assert month(office, 2, "id,username\n1,a\n", RULES.replace("assign: basics", "assign: basic")).stopped
    assert tree(office.folder / "out") == before


def test_another_ledger_is_not_overwritten(office: Office) -> None:
    """`--ledger` elsewhere and a ledger in `--out`: one of them would be lost."""
    month(office, 1, "id,username\n1,a\n")
    other = office.write("other.csv", (office.folder / "out/ledger.csv").read_text("utf-8"))
    with pytest.raises(Refused, match="is another ledger than"):
        month(office, 2, "id,username\n1,a\n", ledger=other)
    done = office.run("id,username\n1,a\n", RULES, on=date(2026, 2, 1), ledger=other)
    assert done.compared
    assert done.written == ()


def test_a_dry_run_writes_nothing(office: Office) -> None:
    """Not even a folder."""
    before = tree(office.folder)
    office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, lms=("moodle", "canvas"))
    assert {*tree(office.folder)} - {*before} == {"roster.csv", "assignment.yaml"}


def test_the_same_run_writes_the_same_bytes(office: Office) -> None:
    """In whatever order rows and rules stand."""
    office.run(
        EXAMPLE_ROSTER, EXAMPLE_RULES, completed=COMPLETED, out=office.folder / "one", lms=("moodle", "scim")
    )
    head, *rows = EXAMPLE_ROSTER.splitlines(keepends=True)
    start, rest = EXAMPLE_RULES.split("rules:\n")
    inside, end = rest.split("opt_in:")
    rules = [f"  - {part}" for part in inside[4:].split("\n  - ")]
    assert len(rules) == 4
    turned = start + "rules:\n" + "\n".join(rule.rstrip("\n") for rule in reversed(rules)) + "\nopt_in:" + end
    office.run(
        head + "".join(reversed(rows)),
        turned,
        completed=COMPLETED,
        out=office.folder / "two",
        lms=("moodle", "scim"),
    )
    for name in ("ledger.csv", "moodle-users.csv", "scim-groups.json", "lists.csv"):
        assert (office.folder / "one" / name).read_bytes() == (office.folder / "two" / name).read_bytes()


def test_the_ledger_has_no_names_and_no_addresses(office: Office) -> None:
    """Ids, tracks, days and what rules ask for."""
    month(office, 1, A, CARE)
    text = office.out("ledger.csv")
    assert "department=Care" in text
    assert not [word for word in ("Ana", "ana@", "example.com", "Ben") if word in text]


def test_a_report_with_pseudonyms(office: Office) -> None:
    """No id, name, login or address of the roster is in any of its files, nor in what is found."""
    key = office.write("secret/key", "0123456789abcdef0123456789abcdef")
    roster = """\
id,username,given,family,email,department,manager id,status
P4711,anamail,Anabel,Quux,anabel@example.com,Care,,active
P4712,benmail,Benedikt,Quuz,benedikt@example.com,Care,P4711,active
P4713,cymail,Cyril,Corge,cyril@example.com,,P4711,odd
P4714,dimail,=Diana,Grault,diana@example.com,,P4711,active
"""
    rules = CARE + "roster: {columns: {manager_id: manager id}}\n"
    month(
        office,
        1,
        roster.replace("active", "on_leave"),
        rules.replace("Care", "Cure"),
    )
    done = office.run(
        roster, rules, on=date(2026, 2, 1), ledger=office.folder / "out/ledger.csv", out=office.folder / "report",
        pseudonymise=key,
    )  # fmt: skip
    written = tree(office.folder / "report")
    assert set(written) == {"report.csv", "changes.csv", "lists.csv", "findings.csv", "run.json"}
    text = b"".join(written.values()).decode() + " ".join(f.message for f in done.findings)
    hidden = [word for row in roster.splitlines()[1:] for word in row.split(",")[:5]]
    assert [word for word in hidden if word in text] == []
    assert pseudonyms(b"0123456789abcdef0123456789abcdef")("P4711") in text
    assert len(pseudonyms(b"x" * 16)("P4711")) == 16


def test_keys_that_are_none(office: Office) -> None:
    """Too short, lying beside the report, or together with an LMS."""
    short, key = office.write("short", "abc"), office.write("report/key", "k" * 32)
    with pytest.raises(Refused, match="it has less than 16 bytes"):
        office.run("id,username\n1,a\n", pseudonymise=short)
    with pytest.raises(Refused, match="lies in the folder that the report goes to"):
        office.run("id,username\n1,a\n", pseudonymise=key, out=office.folder / "report")
    with pytest.raises(Refused, match="an LMS does not know pseudonyms"):
        office.run("id,username\n1,a\n", pseudonymise=key, lms=("moodle",))


def test_completions_that_cannot_be_used(office: Office) -> None:
    """Unknown people are listed, the rest is told with its line."""
    done = office.run(
        "id,username\n1,a\n",
        completed="id,track,completed_on\n9,basics,2026-01-01\n1,basic,2026-01-01\n1,basics,soon\n,basics,2026-01-01\n",
    )
    assert said(done) == [
        'SM954 3: there is no track "basic"',
        'SM954 4: the day of completion: "soon" is no date',
        "SM954 5: the line has no id",
    ]
    assert listed(done) == {"unknown_person": ["9"]}


def test_what_a_run_was(office: Office) -> None:
    """Its numbers, with the hashes of what it read."""
    month(office, 3, EXAMPLE_ROSTER, EXAMPLE_RULES, completed=COMPLETED)
    about = json.loads(office.out("run.json"))
    assert about["as_of"] == "2026-03-01"
    assert about["people"] == 8
    assert about["tracks"]["forklift"] == {"assigned": 1, "exempt": 1, "expiring": 1}
    assert len(about["roster_sha256"]) == 64


def test_people_without_a_track_can_stop_a_run(office: Office) -> None:
    """`unmatched: fail`."""
    done = month(
        office, 1, "id,username,department\n1,a,Care\n2,b,Desk\n3,c,Lab\n", CARE + "unmatched: fail\n"
    )
    assert said(done) == ["SM942 1: 1 person gets no track from any rule: 3"]
    assert not (office.folder / "out").exists()
