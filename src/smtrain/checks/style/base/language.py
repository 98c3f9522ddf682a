"""Sentences, words and syllables, and how hard a text is to read in its language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pyphen import Pyphen

_SHORT = frozenset(
    """
    mr mrs ms dr prof st no vs e.g i.e a.m p.m u.s u.k inc ltd co art sec fig approx cf al
    z.b d.h bzw ca nr usw s.o u.a vgl evtl  p.ej ej sr sra dña  m mme env  ecc sig  bijv nl dhr mevr  np tj dr inż ul
    """.split()
)
"""Abbreviations that end with a full stop and no sentence."""

_END = re.compile(r"[.!?…؟。！？]+[\"'”’»)\]]*(?=\s|$)")
_WORD = re.compile(r"\w")
_WITHOUT_SPACES = frozenset({"ja", "zh", "th"})


def words(text: str) -> list[str]:
    """The words of a text as people count them: what stands between spaces and has a letter or a digit."""
    return [word for word in text.split() if _WORD.search(word)]


def counts_words(language: str) -> bool:
    """Whether words stand apart in a language."""
    return _code(language) not in _WITHOUT_SPACES


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a text begins and ends."""
    begin = 0
    for found in _END.finditer(text):
        if _goes_on(text, begin, found):
            continue
        yield _trimmed(text, begin, found.end())
        begin = found.end()
    if text[begin:].strip():
        yield _trimmed(text, begin, len(text))


def _goes_on(text: str, begin: int, found: re.Match[str]) -> bool:
    """Whether the sentence goes on after the sign: an abbreviation, an initial, or a small letter next."""
    following = text[found.end() :].lstrip()
    if following[:1].islower():
        return True
    if found[0] != ".":
        return False
    before = text[begin : found.start()].split()
    last = before[-1].lstrip("(\"'“„«").casefold() if before else ""
    return last in _SHORT or (len(last) == 1 and last.isalpha() and last != "i")


def _trimmed(text: str, begin: int, end: int) -> tuple[int, int]:
    piece = text[begin:end]
    return begin + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


class Ease(NamedTuple):
    """A language's Flesch formula: `base` - `sentence` * words a sentence - `word` * syllables a word."""

    base: float
    sentence: float
    word: float
    hyphens: str


_EASE = {
    "de": Ease(180, 1, 58.5, "de_DE"),
    "en": Ease(206.835, 1.015, 84.6, "en_GB"),
    "es": Ease(206.84, 1.02, 60, "es"),
    "fr": Ease(207, 1.015, 73.6, "fr"),
    "it": Ease(217, 1.3, 60, "it_IT"),
    "nl": Ease(206.835, 0.93, 77, "nl_NL"),
}
"""R. Flesch 1948 for English; T. Amstad 1978 for German, J. Fernández Huerta 1959 for Spanish, L. Kandel and
A. Moles 1958 for French, R. Vacca 1972 for Italian, W. Douma 1960 for Dutch."""

_YEARS = (
    (100.0, 4.0),
    (90.0, 5.0),
    (80.0, 6.0),
    (70.0, 7.0),
    (60.0, 8.5),
    (50.0, 11.0),
    (30.0, 14.0),
    (0.0, 18.0),
)
"""Flesch's own table from reading ease to school years, by its bounds."""


class Level(NamedTuple):
    """How hard a text is: school years, words a sentence, syllables a word."""

    years: float
    sentence: float
    word: float


def has_levels(language: str) -> bool:
    """Whether there is a formula for a language."""
    return _code(language) in _EASE


def reading_level(texts: Iterable[str], language: str) -> Level:
    """How hard some texts are to read, in school years.

    English has a formula of its own (Kincaid and others 1975); for other languages Flesch's reading ease,
    as it was fitted to them, is looked up in his table.
    """
    found = [text[begin:end] for text in texts for begin, end in sentences(text)]
    every = [word for sentence in found for word in words(sentence)]
    code = _code(language)
    length = len(every) / max(1, len([one for one in found if words(one)]))
    weight = sum(syllables(word, code) for word in every) / max(1, len(every))
    if code == "en":
        return Level(0.39 * length + 11.8 * weight - 15.59, length, weight)
    ease = _EASE[code]
    return Level(_years(ease.base - ease.sentence * length - ease.word * weight), length, weight)


def _years(ease: float) -> float:
    for (high, low_years), (low, high_years) in pairwise(_YEARS):
        if ease >= low:
            share = (min(ease, high) - low) / (high - low)
            return high_years - share * (high_years - low_years)
    return _YEARS[-1][1]


@lru_cache(maxsize=20_000)
def syllables(word: str, code: str) -> int:
    """The syllables of a word: where it may be hyphenated, even after its first and before its last letter."""
    parts = re.findall(r"[^\W\d_]+", word)
    return sum(len(_hyphens(code).positions(part.lower())) + 1 for part in parts) or 1


@cache
def _hyphens(code: str) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang=_EASE[code].hyphens, left=1, right=1)


def _code(language: str) -> str:
    return language.partition("-")[0].lower()
