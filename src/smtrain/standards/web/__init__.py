"""A plain web page: for any web server, or straight from a folder, without an LMS."""

from __future__ import annotations

from smtrain.standards.standard import Standard

STANDARD = Standard(name="web", title="plain web")
