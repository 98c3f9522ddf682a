"""What the third and the fourth edition of SCORM 2004 have in common: all but a line and the schemas."""

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
from smtrain.standards._xml import Element
from smtrain.standards.limits import Limits
from smtrain.standards.standard import Manifest, Standard

LIMITS = Limits(
    title=LONGEST_TITLE,
    version=LONGEST_VERSION,
    module_id=LONGEST_MODULE_ID,
    gaps=10,
    suspend=64_000,
)
"""What SCORM 2004 RTE 4.2.9.1 and the schemas say. These are the least an LMS must hold, and many hold no more."""

_SCHEMAS = {
    "": Schema("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"),
    "adlcp": Schema("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"),
    "adlseq": Schema("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd"),
    "adlnav": Schema("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd"),
    "imsss": Schema("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"),
}

_DELIVERY = Element(
    "imsss:deliveryControls", {"completionSetByContent": "true", "objectiveSetByContent": "true"}
)
"""Without it an LMS may mark the module as completed whenever a learner leaves (SuccessFactors does)."""

_PRESENTATION = Element(
    "adlnav:presentation",
    children=(
        Element(
            "adlnav:navigationInterface",
            children=tuple(Element("adlnav:hideLMSUI", text=button) for button in ("continue", "previous")),
        ),
    ),
)
"""There is one SCO, so nothing to continue to. The buttons to leave stay: hiding them traps learners."""

_CHOICE_AND_FLOW = Element(
    "imsss:sequencing",
    children=(Element("imsss:controlMode", {"choice": "true", "flow": "true"}),),
)


def standard(name: str, version: str) -> Standard:
    """The standard of an edition; `version` is the text of `schemaversion`."""

    def write(module: Module, files: Sequence[str]) -> bytes:
        sequencing = Element("imsss:sequencing", children=(*_objectives(module), _DELIVERY))
        edition = Edition(
            version, _SCHEMAS, "adlcp:scormType", (sequencing, _PRESENTATION), (_CHOICE_AND_FLOW,)
        )
        return write_manifest(module, files, edition)

    return Standard(name, f"SCORM {version}", Manifest(NAME, write), has_schemas=True, limits=LIMITS)


def _objectives(module: Module) -> tuple[Element, ...]:
    """The pass mark, for modules that can be passed.

    An LMS that knows a mark takes a module without a score for neither passed nor failed (SCORM 2004
    RTE 4.2.21), so a module that is only read must not have one. And it judges by the score alone; so
    where a critical question decides as well, only the player knows the mark.
    """
    if module.success is None or any(question.critical for question in module.questions()):
        return ()
    return (
        Element(
            "imsss:objectives",
            children=(
                Element(
                    "imsss:primaryObjective",
                    {"objectiveID": "PRIMARYOBJ", "satisfiedByMeasure": "true"},
                    (Element("imsss:minNormalizedMeasure", text=_measure(module.success.pass_mark)),),
                ),
            ),
        ),
    )


def _measure(fraction: float) -> str:
    """A decimal without exponent and with a point: PHP takes the text "0" for nothing."""
    return str(round(fraction, 4))
