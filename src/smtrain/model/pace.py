"""How long a page takes: reading at the pace of its language, answering, listening."""

from __future__ import annotations

from smtrain.model.course import Module, Page
from smtrain.model.node import Block, Inline, Node, children, running_text
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
"""Seconds to think about a question, or about a decision in a story, beside reading it."""


def page_seconds(page: Page, language: str) -> int:
    """Seconds for a page, at least one: its words, its questions, its recordings.

    What only some learners meet counts by their share: of a pool as much as is drawn, of a story as much as
    somebody sees who decides by chance. The transcript of a recording is not counted beside the recording.
    """
    code = language.partition("-")[0].lower()
    return max(1, round(_reading(plain(page.title), code) + _seconds(page.blocks, code)))


def module_seconds(module: Module) -> int:
    """Seconds for all pages that are not optional."""
    return sum(page_seconds(page, module.language) for page in module.pages() if not page.optional)


def _seconds(blocks: tuple[Block, ...], language: str) -> float:
    total = 0.0
    shares: dict[int, float] = {}
    waiting: list[tuple[Node, float]] = [(block, 1.0) for block in blocks]
    while waiting:
        node, share = waiting.pop()
        if isinstance(node, Block) and not node.shown:
            continue
        if length := _length(node):
            total += share * length
            continue
        total += share * (A_QUESTION if node.asks() else 0)
        total += share * sum(_reading(plain(text), language) for text in running_text(node))
        shares.update((id(part), met) for part, met in node.shares())
        waiting += [
            (child, share * shares.get(id(child), 1.0))
            for child in children(node)
            if not isinstance(child, Inline)
        ]
    return total


def _length(node: Node) -> int:
    """Seconds of a recording, 0 for anything else."""
    length = getattr(node, "seconds", 0) if hasattr(node, "src") else 0
    return length if isinstance(length, int) else 0


def _reading(text: str, language: str) -> float:
    """Seconds to read a text."""
    if language in _CHARACTERS:
        return 60 * len("".join(text.split())) / _CHARACTERS[language]
    return 60 * len(text.split()) / _WORDS.get(language, WORDS_A_MINUTE)
