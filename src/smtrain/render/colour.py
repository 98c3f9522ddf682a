"""Colours: contrast as WCAG counts it, and the OKLCH colour space to change one without spoiling it.

In OKLCH (Björn Ottosson, 2020; CSS Color 4, section 9.4) equal steps look equal, and a colour keeps its hue
while its lightness changes, which is all that a theme needs.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple


class Colour(NamedTuple):
    """A colour on the screen: red, green and blue from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        """As CSS has it, such as "#0b6e4f"."""
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


class Lch(NamedTuple):
    """A colour in OKLCH: lightness from 0 to 1, chroma from 0 (grey), hue in radians."""

    lightness: float
    chroma: float
    hue: float


BLACK, WHITE = Colour(0, 0, 0), Colour(255, 255, 255)


def parse(text: str) -> Colour:
    """A colour from "#0b6e4f" or "#063". Raises `ValueError` for anything else."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    if len(digits) != 6 or not text.startswith("#"):
        raise ValueError(f"{text} is no colour")
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))


@cache
def luminance(colour: Colour) -> float:
    """Relative luminance, from 0 (black) to 1 (white) (WCAG 2.2, section 6)."""
    red, green, blue = (_linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of two colours, from 1 to 21 (WCAG 2.2, section 6)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def weakest(colour: Colour, grounds: Iterable[Colour]) -> float:
    """The contrast of a colour on the ground where it is least."""
    return min(contrast(colour, ground) for ground in grounds)


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """So much of one colour, the rest of the other, as `color-mix(in srgb, …)` does it."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return Colour(red, green, blue)


def distance(one: Colour, other: Colour) -> float:
    """How different two colours look: the distance in OKLab; 0.02 is just seen, black to white is 1."""
    return math.dist(_lab(one), _lab(other))


def to_lch(colour: Colour) -> Lch:
    """A colour in OKLCH."""
    lightness, a, b = _lab(colour)
    return Lch(lightness, math.hypot(a, b), math.atan2(b, a))


def from_lch(lch: Lch) -> Colour:
    """The colour of this lightness and hue; with less chroma where a screen cannot show as much."""
    lightness, low, high = min(max(lch.lightness, 0), 1), 0.0, lch.chroma
    if (whole := _screen(lightness, high, lch.hue)) is not None:
        return whole
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if _screen(lightness, middle, lch.hue) else (low, middle)
    return _screen(lightness, low, lch.hue) or (WHITE if lightness > 0.5 else BLACK)


def reach(colour: Colour, grounds: Iterable[Colour], ratio: float) -> Colour:
    """The nearest colour of this hue that has a contrast on all these grounds: darker on light ones.

    Black or white where there is none.
    """
    grounds = tuple(grounds)
    if weakest(colour, grounds) >= ratio:
        return colour
    lch = to_lch(colour)
    far = BLACK if weakest(BLACK, grounds) > weakest(WHITE, grounds) else WHITE
    near, end, best = lch.lightness, float(far == WHITE), far
    for _ in range(12):
        middle = (near + end) / 2
        tried = from_lch(lch._replace(lightness=middle))
        if weakest(tried, grounds) >= ratio:
            end, best = middle, tried
        else:
            near = middle
    return best


def _linear(part: float) -> float:
    """A part of a colour as an amount of light (sRGB, IEC 61966-2-1)."""
    share = part / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def _part(light: float) -> float:
    return 255 * (light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055)


@cache
def _lab(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (_linear(part) for part in colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )


def _screen(lightness: float, chroma: float, hue: float) -> Colour | None:
    """The colour if a screen can show it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    lights = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    if any(light < -0.0005 or light > 1.0005 for light in lights):
        return None
    red, green, blue = (min(max(round(_part(max(light, 0))), 0), 255) for light in lights)
    return Colour(red, green, blue)
