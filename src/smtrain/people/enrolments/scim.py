"""SCIM 2.0: changes of group members as one bulk request (RFC 7644, sections 3.5.2 and 3.7). A track is a group.

It is a file for an administrator's tool; smtrain itself talks to no server.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice

from smtrain.people.enrolments._lms import Handover, Lms, Output, Text

MOST = 500
"""Members in one operation: servers limit the size of a request."""


def write(handover: Handover) -> Iterable[Output]:
    """One bulk request."""
    return [Output("scim-groups.json", lambda: _text(handover))]


def _text(handover: Handover) -> Text:
    yield '{"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],"Operations":[\n'
    before = ""
    for operation in _operations(handover):
        yield before + json.dumps(operation, ensure_ascii=False, separators=(",", ":"))
        before = ",\n"
    yield "\n]}\n"


def _operations(handover: Handover) -> Iterator[dict[str, object]]:
    read = handover.reader("lms_id", "id")
    members: dict[str, list[str]] = {}
    for person, tracks in handover.enrolled():
        own, ident = read(person)
        for given in tracks:
            members.setdefault(given.track, []).append(own or ident)
    for track in sorted(members):
        waiting = iter(members[track])
        while some := list(islice(waiting, MOST)):
            value = [{"value": member} for member in some]
            yield _patch(handover, track, {"op": "add", "path": "members", "value": value})
    for removal in handover.removed():
        own, ident = read(removal.person) if removal.person else ("", removal.id)
        value_of = (own or ident).replace("\\", "\\\\").replace('"', '\\"')
        yield _patch(handover, removal.track, {"op": "remove", "path": f'members[value eq "{value_of}"]'})


def _patch(handover: Handover, track: str, operation: dict[str, object]) -> dict[str, object]:
    data = {"schemas": ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], "Operations": [operation]}
    return {"method": "PATCH", "path": f"/Groups/{handover.named(track, 'group')}", "data": data}


LMS = Lms(
    "SCIM",
    write,
    "Give the file to whoever runs your directory: POST it to /Bulk, or each part to its path.",
    removes=True,
)
