"""One or two colours of a company → every colour of `theme/tokens.css`, for light and dark.

A colour stays as it was given where it can be read, and moves no further than it must where it cannot.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from smtrain.render.colour import (
    BLACK,
    WHITE,
    Colour,
    Lch,
    contrast,
    distance,
    from_lch,
    mix,
    reach,
    to_lch,
    weakest,
)

TEXT = 4.5
"""The contrast that text needs (WCAG 2.2, 1.4.3)."""

CONTROL = 3.0
"""The contrast that the edges of controls and the focus need (WCAG 2.2, 1.4.11)."""

GROUND = 15.0
"""The contrast that black needs on a ground, so that every colour of text finds room between the two."""

APART = 0.085
"""How far the colours of states are from each other and from the company's own, in OKLab."""

PAPER = Colour(0xFA, 0xF8, 0xF4)
ACCENT = Colour(0x1D, 0x4F, 0x91)
"""What the player's own look has; they stand in for what a theme leaves out."""

_STATES = {
    "right": (Colour(0x1C, 0x6B, 0x4A), Colour(0x82, 0xD2, 0xAC)),
    "wrong": (Colour(0xA3, 0x34, 0x1F), Colour(0xF4, 0xA5, 0x93)),
    "careful": (Colour(0x85, 0x57, 0x00), Colour(0xE9, 0xBD, 0x68)),
}
"""Green, red and amber in light and in dark: people know them, so they change as little as may be."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of one scheme, named as in `theme/tokens.css`."""

    paper: Colour
    surface: Colour
    ink: Colour
    muted: Colour
    line: Colour
    edge: Colour
    accent: Colour
    right: Colour
    wrong: Colour
    careful: Colour


@dataclass(frozen=True, slots=True)
class Filled:
    """A filled area and what is written on it; `edge` is its border."""

    ground: Colour
    words: Colour
    edge: Colour


def light(paper: Colour, accent: Colour) -> Scheme:
    """The light scheme; `paper` is a ground that `ground` has let through."""
    base, own = to_lch(paper), to_lch(accent)
    tint = base if base.chroma > 0.004 else own._replace(chroma=min(own.chroma, 0.01))
    surface = from_lch(Lch(1 - (1 - base.lightness) * 0.15, base.chroma * 0.3, base.hue))
    return _scheme(
        Scheme(
            paper,
            surface,
            ink=from_lch(Lch(0.25, min(own.chroma * 0.2, 0.025), own.hue)),
            muted=from_lch(Lch(0.48, min(own.chroma * 0.2, 0.022), own.hue)),
            line=from_lch(Lch(base.lightness - 0.085, min(tint.chroma * 1.8, 0.025), tint.hue)),
            edge=from_lch(Lch(0.6, min(tint.chroma * 1.8, 0.025), tint.hue)),
            accent=accent,
            **{name: both[0] for name, both in _STATES.items()},
        ),
        dark=False,
    )


def dark(accent: Colour, tint: Colour) -> Scheme:
    """The dark scheme, its greys a little of the hue of `tint`."""
    own = to_lch(tint)
    chroma = min(own.chroma * 0.4, 0.022)
    return _scheme(
        Scheme(
            paper=from_lch(Lch(0.205, chroma, own.hue)),
            surface=from_lch(Lch(0.245, chroma, own.hue)),
            ink=from_lch(Lch(0.93, min(chroma, 0.008), own.hue)),
            muted=from_lch(Lch(0.755, chroma, own.hue)),
            line=from_lch(Lch(0.345, chroma, own.hue)),
            edge=from_lch(Lch(0.61, chroma, own.hue)),
            accent=_brightened(accent),
            **{name: both[1] for name, both in _STATES.items()},
        ),
        dark=True,
    )


def ground(paper: Colour) -> Colour:
    """The nearest ground that is light enough."""
    return reach(paper, (BLACK,), GROUND)


def filled(fill: Colour, scheme: Scheme) -> Filled:
    """A button in a colour as it was given. One of black and white can be read on every colour."""
    words = WHITE if contrast(WHITE, fill) >= TEXT else from_lch(Lch(0.2, 0.01, to_lch(fill).hue))
    if contrast(words, fill) < TEXT:
        words = BLACK
    seen = weakest(fill, (scheme.paper, scheme.surface)) >= CONTROL
    return Filled(fill, words, fill if seen else scheme.accent)


def bar(colour: Colour, accent: Colour, *, dark: bool) -> Scheme:
    """What the colours are inside the bar on top. In dark a bright one would dazzle, so it is dimmed."""
    own = to_lch(colour)
    if dark and own.lightness > 0.36:
        colour = from_lch(Lch(0.32, own.chroma * 0.85, own.hue))
    words = WHITE if contrast(WHITE, colour) >= TEXT else BLACK
    soft = mix(words, colour, 0.86)
    ink = soft if contrast(soft, colour) >= 7 else words
    mark = reach(_brightened(accent) if words == WHITE else accent, (colour,), TEXT)
    return Scheme(
        paper=colour,
        surface=colour,
        ink=ink,
        muted=ink,
        line=mix(words, colour, 0.2),
        edge=ink,
        accent=mark,
        right=ink,
        wrong=ink,
        careful=ink,
    )


def grounds(scheme: Scheme) -> tuple[Colour, ...]:
    """Everything that text stands on: the page, a panel, and both with a little of a state's colour."""
    tones = (scheme.accent, scheme.right, scheme.wrong, scheme.careful)
    return (
        scheme.paper,
        scheme.surface,
        mix(scheme.accent, scheme.paper, 0.08),
        *(mix(tone, scheme.surface, 0.08) for tone in tones),
    )


def shortfalls(scheme: Scheme) -> Iterator[tuple[str, float, float]]:
    """Colours of a scheme that are too weak in their role: the name, the contrast, and what it needs."""
    under = grounds(scheme)
    for name in ("ink", "muted", "accent", "right", "wrong", "careful"):
        if (found := weakest(getattr(scheme, name), under)) < TEXT:
            yield name, found, TEXT
    if (found := weakest(scheme.edge, (scheme.paper, scheme.surface))) < CONTROL:
        yield "edge", found, CONTROL
    chosen = [mix(scheme.accent, under, 0.12) for under in (scheme.paper, scheme.surface)]
    if (found := weakest(scheme.ink, chosen)) < TEXT:
        yield "ink", found, TEXT


def _scheme(start: Scheme, *, dark: bool) -> Scheme:
    """Move what is too weak. Tints follow the colours that they are made of, so it takes a few rounds."""
    scheme = start
    for _ in range(8):
        under = grounds(scheme)
        accent = reach(start.accent, under, TEXT)
        taken = [accent]
        for name in _STATES:
            taken.append(_state(name, dark, under, tuple(taken)))
        moved = replace(
            scheme,
            ink=reach(start.ink, (*under, mix(accent, scheme.paper, 0.12)), 9.0),
            muted=reach(start.muted, under, TEXT),
            edge=reach(start.edge, (scheme.paper, scheme.surface), CONTROL),
            accent=accent,
            **dict(zip(_STATES, taken[1:], strict=True)),
        )
        if moved == scheme:
            break
        scheme = moved
    return scheme


def _brightened(colour: Colour) -> Colour:
    """A colour for dark grounds: as bright as text likes to be there, and not as loud."""
    own = to_lch(colour)
    return from_lch(Lch(max(own.lightness, 0.79), min(own.chroma, 0.1), own.hue))


def _state(name: str, dark: bool, under: tuple[Colour, ...], taken: tuple[Colour, ...]) -> Colour:
    """The colour of a state: the nearest to the usual one that can be read, and be told from the others."""
    readable = [one for one in _candidates(name, dark) if weakest(one, under) >= TEXT]
    for one in readable:
        if all(distance(one, other) >= APART for other in taken):
            return one
    return max(
        readable or (reach(_STATES[name][dark], under, TEXT),),
        key=lambda one: min(distance(one, other) for other in taken),
    )


@cache
def _candidates(name: str, dark: bool) -> tuple[Colour, ...]:
    """Colours that still look like the usual one of a state, the nearest first."""
    usual = _STATES[name][dark]
    own = to_lch(usual)
    found = {
        from_lch(Lch(lightness / 50, own.chroma * strength, own.hue + math.radians(turn)))
        for lightness in (range(34, 48) if dark else range(12, 27))
        for strength in (0.75, 1, 1.3)
        for turn in (-12, -6, 0, 6, 12)
    }
    return (usual, *sorted(found - {usual}, key=lambda one: (distance(one, usual), one)))
