"""Which picture of a logo stands where: on the bar and on the page, in light and in dark."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.model.theme import Theme
from smtrain.render.assets import Shelf
from smtrain.render.style import bars, is_dark


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the package, with its size in pixels."""

    src: str
    width: int | None
    height: int | None


@dataclass(frozen=True, slots=True)
class LogoView:
    """A logo in one place. `plate` asks for white behind it: dark words on a dark ground are lost."""

    alt: str
    light: Shown
    dark: Shown
    plate: str


def logo_views(theme: Theme, shelf: Shelf) -> tuple[LogoView | None, LogoView | None]:
    """The logo on the bar and on the page, if the theme has one."""
    if theme.logo is None:
        return None, None
    inside = bars(theme)
    on_bar = tuple(is_dark(scheme.paper) for scheme in inside) if inside else (False, True)
    return _view(theme, shelf, *on_bar), _view(theme, shelf, light=False, dark=True)


def _view(theme: Theme, shelf: Shelf, light: bool, dark: bool) -> LogoView:
    """`light` and `dark` say whether the ground is dark in that scheme."""
    logo = theme.logo
    assert logo
    files = [logo.dark if ground and logo.dark else logo.src for ground in (light, dark)]
    bare = [ground and not logo.dark for ground in (light, dark)]
    plate = "plate" if bare[0] else "" if bare[1] else "clear"
    return LogoView(logo.alt, _shown(shelf, files[0]), _shown(shelf, files[1]), plate)


def _shown(shelf: Shelf, path: str) -> Shown:
    media = shelf.media(path)
    return Shown(shelf.name(path), media.width, media.height)
