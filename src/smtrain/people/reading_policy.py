"""`assignment.yaml`, and what the course beside it says of its tracks → a policy."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from smtrain.diagnostics import Notes, Place, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.people.conditions import Condition, Group, Test
from smtrain.people.fields import FIELDS, NAMES, forbidden, plain
from smtrain.people.policy import DueRule, Exemption, Module, Policy, Renewal, Rule, Track, Wish
from smtrain.people.reading_conditions import Conditions
from smtrain.people.rules_policy import (
    CONDITION,
    EQUAL_PRIORITY,
    FORBIDDEN_COLUMN,
    NO_TIME,
    REPEATED_RULE,
    UNKNOWN_MODULE,
    UNKNOWN_TRACK,
    UNUSED_MODULE,
)
from smtrain.people.rules_run import NAME_REFUSED
from smtrain.people.settings import AssignmentFile, Due, ModuleInTrack, RuleSettings, TrackSettings
from smtrain.people.table import Shape
from smtrain.people.values import fold, formula
from smtrain.source.configuration import validate
from smtrain.source.file import SourceFile
from smtrain.source.yaml import Path, Yaml, load


@dataclass(frozen=True, slots=True)
class CourseTracks:
    """What `course.yaml` beside the rules says: its modules in order, its tracks, its refreshers."""

    modules: tuple[str, ...] = ()
    tracks: Mapping[str, Track] = field(default_factory=dict)
    refreshers: tuple[str, ...] = ()

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> CourseTracks:
        """The tracks in the settings of a course, as far as they can be understood; `check` says what is wrong."""
        modules = tuple(name for name in settings.get("modules") or () if isinstance(name, str))
        tracks: dict[str, Track] = {}
        for name, track in (settings.get("tracks") or {}).items():
            track = track if isinstance(track, dict) else {}
            audience = track.get("for") if isinstance(track.get("for"), dict) else {}
            depth = str((audience or {}).get("depth", "essential"))
            found = [_course_module(entry, depth) for entry in track.get("modules") or ()]
            title = track.get("title")
            tracks[name] = Track(
                name, title if isinstance(title, str) else "", tuple(m for m in found if m is not None)
            )
        refreshers = settings.get("refreshers")
        return cls(modules, tracks, tuple(refreshers) if isinstance(refreshers, dict) else ())


def _course_module(entry: Any, depth: str) -> Module | None:
    if isinstance(entry, str):
        return Module(entry, _depth(depth))
    if isinstance(entry, dict) and isinstance(entry.get("one_of"), list):
        group = [module for one in entry["one_of"] if (module := _course_module(one, depth))]
        if not group:
            return None
        return Module("|".join(one.id for one in group), min(group, key=lambda one: one.rank).depth)
    if isinstance(entry, dict) and isinstance(entry.get("id"), str):
        return Module(entry["id"], _depth(str(entry.get("depth", depth))), entry.get("optional") is True)
    return None


def _depth(word: str) -> str:
    return "full" if word == "full" else "essential"


def read_policy(
    source: SourceFile, notes: Notes, course: CourseTracks | None, people: Callable[[str], SourceFile]
) -> Policy | None:
    """Read HR's file. None when something in it is wrong; it has been noted at its place.

    `people` reads a file of ids that an opt-in names, by its path below the rules file.
    """
    yaml = load(source, notes)
    if yaml is None:
        return None
    before = len(notes.findings())
    settings = validate(AssignmentFile, yaml, notes)
    if settings is None:
        return None
    policy = _Reader(source, yaml, notes, settings, course or CourseTracks(), people).policy()
    broken = [found for found in notes.findings()[before:] if found.rule.severity == "error"]
    return None if broken else policy


class _Reader:
    def __init__(
        self,
        source: SourceFile,
        yaml: Yaml,
        notes: Notes,
        settings: AssignmentFile,
        course: CourseTracks,
        people: Callable[[str], SourceFile],
    ) -> None:
        self._yaml, self._notes, self._settings = yaml, notes, settings
        self._course, self._people = course, people
        self._conditions = Conditions(source, yaml, notes, settings.roster.columns)
        self._places: dict[str, Span] = {}
        self._tracks = self._read_tracks()

    def policy(self) -> Policy:
        s = self._settings
        self._check_columns()
        roles = {name: self._role(name, fields) for name, fields in s.roles.items()}
        rules = tuple(self._rule(number, rule) for number, rule in enumerate(s.rules))
        exclusive = self._exclusive(rules)
        wishes, exemptions = self._wishes(), self._exemptions()
        return Policy(
            timezone=s.as_of_timezone,
            shape=self._shape(),
            population=frozenset(s.population.status),
            paused=frozenset(s.pause_due.status),
            roles=roles,
            tracks=self._tracks,
            exclusive=exclusive,
            rules=rules,
            wishes=wishes,
            exemptions=exemptions,
            places=self._places,
            unmatched=s.unmatched,
            max_drop=s.max_drop,
            max_removals=s.max_removals,
            keep_leavers=s.keep_leavers,
            lms=s.lms,
        )

    def _shape(self) -> Shape:
        r = self._settings.roster
        return Shape(
            columns={name: tuple(names) for name, names in r.columns.items()},
            encoding=r.encoding,
            delimiter=r.delimiter,
            sheet=r.sheet,
            date_format=r.date_format,
            id_width=r.id_width,
            separators=dict(r.separators),
            status={fold(word): status for status, words in r.status.items() for word in words},
        )

    def _check_columns(self) -> None:
        for name, columns in self._settings.roster.columns.items():
            path: Path = ("roster", "columns", name)
            if name not in FIELDS and not name.startswith("x_"):
                mend = did_you_mean(name, FIELDS, "a field of your own begins with x_")
                self._notes.add(
                    CONDITION, self._yaml.span(path, key=True), f'there is no field "{name}"', mend=mend
                )
            for column in columns:
                if forbidden(column) or forbidden(name):
                    self._notes.add(
                        FORBIDDEN_COLUMN,
                        self._yaml.span(path),
                        f'the column "{column}" is never read',
                        mend="leave it out; no training needs it",
                    )

    def _read_tracks(self) -> dict[str, Track]:
        known = self._course
        for name in self._settings.tracks if known.tracks else ():
            if name not in known.tracks:
                self._unknown(name, ("tracks", name), known.tracks, key=True)
        names = [*known.tracks, *(name for name in self._settings.tracks if name not in known.tracks)]
        tracks = {name: self._track(name, self._settings.tracks.get(name)) for name in names}
        for name in self._settings.tracks:
            self._places[f"track {name}"] = self._yaml.span(("tracks", name), key=True)
        if known.tracks:
            used = {name for track in tracks.values() for module in track.modules for name in module.any_of}
            for module in known.modules:
                if module not in used:
                    self._notes.add(
                        UNUSED_MODULE,
                        self._yaml.span(()),
                        f'the module "{module}" of the course is in no track',
                        mend="add it to a track in course.yaml",
                    )
        return tracks

    def _track(self, name: str, own: TrackSettings | None) -> Track:
        base = self._course.tracks.get(name, Track(name))
        if own is None:
            return base
        modules = tuple(
            Module(m.id, m.depth, m.optional) if isinstance(m, ModuleInTrack) else Module(m, own.depth)
            for m in own.modules
        )
        self._check_modules([module.id for module in modules], ("tracks", name, "modules"))
        for lms, values in own.lms.items():
            for what, text in values.items():
                if formula(text):
                    self._notes.add(
                        NAME_REFUSED,
                        self._yaml.span(("tracks", name, "lms", lms, what)),
                        f'a spreadsheet would run "{text}" as a formula',
                        mend="give it another name in the LMS",
                    )
        refresh = own.refresh
        if refresh:
            place = ("tracks", name, "refresh", "modules")
            self._check_modules(refresh.modules, place, self._course.refreshers)
        return Track(
            name,
            own.title or base.title,
            modules or base.modules,
            _due(own.due),
            own.valid_for,
            Renewal(refresh.opens, tuple(refresh.modules), refresh.anchor) if refresh else None,
            {lms: dict(values) for lms, values in own.lms.items()},
        )

    def _check_modules(self, names: Iterable[str], place: Path, others: tuple[str, ...] = ()) -> None:
        known = self._course.modules
        for number, one in enumerate(names if known else ()):
            if one not in known and one not in others:
                self._notes.add(
                    UNKNOWN_MODULE,
                    self._yaml.span((*place, number)),
                    f'the course has no module "{one}"',
                    mend=did_you_mean(one, [*known, *others]),
                )

    def _known(self, name: str, path: Path) -> bool:
        if name in self._tracks:
            return True
        self._unknown(name, path, self._tracks)
        return False

    def _unknown(self, name: str, path: Path, known: Mapping[str, Track], *, key: bool = False) -> None:
        mend = did_you_mean(name, known, "declare it under tracks:")
        self._notes.add(
            UNKNOWN_TRACK, self._yaml.span(path, key=key), f'there is no track "{name}"', mend=mend
        )

    def _role(self, name: str, fields: Mapping[str, list[str]]) -> Condition:
        tests: list[Condition] = []
        for where, patterns in fields.items():
            if where not in FIELDS and where not in self._settings.roster.columns:
                self._notes.add(
                    CONDITION,
                    self._yaml.span(("roles", name, where), key=True),
                    f'there is no field "{where}"',
                    mend=did_you_mean(where, FIELDS),
                )
            tests.append(Test(where, (("like", tuple(patterns)),)))
        return Group("any", tuple(tests))

    def _rule(self, number: int, rule: RuleSettings) -> Rule:
        path: Path = ("rules", number)
        span = self._yaml.span((*path, "id"))
        if rule.id in self._places:
            self._notes.add(
                REPEATED_RULE,
                span,
                f'two rules have the id "{rule.id}"',
                also=(Place(self._places[rule.id], "the other one"),),
                mend="give each rule an id of its own",
            )
        self._places[rule.id] = span
        self._known(rule.assign, (*path, "assign"))
        since, until = rule.effective.since, rule.effective.until
        if since and until and until < since:
            self._notes.add(
                NO_TIME,
                self._yaml.span((*path, "effective", "until")),
                f'"{rule.id}" ends on {until} and begins on {since}',
                mend="change one of the days",
            )
        condition = self._conditions.read(rule.when, (*path, "when"))
        return Rule(
            rule.id, rule.assign, condition, span, rule.level, rule.priority, _due(rule.due), since, until
        )

    def _exclusive(self, rules: tuple[Rule, ...]) -> dict[str, tuple[str, ...]]:
        for name, tracks in self._settings.exclusive.items():
            for number, track in enumerate(tracks):
                self._known(track, ("exclusive", name, number))
            seen: dict[tuple[int, str], Rule] = {}
            for rule in rules:
                if rule.track not in tracks:
                    continue
                other = seen.setdefault((rule.priority, rule.level), rule)
                if other.track != rule.track:
                    self._notes.add(
                        EQUAL_PRIORITY,
                        rule.span,
                        f'"{rule.id}" and "{other.id}" have the same priority {rule.priority} in the exclusive set "{name}"',
                        also=(Place(other.span, "the other rule"),),
                        mend="give the one that is to win a higher priority",
                    )
        return {name: tuple(tracks) for name, tracks in self._settings.exclusive.items()}

    def _wishes(self) -> dict[str, tuple[Wish, ...]]:
        found: dict[str, list[Wish]] = {}
        for number, wish in enumerate(self._settings.opt_in):
            path: Path = ("opt_in", number)
            self._known(wish.track, (*path, "track"))
            ids = self._ids(wish.people, (*path, "people"))
            if wish.people_file:
                ids += _listed(self._people(wish.people_file))
            if not ids:
                self._notes.add(
                    CONDITION,
                    self._yaml.span(path),
                    "an opt-in needs people, or a people_file with ids",
                    mend='write people: ["000418"]',
                )
            for ident in ids:
                found.setdefault(ident, []).append(Wish(wish.track, wish.level))
                self._places.setdefault(f"person {ident}", self._yaml.span((*path, "people")))
        return {ident: tuple(wishes) for ident, wishes in found.items()}

    def _exemptions(self) -> dict[str, tuple[Exemption, ...]]:
        found: dict[str, list[Exemption]] = {}
        for number, entry in enumerate(self._settings.exempt):
            path: Path = ("exempt", number)
            self._known(entry.track, (*path, "track"))
            for ident in self._ids(entry.people, (*path, "people")):
                exemption = Exemption(entry.track, entry.until, entry.reason, entry.approved_by)
                found.setdefault(ident, []).append(exemption)
                self._places.setdefault(f"person {ident}", self._yaml.span((*path, "people")))
        return {ident: tuple(entries) for ident, entries in found.items()}

    def _ids(self, values: list[Any], path: Path) -> list[str]:
        return [value for at, value in enumerate(values) if self._conditions.quoted(value, (*path, at))]


def _due(due: Due | None) -> DueRule | None:
    return DueRule(due.on, due.days or 0, due.base) if due else None


def _listed(file: SourceFile) -> list[str]:
    """The ids in a file: the column that is called id, or else the first."""
    rows = [row for row in csv.reader(file.lines) if any(cell.strip() for cell in row)]
    if not rows:
        return []
    names = [plain(cell) for cell in rows[0]]
    at = next((number for number, name in enumerate(names) if name in NAMES["id"]), None)
    body = rows if at is None else rows[1:]
    return [row[at or 0].strip() for row in body if len(row) > (at or 0) and row[at or 0].strip()]
