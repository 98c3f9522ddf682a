"""The manifest of a SCORM package with one SCO: what 1.2 and both editions of 2004 have in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from smtrain.model.course import Module
from smtrain.standards._xml import Element, one_line, write_xml

NAME = "imsmanifest.xml"

LONGEST_TITLE = 200
"""Characters in a title (`titleType` in imscp_rootv1p1p2.xsd); the tightest of all, so used for all."""

LONGEST_VERSION = 20
"""Characters in a manifest's version (`attr.version` in imscp_rootv1p1p2.xsd)."""

LONGEST_MODULE_ID = 52
"""What leaves identifiers within the 60 characters that every known LMS keeps."""

_XSI = "http://www.w3.org/2001/XMLSchema-instance"

_TAKEN_FOR_NOTHING = frozenset({"", "0"})
"""Titles that Moodle, written in PHP, takes for no title at all."""


class Schema(NamedTuple):
    """A namespace and the file, beside the manifest, that describes it."""

    namespace: str
    file: str


class Edition(NamedTuple):
    """What makes a manifest one of a certain edition of SCORM.

    `schemas` are by the prefix they must have, "" is content packaging. `sco` is the attribute that
    marks a resource as a SCO. `in_item` and `in_organization` come after all other children.
    """

    version: str
    schemas: Mapping[str, Schema]
    sco: str
    in_item: tuple[Element, ...] = ()
    in_organization: tuple[Element, ...] = ()


def identifier(kind: str, module_id: str) -> str:
    """A name for the manifest that follows from the module's id alone, and from no other module's id.

    Letters, digits and `_` only: dots and hyphens are legal but confuse some LMSs. A hyphen becomes
    `_`; whatever else an id might have becomes its number between two `Z`.
    """
    return f"{kind}_" + "".join(_sign(character) for character in module_id)


def _sign(character: str) -> str:
    if character == "-":
        return "_"
    plain = character.isascii() and (character.islower() or character.isdigit())
    return character if plain else f"Z{ord(character):x}Z"


def write_manifest(module: Module, files: Sequence[str], edition: Edition) -> bytes:
    """The manifest of a module; `files` are in its one resource, the first is what the LMS opens.

    Names of files in a package need no percent-encoding (`smtrain.package.names`).
    Elements stand in the order of the Content Aggregation Models of both SCORM versions.
    """
    organization, item, resource = (identifier(kind, module.id) for kind in ("ORG", "ITEM", "RES"))
    title = one_line(module.title)
    titled = Element("title", text=module.id if title in _TAKEN_FOR_NOTHING else title)
    locations = (f"{schema.namespace} {schema.file}" for schema in edition.schemas.values())
    prefixes = {**{prefix: schema.namespace for prefix, schema in edition.schemas.items()}, "xsi": _XSI}
    root = Element(
        "manifest",
        {
            "identifier": identifier("smtrain", module.id),
            "version": one_line(module.version),
            **{f"xmlns:{prefix}" if prefix else "xmlns": uri for prefix, uri in prefixes.items()},
            "xsi:schemaLocation": " ".join(locations),
        },
        (
            Element(
                "metadata",
                children=(
                    Element("schema", text="ADL SCORM"),
                    Element("schemaversion", text=edition.version),
                ),
            ),
            Element(
                "organizations",
                {"default": organization},
                (
                    Element(
                        "organization",
                        {"identifier": organization},
                        (
                            titled,
                            Element(
                                "item",
                                {"identifier": item, "identifierref": resource, "isvisible": "true"},
                                (titled, *edition.in_item),
                            ),
                            *edition.in_organization,
                        ),
                    ),
                ),
            ),
            Element(
                "resources",
                children=(
                    Element(
                        "resource",
                        {"identifier": resource, "type": "webcontent", edition.sco: "sco", "href": files[0]},
                        tuple(Element("file", {"href": name}) for name in files),
                    ),
                ),
            ),
        ),
    )
    return write_xml(root)
