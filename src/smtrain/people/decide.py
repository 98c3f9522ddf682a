"""A person's tracks, what the ledger knows of them, what was completed → state, due date, expiry.

Worked out once for all people who are alike in all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from smtrain.people.kept import OPEN, Assigned
from smtrain.people.plan import Grant, Outcome, Resolution
from smtrain.people.policy import DueRule, Policy, Track

NO_BASE = "no due date: the roster has no {}"


def decide(
    policy: Policy,
    outcome: Outcome,
    resolution: Resolution,
    bases: Mapping[str, str],
    before: Sequence[Assigned],
    done: Sequence[tuple[str, str]],
    today: date,
) -> tuple[Assigned, ...]:
    """What becomes of each track. `bases` has the dates that due dates are counted from, by field.

    `before` is what the ledger had; `done` are tracks with the days on which they were completed.
    """
    day = today.isoformat()
    earlier = {old.track: old for old in before}
    found: list[Assigned] = []
    if not outcome.considered:
        ended = "left" if outcome.status == "terminated" else "withdrawn"
        return tuple(old._replace(status=ended, since=day) if old.status in OPEN else old for old in before)
    for grant in resolution.grants:
        days = sorted({when for track, when in done if track == grant.track})
        found.append(
            _state(policy.tracks[grant.track], grant, outcome, bases, earlier.get(grant.track), days, today)
        )
    for track, until, why in resolution.exempt:
        old = earlier.get(track)
        found.append(
            Assigned(
                track,
                "",
                "exempt",
                old.first if old else "",
                expires=until,
                completed=old.completed if old else "",
                reason=why,
            )
        )
    granted = {assigned.track for assigned in found}
    for old in before:
        if old.track in granted or old.status in ("exempt", "left"):
            continue
        if old.status not in OPEN:
            found.append(old)
        elif old.completed:
            found.append(
                old._replace(
                    status="complete",
                    due="",
                    rule="",
                    reason="no rule asks for it any more; the record stays",
                )
            )
        else:
            found.append(
                old._replace(
                    status="withdrawn", since=day, due="", modules="", reason="no rule asks for it any more"
                )
            )
    return tuple(found)


def _state(
    track: Track,
    grant: Grant,
    outcome: Outcome,
    bases: Mapping[str, str],
    old: Assigned | None,
    days: list[str],
    today: date,
) -> Assigned:
    day = today.isoformat()
    running = old if old and old.status in OPEN else None
    first = running.first if running else day
    paused_on, paused_days = (running.paused_on, running.paused_days) if running else ("", 0)
    if outcome.paused and not paused_on:
        paused_on = day
    elif paused_on and not outcome.paused:
        paused_days += max(0, (today - date.fromisoformat(paused_on)).days)
        paused_on = ""
    due, lacks = ("", "") if grant.level == "optional" else _due(grant, first, bases, paused_days)
    reason = f"covered: {grant.covered_by} has every module, at least as deep" if grant.covered_by else ""
    if lacks:
        reason = NO_BASE.format(lacks.replace("_", " "))
    if old and old.completed:
        days = sorted({*days, old.completed})
    assigned = Assigned(
        track.id,
        grant.level,
        "assigned",
        first,
        due,
        "",
        "",
        grant.rule,
        paused_on,
        paused_days,
        "",
        grant.modules,
        reason,
    )
    days = [when for when in days if when <= day]
    if days:
        return _completed(track, assigned, days, today)
    status = (
        "covered"
        if grant.covered_by
        else "paused"
        if outcome.paused
        else "overdue"
        if due and due < day
        else "assigned"
    )
    return assigned._replace(status=status)


def _due(grant: Grant, first: str, bases: Mapping[str, str], paused: int) -> tuple[str, str]:
    """The earliest due date, and the field that lacks a date it would be counted from."""
    found: list[str] = []
    lacks = ""
    for rule in grant.dues:
        if not isinstance(rule, DueRule):
            continue
        if rule.on:
            found.append(rule.on.isoformat())
            continue
        base = first if rule.base == "assigned" else bases.get(rule.base, "")
        if base:
            found.append((date.fromisoformat(base) + timedelta(days=rule.days + paused)).isoformat())
        else:
            lacks = rule.base
    return (min(found), "") if found else ("", lacks)


def _completed(track: Track, assigned: Assigned, days: Sequence[str], today: date) -> Assigned:
    """The state of a track that was completed on these days, the last of which counts."""
    day = today.isoformat()
    last = days[-1]
    late = bool(assigned.due) and assigned.first <= last and last > assigned.due
    assigned = assigned._replace(completed=last, status="complete_late" if late else "complete")
    if not track.valid_for:
        return assigned
    expires = _expiry(track, days)
    assigned = assigned._replace(expires=expires.isoformat())
    opens = _opens(track, expires)
    if assigned.level == "optional" or today < opens:
        return assigned if today <= expires else assigned._replace(status="expired", due="")
    due = expires
    if track.refresh is None and track.due and track.due.on is None and track.due.base == "assigned":
        due = expires + timedelta(days=track.due.days)
    modules = " ".join(track.refresh.modules) if track.refresh and track.refresh.modules else assigned.modules
    status = "expiring" if today <= expires else "expired"
    return assigned._replace(status=status, due=due.isoformat(), modules=modules) if day else assigned


def _expiry(track: Track, days: Sequence[str]) -> date:
    """When the last of several certificates expires. One renewed in its window may run from the old expiry."""
    assert track.valid_for
    expires: date | None = None
    for text in days:
        done = date.fromisoformat(text)
        inside = expires is not None and _opens(track, expires) <= done <= expires
        keeps = track.refresh is not None and track.refresh.anchor == "expiry"
        expires = track.valid_for.after(expires if inside and keeps and expires else done)
    assert expires
    return expires


def _opens(track: Track, expires: date) -> date:
    """From when on a certificate can be renewed: the first day after it, where no refresher is declared."""
    if track.refresh is None:
        return expires + timedelta(days=1)
    return track.refresh.opens.before(expires)
