"""A theme → the lines of CSS that come after the player's own stylesheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from smtrain.model.theme import STACKS, Font, FontFile, Theme
from smtrain.render import palette
from smtrain.render.assets import Media, package_name
from smtrain.render.colour import BLACK, WHITE, Colour, contrast, parse
from smtrain.render.palette import Filled, Scheme

_FORMATS = {".woff2": "woff2", ".woff": "woff"}
_PILL = 10
"""Pixels of radius from which a button's ends are round altogether."""


def style_of(theme: Theme, media: Mapping[str, Media]) -> str:
    """The CSS of a theme, "" for the player's own look.

    `media` has its font files. Colours are custom properties, so forced colours, which replace what
    the properties are used for, still win.
    """
    return "".join((*_colours(theme), *_faces(theme, media), _type(theme), _corners(theme), theme.style))


@cache
def schemes(theme: Theme) -> tuple[Scheme, Scheme]:
    """The colours of a theme in light and in dark."""
    accent = parse(theme.accent) if theme.accent else palette.ACCENT
    paper = palette.ground(parse(theme.paper)) if theme.paper else palette.PAPER
    return palette.light(paper, accent), palette.dark(accent, parse(theme.bar) if theme.bar else accent)


@cache
def bars(theme: Theme) -> tuple[Scheme, Scheme] | None:
    """The colours inside the bar in light and in dark, where a theme has a bar of its own."""
    if not theme.bar:
        return None
    accent = parse(theme.accent) if theme.accent else palette.ACCENT
    light, dark = (palette.bar(parse(theme.bar), accent, dark=dark) for dark in (False, True))
    return light, dark


def buttons(theme: Theme) -> tuple[Filled, Filled] | None:
    """The main button in light and in dark; None where it has the accent as the theme shows it."""
    light, dark = schemes(theme)
    fill = theme.button or theme.accent
    if not fill or (not theme.button and str(light.accent) == str(parse(fill))):
        return None
    return palette.filled(parse(fill), light), palette.filled(parse(fill), dark)


def _colours(theme: Theme) -> Iterator[str]:
    """On paper the page is white, and the bar has no ground that white words could stand on."""
    if not (theme.accent or theme.button or theme.paper or theme.bar):
        return
    light, dark = schemes(theme)
    yield f":root{{{_tokens(light)}}}@media(prefers-color-scheme:dark){{:root{{{_tokens(dark)}}}}}"
    yield "@media print{:root{--paper:#fff;--surface:#fff}}"
    if found := buttons(theme):
        light_button, dark_button = map(_filled, found)
        yield f".primary:enabled{{{light_button}}}"
        yield f"@media(prefers-color-scheme:dark){{.primary:enabled{{{dark_button}}}}}"
        yield ".primary:enabled:hover{border-color:var(--ink);background:var(--ink);color:var(--surface)}"
    if inside := bars(theme):
        light_bar, dark_bar = map(_tokens, inside)
        yield f"@media screen{{.bar{{{light_bar};--tone:var(--accent);color:var(--ink)}}}}"
        yield f"@media screen and (prefers-color-scheme:dark){{.bar{{{dark_bar}}}}}"


def _tokens(scheme: Scheme) -> str:
    return ";".join(f"--{name}:{getattr(scheme, name)}" for name in Scheme.__slots__)


def _filled(button: Filled) -> str:
    return f"border-color:{button.edge};background:{button.ground};color:{button.words}"


def _faces(theme: Theme, media: Mapping[str, Media]) -> Iterator[str]:
    """A variable font is named for both weights, and then is one face for all of them."""
    for font in theme.fonts():
        if font.bold == font.regular:
            yield _face(font.family, font.regular, "1 1000", media)
            continue
        yield _face(font.family, font.regular, "400", media)
        if font.bold:
            yield _face(font.family, font.bold, "600 700", media)


def _face(family: str, path: str, weight: str, media: Mapping[str, Media]) -> str:
    ending = path[path.rindex(".") :].lower()
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
        f'src:url({package_name(path, media[path])})format("{_FORMATS[ending]}")}}'
    )


def _type(theme: Theme) -> str:
    """Headings follow the text unless they have letters of their own."""
    named = {"text": theme.font, "display": theme.heading_font or theme.font}
    lines = ";".join(f"--{name}:{_stack(font)}" for name, font in named.items() if font)
    return f":root{{{lines}}}" if lines else ""


def _stack(font: Font) -> str:
    if isinstance(font, FontFile):
        return f'"{font.family}",{STACKS[font.fallback]}'
    return STACKS[font]


def _corners(theme: Theme) -> str:
    """In rem, so that corners grow with the text."""
    if theme.radius is None:
        return ""
    small = min(theme.radius * 2 / 3, 16)
    pill = "2rem" if theme.radius >= _PILL else _rem(small)
    return f":root{{--round:{_rem(theme.radius)};--bend:{_rem(small)};--pill:{pill}}}"


def _rem(pixels: float) -> str:
    return f"{round(pixels / 16, 4):g}rem"


def is_dark(ground: Colour) -> bool:
    """Whether a logo for dark grounds belongs on a ground."""
    return contrast(WHITE, ground) > contrast(BLACK, ground)
