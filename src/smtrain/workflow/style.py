"""What a course, and a module of it, ask of their prose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smtrain.model.style import Style

if TYPE_CHECKING:
    from smtrain.source.settings import StyleSettings


def read_style(settings: StyleSettings | None, around: Style) -> Style:
    """The style that settings ask for; what they leave open, and words and exceptions, come from around."""
    if settings is None:
        return around
    given = {
        name: value
        for name in ("reading_level", "sentence_words", "paragraph_words", "feedback_words")
        if (value := getattr(settings, name)) is not None
    }
    return replace(
        around,
        **given,
        words={**around.words, **settings.words},
        allow=(*around.allow, *settings.allow),
        off={**around.off, **settings.off},
    )
