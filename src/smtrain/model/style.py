"""What a course asks of its own prose, beyond what every reader needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Style:
    """Limits for advice on style. Lengths are in words, the reading level is in school years.

    `words` are the course's own words to avoid, each with what to say instead ("" for no suggestion).
    `allow` takes words off the list that is built in. `off` has the codes that the course does without, each with its reason.
    """

    reading_level: float = 8
    sentence_words: int = 25
    paragraph_words: int = 60
    feedback_words: int = 30
    words: Mapping[str, str] = field(default_factory=dict)
    allow: tuple[str, ...] = ()
    off: Mapping[str, str] = field(default_factory=dict)
