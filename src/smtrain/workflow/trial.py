"""Pages made for trial with the templates that a course brings: what fails, and what reaches out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from traceback import extract_tb
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes
from smtrain.model.course import Module
from smtrain.render import pages
from smtrain.standards.standard import SCRIPT, STYLE
from smtrain.workflow import override_rules as rules
from smtrain.workflow.media import media_of
from smtrain.workflow.overrides import Overrides, line_of
from smtrain.workflow.targets import standards_of
from smtrain.workflow.templates import templates

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_ELSEWHERE = re.compile(r"\s*(?:https?:)?//|\s*(?:javascript|vbscript):", re.IGNORECASE)
_LOADING = ("src", "srcset", "poster", "data", "background", "action", "formaction", "xlink:href")
_FOREIGN = ("iframe", "object", "embed", "base", "applet", "frame")


def try_templates(module: Module, overrides: Overrides, asked: Sequence[str], notes: Notes) -> None:
    """Make the pages of a module as a build will, with the templates that a course brings."""
    media = media_of(module)
    for standard in standards_of(module, asked):
        try:
            made = pages(module, standard=standard.name, templates=overrides.templates(), media=media)
        except Exception as error:
            # Anything can happen in somebody's template; what also fails without it is our own mistake.
            pages(module, standard=standard.name, templates=templates(), media=media)
            _note_failure(error, overrides, notes)
            return
        for tag, what in dict.fromkeys(_reaching(made.html)):
            name, number = _where(tag, overrides)
            notes.add(
                rules.REACHING_OVERRIDE,
                line_of(overrides.names[name], overrides.texts[name], number),
                f"the page has {what}",
                mend="leave it out; the player's script and style are there already",
            )


def _note_failure(error: Exception, overrides: Overrides, notes: Notes) -> None:
    """At the line of the template that was at work; at the first one where none was."""
    frames = [frame for frame in extract_tb(error.__traceback__) if frame.filename in overrides.pages]
    name, number = (frames[-1].filename, frames[-1].lineno or 1) if frames else (overrides.pages[0], 1)
    kind = type(error).__name__
    said = {
        "RecursionError": "the template includes itself without end",
        "TemplateNotFound": f"there is no template {error}",
        "KeyError": f"there is no {error}",
    }.get(kind, " ".join(str(error).split())[:200] or kind)
    notes.add(
        rules.FAILING_TEMPLATE,
        line_of(overrides.names[name], overrides.texts[name], number),
        said,
        mend="compare it with the template that it replaces",
    )


def _reaching(html: str) -> Iterator[tuple[str, str]]:
    """What of a page runs or loads something that is not the package's: the tag, and what it is."""
    from lxml import html as reader

    for element in reader.document_fromstring(html).iter("*"):
        tag = str(element.tag)
        if tag == "script" and (element.get("src") != SCRIPT or (element.text or "").strip()):
            yield tag, "a script that is not the player's"
        elif tag in _FOREIGN or (tag == "meta" and element.get("http-equiv")):
            yield tag, f"an element <{tag}>"
        elif tag == "link" and element.get("href") != STYLE and element.get("rel") != "preload":
            yield tag, "a link to a further file"
        else:
            yield from ((tag, what) for what in _attributes(element))


def _attributes(element: HtmlElement) -> Iterator[str]:
    for key, value in element.attrib.items():
        name = str(key).lower()
        if name.startswith("on"):
            yield f"a script in {name}"
        elif name in _LOADING and _ELSEWHERE.match(str(value)):
            yield f"something that lies elsewhere ({str(value).strip()[:60]})"
        elif name == "href" and re.match(r"\s*(?:javascript|vbscript|data):", str(value), re.IGNORECASE):
            yield "a script in href"


def _where(tag: str, overrides: Overrides) -> tuple[str, int]:
    """The first line of a template that has such a tag; the first template where none has."""
    for name in overrides.pages:
        if found := re.search(rf"<{re.escape(tag)}\b", overrides.texts[name], re.IGNORECASE):
            return name, overrides.texts[name].count("\n", 0, found.start()) + 1
    return overrides.pages[0], 1
