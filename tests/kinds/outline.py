"""What a page says to somebody who hears it before any script runs: words and controls, without the look.

One line for each piece, indented like the page. What is not shown yet is marked as hidden.
"""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement

PIECES = {
    **{f"h{level}": f"heading {level}" for level in range(1, 7)},
    **{name: name for name in ("details", "figure", "summary")},
    "blockquote": "quote",
    "dd": "meaning",
    "dt": "term",
    "fieldset": "group",
    "figcaption": "caption",
    "form": "question",
    "hr": "divider",
    "legend": "legend",
    "li": "item",
    "pre": "code",
    "tr": "row",
}
"""What is said for an element that stands by itself; other elements only group for the eye."""

ROLES = {"note": "note", "radiogroup": "choose one", "group": "group"}
SCRIPTED = ("data-kind",)
"""Attributes by which the player knows what to bring to life; their value is the kind."""

CONTROLS = {"audio", "button", "img", "input", "select", "textarea", "track", "video"}
IN_A_LINE = set("a abbr b bdi bdo br cite code del em i label s small span strong sub sup td th".split())
"""Elements that are part of a line. A cell of a table is part of its row."""


def read(html: str) -> HtmlElement:
    """The document of a page."""
    return lxml.html.document_fromstring(html)


def outline(section: HtmlElement) -> str:
    """The lines of a page's section, its title left out."""
    return "\n".join(line for child in section if child.tag != "header" for line in _lines(child, ""))


def _lines(element: HtmlElement, indent: str) -> Iterator[str]:
    if element.get("aria-hidden") == "true":
        return
    said = _said(element)
    if element.tag in CONTROLS:
        if said:
            yield f"{indent}{said}"
            yield from (line for track in element.findall("track") for line in _lines(track, indent + "  "))
        return
    inner = list(_inner(element, indent + "  " * bool(said)))
    if said and len(inner) == 1 and element.tag != "form":
        yield f"{indent}{said}: {inner[0].strip()}"
        return
    if said and inner:
        yield f"{indent}{said}"
    yield from inner


def _inner(element: HtmlElement, indent: str) -> Iterator[str]:
    """The lines of what stands in an element: runs of text, and the elements between them."""
    run = element.text or ""
    for child in element:
        if _in_a_line(child):
            run += _inline(child)
        else:
            yield from _text(run, indent)
            run = ""
            yield from _lines(child, indent)
        run += child.tail or ""
    yield from _text(run, indent)


def _text(run: str, indent: str) -> Iterator[str]:
    words = " ".join(run.split()).strip(" |")
    if words:
        yield f"{indent}{words}"


def _in_a_line(element: HtmlElement) -> bool:
    parent = element.getparent()
    return element.tag in IN_A_LINE or (element.tag in CONTROLS and parent.tag in IN_A_LINE | {"p"})


def _inline(element: HtmlElement) -> str:
    if element.get("aria-hidden") == "true":
        return ""
    if element.tag in CONTROLS:
        return f"[{_said(element)}]"
    if element.tag == "label" and (box := element.find(".//input")) is not None:
        return f"{box.get('type')} {box.get('value')}: {_words(element)}"
    if element.tag == "label" and element.get("data-for"):
        return f"[{_words(element)}]({element.get('data-for')})"
    if element.tag == "label" and element.get("for"):
        return ""  # said with its control
    words = (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
    if element.tag == "a":
        return f"[{words}]({element.get('href')})"
    return f"{words} | " if element.tag in ("td", "th") else words


def _said(element: HtmlElement) -> str:
    """How an element is announced; nothing for one that only groups others for the eye."""
    tag, hidden = str(element.tag), element.get("hidden") is not None
    if tag == "button" and hidden:
        return ""
    if tag in CONTROLS:
        return _control(element)
    said = ROLES.get(element.get("role", ""), PIECES.get(tag, ""))
    said = next((words for name in SCRIPTED if (words := element.get(name))), said)
    if element.get("data-feedback"):
        said = f"feedback {element.get('data-feedback')}"
    elif element.get("data-quiz"):
        said = f'quiz "{_name(element)}"'
    elif said in ROLES.values() and tag != "form":
        said += f' "{_name(element)}"' if _name(element) else ""
    elif tag == "li":
        said = f"item {element.get('data-option') or _number(element)}".strip()
    return f"({said or 'part'}, hidden)" if hidden else said


def _number(item: HtmlElement) -> str:
    """The number of an item; nothing in a list of bullets."""
    parent = item.getparent()
    return str(int(parent.get("start", 1)) + parent.index(item)) if parent.tag == "ol" else ""


def _control(element: HtmlElement) -> str:
    name = _name(element)
    match element.tag:
        case "img":
            return f'picture "{element.get("alt")}"' if element.get("alt") else "picture without words"
        case "button":
            return f'button "{_words(element)}"'
        case "input" | "textarea":
            return f'field "{name}"'
        case "select":
            options = (f"{o.get('value', '')} {_words(o)}".strip() for o in element.iter("option"))
            return f'list "{name}": {" / ".join(options)}'
        case "track":
            return f"{element.get('kind')} in {element.get('srclang')}"
    needed = element.get("data-require")
    return f'{element.tag} "{name}"' + (f", {float(needed):.0%} of it must be played" if needed else "")


def _name(element: HtmlElement) -> str:
    """The name by which a control is announced (W3C accname 1.2, steps 2B to 2D)."""
    root = element.getroottree().getroot()
    if named := element.get("aria-labelledby"):
        return " ".join(_words(root.get_element_by_id(id_)) for id_ in named.split())
    if label := element.get("aria-label"):
        return str(label)
    found = root.xpath("//label[@for=$id]", id=element.get("id", ""))
    return _words(found[0]) if found else ""


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())
