"""Why somebody has or lacks a track, word for word."""

from __future__ import annotations

from datetime import date

from tests.people.office import COMPLETED, EXAMPLE_ROSTER, EXAMPLE_RULES, Office


def why(office: Office, ident: str, **more: object) -> list[str]:
    """The explanation without the line of hashes."""
    done = office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, completed=COMPLETED, explain=(ident,), **more)
    return done.explanations[0].splitlines()


def test_ana(office: Office) -> None:
    """What she has and by which rule, what is set aside, what does not fit and why."""
    *lines, source = why(office, "000417")
    assert (
        "\n".join(lines)
        == """\
000417  Ana  (status active; public role support-agent)

  sup-onboarding  mandatory  assigned  due 2026-03-04, first assigned 2026-03-01
    modules: welcome ticket-desk tone-of-voice
    rule sup-eu-onboarding (priority 30): fits: all → public role = support-agent  yes | region under EU  yes | tenure days at most 90  yes

  privacy-advanced  mandatory  assigned  due 2026-03-31, first assigned 2026-03-01
    modules: privacy-1 privacy-2
    rule privacy-adv (priority 20): fits: any → department = Care  yes | manages people  no

  privacy-basics  not assigned
    rule privacy-all (priority 10): fits: public role has a value or missing  yes
    set aside: the exclusive set "privacy" keeps privacy-advanced, which is stronger

  forklift  not assigned
    rule forklift-logistics (priority 20): does not fit: department = Logistics; department is Care
"""
    )
    assert "roster.csv line 5, sha256 " in source
    assert "assignment.yaml sha256 " in source


def test_cy_was_hired_too_long_ago(office: Office) -> None:
    """The first condition that failed, and what the person has instead."""
    lines = why(office, "000419")
    assert (
        "    rule sup-eu-onboarding (priority 30): does not fit: tenure days at most 90; tenure days is 730"
        in lines
    )
    assert any("clock stands since 2026-03-01" in line for line in lines)


def test_what_is_missing_cannot_be_decided(office: Office) -> None:
    """Eve has no public role."""
    rules = EXAMPLE_RULES.replace("{public_role: {any: true, or_missing: true}}", "{public_role: engineer}")
    done = office.run(EXAMPLE_ROSTER, rules, explain=("000421",))
    assert (
        "    rule privacy-all (priority 10): cannot be decided: public role = engineer; public role is empty"
        in (done.explanations[0].splitlines())
    )


def test_exempt_wished_for_and_not_in_force(office: Office) -> None:
    """Each has its words."""
    assert "  forklift  exempt until 2026-12-31" in why(office, "000102")
    assert "    desk role (approved by HR)" in why(office, "000102")
    assert "    opt_in names this person; no rule asks it of them" in why(office, "000418")
    early = why(office, "000417", on=date(2025, 12, 31))
    assert "    rule sup-eu-onboarding (priority 30): not in force on 2025-12-31" in early


def test_somebody_who_is_not_there(office: Office) -> None:
    """Gone, refused, or never seen: three different answers."""
    out = office.folder / "out"
    office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, out=out)
    rows = EXAMPLE_ROSTER.splitlines(keepends=True)
    text = "".join(rows[:-1]) + rows[1].replace("Li", "Lo")
    done = office.run(
        text,
        EXAMPLE_RULES,
        ledger=out / "ledger.csv",
        on=date(2026, 4, 1),
        explain=("000421", "000100", "417"),
    )
    gone, refused, unknown = done.explanations
    assert gone.splitlines() == [
        "000421  is not in the roster since 2026-04-01",
        "  privacy-basics  left, first assigned 2026-03-01",
    ]
    assert refused.startswith("000100  the row in the roster cannot be used: id of two people")
    assert (
        unknown
        == "417  is neither in the roster nor in the ledger. Ids are compared exactly, with their zeros."
    )
