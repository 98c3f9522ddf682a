"""SCIM 2.0 users as JSON (RFC 7643, RFC 7644): a list response, a bare list, or one user in each line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from smtrain.people.rules_file import INCOMPLETE, UNKNOWN_FORMAT
from smtrain.people.table import Format, Place, Source, Table
from smtrain.people.values import BETWEEN

ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user"

_KEYS = ("id", "externalId", "userName", "employeeNumber")
"""Names a person can be known by, in their roster or as somebody's manager."""

_PLAIN = ("displayName", "title", "userType", "preferredLanguage", "active")
_WORK = ("costCenter", "organization", "division", "department")
_MANAGERS = tuple(f"manager.{key}" for key in _KEYS)
HEADER = (*_KEYS, "givenName", "familyName", "email", *_PLAIN, *_WORK, "groups", "roles", *_MANAGERS)

_COLUMNS = {
    "lms_id": ("id",),
    "username": ("userName",),
    "given": ("givenName",),
    "family": ("familyName",),
    "display": ("displayName",),
    "status": ("active",),
    "job_title": ("title",),
    "language": ("preferredLanguage",),
    "employment_type": ("userType",),
    "org_unit": ("organization",),
    "cost_centre": ("costCenter",),
}


def read(source: Source) -> Table | None:
    """A row for each user. A manager's SCIM id is turned into whatever HR has chosen as id."""
    source.stream.seek(0)
    data = source.stream.read()
    try:
        users = _users(json.loads(data), source)
    except ValueError:
        try:
            users = _users([json.loads(line) for line in data.splitlines() if line.strip()], source)
        except ValueError as error:
            source.issues.add(UNKNOWN_FORMAT, getattr(error, "lineno", 1), f"this is not JSON: {error}")
            return None
    if users is None:
        return None
    lowered = [_lower(user) for user in users]
    known = {_text(user.get("id")): user for user in lowered}
    at = Place()

    def rows() -> Iterator[Sequence[str]]:
        # Where nobody's attribute "active" is told, nobody's status is known otherwise than by being here.
        told = any("active" in user for user in lowered)
        yield HEADER if told else tuple("" if name == "active" else name for name in HEADER)
        for number, user in enumerate(lowered, 1):
            at.line_num = number
            yield _row(user, known)

    chosen = (source.shape.columns.get("id") or ("id",))[0]
    manager = f"manager.{chosen}" if chosen in _KEYS else "manager.id"
    return Table(rows(), at, columns={"id": ("id",), "manager_id": (manager,), **_COLUMNS}, fixed=True)


def _users(found: Any, source: Source) -> list[dict[str, Any]] | None:
    if isinstance(found, dict) and "Resources" in found:
        users = found["Resources"]
        total = found.get("totalResults", len(users))
        if isinstance(total, int) and total > len(users):
            source.issues.add(
                INCOMPLETE,
                1,
                f"the list has {len(users):,} of {total:,} people",
                mend="ask the directory for all pages, and put their Resources into one list",
            )
            return None
    else:
        users = found if isinstance(found, list) else [found]
        if len(users) > 1 and all(isinstance(page, dict) and "Resources" in page for page in users):
            total = users[0].get("totalResults", 0)
            users = [user for page in users for user in page["Resources"]]
            return _users({"Resources": users, "totalResults": total}, source)
    return [user for user in users if isinstance(user, dict)]


def _lower(value: Any) -> Any:
    """Attribute names are compared without case (RFC 7643, section 2.1)."""
    if isinstance(value, dict):
        return {str(name).lower(): _lower(inner) for name, inner in value.items()}
    return [_lower(inner) for inner in value] if isinstance(value, list) else value


def _row(user: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]) -> list[str]:
    work = user.get(ENTERPRISE) or {}
    name = user.get("name") or {}
    manager = work.get("manager", user.get("manager"))
    manager = _text(manager.get("value")) if isinstance(manager, dict) else _text(manager)
    leader = known.get(manager)
    keys = [_key(leader, key) if leader else manager for key in _KEYS]
    return [
        *(_key(user, key) for key in _KEYS),
        _text(name.get("givenname")),
        _text(name.get("familyname")),
        _mail(user.get("emails")),
        *(_text(user.get(key.lower())) for key in _PLAIN),
        *(_text(work.get(key.lower())) for key in _WORK),
        _several(user.get("groups"), "display"),
        _several(user.get("roles"), "display"),
        *keys,
    ]


def _key(user: Mapping[str, Any], key: str) -> str:
    work = user.get(ENTERPRISE) or {}
    return _text(user.get(key.lower(), work.get(key.lower())))


def _mail(emails: Any) -> str:
    """The primary address, else the first."""
    if isinstance(emails, str):
        return emails
    entries = [entry for entry in emails or () if isinstance(entry, dict)]
    primary = [entry for entry in entries if _text(entry.get("primary")).lower() == "true"]
    return _text((primary or entries or [{}])[0].get("value"))


def _several(values: Any, best: str) -> str:
    texts = [
        _text(value.get(best) or value.get("value")) if isinstance(value, dict) else _text(value)
        for value in values or ()
    ]
    return BETWEEN.join(text for text in texts if text)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return ("true" if value else "false") if isinstance(value, bool) else str(value)


def _fits(head: bytes, names: Sequence[str]) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith((b"{", b"["))


FORMAT = Format("SCIM JSON", _fits, read)
