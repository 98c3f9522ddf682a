"""What may stand under `theme:` in `course.yaml`, in a module's front matter, and in a shipped theme."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.theme import STACKS

LARGEST_RADIUS = 24
"""Pixels. Rounder corners would cut into what stands in them."""

_FAMILY = re.compile(r"[\w -]{1,60}")
_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


def _colour(value: Any) -> Any:
    if value is None:
        raise ValueError('put the colour in double quotes, such as "#0b6e4f": # begins a remark')
    if not isinstance(value, str) or not _COLOUR.fullmatch(value):
        raise ValueError('write a colour as # and six digits, such as "#0b6e4f"')
    return value.lower()


def _words(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return " ".join(value.split())
    raise ValueError("this is meant as text: put it in double quotes")


def _family(value: str) -> str:
    if not _FAMILY.fullmatch(value):
        raise ValueError("use letters, digits, spaces and hyphens")
    return value


def _stack(value: str) -> str:
    if value not in STACKS:
        raise ValueError(f"there is no kind of letter of this name; {did_you_mean(value, STACKS)}")
    return value


def _radius(value: Any) -> Any:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if not number or not 0 <= value <= LARGEST_RADIUS:
        raise ValueError(f"write a number of pixels from 0 to {LARGEST_RADIUS}")
    return value


HexColour = Annotated[
    str, BeforeValidator(_colour), Field(json_schema_extra={"pattern": "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$"})
]
Words = Annotated[str, BeforeValidator(_words)]
StackName = Annotated[
    str,
    BeforeValidator(_words),
    AfterValidator(_stack),
    Field(json_schema_extra={"enum": list(STACKS)}),
]
Radius = Annotated[
    float,
    BeforeValidator(_radius),
    Field(json_schema_extra={"minimum": 0, "maximum": LARGEST_RADIUS}),
]


class _Settings(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True, defer_build=True)


class FontSettings(_Settings):
    """A font file that the course brings along, WOFF2 or WOFF."""

    file: Words
    bold: Words = ""
    family: Annotated[Words, AfterValidator(_family)] = "Brand"
    fallback: StackName = "system"


class ThemeSettings(_Settings):
    """How the course looks. Whatever is left out stays as `base` has it."""

    base: Words = ""
    logo: Words = ""
    logo_dark: Words = Field(default="", alias="logo-dark")
    logo_alt: Words = Field(default="", alias="logo-alt")
    accent: HexColour = ""
    button: HexColour = ""
    paper: HexColour = ""
    bar: HexColour = ""
    font: StackName | FontSettings | None = None
    heading_font: StackName | FontSettings | None = Field(default=None, alias="heading-font")
    radius: Radius | None = None


ThemeName = Annotated[str, BeforeValidator(_words)]
