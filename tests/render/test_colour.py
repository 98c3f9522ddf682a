"""Colours: contrast as WCAG counts it, and a palette from any colour of a company."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as some

from smtrain import resources
from smtrain.render import palette
from smtrain.render.colour import (
    BLACK,
    WHITE,
    Colour,
    Lch,
    contrast,
    distance,
    from_lch,
    mix,
    parse,
    reach,
    to_lch,
    weakest,
)
from smtrain.render.palette import CONTROL, TEXT, Scheme

COLOURS = some.builds(Colour, *[some.integers(0, 255)] * 3)
GREY_SCALE = [Colour(n, n, n) for n in range(0, 256, 17)]


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000", "#fff", 21), ("#777", "#fff", 4.48), ("#767676", "#ffffff", 4.54), ("#ff0000", "#fff", 4.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known pairs, both ways round."""
    assert round(contrast(parse(one), parse(other)), 2) == pytest.approx(ratio, abs=0.01)
    assert contrast(parse(other), parse(one)) == contrast(parse(one), parse(other))


@pytest.mark.parametrize(
    ("text", "lightness", "chroma", "degrees"),
    [("#ff0000", 0.628, 0.2577, 29.2), ("#00ff00", 0.8664, 0.2948, 142.5), ("#0000ff", 0.452, 0.3132, 264.1)],
)
def test_oklch_is_that_of_css(text: str, lightness: float, chroma: float, degrees: float) -> None:
    """The primaries as CSS Color 4 and every browser have them."""
    from math import degrees as in_degrees

    found = to_lch(parse(text))
    assert found.lightness == pytest.approx(lightness, abs=0.001)
    assert found.chroma == pytest.approx(chroma, abs=0.001)
    assert in_degrees(found.hue) % 360 == pytest.approx(degrees, abs=0.1)


@given(COLOURS)
def test_a_colour_survives_the_way_there_and_back(colour: Colour) -> None:
    """To the last bit, and as text too."""
    assert from_lch(to_lch(colour)) == colour
    assert parse(str(colour)) == colour


@pytest.mark.parametrize("text", ["", "red", "#12", "#12345", "123456", "#gggggg"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    """Rather than taken for black."""
    with pytest.raises(ValueError, match=r"no colour|invalid literal"):
        parse(text)


@given(some.floats(-0.5, 1.5), some.floats(0, 0.5), some.floats(-7, 7))
def test_every_wish_becomes_a_colour_of_the_screen(lightness: float, chroma: float, hue: float) -> None:
    """With less chroma where there is no such colour; its lightness is kept."""
    found = from_lch(Lch(lightness, chroma, hue))
    assert all(0 <= part <= 255 for part in found)
    assert to_lch(found).lightness == pytest.approx(min(max(lightness, 0), 1), abs=0.09)


@given(COLOURS, some.sampled_from(GREY_SCALE), some.sampled_from([CONTROL, TEXT]))
def test_reach_finds_the_nearest_that_does(colour: Colour, ground: Colour, ratio: float) -> None:
    """It has the contrast; what has it already stays; nothing a little nearer has it."""
    found = reach(colour, [ground], ratio)
    assert contrast(found, ground) >= ratio
    if contrast(colour, ground) >= ratio:
        assert found == colour
    elif found not in (BLACK, WHITE):
        start, end = to_lch(colour), to_lch(found)
        nearer = end.lightness + 0.02 * (1 if start.lightness > end.lightness else -1)
        assert contrast(from_lch(start._replace(lightness=nearer)), ground) < ratio


def test_mix_is_that_of_css() -> None:
    """`color-mix(in srgb, #1d4f91 8%, #fff)` in Chromium is #edf1f6."""
    assert str(mix(parse("#1d4f91"), WHITE, 0.08)) == "#edf1f6"


# Palettes


def told(scheme: Scheme) -> None:
    """Everything that WCAG asks of a scheme, and states that can be told from each other."""
    assert list(palette.shortfalls(scheme)) == []
    text = [getattr(scheme, name) for name in ("ink", "muted", "accent", "right", "wrong", "careful")]
    for colour, ground in product(text, palette.grounds(scheme)):
        assert contrast(colour, ground) >= TEXT
    for ground in (scheme.paper, scheme.surface):
        assert contrast(scheme.edge, ground) >= CONTROL
        assert contrast(scheme.ink, ground) >= 9
    for one, other in combinations([scheme.accent, scheme.right, scheme.wrong, scheme.careful], 2):
        assert distance(one, other) >= palette.APART


@given(COLOURS, COLOURS)
def test_any_brand_gives_colours_that_can_be_read(accent: Colour, paper: Colour) -> None:
    """In light on any ground that is let through, and in dark."""
    told(palette.light(palette.ground(paper), accent))
    told(palette.dark(accent, paper))


@given(COLOURS, COLOURS, some.booleans())
def test_any_bar_can_be_read(colour: Colour, accent: Colour, dark: bool) -> None:
    """Words, the focus and the progress on a bar of any colour."""
    inside = palette.bar(colour, accent, dark=dark)
    for name in ("ink", "muted", "accent", "edge", "right", "wrong", "careful"):
        assert contrast(getattr(inside, name), inside.paper) >= TEXT, name
    assert dark or inside.paper == colour


@given(COLOURS, COLOURS)
def test_any_button_can_be_read_and_seen(fill: Colour, accent: Colour) -> None:
    """It keeps its colour; its words can be read, and its edge is seen on the page and on panels."""
    for scheme in (palette.light(palette.PAPER, accent), palette.dark(accent, accent)):
        button = palette.filled(fill, scheme)
        assert button.ground == fill
        assert contrast(button.words, fill) >= TEXT
        assert weakest(button.edge, (scheme.paper, scheme.surface)) >= CONTROL


@given(COLOURS)
def test_a_colour_that_does_is_kept(accent: Colour) -> None:
    """A company's own colour is changed only where it must be."""
    made = palette.light(palette.PAPER, accent)
    assert (made.accent == accent) == (weakest(accent, palette.grounds(made)) >= TEXT)


def test_the_usual_colours_stay_with_a_usual_brand() -> None:
    """Green, red and amber are those of the player unless the brand comes too near."""
    blue = palette.light(palette.PAPER, parse("#1d4f91"))
    assert [str(blue.right), str(blue.wrong), str(blue.careful)] == ["#1c6b4a", "#a3341f", "#855700"]
    red = palette.light(palette.PAPER, parse("#a3341f"))
    assert str(red.right) == "#1c6b4a"
    assert str(red.wrong) != "#a3341f"


def own_look() -> list[Scheme]:
    """The colours of `theme/tokens.css`, light and dark."""
    import re

    text = (resources.templates() / "theme" / "tokens.css").read_text("utf-8")
    light, _, dark = text.partition("prefers-color-scheme")
    found = [{n: parse(c) for n, c in re.findall(r"--(\w+): (#\w+);", part)} for part in (light, dark)]
    return [Scheme(**part) for part in found]


def test_the_players_own_look_holds_the_same_rules() -> None:
    """What is asked of a company is kept at home."""
    light, dark = own_look()
    told(light)
    told(dark)
    assert (light.paper, light.accent) == (palette.PAPER, palette.ACCENT)


def test_a_broken_palette_would_be_told() -> None:
    """The look for shortfalls can find something."""
    light, _ = own_look()
    grey = parse("#999999")
    weak = Scheme(
        **{name: getattr(light, name) for name in Scheme.__slots__} | {"accent": grey, "edge": grey}
    )
    assert {name for name, _, _ in palette.shortfalls(weak)} >= {"accent", "edge"}
