"""Reading what video and audio have in common."""

from __future__ import annotations

from typing import Any

from smtrain.kinds.base.reader import Reader
from smtrain.source.document import Directive


def common(block: Directive, reader: Reader) -> tuple[dict[str, Any], Any]:
    """The fields of both, and the attributes for what only one of them has (`finish` them after)."""
    attributes = reader.attributes(block)
    share = attributes.percent("require") or 0.0
    return {
        "span": block.span,
        "id": reader.identify(block, required=share > 0),
        "title": block.title,
        "src": attributes.text("src", required=True),
        "captions": attributes.text("captions"),
        "seconds": attributes.seconds("duration") or 0,
        "require": share,
        "transcript": reader.inside(block),
    }, attributes
