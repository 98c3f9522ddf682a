"""SCORM 2004, third edition."""

from __future__ import annotations

from smtrain.standards._scorm2004 import standard

STANDARD = standard("scorm2004-3", "2004 3rd Edition")
