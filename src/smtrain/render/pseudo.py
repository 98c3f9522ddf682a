"""Made-up languages that show what is wrong with a layout before a translator has written a word.

Their names are those of the Unicode CLDR. `en-XA` is English with an accent on every letter, about
two fifths longer: what has no accent was not translated, what is cut off will be cut off in German.
`ar-XB` is English written from right to left, letter by letter: what stands on the wrong side will do so
in Arabic. Numbers and the names of values stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "åƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
_ACCENTS = str.maketrans(_PLAIN, _ACCENTED)

_VALUE_OR_WORD = re.compile(r"(\{\w+\})|([A-Za-z]+)")
_RIGHT_TO_LEFT, _END = "\u202e", "\u202c"
"""Unicode's right-to-left override and the end of it."""


def _accented(word: str) -> str:
    return re.sub(r"[aeiouAEIOU]", r"\g<0>\g<0>", word).translate(_ACCENTS)


def _mirrored(word: str) -> str:
    return f"{_RIGHT_TO_LEFT}{word}{_END}"


_WRITE: Mapping[str, Callable[[str], str]] = {"en-XA": _accented, "ar-XB": _mirrored}

LANGUAGES = tuple(_WRITE)
"""Their tags."""


def names() -> tuple[str, ...]:
    """Their tags, as a command's option takes them."""
    return LANGUAGES


def pseudo(messages: Mapping[str, str], language: str) -> dict[str, str]:
    """English messages in a made-up language; in `en-XA` each is bracketed, so that a cut end shows."""
    write = _WRITE[language]
    frame = "[{}]" if language == "en-XA" else "{}"

    def turn(text: str) -> str:
        words = _VALUE_OR_WORD.sub(lambda found: found[1] or write(found[2]), text)
        ends = re.fullmatch(r"(\s*)(.*?)(\s*)", words, re.DOTALL)
        assert ends
        return ends[1] + frame.replace("{}", ends[2]) + ends[3] if re.search("[A-Za-z]", text) else text

    return {key: turn(text) for key, text in messages.items()}
