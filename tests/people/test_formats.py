"""Rosters that are no CSV: what each format gives, and its own traps."""

from __future__ import annotations

import base64
import json
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from tests.people.office import DAY, Office, listed, people, said, tracks
from tests.workbench import RULES, write_xlsx

WHO = "version: 1\ntracks: {leaders: {}, basics: {}}\nrules:\n  - {id: l, assign: leaders, when: {manages_people: true}}\n  - {id: e, assign: basics}\n"


def managers(office: Office, path: Path, columns: str = "") -> list[tuple[str, ...]]:
    """Id and manager of each person."""
    done = office.run(path, WHO + columns)
    assert said(done) == []
    assert done.plan
    at = done.plan.roster.fields.index("manager_id")
    return [(person[0], person[at]) for person in done.plan.people]


def test_a_workbook(office: Office) -> None:
    """The sheet that fits, below its title; dates are dates; the sheet is named."""
    path = office.folder / "staff.xlsx"
    rows: list[list[object]] = [
        ["Staff"],
        [],
        ["ID", "Login", "Hire date"],
        ["000417", "ana", date(2026, 2, 2)],
        ["000418", "ben", None],
    ]
    write_xlsx(path, [["Notes"], ["nothing here"]], rows)
    rules = RULES.replace("basics: {}", "basics: {due: {days: 30, from: hire_date}}")
    done = office.run(path, rules)
    assert said(done) == []
    assert {ident: own["basics"].due for ident, own in tracks(done).items()} == {
        "000417": "2026-03-04",
        "000418": "",
    }
    assert f"{done.notices[-2].rpartition('/')[2]}" == 'staff.xlsx: read the sheet "Sheet2"'
    assert done.notices[-1].endswith("the columns are named in line 3")
    assert listed(done) == {"no_due_date": ["000418"]}


def test_a_workbook_whose_ids_are_numbers(office: Office) -> None:
    """417.0 is 417, with a warning; zeros come back only where the width is declared."""
    path = office.folder / "staff.xlsx"
    write_xlsx(path, [["id", "username"], [417, "ana"], [12345.5, "ben"]])
    done = office.run(path)
    assert said(done)[0] == "SM914 2: 2 ids are numbers, not text; zeros in front would be lost"
    assert people(done)[1] == ("417", "ana")
    done = office.run(path, RULES + "roster: {id_width: 6}\n")
    assert ("000417", "ana") in people(done)


def test_a_formula_without_a_result(office: Office) -> None:
    """Reads as empty, so it is told with its cell."""
    path = office.folder / "staff.xlsx"
    write_xlsx(path, [["id", "username", "email"], ["1", "a", "=B2"]])
    assert said(office.run(path)) == [
        "SM925 2: the cell C2 has a formula without a result, so it reads as empty"
    ]


def test_a_sheet_that_is_not_there(office: Office) -> None:
    """The names of those that are."""
    path = office.folder / "staff.xlsx"
    write_xlsx(path, [["id", "username"], ["1", "a"]])
    done = office.run(path, RULES + "roster: {sheet: People}\n")
    assert said(done) == ['SM905 1: there is no sheet "People"']
    assert done.findings[0].mend == "there are: Sheet1"


def test_a_damaged_workbook(office: Office) -> None:
    """A sentence, not a traceback."""
    path = office.folder / "staff.xlsx"
    write_xlsx(path, [["id", "username"], ["1", "a"]])
    with ZipFile(path) as before:
        parts = {name: before.read(name) for name in before.namelist()}
    parts["xl/worksheets/sheet1.xml"] = b"<worksheet><sheetData><row>"
    with ZipFile(path, "w") as after:
        for name, data in parts.items():
            after.writestr(name, data)
    done = office.run(path)
    assert {f.rule.code for f in done.findings} <= {"SM901", "SM905"}
    assert done.stopped


ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"


def scim(number: str, boss: Any, active: Any = True) -> dict[str, Any]:
    """A user as RFC 7643, section 8.2, has one."""
    return {
        "id": f"s{number}",
        "userName": f"u{number}",
        "name": {"givenName": "G", "familyName": "F"},
        "active": active,
        "emails": [{"value": "home@example.org"}, {"value": f"u{number}@Example.org", "primary": True}],
        ENTERPRISE: {"employeeNumber": f"00{number}", "department": "Care", "manager": boss},
    }


def test_scim(office: Office) -> None:
    """The manager's SCIM id becomes the id that HR has chosen; `active` may be a text; names have no case."""
    users = [scim("1", None), scim("2", {"value": "s1"}), scim("3", "s1", "True")]
    users[1]["USERNAME"] = users[1].pop("userName")
    path = office.write("staff.json", json.dumps({"totalResults": 3, "Resources": users}))
    assert managers(office, path) == [("s1", ""), ("s2", "s1"), ("s3", "s1")]
    chosen = "roster: {columns: {id: employeeNumber}}\n"
    assert managers(office, path, chosen) == [("001", ""), ("002", "001"), ("003", "001")]
    done = office.run(path, WHO)
    assert people(done)[0][:6] == ("s1", "s1", "u1", "u1@example.org", "G", "F")


def test_scim_in_other_wrappings(office: Office) -> None:
    """A bare list, one user a line, and pages."""
    users = [scim("1", None), scim("2", None)]
    pages = [{"totalResults": 2, "Resources": [user]} for user in users]
    for text in (json.dumps(users), "\n".join(map(json.dumps, users)), json.dumps(pages)):
        assert [person[0] for person in people(office.run(office.write("s.json", text)))] == ["s1", "s2"]


def test_scim_of_a_part(office: Office) -> None:
    """Whoever is on another page would seem to have left."""
    path = office.write("staff.json", json.dumps({"totalResults": 200, "Resources": [scim("1", None)]}))
    done = office.run(path)
    assert said(done) == ["SM908 1: the list has 1 of 200 people"]
    assert done.stopped


def oneroster(folder: Path, **files: str) -> Path:
    """A ZIP of CSV files."""
    path = folder / "staff.zip"
    with ZipFile(path, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"{name}.csv", text)
    return path


def test_oneroster(office: Office) -> None:
    """Names of organisations, several roles, passwords and demographics unread, "tobedeleted" has left."""
    path = oneroster(
        office.folder,
        manifest="propertyName,value\noneroster.version,1.2\nfile.users,bulk\n",
        users="sourcedId,status,enabledUser,username,givenName,familyName,password,primaryOrgSourcedId\n"
        "1,,true,ana,Ana,N,secret,o1\n2,tobedeleted,true,ben,Ben,O,secret,o2\n",
        orgs='sourcedId,name,type,parentSourcedId\no1,Care,department,\no2,"Desk, EU",department,\n',
        roles="sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,1,secondary,aide,o2\nr2,1,primary,teacher,o1\n",
        demographics="sourcedId,birthDate\n1,1990-01-01\n",
    )
    rules = RULES + "  - {id: care, assign: basics, when: {department: Care, groups: aide}}\n"
    rules = rules.replace(
        "rules: [{id: everyone, assign: basics}]\n", "rules:\n  - {id: everyone, assign: basics}\n"
    )
    done = office.run(path, rules)
    assert said(done) == []
    assert people(done) == [
        ("1", "ana", "Ana", "N", "Care\x1fDesk, EU", "active", "teacher\x1faide"),
        ("2", "ben", "Ben", "O", "Desk, EU", "terminated", ""),
    ]
    assert listed(done) == {"outside": ["2"]}


def test_oneroster_with_slips(office: Office) -> None:
    """Misspelt and empty headers are told, with the near name."""
    path = oneroster(
        office.folder, users="sourcedId,enabledUser,username,emial,\n1,true,ana,a@example.com,\n"
    )
    done = office.run(path)
    assert said(done) == [
        'SM909 1: "emial" is no column of users.csv',
        "SM909 1: column 5 of users.csv has no name",
    ]
    assert done.findings[0].mend == 'did you mean "email"?'


def test_oneroster_with_changes_only(office: Office) -> None:
    """A delta is no list of people."""
    path = oneroster(
        office.folder, manifest="propertyName,value\nfile.users,delta\n", users="sourcedId,username\n1,a\n"
    )
    assert said(office.run(path)) == ["SM908 1: users.csv has only changes (delta)"]


LDIF = f"""\
version: 1

# a comment
dn: cn=Ana Núñez,ou=people,dc=example,dc=org
objectClass: inetOrgPerson
employeeNumber: 000417
uid: ana
cn:: {base64.b64encode("Ana Núñez".encode()).decode()}
givenName: Ana
sn:: {base64.b64encode("Núñez".encode()).decode()}
mail: ana@Example.org
userPassword:: c2VjcmV0
manager: CN=Li, OU=people,dc=example,
 dc=org

dn: cn=Li,ou=people,dc=example,dc=org
objectclass: user
employeeNumber: 000100
uid: li
userAccountControl: 514
accountExpires: 9223372036854775807

dn: cn=Team,ou=groups,dc=example,dc=org
objectClass: groupOfNames
cn: Team
member: cn=Ana Núñez,ou=people,dc=example,dc=org
"""


def test_ldif(office: Office) -> None:
    """Folded lines, base64, comments, groups; the manager's name becomes an id; bit 2 is "disabled"."""
    path = office.write("staff.ldif", LDIF.encode())
    rules = WHO + "  - {id: t, assign: basics, when: {groups: team}}\n"
    done = office.run(path, rules)
    assert said(done) == ['SM937 4: the rule "l" fits nobody in this roster'], "the leader has left"
    assert done.plan
    found = [dict(zip(done.plan.roster.fields, person, strict=True)) for person in done.plan.people]
    assert found[1] == {
        "id": "000417", "username": "ana", "email": "ana@example.org", "given": "Ana", "family": "Núñez",
        "manager_id": "000100", "status": "active", "groups": "Team",
    }  # fmt: skip
    assert found[0]["status"] == "terminated"
    assert listed(done)["outside"] == ["000100"]


def test_an_account_that_has_expired(office: Office) -> None:
    """100 ns since 1601; the person has left."""
    ticks = ((DAY - date(1601, 1, 1)).days - 3) * 864_000_000_000
    text = LDIF.replace("9223372036854775807", str(ticks)).replace("514", "512")
    done = office.run(
        office.write("staff.ldif", text.encode()), RULES + "roster: {columns: {end_date: end_date}}\n"
    )
    assert listed(done) == {"outside": ["000100"]}


def test_damaged_ldif(office: Office) -> None:
    """The line is told."""
    done = office.run(office.write("staff.ldif", "dn: cn=a\nobjectClass: person\nno colon here\n"))
    assert said(done) == ["SM901 3: this line is no LDIF: it has no colon, or broken base64"]


def test_the_same_people_in_every_format(office: Office) -> None:
    """Ids keep their zeros from end to end, whatever they came in."""
    rows = [["id", "username", "given"], ["000417", "ana", "Ana"], ["000418", "ben", "Núñez"]]
    text = "\n".join(",".join(row) for row in rows) + "\n"
    book = office.folder / "s.xlsx"
    write_xlsx(book, rows)
    ldif = "".join(
        f"dn: cn={r[1]}\nobjectClass: person\nemployeeNumber: {r[0]}\nuid: {r[1]}\ngivenName: {r[2]}\n\n"
        for r in rows[1:]
    )
    users = [{"id": r[0], "userName": r[1], "name": {"givenName": r[2]}} for r in rows[1:]]
    zipped = oneroster(
        office.folder,
        users="sourcedId,enabledUser,username,givenName\n"
        + "".join(f"{r[0]},true,{r[1]},{r[2]}\n" for r in rows[1:]),
    )
    found = []
    for path in (
        office.write("s.csv", text),
        office.write("s.tsv", text.replace(",", "\t")),
        office.write("u.csv", text.encode("utf-16")),
        book,
        office.write("s.ldif", ldif),
        office.write("s.json", json.dumps(users)),
        zipped,
    ):
        office.run(path, lms=("moodle",), out=office.folder / "out", ledger=None, accept_drop=True)
        found.append(office.out("moodle-users.csv"))
        (office.folder / "out" / "ledger.csv").unlink()
    assert set(found) == {
        "username,firstname,idnumber,cohort1\nana,Ana,000417,basics\nben,Núñez,000418,basics\n"
    }
