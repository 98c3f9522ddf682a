"""SCORM 1.2: the oldest, and taken by every LMS."""

from __future__ import annotations

from collections.abc import Sequence

from smtrain.model.course import Module
from smtrain.standards._manifest import (
    LONGEST_MODULE_ID,
    LONGEST_TITLE,
    LONGEST_VERSION,
    NAME,
    Edition,
    Schema,
    write_manifest,
)
from smtrain.standards.limits import Limits
from smtrain.standards.standard import Manifest, Standard

_EDITION = Edition(
    version="1.2",
    schemas={
        "": Schema("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"),
        "adlcp": Schema("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"),
    },
    sco="adlcp:scormtype",
)


def write(module: Module, files: Sequence[str]) -> bytes:
    """The manifest of a module.

    It has no `adlcp:masteryscore`: with one, some LMSs (Moodle) set passed or failed from the score
    alone, whatever the player says of pages still unread. The player knows the pass mark.
    """
    return write_manifest(module, files, _EDITION)


STANDARD = Standard(
    name="scorm12",
    title="SCORM 1.2",
    manifest=Manifest(NAME, write),
    has_schemas=True,
    limits=Limits(title=LONGEST_TITLE, version=LONGEST_VERSION, module_id=LONGEST_MODULE_ID, suspend=4_096),
)
