"""The worked examples of the assignment rules, and each part of their meaning."""

from __future__ import annotations

from datetime import date

import pytest

from tests.people.office import COMPLETED, EXAMPLE_ROSTER, EXAMPLE_RULES, Office, listed, said, tracks


def test_role_region_and_tenure(office: Office) -> None:
    """Only Ana, due 30 days after she was hired; Cy is here too long."""
    found = tracks(office.run(EXAMPLE_ROSTER, EXAMPLE_RULES))
    assert {ident for ident, own in found.items() if "sup-onboarding" in own} == {"000417"}
    assert found["000417"]["sup-onboarding"].due == "2026-03-04"


def test_several_rules_fit_and_one_is_kept(office: Office) -> None:
    """Those in Care or leading people get the advanced track, the others basics; Cy's clock stands."""
    done = office.run(EXAMPLE_ROSTER, EXAMPLE_RULES)
    found = tracks(done)
    advanced = {ident for ident, own in found.items() if "privacy-advanced" in own}
    assert advanced == {"000100", "000101", "000102", "000417", "000419"}
    assert {ident for ident, own in found.items() if "privacy-basics" in own} == found.keys() - advanced
    assert {own["privacy-advanced"].due for own in found.values() if "privacy-advanced" in own} == {
        "2026-03-31"
    }
    assert found["000419"]["privacy-advanced"].status == "paused"
    assert listed(done) == {"no_role": ["000421"]}


def test_licence_refresher_exemption_and_wish(office: Office) -> None:
    """Di renews by 2026-04-10, No is exempt, Ben takes it because he wants to, without a due date."""
    found = tracks(office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, completed=COMPLETED))
    di, no, ben = (found[ident]["forklift"] for ident in ("000420", "000102", "000418"))
    assert (di.status, di.due, di.expires, di.modules) == (
        "expiring",
        "2026-04-10",
        "2026-04-10",
        "forklift-refresher",
    )
    assert (no.status, no.expires, no.reason) == ("exempt", "2026-12-31", "desk role (approved by HR)")
    assert (ben.status, ben.level, ben.due, ben.rule) == ("assigned", "optional", "", "opt_in")


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2026-02-08", "complete"),
        ("2026-02-09", "expiring"),
        ("2026-04-10", "expiring"),
        ("2026-04-11", "expired"),
    ],
)
def test_the_window_of_a_renewal(office: Office, on: str, status: str) -> None:
    """It opens 60 days before the certificate expires, which it does at the end of its last day."""
    done = office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, completed=COMPLETED, on=date.fromisoformat(on))
    assert tracks(done)["000420"]["forklift"].status == status


@pytest.mark.parametrize(("anchor", "expires"), [("expiry", "2028-04-10"), ("completion", "2028-03-01")])
def test_a_certificate_renewed_in_its_window(office: Office, anchor: str, expires: str) -> None:
    """Runs from the old expiry, or from the day it was renewed."""
    rules = EXAMPLE_RULES.replace("anchor: expiry", f"anchor: {anchor}")
    done = office.run(EXAMPLE_ROSTER, rules, completed=COMPLETED + "000420,forklift,2026-03-01\n")
    assert tracks(done)["000420"]["forklift"].expires == expires


def test_months_end_inside_their_month(office: Office) -> None:
    """A year after 29 February is 28 February."""
    rules = "version: 1\ntracks: {basics: {valid_for: 12 months}}\nrules: [{id: everyone, assign: basics}]\n"
    done = office.run("id,username\n1,a\n", rules, completed="id,track,completed_on\n1,basics,2024-02-29\n")
    assert tracks(done)["1"]["basics"].expires == "2025-02-28"
    assert tracks(done)["1"]["basics"].status == "expired"


def test_an_exemption_ends(office: Office) -> None:
    """On the day after its last."""
    assert (
        tracks(office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, on=date(2026, 12, 31)))["000102"]["forklift"].status
        == "exempt"
    )
    assert (
        tracks(office.run(EXAMPLE_ROSTER, EXAMPLE_RULES, on=date(2027, 1, 1)))["000102"]["forklift"].status
        == "assigned"
    )


def test_a_rule_in_force_for_some_days(office: Office) -> None:
    """Both ends are included."""
    rules = "version: 1\ntracks: {basics: {}}\nrules: [{id: r, assign: basics, effective: {from: 2026-03-01, until: 2026-03-02}}]\n"
    for day, here in ((28, False), (1, True), (2, True), (3, False)):
        on = date(2026, 2 if day == 28 else 3, day)
        assert bool(tracks(office.run("id,username\n1,a\n", rules, on=on))["1"]) is here


UNKNOWN = """\
version: 1
tracks: {care: {}, either: {}, none: {}}
rules:
  - {id: care, assign: care, when: {all: [{department: Care}, {region: EU}]}}
  - {id: either, assign: either, when: {any: [{department: Care}, {region: EU}]}}
  - {id: none, assign: none, when: {none: [{department: Care}]}}
"""


def test_a_field_without_a_value_is_unknown(office: Office) -> None:
    """Unknown is no match; the person is listed where that alone kept a rule from fitting."""
    done = office.run("id,username,department,region\n1,a,Care,\n2,b,,US\n3,c,,EU\n4,d,Desk,\n", UNKNOWN)
    assert {ident: sorted(own) for ident, own in tracks(done).items()} == {
        "1": ["either"], "2": [], "3": ["either"], "4": ["none"],
    }  # fmt: skip
    assert done.plan
    assert [tuple(one) for one in done.plan.lists["undecided"]] == [
        ("1", "care"), ("2", "either, none"), ("3", "care, none"), ("4", "either"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("when", "fits"),
    [
        ("{department: care}", "a"),
        ("{department: [ＣＡＲＥ, Desk]}", "ab"),
        ("{department: {not: Care}}", "bc"),
        ("{department: {like: 'c*'}}", "ac"),
        ("{department: {like: 'c*', not: care}}", "c"),
        ("{region: {under: EU}}", "ab"),
        ("{region: {under: EU/DE}}", "a"),
        ("{region: {any: true}}", "abc"),
        ("{region: {any: true, or_missing: true}}", "abcd"),
        ("{region: {or_missing: true}}", "d"),
        ("{region: {under: EU, or_missing: true}}", "abd"),
        ("{hire_date: {before: 2026-01-01}}", "ab"),
        ("{hire_date: {after: 2020-01-01}}", "bc"),
        ("{tenure_days: {min: 59}}", "ab"),
        ("{tenure_days: {min: 59, max: 60}}", "b"),
        ("{manager_id: {in_tree_of: '1'}}", "bcd"),
        ("{manager_id: {in_tree_of: '2'}}", "cd"),
        ("{manager_id: '2'}", "c"),
        ("{manages_people: true}", "abc"),
        ("{manages_people: false}", "d"),
        ("{id: ['1', '4']}", "ad"),
        ("{department: Care, region: {under: EU}}", "a"),
        ("{none: [{department: Care}, {region: {under: US}}]}", "b"),
    ],
)
def test_ways_of_asking(office: Office, when: str, fits: str) -> None:
    """Each kind of condition, alone and joined."""
    roster = """\
id,username,department,region,hire date,manager id
1,a,Care,EU/DE,2020-01-01,
2,b,Desk,eu/fr,2025-12-31,1
3,c,Cargo,US,2026-02-01,2
4,d,,,,3
"""
    done = office.run(
        roster, f"version: 1\ntracks: {{t: {{}}}}\nrules: [{{id: r, assign: t, when: {when}}}]\n"
    )
    assert done.plan
    logins = {person[0]: person[1] for person in done.plan.people}
    assert "".join(logins[ident] for ident, own in tracks(done).items() if own) == fits, said(done)


ROLES = """\
version: 1
roles:
  support-agent: {job_code: [SUP1, SUP2], job_title: ["Support Agent*"]}
  manager: {job_title: ["*Lead"]}
tracks: {service: {}, leaders: {}}
rules:
  - {id: s, assign: service, when: {public_role: support-agent}}
  - {id: m, assign: leaders, when: {public_role: manager}}
"""


def test_roles_in_the_rosters_own_words(office: Office) -> None:
    """By code or by title; somebody with two roles gets the tracks of both."""
    done = office.run(
        "id,username,job code,job title\n1,a,SUP1,x\n2,b,,support agent II\n3,c,SUP2,Desk Lead\n4,d,X,Cook\n",
        ROLES,
    )
    assert {ident: list(own) for ident, own in tracks(done).items()} == {
        "1": ["service"], "2": ["service"], "3": ["service", "leaders"], "4": [],
    }  # fmt: skip
    assert listed(done) == {"unmatched": ["4"], "no_role": ["4"]}
    done = office.run("id,username,job code,job title\n1,a,SUP1,Team Lead\n2,b,,\n", ROLES)
    assert listed(done) == {"unmatched": ["2"], "no_role": ["2"], "undecided": ["2"]}


UNION = """\
version: 1
tracks:
  essentials: {modules: [start, engaging, {id: voice, optional: true}], due: {days: 30, from: assigned}}
  service: {modules: [start, {id: engaging, depth: full}, replies]}
  ambassador: {depth: full, modules: [start, engaging, voice, replies]}
rules:
  - {id: all, assign: essentials}
  - {id: care, assign: service, when: {department: Care}}
opt_in: [{track: ambassador, people: ["3"]}]
"""


def test_union_of_roles_and_the_deeper_module_wins(office: Office) -> None:
    """Shared modules count once, at their deepest; a volunteer takes the full training instead of the short one."""
    found = tracks(office.run("id,username,department\n1,a,Desk\n2,b,Care\n3,c,Care\n", UNION))
    assert found["1"]["essentials"].modules == "start engaging voice:optional"
    assert found["2"]["essentials"].modules == "start voice:optional"
    assert found["2"]["service"].modules == "engaging:full replies"
    three = found["3"]
    assert three["ambassador"].modules == "start:full engaging:full voice:full replies:full"
    assert (three["essentials"].status, three["essentials"].due) == ("covered", "2026-03-31")
    assert three["essentials"].reason == "covered: ambassador has every module, at least as deep"
    assert three["service"].status == "covered"


CHOICE = """\
modules: [start, desk, care]
tracks:
  care: {title: Care, modules: [start, care]}
  voice: {title: Voices, modules: [start, one_of: [desk, {id: care, depth: full}]]}
  other: {title: Others, modules: [one_of: [desk, care]]}
"""
CHOSEN = """\
version: 1
rules:
  - {id: care, assign: care, when: {department: Care}}
  - {id: voice, assign: voice, when: {department: [Desk, Care]}}
  - {id: other, assign: other, when: {department: [Back, Care]}}
"""


def test_any_one_of_several_modules_will_do(office: Office) -> None:
    """Nobody is given two of them: one that another track requires counts, and else it is free which."""
    office.write("course.yaml", CHOICE)
    done = office.run("id,username,department\n1,a,Desk\n2,b,Care\n3,c,Back\n", CHOSEN)
    assert said(done) == []
    found = tracks(done)
    assert found["1"]["voice"].modules == "start desk|care"
    assert found["2"]["care"].modules == "start care"
    assert (found["2"]["voice"].status, found["2"]["other"].status) == ("covered", "covered")
    assert found["3"]["other"].modules == "desk|care"


def test_a_choice_at_full_depth_deepens_what_another_track_requires(office: Office) -> None:
    """Once, and at the deeper of the two, like any other module that tracks share."""
    office.write("course.yaml", CHOICE.replace("one_of: [desk, {", "one_of: [{id: desk, depth: full}, {"))
    found = tracks(office.run("id,username,department\n2,b,Care\n", CHOSEN))["2"]
    assert found["voice"].modules == "start care:full"
    assert [found[track].status for track in ("care", "other")] == ["covered", "covered"]


def test_who_is_covered_is_enrolled_once(office: Office) -> None:
    """The LMS is told of the deeper track alone."""
    office.run("id,username,department\n3,c,Care\n", UNION, lms=("moodle",), out=office.folder / "out")
    assert office.out("moodle-users.csv") == "username,idnumber,cohort1\nc,3,ambassador\n"


def test_a_wish_that_loses_is_told(office: Office) -> None:
    """In an exclusive set a rule is stronger than a wish, and HR sees whose wish it was."""
    rules = UNION + "exclusive: {depth: [essentials, ambassador]}\n"
    done = office.run("id,username,department\n3,c,Desk\n", rules)
    assert list(tracks(done)["3"]) == ["essentials"]
    assert done.plan
    assert [tuple(one) for one in done.plan.lists["set_aside"]] == [
        ("3", "ambassador: depth keeps essentials")
    ]


def test_the_stronger_level_comes_before_the_priority(office: Office) -> None:
    """Mandatory by a rule of low priority beats optional by one of high priority; then the earlier date counts."""
    rules = """\
version: 1
tracks: {basics: {}}
rules:
  - {id: may, assign: basics, priority: 9, level: optional}
  - {id: late, assign: basics, priority: 1, due: {on: 2026-09-01}}
  - {id: early, assign: basics, priority: 1, due: {on: 2026-06-01}}
"""
    found = tracks(office.run("id,username\n1,a\n", rules))["1"]["basics"]
    assert (found.level, found.due) == ("mandatory", "2026-06-01")


def test_equal_priorities_name_both_rules(office: Office) -> None:
    """An error in the file, whether or not somebody fits both."""
    rules = EXAMPLE_RULES.replace("priority: 10", "priority: 20")
    done = office.run(EXAMPLE_ROSTER, rules)
    assert said(done) == [
        'SM933 28: "privacy-adv" and "privacy-all" have the same priority 20 in the exclusive set "privacy"'
    ]
    assert done.findings[0].also[0].span.line == 27


def test_unquoted_ids(office: Office) -> None:
    """With zeros or without, in people and in conditions."""
    rules = """\
version: 1
tracks: {t: {}}
rules: [{id: r, assign: t, when: {all: [{id: 417}, {job_code: 12}, {manager_id: 000100}]}}]
opt_in: [{track: t, people: [000418, "000419"]}]
exempt: [{track: t, people: [1_000], reason: x}]
"""
    done = office.run("id,username\n1,a\n", rules)
    assert said(done) == [
        "SM930 3: 417 is not in quotation marks, so it is a number and no id",
        "SM930 3: 12 is not in quotation marks, so it is a number and no text",
        "SM930 3: 000100 is not in quotation marks, so it is a number and no id",
        "SM930 4: 000418 is not in quotation marks, so it is a number and no id",
        "SM930 5: 1_000 is not in quotation marks, so it is a number and no id",
    ]
    assert done.findings[0].mend == 'write "417"'


@pytest.mark.parametrize(
    ("when", "message"),
    [
        ("{departement: Care}", 'there is no field "departement"'),
        ("{department: {lik: Care}}", '"lik" is no way to ask'),
        ("{department: {min: 3}}", '"min" goes with tenure_days and a whole number'),
        ("{tenure_days: 90}", '"tenure_days" needs min or max'),
        ("{department: {in_tree_of: '1'}}", '"in_tree_of" goes with manager_id'),
        ("{hire_date: {before: soon}}", '"before" goes with a date, such as hire_date: {before: 2026-01-01}'),
        ("{manages_people: maybe}", '"manages_people" is true or false'),
        ("{all: {department: Care}}", '"all" needs a list of conditions'),
        ("Care", "a condition is a field with its value"),
        ("{department: {any: false}}", '"any" asks whether there is a value at all: write true'),
    ],
)
def test_conditions_that_cannot_be_read(office: Office, when: str, message: str) -> None:
    """Each at its place in the rules file."""
    rules = f"version: 1\ntracks: {{t: {{}}}}\nrules:\n  - {{id: r, assign: t, when: {when}}}\n"
    assert said(office.run("id,username\n1,a\n", rules)) == [f"SM932 4: {message}"]


@pytest.mark.parametrize(
    ("setting", "message"),
    [
        (
            "as_of_timezone: Berlin",
            '"as_of_timezone": write the name of a time zone, such as Europe/Berlin or UTC',
        ),
        ("max_drop: 3", '"max_drop": write a percentage from 0% to 100%, such as 80%'),
        ("keep_leavers: a while", '"keep_leavers": write a time such as "12 months" or "60 days"'),
        (
            "roster: {date_format: DD/MM}",
            '"roster.date_format": write a form such as DD.MM.YYYY or MM/DD/YYYY, or serial',
        ),
        ("roster: {delimiter: ab}", '"roster.delimiter": write one sign, such as ";", or tab'),
        (
            "roster: {encoding: utf8x}",
            '"roster.encoding": there is no encoding of this name; write one such as cp1252 or cp1250',
        ),
        (
            "exempt: [{track: t, people: ['1'], reason: x, until: soon}]",
            '"exempt.0.until": write a day as 2026-03-01',
        ),
    ],
)
def test_settings_with_wrong_values(office: Office, setting: str, message: str) -> None:
    """In words, at the place."""
    rules = f"version: 1\ntracks: {{t: {{}}}}\nrules: [{{id: r, assign: t}}]\n{setting}\n"
    assert said(office.run("id,username\n1,a\n", rules)) == [f"SM118 4: {message}"]


def test_due_on_a_day_or_after_some(office: Office) -> None:
    """Not both."""
    rules = "version: 1\ntracks: {t: {due: {on: 2026-01-01, days: 3}}}\nrules: [{id: r, assign: t}]\n"
    (line,) = said(office.run("id,username\n1,a\n", rules))
    assert line == 'SM118 2: "tracks.t.due": write either {on: 2026-12-31} or {days: 30, from: assigned}'


def test_what_the_rules_do_not_fit(office: Office) -> None:
    """Rules that fit nobody, roles that no rule names, people who are not there."""
    rules = EXAMPLE_RULES.replace("department: Care", "department: Caer").replace('"000418"', '"418"')
    done = office.run(EXAMPLE_ROSTER, rules.replace("{manages_people: true}", "{department: Cair}"))
    assert said(done) == [
        'SM938 1: 1 person has the public role "engineer", which no rule names',
        'SM937 28: the rule "privacy-adv" fits nobody in this roster',
        "SM939 37: nobody in the roster has the id 418",
    ]
    assert listed(done)["unknown_person"] == ["418"]


def test_people_of_a_wish_from_a_file(office: Office) -> None:
    """A list of ids, or a CSV with a column for them."""
    rules = "version: 1\ntracks: {a: {}, b: {}}\nrules: [{id: r, assign: a}]\nopt_in: [{track: b, people_file: mentors.csv}]\n"
    for text in ("name,Employee ID\nAna,000417\n", "000417\n\n"):
        office.write("mentors.csv", text)
        assert list(tracks(office.run("id,username\n000417,ana\n", rules))["000417"]) == ["a", "b"]


COURSE = """\
id: course
title: Course
modules: [one, two]
tracks:
  essentials: {title: Essentials, for: {depth: essential}, modules: [one, {id: two, optional: true}]}
  spokespeople: {title: Spokespeople, for: {depth: full}, modules: [one, {id: two, depth: essential}]}
"""


def test_tracks_of_the_course_beside_the_rules(office: Office) -> None:
    """Rules refer to them by id; a slip is found with the near one."""
    office.write("course.yaml", COURSE)
    rules = "version: 1\nrules: [{id: r, assign: spokespeople}, {id: s, assign: essentials}]\n"
    found = tracks(office.run("id,username\n1,a\n", rules))["1"]
    assert found["spokespeople"].modules == "one:full two"
    assert found["essentials"].reason == "covered: spokespeople has every module, at least as deep"
    done = office.run("id,username\n1,a\n", rules.replace("spokespeople", "spokespersons"))
    assert said(done) == ['SM931 2: there is no track "spokespersons"']
    assert done.findings[0].mend == 'did you mean "spokespeople"?'
    done = office.run("id,username\n1,a\n", rules + "tracks: {essential: {valid_for: 1 year}}\n")
    assert said(done) == ['SM931 3: there is no track "essential"']
