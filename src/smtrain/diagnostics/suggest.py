"""The nearest known word, for whoever has misspelt one."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """The nearest known word as a hint, such as 'did you mean "tabs"?', or `otherwise`.

    With few known words and no near one, all of them are listed instead.
    """
    from difflib import get_close_matches

    words = sorted(known)
    small = {one.lower(): one for one in words}
    near = get_close_matches(word.lower(), small, n=1, cutoff=0.6)
    if near:
        return f'did you mean "{small[near[0]]}"?'
    if otherwise or not words or len(words) > 16:
        return otherwise
    return "known here: " + ", ".join(words)
