"""Checks on what is inside SVG pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from smtrain.checks.assets import named_files
from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module

if TYPE_CHECKING:
    from lxml.etree import _Element


@check("SM705", "broken-drawing")
def broken_drawing(module: Module, facts: Facts) -> Iterator[Broken]:
    """An SVG picture is not well-formed XML, so browsers show nothing where it should be.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/broken.svg)

    Bad in media/broken.svg::

        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"></svg>

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.svg)
    """
    for span, _, path in named_files(facts.nodes):
        drawing = facts.drawings.get(path)
        if drawing is not None and (problem := fault(drawing)):
            yield Broken(
                span,
                f"{path} is no SVG picture: {problem}",
                "save it again as SVG from the program it is from",
            )


@check("SM706", "drawing-that-reaches-out")
def drawing_that_reaches_out(module: Module, facts: Facts) -> Iterator[Broken]:
    """An SVG picture has a script in it, or takes a font or another picture from elsewhere.

    Inside a page browsers run no such script and load no such file, so part of the picture would be
    missing; opened by itself it could do either.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/reaching.svg)

    Bad in media/reaching.svg::

        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3">
          <image href="https://example.org/team.png" width="4" height="3"/>
        </svg>

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.svg)
    """
    for span, _, path in named_files(facts.nodes):
        drawing = facts.drawings.get(path)
        reach = reaching(drawing) if drawing is not None and not fault(drawing) else ""
        if reach:
            yield Broken(
                span, f"{path} has {reach}", "turn text into paths, embed pictures, and save it as plain SVG"
            )


def _parse(drawing: bytes) -> _Element:
    from lxml import etree

    # Entities and the network are refused, so that a picture can read no file and blow up no memory.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(drawing, parser)


def fault(drawing: bytes) -> str:
    """Why a drawing cannot be shown, in words; "" if it can."""
    from lxml import etree

    try:
        root = _parse(drawing)
    except etree.XMLSyntaxError as error:
        return str(error.msg or "it is not well-formed").partition(", line")[0].lower()
    return "" if etree.QName(root).localname == "svg" else "its outermost element is not <svg>"


def reaching(drawing: bytes) -> str:
    """What of a drawing is a script or lies elsewhere, in words."""
    from lxml import etree

    for element in _parse(drawing).iter(etree.Element):
        name = etree.QName(element).localname
        attributes = {etree.QName(key).localname: str(value).strip() for key, value in element.attrib.items()}
        if name == "script" or any(key.startswith("on") for key in attributes):
            return "a script in it"
        for target in (attributes.get("href", ""), attributes.get("src", "")):
            if name != "a" and target and not target.startswith(("#", "data:")):
                return f"a part that lies elsewhere ({target[:60]})"
        style = "".join(map(str, element.itertext())) if name == "style" else attributes.get("style", "")
        if "@import" in style or re.search(r"url\(\s*['\"]?\s*(?:https?:)?//", style):
            return "a style or font that lies elsewhere"
    return ""
