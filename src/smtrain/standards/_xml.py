"""XML as plain data, and how it is written: literal prefixes, one fixed layout, nothing illegal.

Some LMSs read a manifest without minding namespaces (Moodle) or look only at the empty prefix (Open
edX), so a name is written as it stands here, prefix and all. What is written is read back with a strict
parser and the official schemas in the tests.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (2.2) has no way to write, not even escaped."""


class Element(NamedTuple):
    """An element: `name` as it is written, such as "imsss:sequencing"; text or elements in it."""

    name: str
    attributes: Mapping[str, str] = {}
    children: tuple[Element, ...] = ()
    text: str = ""


def one_line(text: str) -> str:
    """Text that XML can hold, with single spaces instead of line breaks."""
    return " ".join(_ILLEGAL.sub("", text).split())


def write_xml(root: Element) -> bytes:
    """A document in UTF-8. Texts and attributes must be what `one_line` returns."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_lines(root, ""))).encode()


def _lines(element: Element, indent: str) -> Iterator[str]:
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    start = f"{indent}<{element.name}{attributes}"
    if element.children:
        yield f"{start}>\n"
        for child in element.children:
            yield from _lines(child, indent + "  ")
        yield f"{indent}</{element.name}>\n"
    elif element.text:
        yield f"{start}>{escape(element.text, quote=False)}</{element.name}>\n"
    else:
        yield f"{start}/>\n"
