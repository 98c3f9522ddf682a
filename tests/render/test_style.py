"""A theme as CSS, and its logo and fonts as files of the package."""

from __future__ import annotations

import re
from dataclasses import replace

from smtrain.model.theme import FontFile, Logo, Theme
from smtrain.render import Media, pages, wanted
from smtrain.render.style import style_of
from tests.render.rendered import templates
from tests.render.sample import media_of, module

HASH = "0123456789abcdef"
LOGO = Theme(logo=Logo("media/logo.svg", "", "Example Ltd"))
BOTH = Theme(logo=Logo("media/logo.svg", "media/white.svg", "Example Ltd"))


def rendered(theme: Theme) -> str:
    """The page of a small module with a theme."""
    made = replace(module(), theme=theme)
    media = {**media_of(made), **{name: Media(HASH, 120, 40) for name in theme.files()}}
    return pages(made, standard="web", templates=templates(), media=media).html


def pictures(html: str) -> list[str]:
    """The logo on the bar and on the result page; on the certificate it is as on the page."""
    bar, page, *certificate = re.findall(r"<picture>.*?</picture>", html)
    assert certificate == [page]
    return [bar, page]


def test_the_players_own_look_needs_nothing_more() -> None:
    """No theme, no CSS, no logo, no font."""
    assert style_of(Theme(), {}) == ""
    assert "<picture>" not in rendered(Theme())
    assert "preload" not in rendered(Theme())


def test_a_colour_settles_all_others() -> None:
    """Every colour of the tokens, in light and in dark; paper stays white where it is printed."""
    style = style_of(Theme(accent="#0b6e4f"), {})
    light, dark = re.findall(r":root\{(--paper:[^}]+--careful:[^}]+)\}", style)
    names = ["paper", "surface", "ink", "muted", "line", "edge", "accent", "right", "wrong", "careful"]
    for tokens in (light, dark):
        assert re.findall(r"--(\w+):#[0-9a-f]{6}", tokens) == names
    assert "--accent:#0b6e4f" in light
    assert style.endswith("@media print{:root{--paper:#fff;--surface:#fff}}")


def test_a_button_may_be_bright() -> None:
    """Words on it are dark; where links had to change, the button keeps the company's colour."""
    for theme in (Theme(accent="#6b5000", button="#ffc400"), Theme(accent="#ffc400")):
        style = style_of(theme, {})
        assert re.search(r"\.primary:enabled\{border-color:#\w+;background:#ffc400;color:#[01]", style)
    assert ".primary" not in style_of(Theme(accent="#0b6e4f"), {})


def test_a_bar_has_colours_of_its_own() -> None:
    """On screens only: on paper there would be white words on white."""
    style = style_of(Theme(bar="#0c2236"), {})
    assert re.search(r"@media screen\{\.bar\{--paper:#0c2236;.*color:var\(--ink\)\}\}", style)
    assert style.count(".bar{") == 2


def test_corners_follow_the_radius() -> None:
    """Square ones leave nothing round; from ten pixels on, buttons have round ends."""
    assert style_of(Theme(radius=0), {}) == ":root{--round:0rem;--bend:0rem;--pill:0rem}"
    assert style_of(Theme(radius=12), {}) == ":root{--round:0.75rem;--bend:0.5rem;--pill:2rem}"


def test_letters_of_the_device() -> None:
    """Headings follow the text unless they have their own."""
    assert style_of(Theme(font="slab"), {}).count("Rockwell") == 4
    assert "--text" not in style_of(Theme(heading_font="slab"), {})


def test_a_font_of_the_course_is_in_the_package() -> None:
    """Under a name that follows its content, asked for early, and swapped in when it is there."""
    font = FontFile("Brand Sans", "../fonts/Brand.woff2", "../fonts/Bold.WOFF", "humanist")
    theme = Theme(font=font, heading_font=font)
    media = {name: Media(HASH) for name in theme.files()}
    style = style_of(theme, media)
    assert style.count("@font-face") == 2
    assert 'font-weight:400;font-display:swap;src:url(media/brand-01234567.woff2)format("woff2")' in style
    assert 'font-weight:600 700;font-display:swap;src:url(media/bold-01234567.woff)format("woff")' in style
    assert '--text:"Brand Sans",Seravek' in style
    html = rendered(theme)
    assert html.count('<link rel="preload" href="media/brand-01234567.woff2" as="font" crossorigin>') == 1
    assert wanted(replace(module(), theme=theme)) == ("../fonts/Bold.WOFF", "../fonts/Brand.woff2")


def test_a_variable_font_is_one_face() -> None:
    """Named for both weights, it has all of them."""
    font = FontFile("Brand", "a.woff2", "a.woff2")
    assert style_of(Theme(font=font), {"a.woff2": Media(HASH)}).count("font-weight:1 1000") == 1


def test_a_logo_stands_on_the_bar_and_on_the_result() -> None:
    """With its words and its size; in dark there is white behind it, which the stylesheet adds."""
    bar, result = pictures(rendered(LOGO))
    assert bar == result
    assert 'class="logo" src="media/logo-01234567.svg" alt="Example Ltd" width="120" height="40"' in bar
    assert "<source" not in bar


def test_a_logo_for_dark_grounds() -> None:
    """Taken in the dark scheme, and on a dark bar always; a logo without one gets a white plate there."""
    bar, result = pictures(rendered(BOTH))
    assert bar == result
    assert '<source media="(prefers-color-scheme: dark)" srcset="media/white-01234567.svg"' in bar
    assert 'class="logo clear" src="media/logo-01234567.svg"' in bar
    bar, result = pictures(rendered(replace(BOTH, bar="#0c2236")))
    assert 'class="logo clear" src="media/white-01234567.svg"' in bar
    assert "<source" not in bar
    assert "<source" in result
    bar, result = pictures(rendered(replace(LOGO, bar="#0c2236")))
    assert 'class="logo plate"' in bar
    assert "plate" not in result
