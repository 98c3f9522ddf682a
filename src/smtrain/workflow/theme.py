"""The settings under `theme:`, those of the course before those of the module → how a module looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from smtrain import resources
from smtrain.checks.drawings import broken_drawing, drawing_that_reaches_out, fault, reaching
from smtrain.diagnostics import Notes, Rule, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.theme import OWN_LOOK, Font, FontFile, Logo, Theme
from smtrain.render import palette
from smtrain.render.colour import BLACK, contrast, parse, weakest
from smtrain.render.measure import picture_size
from smtrain.render.style import schemes
from smtrain.source.fill import Filler
from smtrain.source.yaml import Yaml
from smtrain.workflow import theme_rules as rules
from smtrain.workflow.reading import exact, inside, read_bytes

if TYPE_CHECKING:
    from smtrain.source.settings import SharedSettings

DEFAULT = "default"
LARGE = 100_000
"""Bytes of a logo or font from which it is called large."""

_PICTURES = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".gif")
_FONTS = {".woff2": b"wOF2", ".woff": b"wOFF"}


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting of a theme: its value, its place, and the folder in which its paths begin.

    `parts` has the places of what is inside a value with names, such as a font's `bold`.
    """

    value: Any
    span: Span
    folder: Path
    parts: Mapping[str, Span] = field(default_factory=dict)

    def part(self, name: str) -> Choice:
        """What is inside a value."""
        return replace(self, value=self.value.get(name, ""), span=self.parts.get(name, self.span))


Choices = Mapping[str, Choice]
"""The settings of a theme by their names, such as "heading-font"."""


def choose(settings: SharedSettings, yaml: Yaml, folder: Path, before: Choices, notes: Notes) -> Choices:
    """What a settings file says of the look, on top of what an outer one said before.

    A name, or a `base`, begins afresh with that theme.
    """
    setting = settings.theme
    if setting is None:
        return before
    if isinstance(setting, str):
        return _shipped(setting, yaml.span(("theme",)), folder, notes)
    given = setting.model_dump(by_alias=True, exclude_unset=True)
    name = given.pop("base", "")
    start = _shipped(name, yaml.span(("theme", "base")), folder, notes) if name else before
    return {**start, **{key: _choice(key, value, yaml, folder) for key, value in given.items()}}


def _choice(key: str, value: Any, yaml: Yaml, folder: Path) -> Choice:
    inside = value if isinstance(value, dict) else {}
    parts = {name: yaml.span(("theme", key, name)) for name in inside}
    return Choice(value, yaml.span(("theme", key)), folder, parts)


def look(choices: Choices, folder: Path, root: Path, filler: Filler, notes: Notes) -> Theme:
    """The theme of the module in a folder. No file may lie outside of `root`."""
    if not choices:
        return OWN_LOOK
    reader = _Reader(choices, folder, root, notes)
    theme = Theme(
        accent=reader.text("accent"),
        button=reader.text("button"),
        paper=reader.text("paper"),
        bar=reader.text("bar"),
        font=reader.font("font"),
        heading_font=reader.font("heading-font"),
        radius=choices["radius"].value if "radius" in choices else None,
        logo=reader.logo(filler),
        style=_shipped_style(reader.text("base")),
    )
    _note_colours(theme, choices, notes)
    return theme


@dataclass(frozen=True, slots=True)
class _Reader:
    choices: Choices
    folder: Path
    root: Path
    notes: Notes

    def text(self, key: str) -> str:
        return str(self.choices[key].value) if key in self.choices else ""

    def font(self, key: str) -> Font:
        choice = self.choices.get(key)
        if choice is None or isinstance(choice.value, str):
            return choice.value if choice else ""
        value: dict[str, str] = choice.value
        regular, bold = (self._font_file(choice.part(name)) for name in ("file", "bold"))
        fallback = value.get("fallback", "system")
        return FontFile(value.get("family", "Brand"), regular, bold, fallback) if regular else fallback

    def logo(self, filler: Filler) -> Logo | None:
        src, dark, alt = (self.choices.get(key) for key in ("logo", "logo-dark", "logo-alt"))
        if src is None:
            if useless := dark or alt:
                self._note(rules.NO_LOGO, useless, "there is no logo", 'add "logo: media/logo.svg"')
            return None
        if alt is None:
            self._note(
                rules.LOGO_WITHOUT_WORDS,
                src,
                "the logo has no words for those who cannot see it",
                "add the company's name, such as logo-alt: Example Ltd",
            )
        path = self._logo_file(src)
        words = filler.text(alt.value, alt.span) if alt else ""
        return Logo(path, self._logo_file(dark) if dark else "", words) if path else None

    def _logo_file(self, choice: Choice) -> str:
        path, data = self._file(choice, _PICTURES)
        if not path:
            return ""
        if path.lower().endswith(".svg") and (
            self._note_drawing(choice, broken_drawing.rule, fault(data))
            or self._note_drawing(choice, drawing_that_reaches_out.rule, reaching(data))
        ):
            return ""
        if picture_size(data) is None:
            self._note(
                rules.LOGO_WITHOUT_SIZE,
                choice,
                f"{choice.value} does not say how wide and high it is",
                "save it again with a width and a height; an SVG file needs a viewBox",
            )
            return ""
        return path

    def _note_drawing(self, choice: Choice, rule: Rule, problem: str) -> bool:
        if problem:
            mend = "turn text into paths, embed pictures, and save it as plain SVG"
            self._note(rule, choice, f"{choice.value}: {problem}", mend)
        return bool(problem)

    def _font_file(self, choice: Choice) -> str:
        path, data = self._file(choice, tuple(_FONTS)) if choice.value else ("", b"")
        if path and not data.startswith(_FONTS[PurePosixPath(path).suffix.lower()]):
            self._note(
                rules.WRONG_THEME_FILE,
                choice,
                f"{choice.value} is no font of the type that its name says",
                "convert it to WOFF2; another name does not change what is in it",
            )
            return ""
        return path

    def _file(self, choice: Choice, endings: tuple[str, ...]) -> tuple[str, bytes]:
        """The path of a file from the module's folder, and what is in it; "" when something is wrong."""
        name: str = choice.value
        path = choice.folder / name
        if PurePosixPath(name).suffix.lower() not in endings:
            known = ", ".join(ending.lstrip(".") for ending in endings)
            self._note(
                rules.WRONG_THEME_FILE, choice, f"{name} cannot be used here", f"save it as one of: {known}"
            )
            return "", b""
        if not inside(path, self.root):
            self._note(
                rules.MISSING_THEME_FILE,
                choice,
                f"{name} lies outside the course's folder",
                "copy it into the course",
            )
            return "", b""
        if not exact(path, choice.folder):
            near = [
                found.relative_to(choice.folder).as_posix()
                for found in sorted(path.parent.glob("*"))
                if found.suffix.lower() in endings
            ]
            mend = did_you_mean(name, near, "put it there, or mend the path")
            self._note(rules.MISSING_THEME_FILE, choice, f"there is no file {name}", mend)
            return "", b""
        data = read_bytes(path)
        if len(data) > LARGE:
            self._note(
                rules.LARGE_THEME_FILE,
                choice,
                f"{name} has {len(data) // 1000} KB; {LARGE // 1000} KB are much already",
                "save a logo as SVG, or smaller; make a subset of a font, or take letters of the device",
            )
        return (name if choice.folder == self.folder else f"../{name}"), data

    def _note(self, rule: Rule, choice: Choice, message: str, mend: str) -> None:
        self.notes.add(rule, choice.span, message, mend=mend)


def _note_colours(theme: Theme, choices: Choices, notes: Notes) -> None:
    """A company's own colour, as it was given, has to do in its role."""
    if theme.paper:
        paper, does = parse(theme.paper), palette.ground(parse(theme.paper))
        if paper != does:
            notes.add(
                rules.DARK_GROUND,
                choices["paper"].span,
                f"black on the ground {paper} reaches {_ratio(contrast(BLACK, paper))}; "
                f"a page needs {palette.GROUND:g}:1",
                mend=f"the nearest that does is {does}, and is used until then",
            )
    if theme.accent:
        light, _ = schemes(theme)
        accent = parse(theme.accent)
        if accent != light.accent:
            notes.add(
                rules.WEAK_COLOUR,
                choices["accent"].span,
                f"the accent {accent} reaches {_ratio(weakest(accent, palette.grounds(light)))} on the page; "
                f"text needs {palette.TEXT:g}:1",
                mend=f"the nearest that does is {light.accent}, and is used until then; "
                f"to keep {accent} for the main button, write it as button",
            )


def _ratio(contrast: float) -> str:
    """Rounded down, so that nothing seems to reach what it does not."""
    return f"{int(contrast * 10) / 10:g}:1"


def _shipped(name: str, span: Span, folder: Path, notes: Notes) -> Choices:
    """The settings of a theme that comes with smtrain; noted if there is none of this name."""
    if name == DEFAULT:
        return {}
    known = shipped_themes()
    if name not in known:
        mend = did_you_mean(name, [DEFAULT, *known], f"known here: {', '.join([DEFAULT, *known])}")
        notes.add(rules.UNKNOWN_THEME, span, f'there is no theme "{name}"', mend=mend)
        return {}
    values = {**_shipped_settings(name), "base": name}
    return {key: Choice(value, span, folder) for key, value in values.items()}


def shipped_themes() -> tuple[str, ...]:
    """The names of the themes that come with smtrain, sorted."""
    return tuple(sorted(path.stem for path in resources.themes().glob("*.yaml")))


@cache
def _shipped_settings(name: str) -> Mapping[str, Any]:
    """A shipped theme is written in the same settings as a company's own, and read the same way."""
    from smtrain.source.configuration import validate
    from smtrain.source.file import SourceFile
    from smtrain.source.theme import ThemeSettings
    from smtrain.source.yaml import load

    path = resources.themes() / f"{name}.yaml"
    notes = Notes()
    yaml = load(SourceFile(path.name, path.read_text("utf-8")), notes)
    settings = validate(ThemeSettings, yaml, notes) if yaml else None
    assert settings, [finding.message for finding in notes]
    return settings.model_dump(by_alias=True, exclude_unset=True)


@cache
def _shipped_style(name: str) -> str:
    """The CSS of a shipped theme, as the build of smtrain has pressed it."""
    path = resources.theme_style(name)
    return re.sub(r"\n$", "", path.read_text("utf-8")) if name and path.is_file() else ""
