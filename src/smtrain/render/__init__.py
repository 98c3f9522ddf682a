"""Course to pages: the HTML a learner reads, the course data for the player, the files both need."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from smtrain.model.course import Module
from smtrain.render.assets import Asset, Media, wanted
from smtrain.render.data import course_data
from smtrain.render.page import render_page
from smtrain.render.statement import statement
from smtrain.render.style import style_of
from smtrain.render.templates import Templates

__all__ = ["Asset", "Media", "Pages", "Templates", "pages", "wanted"]


@dataclass(frozen=True, slots=True)
class Pages:
    """What a module looks like to a learner.

    `html` is the whole `index.html`, `assets` the files it refers to, sorted by their name in the
    package, `data` what the player knows of the module (it stands in `html` as JSON, too). `style` is
    what the theme adds to the stylesheet, `statement` the page about its accessibility.
    """

    html: str
    assets: tuple[Asset, ...]
    data: Mapping[str, Any]
    style: str = ""
    statement: str = ""


def pages(
    module: Module,
    *,
    standard: str,
    templates: Templates,
    media: Mapping[str, Media],
    points: Sequence[str] = (),
) -> Pages:
    """Render a module for a standard.

    `media` has an entry for each path that `wanted(module)` names; raises `KeyError` for one that is
    missing, which the checks must have found before. `points` are what is known to fall short of
    accessibility.
    """
    data = course_data(module, standard)
    html, assets = render_page(module, data, templates, media)
    about = statement(module, templates, points)
    return Pages(html, assets, data, style_of(module.theme, media), about)
