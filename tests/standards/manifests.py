"""Modules to package, and manifests read back, for the tests of the standards."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from smtrain import resources, standards
from smtrain.diagnostics import Span
from smtrain.model.course import Module, Success

SCORM = tuple(name for name in standards.names() if standards.find(name).has_schemas)
SCORM_2004 = tuple(name for name in SCORM if name != "scorm12")

CONTENT_PACKAGING = {
    "scorm12": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "scorm2004-3": "http://www.imsglobal.org/xsd/imscp_v1p1",
    "scorm2004-4": "http://www.imsglobal.org/xsd/imscp_v1p1",
}
SEQUENCING = "{http://www.imsglobal.org/xsd/imsss}"
NAVIGATION = "{http://www.adlnet.org/xsd/adlnav_v1p3}"

FILES = ("index.html", "media/desk-1a2b3c4d.png", "player.js", "style.css")


def module(
    id: str = "safety-101",  # noqa: A002 - it is a module's id
    title: str = "Safety 101",
    *,
    version: str = "1.0.0",
    pass_mark: float | None = None,
) -> Module:
    """A module without pages: a manifest does not depend on them."""
    return Module(
        span=Span.point("module.md"),
        id=id,
        title=title,
        language="en",
        folder="safety",
        lessons=(),
        version=version,
        success=None if pass_mark is None else Success((("final", 1.0),), pass_mark),
    )


def written(standard: str, given: Module, files: tuple[str, ...] = FILES) -> bytes:
    """The manifest of a module, as it stands in the package."""
    manifest = standards.find(standard).manifest
    assert manifest is not None
    return manifest.write(given, files)


def parsed(data: bytes) -> Any:
    """The root of a manifest, read strictly: no DTD, no network, no mending."""
    return etree.fromstring(data, etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False))


def local(element: Any) -> str:
    """The name of an element without its namespace."""
    return etree.QName(element).localname


@cache
def schema(standard: str) -> etree.XMLSchema:
    """The official schemas of a standard, all of them together.

    A schema that imports every namespace is needed, because the one for content packaging alone lets
    everything from other namespaces pass unread. SCORM 1.2's `ims_xml.xsd` is not legal: it declares
    the XML namespace as its default one. That declaration is taken out on its way to the parser.
    """
    folder = resources.schema_files(standard)[0].parent
    places = parsed(written(standard, module())).attrib.values()
    namespaces = next(value for value in places if ".xsd" in value).split()
    imports = "".join(
        f'<xs:import namespace="{namespace}" schemaLocation="{file}"/>'
        for namespace, file in zip(namespaces[::2], namespaces[1::2], strict=True)
    )
    driver = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    parser.resolvers.add(_Mended(folder))
    return etree.XMLSchema(
        etree.fromstring(driver.encode(), parser, base_url=f"{folder.as_uri()}/driver.xsd")
    )


class _Mended(etree.Resolver):
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]
        name = system_url.rpartition("/")[2]
        if name != "ims_xml.xsd":
            return None
        text = (self.folder / name).read_text("utf-8")
        mended = text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', "", 1)
        return self.resolve_string(mended, context, base_url=system_url)
