"""P1, P2, L1, L2: what a package weighs, and what of it a learner has to load."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from zipfile import ZipFile

from benchmarks.result import Result, at_most
from benchmarks.workshop import Workshop

ROWS = ("P1", "P2", "L1", "L2")

_SCHEMA = (".xsd", ".dtd")
_FONT = (".woff", ".woff2", ".ttf", ".otf", ".eot")


def measure(shop: Workshop, wanted: frozenset[str]) -> Iterator[Result]:
    """All from the finished zip. Schema files are not counted: no learner loads them."""
    with ZipFile(shop.package) as package:
        files = package.infolist()
        media = [f for f in files if f.filename.startswith("media/")]
        schemas = [f for f in files if f.filename.endswith(_SCHEMA)]
        script = package.read("player.js")
        style = package.read("style.css")
        page = package.read("index.html").decode()
        names = package.namelist()
    rest = [f for f in files if f not in media and f not in schemas]
    # An entry stands in a zip twice, with its name: 30 bytes before the data and 46 in the index.
    weight = 22 + sum(f.compress_size + 76 + 2 * len(f.filename) for f in rest)
    if "P1" in wanted:
        yield at_most("P1", "zip without media and schema files", weight / 1024, 40, " KB", digits=1)
    if "P2" in wanted:
        yield at_most("P2", "files besides media and schema files", len(rest), 12, "")
    if "L1" in wanted:
        yield at_most("L1", "script, every kind", len(script) / 1024, 60, " KB", digits=1)
        yield at_most("L1", "script, every kind, gzip -6", _packed(script) / 1024, 20, " KB", digits=1)
    if "L2" in wanted:
        yield at_most("L2", "style, every kind, gzip -6", _packed(style) / 1024, 8, " KB", digits=1)
        yield at_most("L2", "fonts", sum(name.endswith(_FONT) for name in names), 0, "")
        yield at_most(
            "L2", "addresses elsewhere that load by themselves", len(_outside(page, style, script)), 0, ""
        )


def _packed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def _outside(page: str, style: bytes, script: bytes) -> list[str]:
    """Everything a browser would fetch from another place: sources, styles, imports; not links."""
    loads = re.findall(
        r"""<(?!a\b)[a-z]+\b[^>]*?\b(?:src|srcset|poster|data|href)\s*=\s*["']?(?:https?:)?//[^"'\s>]*""",
        page,
    )
    styles = re.findall(r"(?:url\(|@import)\s*[\"']?(?:https?:)?//[^\"')\s]*", style.decode())
    calls = re.findall(r"""(?:fetch|import|open)\(\s*["'`](?:https?:)?//[^"'`]*""", script.decode())
    return [*loads, *styles, *calls]
