"""Checks on what was true on a day, and is to be looked at again on another."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Module
from smtrain.model.node import Block


@check("SM370", "law-note-due-for-review", "warning")
def law_note_due(module: Module, facts: Facts) -> Iterator[Broken]:
    """The day has passed by which somebody should have looked at a law note again. Laws change.

    Read the source again, mend the note if need be, and write the new days for `checked` and `review`.
    Today is what `--as-of` says, else SOURCE_DATE_EPOCH, else the clock.

    Bad in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Bad in module.md::

        ---
        id: example
        title: Example
        language: en
        audience: {region: {values: [us, uk]}}
        ---

        ## Page

        > [!LAW] {region=us source=S08 checked=2019-06-01 review=2019-12-01}
        > Colleagues may talk about pay.

        Ask before you act.

    Good in sources.yaml::

        S08: {title: Staff and social media, checked: 2026-11-01}

    Good in module.md::

        ---
        id: example
        title: Example
        language: en
        audience: {region: {values: [us, uk]}}
        ---

        ## Page

        > [!LAW] {region=us source=S08 checked=2026-11-01}
        > Colleagues may talk about pay.

        Ask before you act.
    """
    for node in facts.nodes:
        review = getattr(node, "review", "") if isinstance(node, Block) else ""
        if review and review < facts.today.isoformat():
            yield Broken(
                node.span,
                f"this was to be looked at again by {review}",
                "read its source again, and write the new days for checked and review",
            )
