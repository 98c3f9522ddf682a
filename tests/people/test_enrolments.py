"""Files for learning systems: what each gets, to the byte."""

from __future__ import annotations

import json
from datetime import date
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from smtrain.people import enrolments
from smtrain.workflow.errors import Refused
from tests.people.office import Office, said
from tests.workbench import write_xlsx

RULES = """\
version: 1
as_of_timezone: Europe/Berlin
tracks:
  basics:
    title: The basics
    due: {days: 30, from: assigned}
    lms:
      moodle: {cohort: trk-basics, course: BAS-1, role: student}
      moodle-flatfile: {course: BAS-1}
      canvas: {course_id: BAS-1, section_id: BAS-1-Q1}
      talentlms: {group: Basics, course: Basics 1}
      docebo: {course_code: BAS-1}
      scim: {group: g-basics}
      openedx: {course: course-v1:X+B+1, cohort: staff, mode: audit}
      successfactors: {item: BAS-1}
  care: {}
rules:
  - {id: all, assign: basics}
  - {id: care, assign: care, when: {department: Care}}
max_drop: 100%
lms: {openedx: {country: DE}}
"""
ROSTER = """\
id,username,given,family,email,department
000417,ana.nunez,Ana,"Núñez, Jr.",ana@example.com,Care
000418,ben,Ben,O'Neil,ben@example.com,Desk
"""
BEN = "id,username,given,family,email,department\n000418,ben,Ben,O'Neil,ben@example.com,Desk\n"


def run(office: Office, *lms: str, roster: str = ROSTER, month: int = 3, **more: object) -> list[str]:
    """Write the files for some systems; what was found."""
    return said(
        office.run(roster, RULES, on=date(2026, month, 1), lms=lms, out=office.folder / "out", **more)
    )


def test_every_system_is_listed() -> None:
    """The folder is the register."""
    assert enrolments.names() == tuple(
        "absorb canvas cornerstone docebo moodle moodle-flatfile openedx scim successfactors talentlms workday".split()
    )
    for name in enrolments.names():
        assert enrolments.find(name).next
    with pytest.raises(KeyError):
        enrolments.find("ilias")


def test_moodle(office: Office) -> None:
    """Known columns only, as many cells in each row, cohorts with a letter."""
    assert run(office, "moodle") == []
    assert office.out("moodle-users.csv") == (
        "username,firstname,lastname,email,idnumber,cohort1,cohort2,course1,role1,group1\n"
        'ana.nunez,Ana,"Núñez, Jr.",ana@example.com,000417,trk-basics,care,BAS-1,student,\n'
        "ben,Ben,O'Neil,ben@example.com,000418,trk-basics,,BAS-1,student,\n"
    )


def test_moodles_flat_file(office: Office) -> None:
    """Adds, and takes out whoever lost a track or left."""
    run(office, "moodle-flatfile")
    assert office.out("moodle-flatfile.txt") == (
        "add, student, 000417, BAS-1\nadd, student, 000417, care\nadd, student, 000418, BAS-1\n"
    )
    run(office, "moodle-flatfile", roster=BEN, month=4)
    assert office.out("moodle-flatfile.txt") == (
        "add, student, 000418, BAS-1\ndel, student, 000417, BAS-1\ndel, student, 000417, care\n"
    )


def test_an_id_that_the_flat_file_would_divide(office: Office) -> None:
    """That person is told and left out, nobody else."""
    found = run(office, "moodle-flatfile", roster='id,username,department\n"4;2",a,Care\n43,b,Care\n')
    assert found == ['SM960 2: Moodle would divide the id "4;2" at its comma or semicolon']
    assert office.out("moodle-flatfile.txt") == "add, student, 43, BAS-1\nadd, student, 43, care\n"


def test_cohorts_of_digits_are_refused(office: Office) -> None:
    """At the track's line; nothing is written."""
    rules = RULES.replace("trk-basics", '"4711"')
    done = office.run(ROSTER, rules, lms=("moodle",), out=office.folder / "out")
    assert said(done) == [
        'SM960 4: Moodle would read the cohort "4711" of the track "basics" as a number in its database'
    ]
    assert not (office.folder / "out").exists()


def test_canvas(office: Office) -> None:
    """`deleted` for what was taken away; nobody else is touched."""
    run(office, "canvas")
    run(office, "canvas", roster=BEN, month=4)
    assert office.out("canvas-enrollments.csv") == (
        "course_id,user_id,role,section_id,status\n"
        "BAS-1,000418,student,BAS-1-Q1,active\n"
        "BAS-1,000417,student,BAS-1-Q1,deleted\n"
        "care,000417,student,,deleted\n"
    )


def test_talentlms_and_docebo(office: Office) -> None:
    """Columns repeated for several groups; a row for each course."""
    run(office, "talentlms", "docebo")
    assert office.out("talentlms-users.csv") == (
        "Login;Firstname;Lastname;Email;Group;Group;Course\n"
        'ana.nunez;Ana;"Núñez, Jr.";ana@example.com;Basics;care;Basics 1\n'
        "ben;Ben;O'Neil;ben@example.com;Basics;;Basics 1\n"
    )
    assert office.out("docebo-enrolments.csv") == (
        "username,level,course_code\nana.nunez,learner,BAS-1\nana.nunez,learner,care\nben,learner,BAS-1\n"
    )


def test_scim(office: Office) -> None:
    """One bulk request that a server can take; members are removed by a filter."""
    run(office, "scim")
    found = json.loads(office.out("scim-groups.json"))
    assert found["schemas"] == ["urn:ietf:params:scim:api:messages:2.0:BulkRequest"]
    assert [(o["method"], o["path"]) for o in found["Operations"]] == [
        ("PATCH", "/Groups/g-basics"),
        ("PATCH", "/Groups/care"),
    ]
    assert found["Operations"][0]["data"]["Operations"] == [
        {"op": "add", "path": "members", "value": [{"value": "000417"}, {"value": "000418"}]}
    ]
    run(office, "scim", roster=BEN, month=4)
    last = json.loads(office.out("scim-groups.json"))["Operations"][-1]
    assert last["data"]["Operations"] == [{"op": "remove", "path": 'members[value eq "000417"]'}]


def test_open_edx(office: Office) -> None:
    """No header, six columns, a file for each track; requests that un-enrol."""
    run(office, "openedx")
    assert office.out("openedx-basics.csv") == (
        'ana@example.com,ana.nunez,"Ana Núñez, Jr.",DE,staff,audit\nben@example.com,ben,Ben O\'Neil,DE,staff,audit\n'
    )
    run(office, "openedx", roster=ROSTER.replace("Care", "Desk"), month=4, accept_drop=True)
    assert json.loads(office.out("openedx-unenrol.jsonl"))["identifiers"] == "ana@example.com"


def test_people_whom_a_system_does_not_know(office: Office) -> None:
    """They are told with their line, and the others are written."""
    found = run(
        office, "moodle", "docebo", roster="id,username,email,department\n1,,a@example.com,\n2,b,,Care\n"
    )
    assert found == [
        "SM961 2: 1 has no login, by which docebo knows people",
        "SM961 2: 1 has no login, by which moodle knows people",
    ]
    assert office.out("docebo-enrolments.csv").count("\n") == 3


@pytest.mark.parametrize(
    ("lms", "header", "row"),
    [
        ("successfactors", "User ID;Item ID;Required Date;Notes", "000417;BAS-1;2026-03-31;"),
        ("cornerstone", "User ID;Training ID;Due Date", "000417;basics;2026-03-31 23:59:00 +02:00"),
        ("workday", "Employee ID;Course Title;Course;Due Date", "000417;The basics;basics;2026-03-31"),
        ("absorb", "User_ExternalId;Course_ExternalId;Username", "000417;basics;ana.nunez"),
    ],
)
def test_a_template_in_csv(office: Office, lms: str, header: str, row: str) -> None:
    """Its own header and delimiter; columns that nobody knows stay empty; times have their offset."""
    template = office.write("template.csv", f"Instructions\n{header}\nexample;row\n")
    assert run(office, lms, template=template) == []
    (path,) = [p for p in (office.folder / "out").iterdir() if p.name.startswith(lms)]
    lines = path.read_text("utf-8").splitlines()
    assert lines[:3] == ["Instructions", header, row]
    assert len(lines) == 5


def test_a_template_in_xlsx(office: Office) -> None:
    """Everything of the workbook stays but the rows below the header; values are texts, never formulas."""
    template = office.folder / "template.xlsx"
    write_xlsx(template, [["Notes"], ["User ID", "Item ID", "x"], ["example", "row"]], [["Second sheet"]])
    assert run(office, "successfactors", template=template) == []
    path = office.folder / "out/successfactors-assignments.xlsx"
    book = CalamineWorkbook.from_path(path)
    assert book.get_sheet_by_index(0).to_python() == [
        ["Notes", "", ""], ["User ID", "Item ID", "x"],
        ["000417", "BAS-1", ""], ["000417", "care", ""], ["000418", "BAS-1", ""],
    ]  # fmt: skip
    assert book.get_sheet_by_index(1).to_python() == [["Second sheet"]]
    with ZipFile(path) as new, ZipFile(template) as old:
        assert new.namelist() == old.namelist()
        assert new.testzip() is None
        assert b"<f>" not in new.read("xl/worksheets/sheet1.xml")


def test_a_template_whose_columns_are_told(office: Office) -> None:
    """By the rules file; a word in quotes is written as it is."""
    template = office.write("template.csv", "Who,What,Role\n")
    assert run(office, "absorb", template=template) == [
        "SM962 1: no column of the template is known to be the person; it has: Who, What, Role",
        "SM962 1: no column of the template is known to be the training; it has: Who, What, Role",
    ]
    told = RULES.replace(
        "lms: {openedx: {country: DE}}",
        "lms: {absorb: {columns: {Who: email, What: item, Role: \"'LEARNER'\"}}}",
    )
    office.run(ROSTER, told, lms=("absorb",), out=office.folder / "out", template=template)
    assert office.out("absorb-enrolments.csv").splitlines()[1] == "ana@example.com,basics,LEARNER"


def test_a_template_is_asked_for(office: Office) -> None:
    """Before anything is read."""
    with pytest.raises(Refused, match="workday takes a template of its own"):
        run(office, "workday")


def test_names_like_formulas_in_the_rules(office: Office) -> None:
    """What HR writes goes into the same files."""
    done = office.run(ROSTER, RULES.replace("trk-basics", '"=1+1"'))
    assert said(done) == ['SM960 8: a spreadsheet would run "=1+1" as a formula']
