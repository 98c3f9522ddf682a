"""What may stand in `assignment.yaml`, HR's file. pydantic reads it at the edge.

Conditions and columns are read by hand (`conditions.py`, `policy.py`): their names are fields, not settings.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from smtrain.people.dates import SERIAL, pattern
from smtrain.people.values import Period, iso_date
from smtrain.source.settings import Id, Percent, Settings, Words


def _day(value: Any) -> date:
    found = iso_date(value) if isinstance(value, str) and len(value) == 10 else None
    if found is None:
        raise ValueError("write a day as 2026-03-01")
    return found


def _period(value: Any) -> Period:
    found = (
        re.fullmatch(r"(\d{1,4}) (day|week|month|year)s?", value.strip()) if isinstance(value, str) else None
    )
    if not found or found[1] == "0":
        raise ValueError('write a time such as "12 months" or "60 days"')
    number = int(found[1])
    kind = found[2]
    return (
        Period(months=number * (12 if kind == "year" else 1))
        if kind in ("month", "year")
        else Period(days=number * (7 if kind == "week" else 1))
    )


def _words(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


def _encoding(value: Any) -> Any:
    import codecs

    try:
        name = codecs.lookup(str(value)).name
    except LookupError:
        raise ValueError("there is no encoding of this name; write one such as cp1252 or cp1250") from None
    if name == "iso8859-1":
        raise ValueError("write cp1252: it has all letters of latin-1, and the dashes and quotes it lacks")
    return name


def _date_format(value: Any) -> Any:
    if value != SERIAL and not (isinstance(value, str) and pattern(value)):
        raise ValueError("write a form such as DD.MM.YYYY or MM/DD/YYYY, or serial")
    return value


def _delimiter(value: Any) -> Any:
    if value == "tab":
        return "\t"
    if not isinstance(value, str) or len(value) != 1 or value.isalnum() or value == '"':
        raise ValueError('write one sign, such as ";", or tab')
    return value


def _zone(value: Any) -> Any:
    from zoneinfo import ZoneInfo

    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError, TypeError):
        raise ValueError("write the name of a time zone, such as Europe/Berlin or UTC") from None
    return value


Day = Annotated[date, BeforeValidator(_day)]
Time = Annotated[Period, BeforeValidator(_period)]
Several = Annotated[list[Words], BeforeValidator(_words), Field(min_length=1)]
Level = Literal["mandatory", "optional"]
Status = Literal["active", "on_leave", "terminated", "pre_hire"]
Base = Literal["assigned", "hire_date", "role_start"]


class RosterSettings(Settings):
    """How the customer's file is written."""

    columns: dict[str, Several] = Field(default_factory=dict)
    encoding: Annotated[Words, BeforeValidator(_encoding)] = "cp1252"
    delimiter: Annotated[str, BeforeValidator(_delimiter)] = ""
    date_format: Annotated[str, BeforeValidator(_date_format)] = ""
    id_width: Annotated[int, Field(ge=0, le=1000)] = 0
    sheet: Words = ""
    separators: dict[str, Words] = Field(default_factory=dict)
    status: dict[Status, Several] = Field(default_factory=dict)


class Due(Settings):
    """When a track must be done: on a day, or some days after the person was assigned, hired or got the role."""

    on: Day | None = None
    days: Annotated[int, Field(ge=0, le=1000)] | None = None
    base: Base = Field(default="assigned", alias="from")

    @model_validator(mode="after")
    def _one_of_two(self) -> Due:
        if (self.on is None) == (self.days is None):
            raise ValueError("write either {on: 2026-12-31} or {days: 30, from: assigned}")
        return self


class Refresh(Settings):
    """How a certificate is renewed. From `opens` before it expires, `modules` are due on the day it expires."""

    opens: Time
    modules: list[Id] = Field(default_factory=list)
    anchor: Literal["expiry", "completion"] = "expiry"


class ModuleInTrack(Settings):
    """A module of a track, and how deep it goes there."""

    id: Id
    depth: Literal["essential", "full"] = "essential"
    optional: bool = False


class TrackSettings(Settings):
    """What HR decides on a track: until when, how long it is valid, how an LMS calls it."""

    title: Words = ""
    modules: list[Id | ModuleInTrack] = Field(default_factory=list)
    depth: Literal["essential", "full"] = "essential"
    due: Due | None = None
    valid_for: Time | None = None
    refresh: Refresh | None = None
    lms: dict[str, dict[str, Words]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _refresh_of_something(self) -> TrackSettings:
        if self.refresh and not self.valid_for:
            raise ValueError("a refresher renews what expires: add valid_for, such as 12 months")
        return self


class Effective(Settings):
    """The days a rule is in force, both included."""

    since: Day | None = Field(default=None, alias="from")
    until: Day | None = None


class RuleSettings(Settings):
    """Who gets a track."""

    id: Id
    assign: Words
    priority: int = 0
    level: Level = "mandatory"
    due: Due | None = None
    effective: Effective = Field(default_factory=Effective)
    when: Any = None


class OptIn(Settings):
    """People who want a track."""

    track: Words
    people: list[Any] = Field(default_factory=list)
    people_file: Words = ""
    level: Level = "optional"


class Exempt(Settings):
    """People who need not take a track, until a day (included) or for good."""

    track: Words
    people: list[Any] = Field(min_length=1)
    until: Day | None = None
    reason: Annotated[Words, Field(min_length=1)]
    approved_by: Words = ""


class Population(Settings):
    """Whose training is considered, or whose clock stops, by status."""

    status: list[Status]


class AssignmentFile(Settings):
    """`assignment.yaml`."""

    version: Literal[1]
    as_of_timezone: Annotated[Words, BeforeValidator(_zone)] = "UTC"
    roster: RosterSettings = Field(default_factory=RosterSettings)
    population: Population = Field(default_factory=lambda: Population(status=["active", "on_leave"]))
    pause_due: Population = Field(default_factory=lambda: Population(status=["on_leave"]))
    roles: dict[Id, dict[str, Several]] = Field(default_factory=dict)
    tracks: dict[Id, TrackSettings] = Field(default_factory=dict)
    exclusive: dict[Id, list[Words]] = Field(default_factory=dict)
    rules: list[RuleSettings] = Field(min_length=1)
    opt_in: list[OptIn] = Field(default_factory=list)
    exempt: list[Exempt] = Field(default_factory=list)
    unmatched: Literal["report", "fail"] = "report"
    max_drop: Percent = 0.2
    max_removals: Percent = 0.2
    keep_leavers: Time = Period(months=24)
    lms: dict[str, dict[str, Any]] = Field(default_factory=dict)


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `assignment.yaml`, for editors."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **AssignmentFile.model_json_schema()}
