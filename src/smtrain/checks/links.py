"""Checks on where links lead."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module
from smtrain.model.text import Link

LEADS = ("#", "http://", "https://", "mailto:", "tel:")
"""How a link begins that a learner can follow; the renderer leaves the mere words of all others."""


@check("SM220", "link-that-cannot-be-followed")
def link_that_cannot_be_followed(module: Module, facts: Facts) -> Iterator[Broken]:
    """A link leads to a file or with a scheme that a package has no room for, so it would be no link.

    A link leads to an id of this module (`#id`), to a web address with `https://`, to a mail address with
    `mailto:` or to a telephone with `tel:`. Put a file to download where learners can reach it, such as
    your intranet, and link to it there.

    Bad::

        ## Page

        Print [our policy](media/policy.pdf).

    Good::

        ## Page

        Print [our policy](https://intranet.example.org/policy.pdf).
    """
    for node in facts.nodes:
        if isinstance(node, Link) and not node.href.lower().startswith(LEADS):
            yield Broken(
                node.target,
                f'a learner cannot follow a link to "{node.href}"'
                if node.href
                else "this link has no target",
                "write #id for a place in this module, or an address with https://, mailto: or tel:",
            )
