"""How long a page takes: reading at the pace of its language, answering, listening."""

from __future__ import annotations

from smtrain.model.course import Page
from smtrain.model.node import Block, Node, rebuild, walk_blocks
from smtrain.model.question import Pool, Question
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

    The transcript of a recording is not counted beside the recording itself, and of a pool only as much
    as is drawn.
    """
    code = language.partition("-")[0].lower()
    shown = rebuild(page.blocks, lambda node: None if isinstance(node, Block) and not node.shown else node)
    return max(1, round(_reading(plain(page.title), code) + _seconds(shown, code)))


def _seconds(blocks: tuple[Block, ...], language: str) -> float:
    nodes = list(walk_blocks(blocks))
    pools = [node for node in nodes if isinstance(node, Pool) and node.draws]
    if pools:
        rest = rebuild(blocks, lambda node: None if isinstance(node, Pool) and node.draws else node)
        drawn = sum(
            _seconds(pool.blocks, language) * (pool.draw or 0) / len(pool.questions()) for pool in pools
        )
        return _seconds(rest, language) + drawn
    silent = rebuild(blocks, lambda node: None if isinstance(node, Block) and _length(node) else node)
    questions = sum(isinstance(node, Question) for node in nodes)
    return _reading(plain(silent), language) + sum(map(_length, nodes)) + A_QUESTION * questions


def _length(node: Node) -> int:
    """Seconds of a recording, 0 for anything else."""
    length = getattr(node, "seconds", 0) if hasattr(node, "src") else 0
    return length if isinstance(length, int) else 0


def _reading(text: str, language: str) -> float:
    """Seconds to read a text."""
    if language in _CHARACTERS:
        return 60 * len("".join(text.split())) / _CHARACTERS[language]
    return 60 * len(text.split()) / _WORDS.get(language, WORDS_A_MINUTE)
