"""LDIF (RFC 2849): people of an LDAP directory or of Active Directory. Passwords and photos are passed over."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from smtrain.people.fields import forbidden
from smtrain.people.rules_file import ENCODING, UNKNOWN_FORMAT
from smtrain.people.table import Format, Place, Source, Table
from smtrain.people.values import BETWEEN

_PEOPLE = {"person", "inetorgperson", "organizationalperson", "user"}
_KEYS = ("employeenumber", "employeeid", "uid", "samaccountname")
"""Attributes a person can be known by, the best first."""

_NEVER = (0, 2**63 - 1)
"""Values of accountExpires that mean never (MS-ADA1, 2.1)."""

_COLUMNS = {
    "id": ("employeeid", "employeenumber", "uid", "samaccountname"),
    "username": ("uid", "samaccountname", "userprincipalname"),
    "email": ("mail",),
    "given": ("givenname",),
    "family": ("sn",),
    "display": ("displayname", "cn"),
    "job_title": ("title",),
    "employment_type": ("employeetype",),
    "department": ("department", "departmentnumber"),
    "org_unit": ("ou", "company"),
    "region": ("physicaldeliveryofficename", "l", "co"),
    "status": ("status",),
    "end_date": ("end_date",),
    "groups": ("groups",),
}

Entry = dict[str, list[str]]


def read(source: Source) -> Table | None:
    """A row for each person. A manager's name in the directory becomes whatever HR has chosen as id."""
    source.stream.seek(0)
    data = source.stream.read()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        source.issues.add(ENCODING, line, f"byte 0x{data[error.start]:02X} is not UTF-8, as LDIF asks")
        return None
    entries: list[tuple[int, Entry]] = []
    for line, entry in _entries(text):
        if entry is None:
            source.issues.add(UNKNOWN_FORMAT, line, "this line is no LDIF: it has no colon, or broken base64")
            return None
        entries.append((line, entry))
    people = [
        (line, e) for line, e in entries if _PEOPLE & {kind.lower() for kind in e.get("objectclass", ())}
    ]
    if not people:
        source.issues.add(UNKNOWN_FORMAT, 1, "no entry is a person (objectClass inetOrgPerson or user)")
        return None
    return _table(people, _groups(entries), source)


def _table(people: list[tuple[int, Entry]], groups: Mapping[str, list[str]], source: Source) -> Table:
    names = sorted(
        {name for _, entry in people for name in entry if not forbidden(name)} - {"status", "groups"}
    )
    names = [*names, "status", "end_date", "groups", "leader"]
    chosen = [
        name.lower() for name in source.shape.columns.get("id", _COLUMNS["id"]) if name.lower() in names
    ]
    key = chosen[0] if chosen else "employeenumber"
    ids = {_dn(entry["dn"][0]): _first(entry, key) for _, entry in people if "dn" in entry}
    at = Place()

    def rows() -> Iterator[Sequence[str]]:
        yield names
        for line, entry in people:
            at.line_num = line
            boss = _first(entry, "manager")
            own = {
                "status": [_status(entry)],
                "end_date": [_end(entry)],
                "groups": groups.get(_dn(_first(entry, "dn")), []),
                "leader": [ids.get(_dn(boss), boss)] if boss else [],
            }
            yield [BETWEEN.join({**entry, **own}.get(name, ())) for name in names]

    return Table(rows(), at, columns={**_COLUMNS, "manager_id": ("leader",)}, fixed=True)


def _entries(text: str) -> Iterator[tuple[int, Entry | None]]:
    """The entries with the line each begins in; None for what is no LDIF."""
    entry: Entry = {}
    start = 1
    for number, line in _unfolded(text):
        if not line.strip():
            if entry:
                yield start, entry
            entry = {}
            continue
        if line.startswith("#") or (not entry and line.lower().startswith("version:")):
            continue
        name, colon, value = line.partition(":")
        if not colon:
            yield number, None
            return
        if not entry:
            start = number
        name = name.split(";")[0].strip().lower()
        if forbidden(name) or value.startswith("<"):
            continue
        if value.startswith(":"):
            try:
                value = base64.b64decode(value[1:].strip(), validate=True).decode("utf-8")
            except (binascii.Error, UnicodeDecodeError):
                if name.startswith("object"):  # objectGUID is binary, and its base64 is as good a text as any
                    value = value[1:]
                else:
                    yield number, None
                    return
        entry.setdefault(name, []).append(value.strip())
    if entry:
        yield start, entry


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with what was folded put back: the next line of a long one begins with a space."""
    held, at = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(" ") and at:
            held += line[1:]
            continue
        if at:
            yield at, held
        held, at = line, number
    yield at or 1, held


def _groups(entries: list[tuple[int, Entry]]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for _, entry in entries:
        for member in (*entry.get("member", ()), *entry.get("uniquemember", ())):
            found.setdefault(_dn(member), []).append(_first(entry, "cn"))
    for _, entry in entries:
        for group in entry.get("memberof", ()):
            names = found.setdefault(_dn(_first(entry, "dn")), [])
            name = group.partition("=")[2].partition(",")[0]
            if name not in names:
                names.append(name)
    return found


def _dn(name: str) -> str:
    """A distinguished name for comparing."""
    return ",".join(part.strip() for part in name.lower().split(","))


def _first(entry: Entry, name: str) -> str:
    return (entry.get(name) or [""])[0]


def _status(entry: Entry) -> str:
    """Bit 2 of userAccountControl is "disabled" (MS-ADTS, 2.2.16); without it nothing says otherwise."""
    flags = _first(entry, "useraccountcontrol")
    return "terminated" if flags.isdigit() and int(flags) & 2 else "active"


def _end(entry: Entry) -> str:
    """The day an account expires: 100 ns since 1601-01-01."""
    ticks = _first(entry, "accountexpires")
    if not ticks.isdigit() or int(ticks) in _NEVER:
        return ""
    try:
        return (date(1601, 1, 1) + timedelta(days=int(ticks) // 864_000_000_000)).isoformat()
    except OverflowError:
        return ""


def _fits(head: bytes, names: Sequence[str]) -> bool:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return start.startswith((b"dn:", b"version: 1", b"version:1", b"#")) and b"dn:" in start


FORMAT = Format("LDIF", _fits, read)
