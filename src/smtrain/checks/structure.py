"""Checks on pages, headings and the module as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.text import Heading, plain


@check("SM212", "empty-page", "warning")
def empty_page(module: Module, facts: Facts) -> Iterator[Broken]:
    """A page has a heading and nothing else.

    Bad::

        ## Why it matters {#why}

        ## What to do {#what}

        Ask first.

    Good::

        ## Why it matters {#why}

        A single photo can cost a contract.

        ## What to do {#what}

        Ask first.
    """
    for page in module.pages():
        if not page.blocks:
            title = plain(page.title)
            yield Broken(page.span, f'the page "{title}" is empty', "write its text, or leave the page out")


@check("SM216", "module-without-pages")
def module_without_pages(module: Module, facts: Facts) -> Iterator[Broken]:
    """A module has no page at all, so there is nothing to learn.

    Bad::

        ---
        id: example
        title: Example
        language: en
        ---

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        Text.
    """
    if not any(True for _ in module.pages()):
        yield Broken(module.span, "this module has no page", 'begin one with "## " and its title')


@check("SM404", "skipped-heading-level", "warning")
def skipped_heading_level(module: Module, facts: Facts) -> Iterator[Broken]:
    """A heading is more than one level below the one before it.

    Screen-reader users move from heading to heading; a missing level reads as a missing section.

    Bad::

        ## Page

        #### Too deep

        Text.

    Good::

        ## Page

        ### One level down

        Text.

    Source: WCAG 2.2, success criterion 1.3.1.
    """
    for page in module.pages():
        level = 2
        for node in walk(page.blocks):
            if not isinstance(node, Heading):
                continue
            if node.level > level + 1:
                hashes = "#" * (level + 1)
                yield Broken(
                    node.span,
                    f"after a heading of level {level} comes one of level {node.level}",
                    f'write "{hashes}"',
                )
            level = node.level
