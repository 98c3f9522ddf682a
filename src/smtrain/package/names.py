"""Which names a file may have inside a package.

Learning management systems unpack a package on every kind of file system, some of them refuse whole
packages for one file name, and one looks files up by their last part alone (Open edX). So the rules
are the narrowest of all of them.
"""

from __future__ import annotations

import re

LONGEST_NAME = 120
"""Characters in a whole path; longer ones break on Windows servers, below their own deep folders."""

_NAME = re.compile(r"[a-z0-9._/-]+")

_KEPT = frozenset({"XMLSchema.dtd"})
"""Names that a standard fixes otherwise: SCORM 2004's `xml.xsd` asks for this one by its exact name."""

_REFUSED_ENDINGS = frozenset(
    "asp aspx bat cgi cmd com exe htaccess jar jsp msi php phps phtml pl ps1 py rb sh shtml".split()
)
"""Endings of things that run on a server or a desk. Docebo refuses a package for most of them."""

_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10)))
)
"""Names Windows keeps for devices, whatever the ending."""


def why_refused(name: str) -> str:
    """Why a file in a package may not have this name, as a sentence; "" when it may.

    `name` is a path from the package's root, with `/` between its parts.
    """
    if name in _KEPT:
        return ""
    if not _NAME.fullmatch(name):
        return "the name of a file in a package has only a-z, 0-9, dot, hyphen, underscore and /"
    if len(name) > LONGEST_NAME:
        return (
            f"the name of a file in a package has at most {LONGEST_NAME} characters, this one has {len(name)}"
        )
    return next((reason for part in name.split("/") if (reason := _why_part_refused(part))), "")


def _why_part_refused(part: str) -> str:
    if not part:
        return "the name of a file in a package is relative, without an empty part between two /"
    if part in (".", ".."):
        return "the name of a file in a package never leaves the package"
    if part.startswith("."):
        return "hidden files (with a dot in front) do not belong in a package"
    if part.endswith("."):
        return "a name that ends in a dot loses it on Windows"
    stem, _, ending = part.partition(".")
    if stem in _DEVICES:
        return f'Windows keeps the name "{stem}" for itself'
    if ending.rpartition(".")[2] in _REFUSED_ENDINGS:
        return f"learning management systems refuse .{ending.rpartition('.')[2]} files"
    return ""
