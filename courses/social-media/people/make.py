"""Writes the sample rosters: 200 invented people, with what real exports get wrong.

    python courses/social-media/people/make.py          roster.csv, volunteers.csv and completed.csv, beside this file
    python courses/social-media/people/make.py DIR      the same people in other formats, into DIR

Always the same people. Nobody is called so; addresses end in example.com, which is nobody's.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

HERE = Path(__file__).parent
PEOPLE = 200

GIVEN = (
    "Alder Briony Clementine Damson Eglantine Fennel Gorse Hyssop Ilex Juniper Kelp Larch Marjoram Nettle Oxlip "
    "Parsley Quince Rowan Sorrel Tansy Ulmus Verbena Willow Yarrow Zinnia"
).split()
FAMILY = (
    "Lampwick Thistledown Quillfeather Cobblestone O'Teacup Bramblewick Kettlewhistle Söderpfütze Mondscheiñ "
    "Hinterbrücke Saucepan-Lid Fogbank Pennywhistle Tumblestone Ångbåt Copperkettle"
).split()
DEPARTMENTS = (
    "Customer Service",
    "Sales",
    "People",
    "Internal Communications",
    "Product",
    "Finance",
    "Logistics",
)
POSITIONS = {
    "Customer Service": "Support agent",
    "Sales": "Account manager",
    "People": "Recruiter",
    "Internal Communications": "Editor",
    "Product": "Engineer",
    "Finance": "Accountant",
    "Logistics": "Warehouse operator",
}
SITES = ("EU/DE/Berlin", "EU/FR/Lyon", "UK/Leeds", "US/Austin")
NAMED = {
    1: "Chief executive", 2: "Chief people officer", 3: "Board member", 4: "Press officer", 5: "Press officer",
    6: "Spokesperson, sustainability", 7: "Social media lead", 8: "Community manager", 9: "Social media editor",
}  # fmt: skip
STATES = {50: "on leave", 51: "on leave", 120: "left", 121: "starts soon"}
HEADER = (
    "Personnel no.;First name;Last name;Login;E-mail;Position;Department;Site;Reports to;Joined;State".split(
        ";"
    )
)
START = date(2026, 3, 1)

Row = list[str]


def people() -> list[Row]:
    """Everyone, without a slip: id, names, login, address, position, department, site, manager, day, state."""
    rows = []
    for number in range(1, PEOPLE + 1):
        given, family = GIVEN[number * 7 % len(GIVEN)], FAMILY[number * 5 % len(FAMILY)]
        department = DEPARTMENTS[number * 3 % len(DEPARTMENTS)]
        leads = 10 <= number < 24
        position = NAMED.get(number, "Team lead" if leads else POSITIONS[department])
        manager = 1 if number < 24 else 10 + number % 14
        joined = START - timedelta(days=number * number * 37 % 4000 + 3)
        login = f"{given}.{number}".lower()
        rows.append(
            [
                f"{number:06}", given, family, login, f"{login}@example.com", position, department,
                SITES[number % len(SITES)], "" if number == 1 else f"{manager:06}", joined.isoformat(),
                STATES.get(number, "at work"),
            ]
        )  # fmt: skip
    return rows


def slips(rows: list[Row]) -> list[Row]:
    """The same with what happens in real exports: each of these is found, and nobody else is touched."""
    found = [list(row) for row in rows]
    found[59][4] = found[58][4]  # two people with one address
    found[79][0] = "8.00E+01"  # a spreadsheet was here
    found[89][9] = "2026-02-30"  # there is no such day
    found[99][8] = "000999"  # a manager who left long ago
    found[109][10] = "sabbatical?"  # a state that nobody has declared
    found[129][2] = "=2+3"  # a cell that a spreadsheet would run
    found[139][0] = found[138][0]  # two people with one id
    found[149][8] = found[149][0]  # somebody who leads themselves
    found[159][6] = ""  # no department
    return found


def text_of(rows: Sequence[Row], *, delimiter: str = ";", german_dates: bool = True) -> str:
    """A table as text, with a title above it as exports have one."""
    out = StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow(["Staff list, invented"])
    writer.writerow([])
    writer.writerow(HEADER)
    for row in rows:
        day = row[9]
        if german_dates and day != "2026-02-30":
            day = date.fromisoformat(day).strftime("%d.%m.%Y")
        writer.writerow([*row[:9], day, row[10]])
    return out.getvalue()


def write_others(folder: Path) -> None:
    """The people without slips in other formats and encodings."""
    rows = people()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "windows.csv").write_bytes(text_of(rows).replace("\n", "\r\n").encode("cp1252"))
    (folder / "excel.txt").write_bytes(text_of(rows, delimiter="\t").encode("utf-16"))
    (folder / "plain.csv").write_bytes(text_of(rows, delimiter=",", german_dates=False).encode("utf-8-sig"))
    users = [
        {
            "id": row[0], "userName": row[3], "name": {"givenName": row[1], "familyName": row[2]}, "title": row[5],
            "emails": [{"value": row[4], "primary": True}], "active": row[10] in ("at work", "on leave"),
            "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {
                "employeeNumber": row[0], "department": row[6], "manager": {"value": row[8]} if row[8] else None,
            },
        }
        for row in rows
    ]  # fmt: skip
    listed = {"totalResults": len(users), "Resources": users}
    (folder / "directory.json").write_text(json.dumps(listed, ensure_ascii=False, indent=1), "utf-8")
    (folder / "directory.ldif").write_text("".join(map(_entry, rows)), "utf-8")
    with ZipFile(folder / "oneroster.zip", "w") as archive:
        archive.writestr("manifest.csv", "propertyName,value\noneroster.version,1.2\nfile.users,bulk\n")
        names = (
            "sourcedId,enabledUser,username,givenName,familyName,email,metadata.jobTitle,primaryOrgSourcedId"
        )
        lines = [f'{r[0]},{_true(r[10])},{r[3]},{r[1]},{r[2]},{r[4]},"{r[5]}",{r[6]}' for r in rows]
        archive.writestr("users.csv", "\n".join([names, *lines]) + "\n")
        orgs = [f"{name},{name},department" for name in DEPARTMENTS]
        archive.writestr("orgs.csv", "\n".join(["sourcedId,name,type", *orgs]) + "\n")


def _true(state: str) -> str:
    return "true" if state in ("at work", "on leave") else "false"


def _entry(row: Row) -> str:
    dn = f"uid={row[3]},ou=people,dc=example,dc=com"
    number = int(row[8]) if row[8] else 0
    boss = f"{GIVEN[number * 7 % len(GIVEN)]}.{number}".lower()
    lines = [
        f"dn: {dn}", "objectClass: inetOrgPerson", f"employeeNumber: {row[0]}", f"uid: {row[3]}", f"mail: {row[4]}",
        f"givenName: {row[1]}", f"sn: {row[2]}", f"title: {row[5]}", f"departmentNumber: {row[6]}", f"l: {row[7]}",
        *([f"manager: uid={boss},ou=people,dc=example,dc=com"] if number else []),
    ]  # fmt: skip
    return "\n".join(lines) + "\n\n"


def main(words: Sequence[str]) -> None:
    """Write what is asked for."""
    if words:
        write_others(Path(words[0]))
        return
    rows = people()
    (HERE / "roster.csv").write_text(text_of(slips(rows)), "utf-8")
    (HERE / "volunteers.csv").write_text("id\n" + "".join(f"{n:06}\n" for n in range(30, 200, 17)), "utf-8")
    done = [f"{n:06},essentials,{START - timedelta(days=n * 2)}" for n in range(25, 200, 2)]
    (HERE / "completed.csv").write_text("id,track,completed_on\n" + "\n".join(done) + "\n", "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
