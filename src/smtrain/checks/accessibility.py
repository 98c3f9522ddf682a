"""Checks on what learners cannot see, hear or tell apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module
from smtrain.model.text import Link, Picture, Table, plain

_VAGUE = frozenset({"here", "click here", "link", "this link", "more", "read more", "this", "page"})


@check("SM401", "image-without-description")
def image_without_description(module: Module, facts: Facts) -> Iterator[Broken]:
    """A learner who cannot see the picture is told nothing about it.

    Say in the square brackets what a learner should take from the picture. A picture that says nothing
    is marked as `decorative`.

    Bad::

        ## Page

        ![](media/team.png)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)

        ![](media/team.svg){decorative}

    Source: WCAG 2.2, success criterion 1.1.1.
    """
    for node in facts.nodes:
        if isinstance(node, Picture) and not node.alt and not node.decorative:
            yield Broken(
                node.span,
                f"{node.src} has no description",
                "say in the square brackets what it shows, or write {decorative} after the picture",
            )


@check("SM402", "recording-without-captions")
def recording_without_captions(module: Module, facts: Facts) -> Iterator[Broken]:
    """A video without captions says nothing to those who cannot hear it, or have no sound on.

    Bad::

        ## Page

        ::: video Why we care {#intro src=media/intro.mp4}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Good::

        ## Page

        ::: video Why we care {#intro src=media/intro.mp4 captions=media/intro.vtt}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Source: WCAG 2.2, success criterion 1.2.2.
    """
    for node in facts.nodes:
        if hasattr(node, "poster") and hasattr(node, "captions") and not node.captions:
            yield Broken(
                node.span,
                "this video has no captions",
                'write them as a WebVTT file and add "captions=media/….vtt"',
            )


@check("SM403", "recording-without-transcript")
def recording_without_transcript(module: Module, facts: Facts) -> Iterator[Broken]:
    """A recording has no transcript, so nobody can read, search or print what is said.

    Bad::

        ## Page

        ::: audio Why we care {#intro src=media/intro.mp3}

        :::

    Good::

        ## Page

        ::: audio Why we care {#intro src=media/intro.mp3}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Source: WCAG 2.2, success criteria 1.2.1 and 1.2.3.
    """
    for node in facts.nodes:
        if hasattr(node, "transcript") and not node.transcript:
            yield Broken(node.span, "this recording has no transcript", "write what is said inside the block")


@check("SM405", "description-that-names-the-file", "warning")
def description_that_names_the_file(module: Module, facts: Facts) -> Iterator[Broken]:
    """The description of a picture is its file name or begins with "image of".

    A screen reader says "image" by itself, and a file name tells a learner nothing.

    Bad::

        ## Page

        ![team.png](media/team.png)

    Good::

        ## Page

        ![Three colleagues around one laptop](media/team.png)
    """
    for node in facts.nodes:
        if not isinstance(node, Picture) or not node.alt:
            continue
        path = PurePosixPath(node.src)
        words = node.alt.casefold().strip()
        named = words in (path.name.casefold(), path.stem.casefold())
        if named or re.match(r"(image|picture|photo|screenshot|graphic) of\b", words):
            yield Broken(
                node.span,
                "this description tells a learner nothing"
                if named
                else '"image of" is said by the screen reader',
                "say what a learner should take from the picture",
            )


@check("SM406", "vague-link", "warning")
def vague_link(module: Module, facts: Facts) -> Iterator[Broken]:
    """The words of a link do not say where it leads when they are read alone.

    Bad::

        ## Page

        For our policy click [here](https://example.org/policy).

    Good::

        ## Page

        Read [our policy](https://example.org/policy).

    Source: WCAG 2.2, success criterion 2.4.4.
    """
    for node in facts.nodes:
        if not isinstance(node, Link):
            continue
        words = plain(node.inlines).casefold().strip(" .!")
        if words in _VAGUE or not words:
            yield Broken(
                node.span,
                "this link has no words" if not words else f'"{words}" does not say where the link leads',
                "let the link's own words name its target",
            )


@check("SM407", "table-without-headers", "warning")
def table_without_headers(module: Module, facts: Facts) -> Iterator[Broken]:
    """A column of a table has no header, so a screen reader cannot say what its cells are.

    Bad::

        ## Page

        | | |
        | --- | --- |
        | Reach | 24,000 |

    Good::

        ## Page

        | Measure | Value |
        | --- | --- |
        | Reach | 24,000 |

    Source: WCAG 2.2, success criterion 1.3.1.
    """
    for node in facts.nodes:
        if isinstance(node, Table):
            empty = [cell for cell in node.header[1:] if not plain(cell.inlines)]
            if empty:
                yield Broken(
                    empty[0].span, "this column has no header", "write in the first row what it holds"
                )
