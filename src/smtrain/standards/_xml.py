"""XML as plain data, and how it is written: literal prefixes, one fixed layout, nothing illegal.

Some LMSs read a manifest without minding namespaces (Moodle) or look only at the empty prefix (Open
edX), so names carry the prefix with which they must appear in the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Element(NamedTuple):
    """An element: `name` as it is written, such as "imsss:sequencing"; text or elements in it."""

    name: str
    attributes: Mapping[str, str] = {}
    children: tuple[Element, ...] = ()
    text: str = ""


def one_line(text: str) -> str:
    """Text as XML 1.0 (2.2) allows it, with single spaces instead of line breaks."""
    return " ".join(_ILLEGAL.sub("", text).split())


def write_xml(root: Element, namespaces: Mapping[str, str]) -> bytes:
    """A document in UTF-8; `namespaces` are declared on the root, "" stands for the default one."""
    from lxml import etree

    nsmap: Any = {prefix or None: uri for prefix, uri in namespaces.items()}

    def build(parent: Any, element: Element) -> Any:
        name = qualified(element.name, namespaces[""])
        attributes = {qualified(key, ""): value for key, value in element.attributes.items()}
        if parent is None:
            node = etree.Element(name, attributes, nsmap=nsmap)
        else:
            node = etree.SubElement(parent, name, attributes)
        node.text = element.text or None
        for child in element.children:
            build(node, child)
        return node

    def qualified(name: str, default: str) -> str:
        prefix, colon, local = name.rpartition(":")
        uri = namespaces[prefix] if colon else default
        return f"{{{uri}}}{local}" if uri else local

    body: bytes = etree.tostring(
        build(None, root), encoding="UTF-8", xml_declaration=False, pretty_print=True
    )
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body
