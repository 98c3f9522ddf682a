"""What may stand in a module's front matter, in `course.yaml` and in a company's file.

pydantic reads these at the edge; everything behind works with the frozen model.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal, cast

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationInfo,
    field_validator,
)

from smtrain.model.plan import Period, Unit
from smtrain.source.theme import ThemeName, ThemeSettings

ID = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
NAME = r"^[A-Za-z0-9](?:[\w-]*\w)?$"
VARIABLE = r"^[A-Za-z][\w-]*(?:\.[\w-]+)*$"


def _percent(value: Any) -> Any:
    if isinstance(value, str) and (found := re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*%\s*", value)):
        value = float(found[1]) / 100
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
        raise ValueError("write a percentage from 0% to 100%, such as 80%")
    return value


def seconds(value: Any) -> Any:
    """Seconds from `25m`, `90s`, `1h`, `1h 30m` or `1:30` (minutes and seconds)."""
    text = str(value).strip()
    if found := re.fullmatch(r"(\d{1,3}):([0-5]\d)", text):
        return int(found[1]) * 60 + int(found[2])
    found = re.fullmatch(r"(?:(\d{1,3})\s*h)?\s*(?:(\d{1,4})\s*m(?:in)?)?\s*(?:(\d{1,5})\s*s)?", text)
    if not found or not any(found.groups()):
        raise ValueError("write a time such as 25m, 90s, 1h or 1:30")
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest


def _date(value: Any) -> Any:
    """A year, a month or a day, as text: YAML reads a year as a number."""
    text = str(value)
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) < 8 else text)
        if not re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", text):
            raise ValueError
    except ValueError:
        raise ValueError("write a date such as 2026-11-23, or only its year or month") from None
    return text


def _day(value: Any) -> Any:
    text = str(value)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
        raise ValueError("write a date such as 2026-11-23")
    return _date(text)


def _period(value: Any) -> Any:
    found = re.fullmatch(r"\s*([1-9]\d{0,2})\s+(day|week|month|year)s?\s*", str(value))
    if not found:
        raise ValueError("write a length of time such as 1 week, 30 days or 3 months")
    return Period(int(found[1]), cast(Unit, found[2]))


def _web(value: Any) -> Any:
    if isinstance(value, str) and re.fullmatch(r"https?://\S+", value):
        return value
    raise ValueError("write an address that begins with https://")


def _text(value: Any) -> Any:
    if isinstance(value, str):
        return value
    raise ValueError("this is meant as text: put it in double quotes")


Percent = Annotated[float, BeforeValidator(_percent), Field(ge=0, le=1)]
Seconds = Annotated[int, BeforeValidator(seconds), Field(ge=0)]
SomeDate = Annotated[str, BeforeValidator(_date)]
Web = Annotated[str, BeforeValidator(_web)]
Day = Annotated[str, BeforeValidator(_day)]
Weight = Annotated[float, Field(gt=0, le=1000)]
Words = Annotated[str, BeforeValidator(_text)]
Id = Annotated[Words, Field(pattern=ID, max_length=60)]
Language = Annotated[Words, Field(pattern=r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]


class Settings(BaseModel):
    """Settings are frozen, and a name that is not known is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class VariableDeclaration(Settings):
    """A value that the company fills in, such as an address."""

    required: bool = False
    default: Words = ""
    example: Words = ""


class AudienceDeclaration(Settings):
    """Something known about a reader, such as the role."""

    values: list[Words] = Field(min_length=1)
    default: Words = ""
    ask: Words = ""
    names: dict[str, Words] = Field(default_factory=dict)

    @field_validator("default")
    @classmethod
    def _default_is_a_value(cls, value: str, info: ValidationInfo) -> str:
        values = info.data.get("values", [value])
        if value and value not in values:
            raise ValueError(f"the default is one of the values: {', '.join(values)}")
        return value

    @field_validator("names")
    @classmethod
    def _names_are_of_values(cls, names: dict[str, str], info: ValidationInfo) -> dict[str, str]:
        values = info.data.get("values", list(names))
        if other := next((value for value in names if value not in values), ""):
            raise ValueError(f'"{other}" is none of the values: {", ".join(values)}')
        return names


class CompletionSettings(Settings):
    """When the module is done."""

    require: list[Words] = Field(default_factory=lambda: ["pages"])
    min_time: Seconds = Field(default=0, alias="min-time")
    show: bool = False
    test_out: bool = Field(default=False, alias="test-out")


class SuccessSettings(Settings):
    """When the module is passed."""

    parts: list[Words] = Field(alias="from", min_length=1)
    pass_mark: Percent = Field(alias="pass")
    weights: dict[str, Weight] = Field(default_factory=dict)


class SourceEntry(Settings):
    """One entry of `sources.yaml`."""

    title: Annotated[Words, Field(min_length=1)]
    publisher: Words = ""
    url: Web = ""
    published: SomeDate = ""
    checked: Day = ""
    review: Day = ""
    note: Words = ""


class CaseHead(Settings):
    """The settings at the top of a case's file."""

    id: Annotated[Words, Field(pattern=NAME)]
    title: Annotated[Words, Field(min_length=1)]
    year: SomeDate = ""
    organisation: Words = ""
    lesson: Words = ""
    internal: bool = False
    dept: list[Words] = Field(default_factory=list)
    region: list[Words] = Field(default_factory=list)
    tags: list[Words] = Field(default_factory=list)
    sources: list[Words] = Field(default_factory=list)


class AskSettings(Settings):
    """Who reads what learners ask, and where it goes."""

    reader: Annotated[Words, Field(min_length=1)]
    url: Words = ""
    email: Words = ""


class StyleSettings(Settings):
    """What a course asks of its prose; what is not given stays as it is around it."""

    reading_level: Annotated[float, Field(ge=1, le=20)] | None = Field(default=None, alias="reading-level")
    sentence_words: Annotated[int, Field(ge=5, le=200)] | None = Field(default=None, alias="sentence-words")
    paragraph_words: Annotated[int, Field(ge=10, le=1000)] | None = Field(
        default=None, alias="paragraph-words"
    )
    feedback_words: Annotated[int, Field(ge=5, le=500)] | None = Field(default=None, alias="feedback-words")
    words: dict[Annotated[Words, Field(min_length=2)], Words] = Field(default_factory=dict)
    allow: list[Words] = Field(default_factory=list)
    off: dict[Annotated[str, Field(pattern=r"^SM8[5-9]\d$")], Annotated[Words, Field(min_length=1)]] = Field(
        default_factory=dict
    )


class Change(Settings):
    """What a version changed."""

    version: Words
    date: Day = ""
    text: Annotated[Words, Field(min_length=1)]
    ids: list[Words] = Field(default_factory=list)


class SharedSettings(Settings):
    """What a module may set for itself and a course for all its modules."""

    variables: dict[Annotated[str, Field(pattern=VARIABLE)], Words | VariableDeclaration] = Field(
        default_factory=dict
    )
    audience: dict[Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$")], AudienceDeclaration] = Field(
        default_factory=dict
    )
    scales: dict[Id, Annotated[list[Words], Field(min_length=2, max_length=10)]] = Field(default_factory=dict)
    languages: list[Language] = Field(default_factory=list)
    targets: list[Words] = Field(default_factory=list)
    certificate: bool | None = None
    theme: ThemeName | ThemeSettings | None = None
    ask: AskSettings | None = None
    style: StyleSettings | None = None


class FrontMatter(SharedSettings):
    """The settings at the top of `module.md`."""

    id: Id
    title: Annotated[Words, Field(min_length=1)]
    language: Language
    description: Words = ""
    version: Words = "1.0.0"
    owner: Words = ""
    duration: Seconds | dict[str, Seconds] | None = None
    files: list[Words] = Field(default_factory=lambda: ["module.md"])
    packaging: Literal["single"] = "single"
    completion: CompletionSettings | None = None
    success: SuccessSettings | None = None
    changed: list[Change] = Field(default_factory=list)

    @field_validator("title")
    @classmethod
    def _title_has_words(cls, value: str) -> str:
        if not value.strip():
            raise ValueError("a title has words")
        return " ".join(value.split())


class TrackEntry(Settings):
    """One module of a track. Besides these, any audience key may say for whom it is built there."""

    model_config = ConfigDict(extra="allow", frozen=True, defer_build=True)

    id: Id
    optional: bool = False

    def values(self) -> dict[str, Any]:
        """The audience keys that only this module of the track has, as written."""
        return dict(self.__pydantic_extra__ or {})


def _form_of_entry(value: Any) -> str:
    """How an entry of a track is written: a module's id, or names with values about one or about several."""
    if isinstance(value, OneOf) or (isinstance(value, dict) and "one_of" in value):
        return "group"
    return "entry" if isinstance(value, dict | TrackEntry) else "module"


class OneOf(Settings):
    """Modules of a track of which a learner takes one."""

    one_of: list[Id | TrackEntry] = Field(min_length=2)


class TrackSettings(Settings):
    """One track: its modules in order, for whom they are built, and its pass mark."""

    title: Annotated[Words, Field(min_length=1)]
    readers: dict[str, Words] = Field(default_factory=dict, alias="for")
    pass_mark: Percent | None = Field(default=None, alias="pass")
    modules: list[
        Annotated[
            Annotated[Id, Tag("module")]
            | Annotated[TrackEntry, Tag("entry")]
            | Annotated[OneOf, Tag("group")],
            Discriminator(_form_of_entry),
        ]
    ] = Field(min_length=1)


class PublishSettings(Settings):
    """One text to publish as a page of its own: the folder it stands in, and for whom it is written."""

    module: Id
    readers: dict[str, Words] = Field(default_factory=dict, alias="for")


class FollowUpSettings(Settings):
    """One booster or refresher: when after a track, and how many questions of its modules."""

    title: Annotated[Words, Field(min_length=1, max_length=200)]
    after: Annotated[Period, BeforeValidator(_period)]
    questions: int = Field(ge=1, le=60)
    text: Words = ""
    tracks: list[Words] = Field(default_factory=list)
    modules: list[Words] = Field(default_factory=list)

    def mark(self) -> float | None:
        """The pass mark where the track has none; None for what cannot be passed."""
        return None


class BoosterSettings(FollowUpSettings):
    """A few questions again, some time after a track. Nothing can be failed."""

    questions: int = Field(default=3, ge=1, le=20)


class RefresherSettings(FollowUpSettings):
    """A check over all modules of a track, to renew what has expired."""

    questions: int = Field(default=12, ge=1, le=60)
    pass_mark: Percent = Field(default=0.8, alias="pass")

    def mark(self) -> float | None:
        """The pass mark where the track has none."""
        return self.pass_mark


class CourseFile(SharedSettings):
    """`course.yaml`."""

    id: Id
    title: Annotated[Words, Field(min_length=1, max_length=200)]
    language: Language = "en"
    description: Words = ""
    modules: list[Id] = Field(min_length=1)
    tracks: dict[Annotated[str, Field(pattern=ID)], TrackSettings] = Field(default_factory=dict)
    publish: dict[Annotated[str, Field(pattern=ID)], Id | PublishSettings] = Field(default_factory=dict)
    boosters: dict[Annotated[str, Field(pattern=ID)], BoosterSettings] = Field(default_factory=dict)
    refreshers: dict[Annotated[str, Field(pattern=ID)], RefresherSettings] = Field(default_factory=dict)


def schema(file: Literal["module", "course"]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a module's front matter or of `course.yaml`, for editors."""
    model = FrontMatter if file == "module" else CourseFile
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
