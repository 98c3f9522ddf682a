"""Every trap of a CSV roster, with the exact message. One bad row takes nobody else out."""

from __future__ import annotations

import pytest

from tests.people.office import Office, listed, people, said, tracks
from tests.workbench import RULES

HIRED = "version: 1\ntracks: {basics: {due: {days: 30, from: hire_date}}}\nrules: [{id: everyone, assign: basics}]\n"
LED = """\
version: 1
tracks: {leaders: {}, basics: {}}
rules:
  - {id: leaders, assign: leaders, when: {manages_people: true}}
  - {id: everyone, assign: basics}
"""
DEPARTMENT = (
    "version: 1\ntracks: {basics: {}}\nrules: [{id: care, assign: basics, when: {department: Care}}]\n"
)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("id,username,given\n1,a,Søren\n".encode("utf-8-sig"), "Søren"),
        ("id,username,given\n1,a,Søren\n".encode("utf-16"), "Søren"),
        ("id,username,given\n1,a,Søren\n".encode("utf-16-be"), "Søren"),
        ("id\tusername\tgiven\n1\ta\tNúñez\n".encode(), "Núñez"),
        ("id|username|given!##!\n1|a|Núñez!##!\n".encode(), "Núñez"),
        ("sep=;\nid;username;given\n1;a;Núñez\n".encode(), "Núñez"),
        (b'id,username,given\r\n1,a,"O\'Brien, Jr."\r\n', "O'Brien, Jr."),
        ("id,username,given\n1,a,Nu\u0301n\u0303ez\u00a0\u200b\n".encode(), "Núñez"),
        (b"id,username,given\n1,a,van der BERG\n", "van der BERG"),
    ],
    ids=["utf-8 mark", "utf-16", "utf-16 without mark", "tab", "connector", "sep", "quoted", "nfc", "case"],
)
def test_encodings_dialects_and_names(office: Office, data: bytes, name: str) -> None:
    """Each is read as it is meant, with not a finding."""
    done = office.run(data)
    assert said(done) == []
    assert people(done) == [("1", "a", name)]


def test_a_fallback_is_said_with_samples(office: Office) -> None:
    """cp1252, and its letters and quotes that latin-1 lacks."""
    done = office.run("id,username,given\n1,a,Søren\n2,b,Šárka\n3,c,Zoë’s\n".encode("cp1252"))
    assert said(done) == [
        "SM903 2: the file is not UTF-8 and was read as cp1252; look whether these are right: Søren, Šárka, Zoë’s"
    ]
    assert [person[2] for person in people(done)] == ["Søren", "Šárka", "Zoë’s"]


def test_another_encoding_has_to_be_declared(office: Office) -> None:
    """cp1250 can be read as cp1252 with other letters; so it is declared, or the samples show it."""
    rules = RULES + "roster: {encoding: cp1250}\n"
    done = office.run("id,username,given\n1,a,Řehoř\n".encode("cp1250"), rules)
    assert people(done) == [("1", "a", "Řehoř")]


def test_bytes_of_no_encoding(office: Office) -> None:
    """Nothing is replaced by question marks."""
    done = office.run(b"id,username,given\n1,a,Ana\n2,b,B\x81n\n")
    assert said(done) == ["SM902 3: byte 0x81 is neither UTF-8 nor cp1252"]
    assert done.stopped


def test_latin_1_is_not_accepted(office: Office) -> None:
    """It would turn quotes and dashes into control characters."""
    done = office.run("id,username\n1,a\n", RULES + "roster: {encoding: latin-1}\n")
    assert said(done) == [
        'SM118 4: "roster.encoding": write cp1252: it has all letters of latin-1, and the dashes and quotes it lacks'
    ]


def test_two_delimiters(office: Office) -> None:
    """Equally good ones are not guessed between; HR can declare one."""
    text = "id;username,email\n1;a,a@example.com\n"
    assert said(office.run(text)) == ["SM904 1: a comma and a semicolon divide the lines equally well"]
    done = office.run("x;id,username\n1;2,a\n", RULES + 'roster: {delimiter: ",", columns: {id: "x;id"}}\n')
    assert people(done) == [("1;2", "a")]


def test_title_rows_blank_lines_and_trailing_commas(office: Office) -> None:
    """What exports put around the table is passed over, and said."""
    done = office.run("Staff list March,,,\n,,,\nid,username,given,\n1,a,Ana,\n\n2,b,Ben,,\n,,,\n")
    assert people(done) == [("1", "a", "Ana"), ("2", "b", "Ben")]
    assert done.notices[-1].endswith("the columns are named in line 3")


def test_two_header_rows(office: Office) -> None:
    """SuccessFactors names columns twice; people begin in the third line."""
    done = office.run(
        "STATUS,USERID,USERNAME,FIRSTNAME,LASTNAME,GENDER,MANAGER,HR\n"
        "Status,User ID,Username,First Name,Last Name,Gender,Manager,HR\n"
        "active,000417,ana,Ana,Núñez,F,NO_MANAGER,NO_HR\n"
    )
    assert people(done) == [("000417", "ana", "Ana", "Núñez", "active")]
    assert done.notices[-1].endswith("line 2 names the columns once more and was passed over")


def test_no_header(office: Office) -> None:
    """Which column is the id would be a guess."""
    done = office.run("000417,ana,ana@example.com\n000418,ben,ben@example.com\n")
    assert said(done) == [
        "SM905 1: none of the first 20 lines names a column for the id and one more that is known"
    ]


def test_unknown_columns(office: Office) -> None:
    """One that HR maps, one that a rule asks for, and a login."""
    rules = DEPARTMENT + "roster: {columns: {department: Abteilugn}}\n"
    done = office.run("id,username,Abteilung\n1,a,Care\n", rules)
    assert said(done) == [
        'SM906 1: there is no column "Abteilugn", which the rules file names for "department"'
    ]
    assert done.findings[0].mend == 'did you mean "Abteilung"?'
    done = office.run("id,username,Dpt\n1,a,Care\n", DEPARTMENT)
    assert said(done) == ['SM906 1: there is no column for "department", which is needed']
    done = office.run("id,given\n1,Ana\n")
    assert said(done) == ["SM906 1: there is no column for a login or an e-mail address"]


def test_two_columns_for_one_field(office: Office) -> None:
    """BambooHR's own id and the employee number are two things."""
    done = office.run("id,employeeNumber,username\n7,000417,ana\n")
    assert said(done) == ['SM907 1: column 1 "id" and column 2 "employeeNumber" could both be the field "id"']
    done = office.run(
        "id,employeeNumber,username\n7,000417,ana\n", RULES + "roster: {columns: {id: employeeNumber}}\n"
    )
    assert people(done) == [("000417", "ana")]


def test_only_columns_that_are_needed_are_read(office: Office) -> None:
    """Pay, gender and a department that no rule asks for are never in the plan."""
    done = office.run("id,username,department,salary,gender\n1,a,Care,99,F\n")
    assert people(done) == [("1", "a")]


@pytest.mark.parametrize("column", ["Date of birth", "SSN", "Salary", "Gender", "Konfession", "password"])
def test_some_columns_cannot_even_be_mapped(office: Office, column: str) -> None:
    """The deny-list comes before the mapping."""
    done = office.run("id,username\n1,a\n", RULES + f"roster: {{columns: {{x_own: {column}}}}}\n")
    assert said(done) == [f'SM936 4: the column "{column}" is never read']


def test_a_row_of_another_length(office: Office) -> None:
    """It is out; its neighbours are not."""
    done = office.run(
        "id,username,email,given\n1,a,a@example.com,A\n2,b,b@example.com,B,C\n3,c\n4,d,d@example.com,D\n"
    )
    assert said(done) == [
        "SM911 3: the row has 5 cells, the header 4",
        "SM911 4: the row has 2 cells, the header 4",
    ]
    assert [person[0] for person in people(done)] == ["1", "4"]
    assert listed(done)["refused"] == ["2", "3"]


def test_a_quotation_mark_that_is_not_closed(office: Office) -> None:
    """Whole rows would be read as one cell, and their people would seem to have left."""
    done = office.run('id,username,given\n1,a,"Ana\n2,b,Ben\n3,c,Cy\n')
    assert said(done) == ["SM910 2: a quotation mark is opened here and not closed before line 4"]
    assert done.stopped


def test_a_line_break_in_a_cell(office: Office) -> None:
    """Is no open quotation mark, and lines are counted right."""
    done = office.run('id,username,given\n1,a,"Ana\nMaria"\n2,b,Ben,X\n')
    assert said(done) == ["SM911 4: the row has 4 cells, the header 3"]
    assert people(done) == [("1", "a", "Ana Maria")]


def test_ids_that_a_spreadsheet_damaged(office: Office) -> None:
    """They cannot be brought back, and nobody is called 1.23E+05."""
    done = office.run("id,username\n1.23E+05,a\n417.0,b\n,c\n000417,d\n")
    assert said(done) == [
        'SM913 2: "1.23E+05" was an id before a spreadsheet made it a number',
        'SM913 3: "417.0" was an id before a spreadsheet made it a number',
        "SM912 4: the row has no id",
    ]
    assert people(done) == [("000417", "d")]


def test_ids_that_lost_zeros(office: Office) -> None:
    """Shorter than others with zeros: said, and filled up only where HR declares the width."""
    text = "id,username\n000418,ben\n417,ana\n"
    assert said(office.run(text)) == [
        'SM914 3: the id "417" is shorter than others that begin with zeros; its own may be lost'
    ]
    done = office.run(text, RULES + "roster: {id_width: 6}\n")
    assert said(done) == []
    assert [person[0] for person in people(done)] == ["000417", "000418"]


def test_ids_that_are_just_numbers(office: Office) -> None:
    """9, 10 and 100 have lost nothing."""
    assert said(office.run("id,username\n9,a\n10,b\n100,c\n")) == []


def test_one_id_for_two_people(office: Office) -> None:
    """All its rows are out and listed; the others are in."""
    done = office.run("id,username,given\n7,ana,Ana\n8,cy,Cy\n7,ben,Ben\n")
    assert said(done) == [
        "SM915 2: 7 stands in line 2 and line 4, but these differ: username, given name",
        "SM915 4: 7 stands in line 2 and line 4, but these differ: username, given name",
    ]
    assert list(tracks(done)) == ["8"]
    assert listed(done)["refused"] == ["7"]


def test_a_row_said_twice(office: Office) -> None:
    """One person, one assignment."""
    done = office.run("id,username\n7,ana\n7,ana\n")
    assert said(done) == ["SM916 3: 7 is listed twice, with the same values: line 2 and line 3"]
    assert list(tracks(done)) == ["7"]


POSITIONS = """\
version: 1
roster: {columns: {positions: Position}}
tracks: {care: {}, desk: {}, others: {}}
rules:
  - {id: care, assign: care, when: {department: Care}}
  - {id: desk, assign: desk, when: {department: Desk}}
  - {id: others, assign: others, when: {department: {not: [Care]}}}
"""


def test_a_person_in_two_positions(office: Office) -> None:
    """Put together only with a column of positions; "not Care" is then not true of somebody in Care."""
    text = "id,username,department,Position\n7,ana,Care,P1\n7,ana,Desk,P2\n8,ben,Desk,P3\n"
    done = office.run(text, POSITIONS)
    assert said(done) == []
    assert {ident: list(own) for ident, own in tracks(done).items()} == {
        "7": ["care", "desk"],
        "8": ["desk", "others"],
    }
    done = office.run(text, DEPARTMENT)
    assert "SM915 2: 7 stands in line 2 and line 3, but these differ: department" in said(done)
    assert done.findings[-1].mend.endswith("map a column to positions if this is one person with several")


def test_one_address_for_two_people(office: Office) -> None:
    """Compared without case; nobody is merged."""
    done = office.run("id,username,email\n1,a,care@Example.com\n2,b,Care@example.com\n")
    assert said(done) == ["SM917 3: 2 has the e-mail address of 1 (line 2)"]
    assert [person[2] for person in people(done)] == ["care@example.com", "Care@example.com"]


def test_an_address_that_is_none(office: Office) -> None:
    """Left empty; with neither login nor address nobody can be reached."""
    done = office.run("id,username,email\n1,a,none\n2,,none\n3,,\n")
    assert said(done) == [
        'SM927 2: "none" is no e-mail address',
        "SM918 3: 2 has neither a login nor an e-mail address",
        'SM927 3: "none" is no e-mail address',
        "SM918 4: 3 has neither a login nor an e-mail address",
    ]
    assert people(done) == [("1", "a", "")]


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("03/04/2026", 'SM919 2: hire date: "03/04/2026" can be read in two ways; it is left empty'),
        (
            "46000",
            'SM919 2: hire date: "46000" could be a day number of a spreadsheet; it is left empty',
        ),
        ("00/00/0000", 'SM920 2: hire date: there is no day "00/00/0000"; it is left empty'),
        ("2026-02-30", 'SM920 2: hire date: there is no day "2026-02-30"; it is left empty'),
        ("soon", 'SM920 2: hire date: "soon" is no date; it is left empty'),
    ],
)
def test_dates_that_cannot_be_read(office: Office, day: str, message: str) -> None:
    """The person keeps the track, without a due date, and is listed for it."""
    done = office.run(f"id,username,hire date\n1,a,{day}\n", HIRED)
    assert said(done) == [message]
    assert tracks(done)["1"]["basics"].due == ""
    assert listed(done) == {"no_due_date": ["1"]}


@pytest.mark.parametrize(
    ("form", "day"),
    [("DD/MM/YYYY", "03/04/2026"), ("MM/DD/YYYY", "04/03/2026"), ("DD.MM.YY", "3.4.26"), ("serial", "46115")],
)
def test_dates_in_a_declared_form(office: Office, form: str, day: str) -> None:
    """Declared, they are dates; ISO is always one."""
    rules = HIRED + f"roster: {{date_format: {form}}}\n"
    done = office.run(f"id,username,hire date\n1,a,{day}\n2,b,2026-04-03T00:00:00Z\n", rules)
    assert said(done) == []
    assert {own["basics"].due for own in tracks(done).values()} == {"2026-05-03"}


def test_an_unknown_status(office: Office) -> None:
    """Nobody can say whether they still work here: held, not lost. Boolean words are known."""
    done = office.run("id,username,status\n1,a,A\n2,b,Active\n3,c,true\n4,d,\n5,e,FALSE\n")
    assert said(done) == ['SM921 2: the status "A" is not known', "SM921 5: the status is empty"]
    assert listed(done) == {"refused": ["1", "4"], "outside": ["5"]}
    rules = RULES + 'roster: {status: {active: [A, ""], terminated: [T]}}\n'
    assert said(office.run("id,username,status\n1,a,A\n2,b,\n3,c,T\n", rules)) == []


def test_managers(office: Office) -> None:
    """Unknown ones and circles are told and count as none; a sentinel is no manager at all."""
    done = office.run(
        "id,username,manager id\n1,a,2\n2,b,1\n3,c,999\n4,d,3\n5,e,NO_MANAGER\n6,f,6\n7,g,3\n", LED
    )
    assert said(done) == [
        "SM922 2: these lead each other round in a circle: 1 → 2 → 1",
        "SM923 4: 3 has the manager 999, who is not in the roster",
        "SM922 7: 6 is listed as their own manager",
    ]
    assert [ident for ident, own in tracks(done).items() if "leaders" in own] == ["3"]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "＋", "－", "＠"])
def test_cells_like_formulas(office: Office, sign: str) -> None:
    """The person is assigned and stays out of every LMS's file; nothing is prefixed."""
    done = office.run(
        f"id,username,given\n1,a,{sign}1+1\n2,b,Anne-Marie\n", lms=("moodle",), out=office.folder / "out"
    )
    assert said(done) == ["SM924 2: a spreadsheet would run the given name of this person as a formula"]
    assert list(tracks(done)) == ["1", "2"]
    assert listed(done) == {"unsafe": ["1"]}
    assert office.out("moodle-users.csv") == "username,firstname,idnumber,cohort1\nb,Anne-Marie,2,basics\n"
    assert [row["person_id"] for row in office.rows("assignments.csv")] == ["2"]
    assert office.rows("lists.csv") == [{"list": "unsafe", "id": "1", "detail": "given"}]


def test_a_formula_after_a_separator(office: Office) -> None:
    """A spreadsheet that divides cells otherwise would run it."""
    done = office.run('id,username,given\n1,a,"Ana;=1+1"\n')
    assert said(done) == ["SM924 2: a spreadsheet would run the given name of this person as a formula"]


def test_damaged_cells(office: Office) -> None:
    """A replacement character is a sign that letters were lost before."""
    done = office.run("id,username,given\n1,a,�na\n2,b,Ben\n")
    assert said(done) == ["SM926 2: the given name has characters that no text has"]
    assert list(tracks(done)) == ["2"]


def test_many_findings_are_summed_up(office: Office) -> None:
    """The first five of a kind and the number of the others; the file has all."""
    text = "id,username,status\n9,i,active\n" + "".join(f"{n},u{n},odd\n" for n in range(10, 30))
    done = office.run(text, out=office.folder / "out")
    assert len(done.findings) == 6
    assert done.findings[-1].message == "15 rows more like these: unknown status"
    assert len(office.rows("findings.csv")) == 20


def test_no_roster_at_all(office: Office) -> None:
    """An empty file, and one of another kind."""
    assert said(office.run("")) == ["SM904 1: no comma, semicolon, tab or bar divides the lines into cells"]
    assert said(office.run(b"PK\x03\x04 no zip")) == [
        "SM901 1: this is no CSV, XLSX, SCIM JSON, OneRoster ZIP or LDIF file"
    ]
