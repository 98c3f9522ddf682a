"""Assign training: roster and rules → who takes what, and the files for an LMS; all of them or none."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import BinaryIO

from smtrain.diagnostics import Finding, Notes, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people import enrolments
from smtrain.people.assign import assign as decide
from smtrain.people.changes import Change, changes
from smtrain.people.completions import read_completions
from smtrain.people.enrolments._lms import Handover, Lms, Output
from smtrain.people.explain import explain
from smtrain.people.issues import Issues
from smtrain.people.kept import Ledger
from smtrain.people.ledger import LedgerDamaged, read_ledger
from smtrain.people.plan import Completions, Plan
from smtrain.people.policy import Policy
from smtrain.people.reading_policy import CourseTracks, read_policy
from smtrain.people.reports import outputs, pseudonymous, pseudonyms
from smtrain.people.review import review
from smtrain.people.roster import read_roster
from smtrain.people.rules_run import BROKEN_LEDGER, OLDER, REMOVALS, SHRANK
from smtrain.people.table import Source
from smtrain.workflow.errors import Refused, missing, shown, unreadable
from smtrain.workflow.reading import Files, inside, read_bytes
from smtrain.workflow.today import day, epoch
from smtrain.workflow.write import Writer, write_files

Progress = Callable[[str, float], None]
"""Told what is being done, and which share of it is done, from 0 to 1."""

LEDGER = "ledger.csv"
KEY_BYTES = 16
"""A shorter key could be tried out."""


@dataclass(frozen=True, slots=True)
class Request:
    """What to do. `ledger` is the last run's, by default the one in `out`. Without `out` nothing is written."""

    roster: Path
    rules: Path
    as_of: date | None = None
    lms: tuple[str, ...] = ()
    out: Path | None = None
    ledger: Path | None = None
    completed: Path | None = None
    template: Path | None = None
    accept_drop: bool = False
    pseudonymise: Path | None = None
    explain: tuple[str, ...] = ()


@dataclass(slots=True)
class Assigned:
    """What a run found, decided and wrote. Without a plan something stopped it."""

    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[str, ...] = ()
    plan: Plan | None = None
    changes: list[Change] = field(default_factory=list)
    compared: bool = False
    explanations: tuple[str, ...] = ()
    files: Mapping[str, int] = field(default_factory=dict)
    written: tuple[Path, ...] = ()
    systems: tuple[Lms, ...] = ()
    pseudonym: Callable[[str], str] = str

    @property
    def stopped(self) -> bool:
        """Whether nothing was decided or written because of an error."""
        return self.plan is None


def assign(request: Request, progress: Progress = lambda what, share: None) -> Assigned:
    """Decide, and with `out` write. Raises `Refused` for what the surroundings do not allow."""
    with _rare_collection():
        return _Run(request, progress).run()


@contextmanager
def _rare_collection() -> Iterator[None]:
    """Millions of small objects and hardly a cycle: looking for cycles among them takes longer than the work."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.freeze()  # what is there now need not be looked through when looking begins again
            gc.enable()


class _Run:
    def __init__(self, request: Request, progress: Progress) -> None:
        self._request, self._progress = request, progress
        self._notes = Notes()
        self._files = Files(self._notes)
        self._issues = Issues(shown(request.roster))
        self._notices: list[str] = []
        self._quiet = request.pseudonymise is not None

    def run(self) -> Assigned:
        request = self._request
        systems = {name: _system(name) for name in request.lms}
        template = self._template(systems)
        name = self._pseudonym()
        policy = self._policy()
        if policy is None:
            return self._end()
        today = request.as_of or _today(policy.timezone)
        ledger = self._ledger(today)
        if ledger is None:
            return self._end()
        plan = self._plan(policy, ledger, today)
        if plan is None:
            return self._end()
        for finding in review(plan, shown(request.rules)):
            self._issues.elsewhere.append(finding)
        found = changes(plan, ledger)
        if self._too_much(plan, ledger, found) or any(f.rule.code == "SM942" for f in self._issues.elsewhere):
            return self._end()
        handovers = [self._handover(name, plan, found, template) for name in systems]
        for handover, system in zip(handovers, systems.values(), strict=True):
            system.check(handover)
        if any(f.rule.code == "SM960" for f in self._issues.elsewhere) or self._codes() & {"SM962"}:
            return self._end()
        done = Assigned(
            plan=plan, changes=found, compared=bool(ledger.people), systems=tuple(systems.values())
        )
        done.pseudonym = name
        if request.explain:
            done.explanations = self._explanations(plan)
        self._write(done, handovers, systems, name)
        return self._end(done)

    def _end(self, done: Assigned | None = None) -> Assigned:
        done = done or Assigned()
        self._notes.extend(self._issues.findings(quiet=self._quiet))
        done.findings = self._notes.findings()
        roster = shown(self._request.roster)
        done.sources = {name: text for name, text in self._files.sources.items() if name != roster}
        done.notices = (*self._notices, *(done.plan.roster.notices if done.plan else ()))
        return done

    def _codes(self) -> set[str]:
        return {issue.rule.code for issue in self._issues}

    def _policy(self) -> Policy | None:
        rules = self._request.rules
        if not rules.exists():
            raise missing(rules)
        source = self._files.read(rules)
        return read_policy(
            source, self._notes, self._course(), lambda name: self._files.read(rules.parent / name)
        )

    def _course(self) -> CourseTracks | None:
        """The tracks of the course beside the rules; what is wrong with them is for `check` to say."""
        from smtrain.source.yaml import load

        path = self._request.rules.parent / "course.yaml"
        if not path.is_file():
            return None
        aside = Notes()
        yaml = load(Files(aside).read(path), aside)
        return CourseTracks.of(yaml.value) if yaml else None

    def _ledger(self, today: date) -> Ledger | None:
        request = self._request
        path = request.ledger
        beside = request.out / LEDGER if request.out and not request.pseudonymise else None
        if path is None:
            path = beside if beside and beside.is_file() else None
            if path is None:
                self._notices.append("no ledger of an earlier run: everyone is new, and nothing is compared")
                return Ledger()
        elif not path.exists():
            raise missing(path)
        elif beside and beside.is_file() and not beside.samefile(path):
            raise Refused(
                f"{shown(beside)} is another ledger than {shown(path)}, and would be lost",
                mend="name the folder of the ledger with --out, or another new one",
            )
        try:
            with path.open(encoding="utf-8", newline="") as lines:
                ledger = read_ledger(lines)
        except OSError as error:
            raise unreadable(path, error) from error
        except UnicodeDecodeError:
            self._notes.add(BROKEN_LEDGER, Span.point(shown(path)), "the ledger is not UTF-8", mend=_BACKUP)
            return None
        except LedgerDamaged as error:
            place = Span.point(shown(path), max(1, error.line))
            self._notes.add(BROKEN_LEDGER, place, f"the ledger is damaged: {error.why}", mend=_BACKUP)
            return None
        if ledger.day > today.isoformat():
            self._notes.add(
                OLDER,
                Span.point(shown(path)),
                f"the ledger is of {ledger.day}, and this run is for {today}",
                mend="give a later day with --as-of, or an earlier ledger with --ledger",
            )
            return None
        return ledger

    def _plan(self, policy: Policy, ledger: Ledger, today: date) -> Plan | None:
        request = self._request
        with _opened(request.roster) as stream:
            size = request.roster.stat().st_size
            source = Source(
                self._issues.file,
                stream,
                size,
                policy.shape,
                self._issues,
                lambda s: self._progress("Reading", s),
            )
            roster = read_roster(source, policy.asked)
        if roster is None:
            return None
        before = ledger.here
        if before and not request.accept_drop and roster.rows < before * (1 - policy.max_drop):
            self._issues.add(
                SHRANK,
                1,
                f"the roster has {roster.rows:,} people, and the last one had {before:,}",
                mend=f"look at the export; if it is right, add --accept-drop (max_drop is {policy.max_drop:.0%})",
            )
            return None
        done = self._completions(policy)
        return decide(
            policy,
            roster,
            today,
            ledger=ledger,
            completions=done,
            tick=lambda s: self._progress("Assigning", s),
        )

    def _completions(self, policy: Policy) -> Completions:
        path = self._request.completed
        if path is None:
            return {}
        issues = Issues(shown(path))
        found = read_completions(self._files.read(path).text, policy, issues)
        self._issues.elsewhere += issues.findings(quiet=self._quiet)
        return found

    def _too_much(self, plan: Plan, ledger: Ledger, found: Sequence[Change]) -> bool:
        before = sum(
            1 for kept in ledger.people.values() for t in kept.tracks if t.status not in ("left", "withdrawn")
        )
        lost = sum(len(change.removed) for change in found if not change.kind.startswith("leaver"))
        if not lost or self._request.accept_drop or lost <= before * plan.policy.max_removals:
            return False
        self._notes.add(
            REMOVALS,
            Span.point(shown(self._request.rules)),
            f"{lost:,} of {before:,} tracks would be withdrawn from people who are still there",
            mend=f"look at the rules; if it is meant, add --accept-drop (max_removals is {plan.policy.max_removals:.0%})",
        )
        return True

    def _template(self, systems: Mapping[str, Lms]) -> tuple[str, bytes] | None:
        wanted = [name for name, system in systems.items() if system.template]
        path = self._request.template
        if wanted and path is None:
            raise Refused(
                f"{wanted[0]} takes a template of its own",
                mend="download it from your system, and name it with --template FILE",
            )
        if len(wanted) > 1:
            raise Refused(
                f"{wanted[0]} and {wanted[1]} each take a template", mend="run them one after the other"
            )
        return (shown(path), read_bytes(path)) if path else None

    def _pseudonym(self) -> Callable[[str], str]:
        request = self._request
        if request.pseudonymise is None:
            return str
        if request.lms:
            raise Refused("an LMS does not know pseudonyms", mend="leave out --lms, or --pseudonymise")
        if request.out and inside(request.pseudonymise, request.out):
            raise Refused(
                f"{shown(request.pseudonymise)} lies in the folder that the report goes to",
                mend="keep the key where readers of the report cannot see it",
            )
        key = read_bytes(request.pseudonymise).strip()
        if len(key) < KEY_BYTES:
            raise Refused(
                f"{shown(request.pseudonymise)} is no key: it has less than {KEY_BYTES} bytes",
                mend="make one: python3 -c 'import secrets; print(secrets.token_hex())' > FILE",
            )
        return pseudonyms(key)

    def _handover(
        self, name: str, plan: Plan, found: list[Change], template: tuple[str, bytes] | None
    ) -> Handover:
        return Handover(name, plan, found, self._issues, plan.policy.lms.get(name, {}), template)

    def _explanations(self, plan: Plan) -> tuple[str, ...]:
        rules = _digest(self._request.rules)
        source = (
            f"roster {self._issues.file} line {{}}, sha256 {_digest(self._request.roster)[:12]}…; "
            f"rules {shown(self._request.rules)} sha256 {rules[:12]}…; as of {plan.as_of}"
        )
        return tuple("\n".join(explain(plan, ident, source)) for ident in self._request.explain)

    def _write(
        self,
        done: Assigned,
        handovers: list[Handover],
        systems: Mapping[str, Lms],
        name: Callable[[str], str],
    ) -> None:
        assert done.plan
        out = self._request.out
        contents = [
            output
            for handover, system in zip(handovers, systems.values(), strict=True)
            for output in system.write(handover)
        ]
        lengths: dict[str, int] = {}
        if out is None:
            for output in contents:  # what cannot be handed over shows only now
                lengths[output.name] = _length(output)
            done.files = lengths
            return
        run = self._about(done.plan)
        ours = (
            pseudonymous(done.plan, done.changes, self._issues, run, name)
            if self._quiet
            else outputs(done.plan, done.changes, self._issues, run)
        )
        # Files for an LMS come first: what cannot be handed over is listed in ours.
        files: dict[str, Writer] = {}
        for number, output in enumerate([*contents, *ours]):
            share = number / (len(contents) + len(ours))
            files[output.name] = self._writer(output, lengths, share)
        done.written = write_files(out, files)
        done.files = lengths

    def _writer(self, output: Output, lengths: dict[str, int], share: float) -> Writer:
        content = output.content
        if isinstance(content, bytes):
            return content

        def write(stream: BinaryIO) -> None:
            self._progress("Writing", share)
            many = 0
            waiting: list[str] = []
            for piece in content():
                waiting.append(piece)
                if len(waiting) == 4096 or len(piece) > 10_000:
                    text = "".join(waiting)
                    stream.write(text.encode("utf-8"))
                    many += text.count("\n")
                    waiting.clear()
            text = "".join(waiting)
            stream.write(text.encode("utf-8"))
            lengths[output.name] = many + text.count("\n")

        return write

    def _about(self, plan: Plan) -> dict[str, object]:
        request = self._request
        roster, rules = _digest(request.roster), _digest(request.rules)
        about: dict[str, object] = {
            "run_id": f"{plan.as_of}-{roster[:6]}{rules[:6]}",
            "as_of": plan.as_of.isoformat(),
        }
        if not self._quiet:
            about |= {"roster": request.roster.name, "roster_sha256": roster, "rules_sha256": rules}
        return about


_BACKUP = "take it back from a backup; spreadsheets change ids and dates when they save a CSV"


def _system(name: str) -> Lms:
    try:
        return enrolments.find(name)
    except KeyError:
        raise Refused(f'there is no LMS "{name}"', mend=did_you_mean(name, enrolments.names())) from None


def _today(timezone: str) -> date:
    from zoneinfo import ZoneInfo

    return day() if epoch() is not None else datetime.now(ZoneInfo(timezone)).date()


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    if not path.exists():
        raise missing(path)
    try:
        stream = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with stream:
        yield stream


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _length(output: Output) -> int:
    return 0 if isinstance(output.content, bytes) else sum(piece.count("\n") for piece in output.content())
