"""OneRoster 1.1 and 1.2 (1EdTech, CSV binding): a ZIP of CSV files.

`demographics.csv` is never opened, and no password is ever read. School Data Sync's ZIP is a near relative and
read alike. The standard's roles are those of schools; a public role comes from a `metadata.` column, if at all.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from zipfile import BadZipFile, ZipFile

from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.fields import forbidden
from smtrain.people.rules_file import ENCODING, INCOMPLETE, ODD_HEADER, UNKNOWN_FORMAT
from smtrain.people.table import Format, Place, Source, Table
from smtrain.people.values import BETWEEN

MOST_BYTES = 1_000_000_000
"""Bytes that one file in the ZIP may unpack to."""

USERS = (
    "sourcedId status dateLastModified enabledUser orgSourcedIds role username userIds givenName familyName "
    "middleName identifier email sms phone agentSourcedIds grades password userMasterIdentifier preferredGivenName "
    "preferredMiddleName preferredFamilyName primaryOrgSourcedId pronouns activeDirectoryMatchId"
).split()
"""Columns of users.csv in versions 1.1 and 1.2, and School Data Sync's own."""

_COLUMNS = {
    "id": ("sourcedId",),
    "username": ("username",),
    "email": ("email",),
    "given": ("givenName",),
    "family": ("familyName",),
    "status": ("enabledUser",),
    "public_role": ("metadata.publicRole",),
    "job_title": ("metadata.jobTitle", "metadata.title"),
    "department": ("orgs",),
    "org_unit": ("orgs",),
    "groups": ("roles",),
}


def read(source: Source) -> Table | None:
    """A row for each user, with the names of their organisations and their roles."""
    source.stream.seek(0)
    try:
        with ZipFile(source.stream) as archive:
            paths = {name.rpartition("/")[2].lower(): name for name in archive.namelist()}
            files = {
                name: _rows(archive, paths[name], source)
                for name in ("manifest.csv", "users.csv", "orgs.csv", "roles.csv")
                if name in paths
            }
    except (BadZipFile, OSError, ValueError, UnicodeDecodeError) as error:
        source.issues.add(UNKNOWN_FORMAT, 1, f"the ZIP cannot be read: {error}")
        return None
    if any(rows is None for rows in files.values()):
        return None
    sound = {name: rows for name, rows in files.items() if rows is not None}
    kinds = {row[0]: row[1] for row in sound.get("manifest.csv", []) if len(row) > 1}
    if kinds.get("file.users", "bulk").strip() == "delta":
        source.issues.add(
            INCOMPLETE, 1, "users.csv has only changes (delta)", mend="export OneRoster in bulk mode"
        )
        return None
    users = sound["users.csv"]
    if not users:
        source.issues.add(UNKNOWN_FORMAT, 1, "users.csv in the ZIP is empty")
        return None
    _note_odd_headers(users[0], source)
    return _table(users, _names(sound.get("orgs.csv", [])), _roles(sound.get("roles.csv", [])))


def _rows(archive: ZipFile, path: str, source: Source) -> list[list[str]] | None:
    if archive.getinfo(path).file_size > MOST_BYTES:
        source.issues.add(UNKNOWN_FORMAT, 1, f"{path} in the ZIP is larger than {MOST_BYTES // 10**9} GB")
        return None
    data = archive.read(path)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        source.issues.add(
            ENCODING, line, f"byte 0x{data[error.start]:02X} in {path} is not UTF-8, as OneRoster asks"
        )
        return None
    return [row for row in csv.reader(StringIO(text, newline="")) if any(row)]


def _note_odd_headers(header: Sequence[str], source: Source) -> None:
    for index, name in enumerate(header):
        name = name.strip()
        if name in USERS or name.startswith("metadata.") or forbidden(name):
            continue
        near = did_you_mean(name, USERS, otherwise="the standard's own columns begin with metadata.")
        words = (
            f'"{name}" is no column of users.csv' if name else f"column {index + 1} of users.csv has no name"
        )
        source.issues.add(ODD_HEADER, 1, words, mend=near)


def _names(orgs: Sequence[Sequence[str]]) -> dict[str, str]:
    """The organisations' names by their ids."""
    return {_cell(orgs[0], row, "sourcedId"): _cell(orgs[0], row, "name") for row in orgs[1:]}


def _roles(roles: Sequence[Sequence[str]]) -> Mapping[str, list[tuple[str, str]]]:
    """Role and organisation of each user, the primary ones first (version 1.2)."""
    found: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    rows = sorted(roles[1:], key=lambda row: _cell(roles[0], row, "roleType") != "primary")
    for row in rows:
        pair = _cell(roles[0], row, "role"), _cell(roles[0], row, "orgSourcedId")
        found[_cell(roles[0], row, "userSourcedId")].append(pair)
    return found


def _table(
    users: list[list[str]], names: Mapping[str, str], roles: Mapping[str, list[tuple[str, str]]]
) -> Table:
    header = [name.strip() for name in users[0]]
    at = Place()

    def rows() -> Iterator[Sequence[str]]:
        yield [*header, "orgs", "roles"]
        for number, row in enumerate(users[1:], 2):
            at.line_num = number
            own = roles.get(_cell(header, row, "sourcedId"), [])
            ids = [part.strip() for part in _cell(header, row, "orgSourcedIds").split(",") if part.strip()]
            ids += [org for _, org in own if org] or [_cell(header, row, "primaryOrgSourcedId")]
            orgs = dict.fromkeys(names.get(ident, ident) for ident in ids if ident)
            held = dict.fromkeys([_cell(header, row, "role"), *(role for role, _ in own)])
            line = list(row)
            if "status" in header and _cell(header, row, "status").strip().lower() == "tobedeleted":
                line[header.index("enabledUser")] = "false"
            if len(line) == len(header):
                line += [BETWEEN.join(orgs), BETWEEN.join(role for role in held if role)]
            yield line

    return Table(rows(), at, columns=_COLUMNS, fixed=True)


def _cell(header: Sequence[str], row: Sequence[str], name: str) -> str:
    return row[header.index(name)].strip() if name in header and len(row) > header.index(name) else ""


def _fits(head: bytes, names: Sequence[str]) -> bool:
    return any(name.rpartition("/")[2].lower() == "users.csv" for name in names)


FORMAT = Format("OneRoster", _fits, read)
