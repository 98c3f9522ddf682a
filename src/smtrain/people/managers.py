"""Who leads whom: managers that exist, and chains that end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter

from smtrain.people.issues import Issues
from smtrain.people.rules_row import MANAGER_LOOP, UNKNOWN_MANAGER
from smtrain.people.values import BETWEEN, parts


def check_managers(
    people: list[tuple[str, ...]],
    known: set[str],
    lines: Sequence[int],
    fields: Sequence[str],
    issues: Issues,
    refused: Mapping[str, str],
) -> dict[str, tuple[str, ...]]:
    """The managers of each person who leads others. `known` has everybody's id.

    A manager who is not in the roster, or who is led by the person in turn, is noted and taken out of `people`.
    """
    if "manager_id" not in fields:
        return {}
    at = fields.index("manager_id")
    cells = set(map(itemgetter(at), people))
    ids = {cell: tuple(part for part in parts(cell) if part in known) for cell in cells}
    lost = {cell for cell, some in ids.items() if len(some) < len(parts(cell))}
    for number, person in enumerate(people if lost else ()):
        if person[at] in lost:
            for part in parts(person[at]):
                if part not in known:
                    _note_unknown(person[0], part, lines[number], issues, refused)
            people[number] = _with(person, at, BETWEEN.join(ids[person[at]]))
    leading = {ident for some in ids.values() for ident in some}
    found = {person[0]: ids[person[at]] for person in people if person[0] in leading and ids.get(person[at])}
    circles = _circles(found)
    inside = {ident for circle in circles for ident in circle}
    places = {}
    for number, person in enumerate(people if inside else ()):
        if person[0] in inside:
            places[person[0]] = lines[number]
            people[number] = _with(person, at, "")
            del found[person[0]]
    for circle in circles:
        _note_circle(circle, min(places[ident] for ident in circle), issues)
    return found


def _with(person: tuple[str, ...], at: int, cell: str) -> tuple[str, ...]:
    return (*person[:at], cell, *person[at + 1 :])


def _note_unknown(ident: str, manager: str, line: int, issues: Issues, refused: Mapping[str, str]) -> None:
    why = "whose own row cannot be used" if manager in refused else "who is not in the roster"
    issues.add(
        UNKNOWN_MANAGER,
        line,
        f"{ident} has the manager {manager}, {why}",
        mend="mend the manager's id, or leave it empty",
        who=ident,
    )


def _note_circle(circle: Sequence[str], line: int, issues: Issues) -> None:
    if len(circle) == 1:
        words, mend = f"{circle[0]} is listed as their own manager", "leave the manager empty"
    else:
        shown = " → ".join([*circle[:5], *(["…"] if len(circle) > 5 else []), circle[0]])
        words = f"these lead each other round in a circle: {shown}"
        mend = "give one of them the right manager, or none"
    issues.add(MANAGER_LOOP, line, words, mend=mend, who=circle[0])


def _circles(managers: Mapping[str, tuple[str, ...]]) -> list[list[str]]:
    """The circles among managers, each once and beginning with its smallest id."""
    done: set[str] = set()
    circles: list[list[str]] = []
    for start in managers:
        if start in done:
            continue
        path: list[str] = []
        place: dict[str, int] = {}
        stack = [(start, 0)]
        while stack:
            ident, depth = stack.pop()
            while len(path) > depth:
                gone = path.pop()
                del place[gone]
                done.add(gone)
            if ident in place:
                circle = path[place[ident] :]
                first = circle.index(min(circle))
                circles.append(circle[first:] + circle[:first])
                continue
            if ident in done:
                continue
            place[ident] = len(path)
            path.append(ident)
            stack += [(manager, len(path)) for manager in managers.get(ident, ())]
        done.update(path)
    unique = {tuple(circle): circle for circle in circles}
    return [unique[key] for key in sorted(unique)]
