"""Renders a hand-built module, and reads what came out like a browser would."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from lxml import html

from smtrain import resources
from smtrain.model.course import Module
from smtrain.model.node import Block
from smtrain.render import Pages, Templates, pages
from tests.render.sample import media_of, module


@cache
def templates() -> Templates:
    """The templates of this checkout."""
    root = resources.templates()

    def read(name: str) -> str | None:
        path = root / name
        return path.read_text("utf-8") if path.is_file() else None

    return Templates(read)


def render(made: Module, standard: str = "scorm12") -> Pages:
    """The pages of a module."""
    return pages(made, standard=standard, templates=templates(), media=media_of(made))


def document(made: Module) -> html.HtmlElement:
    """The page of a module as a tree."""
    return html.document_fromstring(render(made).html)


def page_of(*blocks: Block, **more: Any) -> html.HtmlElement:
    """The section of a module's only page, made of these blocks."""
    (section,) = document(module(*blocks, **more)).xpath("//section[@id='p']")
    return section


def one(root: html.HtmlElement, path: str) -> html.HtmlElement:
    """The only element a path leads to."""
    (found,) = root.xpath(path)
    return found


def words_in(element: html.HtmlElement) -> str:
    """All words of an element, on one line."""
    return " ".join(element.text_content().split())


def course_of(made: Module) -> Any:
    """The course data a browser reads out of the page."""
    return json.loads(one(document(made), "//*[@id='course']").get("data-course"))
