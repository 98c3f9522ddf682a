"""How long a page takes: reading at the pace of its language, answering, listening."""

from __future__ import annotations

from smtrain.model.course import Page
from smtrain.model.node import Block, Node, rebuild, walk_blocks
from smtrain.model.question import Question
from smtrain.model.text import plain

WORDS_A_MINUTE = 200
"""Where nothing better is known."""

_WORDS = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
"""Words a minute, read aloud by adults: S. Trauzettel-Klosinski and K. Dietz, Standardized Assessment of
Reading Performance: The New International Reading Speed Texts IReST, IOVS 53 (2012), table 3."""

_CHARACTERS = {"ja": 357, "zh": 255}
"""Characters a minute, from the same source, where words are not set apart."""

A_QUESTION = 15
"""Seconds to think about a question, beside reading it."""


def page_seconds(page: Page, language: str) -> int:
    """Seconds for a page, at least one: its words, its questions, its recordings.

    The transcript of a recording is not counted beside the recording itself.
    """
    blocks = rebuild(page.blocks, _shown)
    spoken = sum(map(_length, walk_blocks(blocks)))
    silent = rebuild(blocks, lambda node: None if isinstance(node, Block) and _length(node) else node)
    questions = sum(isinstance(node, Question) for node in walk_blocks(blocks))
    reading = _reading(f"{plain(page.title)} {plain(silent)}", language.partition("-")[0].lower())
    return max(1, round(reading + spoken + A_QUESTION * questions))


def _shown(node: Node) -> Node | None:
    return None if isinstance(node, Block) and not node.shown else node


def _length(node: Node) -> int:
    """Seconds of a recording, 0 for anything else."""
    length = getattr(node, "seconds", 0) if hasattr(node, "src") else 0
    return length if isinstance(length, int) else 0


def _reading(text: str, language: str) -> float:
    """Seconds to read a text."""
    if language in _CHARACTERS:
        return 60 * len("".join(text.split())) / _CHARACTERS[language]
    return 60 * len(text.split()) / _WORDS.get(language, WORDS_A_MINUTE)
