"""SCORM 2004, fourth edition."""

from __future__ import annotations

from smtrain.standards._scorm2004 import standard

STANDARD = standard("scorm2004-4", "2004 4th Edition")
