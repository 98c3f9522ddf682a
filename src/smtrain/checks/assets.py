"""Checks on pictures, recordings and captions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.diagnostics import Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Module
from smtrain.model.node import Node, file_fields

PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp")
RECORDINGS = (".mp4", ".webm", ".mp3", ".m4a", ".ogg")
CAPTIONS = (".vtt",)
KNOWN = {"src": PICTURES + RECORDINGS, "poster": PICTURES, "captions": CAPTIONS}
"""The fields of nodes that name files, and the endings each may have."""

LARGE = 20_000_000


def named_files(nodes: Iterable[Node]) -> Iterator[tuple[Span, str, str]]:
    """Every file that some nodes name: the place, the field and the path as written."""
    for node in nodes:
        for name, path in file_fields(node):
            yield node.span, name, path


@check("SM701", "missing-file")
def missing_file(module: Module, facts: Facts) -> Iterator[Broken]:
    """A picture, recording or captions file is not where the text says.

    Paths begin in the module's folder, use `/`, and tell large from small letters.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/taem.png)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)
    """
    for span, _, path in named_files(facts.nodes):
        if path not in facts.outside and not _is_address(path) and facts.sizes.get(path) is None:
            yield Broken(
                span,
                f"there is no file {path}",
                did_you_mean(
                    path, facts.near, "put it there, or mend the path; it begins in the module's folder"
                ),
            )


@check("SM702", "file-outside-the-course")
def file_outside_the_course(module: Module, facts: Facts) -> Iterator[Broken]:
    """A file lies outside the course's folder, or on the web, so a package cannot be sure to have it.

    Bad::

        ## Page

        ![Our logo](https://example.org/logo.png)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)
    """
    for span, _, path in named_files(facts.nodes):
        if path in facts.outside or _is_address(path):
            where = "on the web" if _is_address(path) else "outside the course's folder"
            yield Broken(span, f"{path} lies {where}", "copy it into the module's folder media/")


@check("SM703", "unsupported-file-type")
def unsupported_file_type(module: Module, facts: Facts) -> Iterator[Broken]:
    """Not every browser can show a file of this type.

    Pictures are PNG, JPEG, GIF, SVG or WebP; recordings MP4, WebM, MP3, M4A or OGG; captions WebVTT.

    Bad::

        ## Page

        ![Three colleagues around one laptop](media/team.tiff)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)
    """
    for span, field, path in named_files(facts.nodes):
        ending = PurePosixPath(path).suffix.lower()
        if not _is_address(path) and ending not in KNOWN[field]:
            yield Broken(
                span,
                f'"{ending or path}" is not a type of file that every browser shows here',
                "save it as one of: " + ", ".join(known.lstrip(".") for known in KNOWN[field]),
            )


@check("SM704", "large-file", "warning")
def large_file(module: Module, facts: Facts) -> Iterator[Broken]:
    """A file is larger than 20 MB: it loads slowly on a phone, and some systems refuse the upload.

    Bad::

        ## Page

        ::: video Why we care {#intro src=media/large.mp4 captions=media/intro.vtt}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Good::

        ## Page

        ::: video Why we care {#intro src=media/intro.mp4 captions=media/intro.vtt}

        **Kim:** Last year a single photo cost us a contract.

        :::
    """
    for span, _, path in named_files(facts.nodes):
        size = facts.sizes.get(path) or 0
        if size > LARGE:
            yield Broken(
                span, f"{path} has {size / 1_000_000:.0f} MB", "compress it, or cut it into shorter parts"
            )


def _is_address(path: str) -> bool:
    return "://" in path or path.startswith(("//", "data:"))
