"""How a module looks where that differs from the player's own look: logo, colours, type, corners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

STACKS: Mapping[str, str] = {
    "system": "system-ui, sans-serif",
    "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, "Segoe UI", "Noto Sans", sans-serif',
    "geometric": '"Avenir Next", Avenir, "Century Gothic", Montserrat, "URW Gothic", Corbel, sans-serif',
    "grotesque": '"Helvetica Neue", Inter, Roboto, "Liberation Sans", Arial, sans-serif',
    "rounded": 'ui-rounded, "SF Pro Rounded", Nunito, "Arial Rounded MT Bold", Quicksand, sans-serif',
    "narrow": '"Avenir Next Condensed", "Roboto Condensed", "Arial Narrow", "Liberation Sans Narrow", sans-serif',
    "old-style": '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, "Noto Serif", serif',
    "transitional": 'Charter, "Bitstream Charter", Cambria, "Noto Serif", "Liberation Serif", serif',
    "slab": 'Rockwell, "Rockwell Nova", "Roboto Slab", "DejaVu Serif", serif',
    "mono": 'ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
}
"""Type that is already on the learner's device: a name for a kind of letter, and who has which."""


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font that comes with the course: its regular letters and, if there are any, its bold ones.

    Paths begin in the module's folder. `fallback` is the stack that is shown until the file is there.
    """

    family: str
    regular: str
    bold: str = ""
    fallback: str = "system"

    def files(self) -> tuple[str, ...]:
        """The paths of its files, each once."""
        return tuple(dict.fromkeys(path for path in (self.regular, self.bold) if path))


Font = FontFile | str
"""A font of the course, or a name from `STACKS`."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo: the picture, the one for dark grounds ("" for none), and the words for both."""

    src: str
    dark: str
    alt: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What a theme settles; "" or None is whatever the player's own look has.

    Colours are "#rrggbb": `accent` for links, focus and what is chosen, `button` for the main button,
    `paper` for the ground of the page, `bar` for that of the bar on top. `radius` is in pixels. `style`
    is CSS that comes after everything else. Paths begin in the module's folder.
    """

    accent: str = ""
    button: str = ""
    paper: str = ""
    bar: str = ""
    font: Font = ""
    heading_font: Font = ""
    radius: float | None = None
    logo: Logo | None = None
    style: str = ""

    def fonts(self) -> Iterator[FontFile]:
        """The fonts that come with the course, each once."""
        yield from dict.fromkeys(f for f in (self.font, self.heading_font) if isinstance(f, FontFile))

    def files(self) -> tuple[str, ...]:
        """The paths of all files that the theme needs, sorted."""
        named = [path for font in self.fonts() for path in font.files()]
        named += [self.logo.src, self.logo.dark] if self.logo else []
        return tuple(sorted({path for path in named if path}))

    def moved(self, paths: Mapping[str, str]) -> Theme:
        """The same look with its files at other paths, each looked up in `paths`."""

        def font(one: Font) -> Font:
            if not isinstance(one, FontFile):
                return one
            return replace(one, regular=paths[one.regular], bold=paths.get(one.bold, ""))

        logo = self.logo and replace(self.logo, src=paths[self.logo.src], dark=paths.get(self.logo.dark, ""))
        return replace(self, font=font(self.font), heading_font=font(self.heading_font), logo=logo)


OWN_LOOK = Theme()
"""The player's own look."""
