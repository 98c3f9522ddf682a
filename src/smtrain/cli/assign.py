"""`smtrain assign`: from a roster to who takes what, and to files for an LMS."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from smtrain.cli import _options

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from smtrain.people.plan import Plan
    from smtrain.workflow.assign import Assigned


@click.command("assign")
@click.argument("roster", type=_options.PATH)
@click.option(
    "--rules",
    type=_options.PATH,
    default="assignment.yaml",
    show_default=True,
    metavar="FILE",
    help="HR's rules: who gets which track.",
)
@click.option(
    "--as-of",
    type=_options.AsDay(),
    metavar="DAY",
    help="The day to decide for, such as 2026-03-01. Default: SOURCE_DATE_EPOCH, else today.",
)
@click.option(
    "--lms",
    "systems",
    multiple=True,
    type=_options.KnownList("LMS", "smtrain.people.enrolments"),
    help="Also files for these systems. Repeatable, or joined by commas.",
)
@click.option(
    "--out", type=_options.PATH, metavar="DIR", help="Write the files here. Without it nothing is written."
)
@click.option(
    "--ledger",
    type=_options.PATH,
    metavar="FILE",
    help="What the last run left. Default: ledger.csv in DIR.",
)
@click.option(
    "--completed",
    type=_options.PATH,
    metavar="FILE",
    help="A CSV with id, track and completed_on: what people have done already.",
)
@click.option(
    "--template",
    type=_options.PATH,
    metavar="FILE",
    help="The template to fill in, for an LMS that has one of its own.",
)
@click.option(
    "--explain",
    "explained",
    multiple=True,
    metavar="ID",
    help="Say why this person has or lacks each track. Repeatable.",
)
@click.option("--accept-drop", is_flag=True, help="Go on although many people or tracks would be lost.")
@click.option(
    "--pseudonymise",
    type=_options.PATH,
    metavar="KEYFILE",
    help="Write a report to pass on, with pseudonyms made by this key and without names, instead of LMS files.",
)
def command(
    roster: Path,
    rules: Path,
    as_of: date | None,
    systems: tuple[tuple[str, ...], ...],
    out: Path | None,
    ledger: Path | None,
    completed: Path | None,
    template: Path | None,
    explained: tuple[str, ...],
    accept_drop: bool,
    pseudonymise: Path | None,
) -> int:
    """Decide who takes which training, and until when.

    From a roster and the rules of HR.

    ROSTER is a CSV, TSV or XLSX file, SCIM JSON, a OneRoster ZIP or LDIF. Without --out this is a dry run: it
    prints what would change and writes nothing. With --out it writes assignments.csv, changes.csv, lists.csv,
    findings.csv, run.json, the ledger for the next run, and the files for the LMS: all of them, or none.

    An error in the rules, or with the roster as a whole, stops the run. What is wrong with one row takes that
    person out of the run, keeps what they had, and is listed; all others are handled.
    """
    from smtrain.cli._progress import progress
    from smtrain.cli._say import note, show
    from smtrain.diagnostics.report import tally
    from smtrain.workflow.assign import Request, assign

    request = Request(
        roster,
        rules,
        as_of=as_of,
        lms=tuple(dict.fromkeys(name for names in systems for name in names)),
        out=out,
        ledger=ledger,
        completed=completed,
        template=template,
        accept_drop=accept_drop,
        pseudonymise=pseudonymise,
        explain=explained,
    )
    with progress() as tell:
        done = assign(request, tell)
    for notice in done.notices:
        note(notice)
    if done.findings:
        rest = "; nothing was written" if done.stopped and out else ""
        show(done.findings, done.sources, tally(done.findings) + rest)
        click.echo()
    if done.plan is None:
        return 1
    if done.explanations:
        click.echo("\n\n".join(done.explanations))
    else:
        click.echo("\n".join(_said(done, done.plan, writing=out is not None)))
    return int(any(finding.rule.severity == "error" for finding in done.findings))


def _said(done: Assigned, plan: Plan, *, writing: bool) -> list[str]:
    """The summary: tracks, changes, lists, files."""
    from smtrain.people.plan import LISTS
    from smtrain.people.reports import summary

    found = summary(plan, done.changes)
    lines = [f"As of {plan.as_of}: {_many(len(plan.people), 'person', 'people')} in the roster."]
    tracks = found["tracks"]
    assert isinstance(tracks, dict)
    lines += ["", "Tracks:"] if tracks else []
    width = max(map(len, tracks), default=0)
    lines += [
        f"  {track:<{width}}  "
        + ", ".join(f"{number:,} {state.replace('_', ' ')}" for state, number in states.items())
        for track, states in tracks.items()
    ]
    lines += _changed(done)
    lists = [(name, plan.lists[name], why) for name, why in LISTS.items() if plan.lists[name]]
    if lists:
        lines += ["", "Lists:"]
        for name, people, why in lists:
            shown = ", ".join(sorted(done.pseudonym(listed.id) for listed in people)[:5])
            more = ", …" if len(people) > 5 else ""
            lines.append(f"  {name} ({len(people):,}): {why}: {shown}{more}")
    lines += _written(done, writing=writing)
    return lines


def _changed(done: Assigned) -> list[str]:
    from smtrain.people.changes import totals

    if not done.compared:
        return []
    many = totals(done.changes)
    said = [f"{many[kind]:,} {words}" for kind, words in _CHANGES.items() if many[kind]]
    renewals = done.plan.count("expiring", "expired") if done.plan else 0
    said += [f"{renewals:,} to be renewed"] if renewals else []
    lines = ["", "Since the last run: " + (", ".join(said) or "no change") + "."]
    for change in done.changes[:10]:
        parts = [f"  {done.pseudonym(change.id)}  {_CHANGES.get(change.kind, change.kind)}"]
        if change.field and change.kind == "mover":
            parts.append(f"{change.field.replace('_', ' ')}: {change.old or 'none'} → {change.new or 'none'}")
        if change.kind == "possible_same_person":
            parts.append(f"as {done.pseudonym(change.old)}, who has left: the same e-mail address")
        parts += [f"+ {track}" for track in change.added] + [f"- {track}" for track in change.removed]
        lines.append("  ".join([*parts, *change.due]))
    if len(done.changes) > 10:
        lines.append(f"  and {len(done.changes) - 10:,} more, in changes.csv")
    return lines


_CHANGES = {
    "joiner": "new",
    "returned_to_company": "back in the company",
    "mover": "moved",
    "renamed": "with a new name or address",
    "on_leave": "on leave",
    "returned": "back from leave",
    "leaver_terminated": "left",
    "leaver_gone": "gone from the roster",
    "tracks": "with other tracks or dates",
    "possible_same_person": "perhaps the same person",
    "withdrawals": "tracks withdrawn",
}


def _written(done: Assigned, *, writing: bool) -> list[str]:
    from smtrain.cli._say import size
    from smtrain.workflow.errors import shown

    if not writing:
        lines = [f"  {name}: {number:,} lines" for name, number in done.files.items()]
        lines = ["", "Files for the LMS would have:", *lines] if lines else []
        return [*lines, "", "Nothing was written: this is a dry run. Add --out DIR to write the files."]
    names = [shown(file) for file in done.written]
    width = max(map(len, names), default=0)
    lines = ["", f"Wrote {len(names)} files:"]
    lines += [
        f"  {name:<{width}}  {size(file.stat().st_size):>10}"
        for name, file in zip(names, done.written, strict=True)
    ]
    for system in done.systems:
        lines += ["", f"Next, in {system.title}: {system.next}"]
        removed = sum(len(change.removed) for change in done.changes)
        if removed and not system.removes:
            lines.append(
                f"{system.title} cannot take people out this way: {removed:,} tracks are to be withdrawn by hand (changes.csv)."
            )
    return lines


def _many(number: int, one: str, several: str) -> str:
    return f"{number:,} {one if number == 1 else several}"
