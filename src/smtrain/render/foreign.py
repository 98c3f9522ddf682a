"""Marks words in another language than the page's, so that a screen reader pronounces them (WCAG 3.1.2).

A module in a language that the player does not speak has the player's words in English. Templates need
not know: the words come with an invisible sign before and behind, and the finished page is gone through
once. The places where the player's script will write (`data-slot`) are marked as well. In a name that nobody sees (`aria-label`) a language can be told only where the element has no text
of its own.
"""

from __future__ import annotations

import re

from smtrain.render.languages import direction

_BEGIN, _END = "\ue000", "\ue001"
_TAG = re.compile(r"""<([a-z][a-z0-9]*)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_OPTION = re.compile(rf"(<option\b[^>]*)>{_BEGIN}([^<]*){_END}")
_NAMED_ALONE = frozenset({"a", "button", "progress"})


def foreign(text: str) -> str:
    """Words in another language than the page's, with our signs."""
    return f"{_BEGIN}{text}{_END}"


def mark_foreign(html: str, language: str, around: str) -> str:
    """A page with our signs turned into marks: `language` is that of the words, `around` the page's."""
    way = direction(language)
    turned = f' dir="{way}"' if way != direction(around) else ""

    def tag(found: re.Match[str]) -> str:
        text = found[0]
        named = _BEGIN in text and found[1] in _NAMED_ALONE
        text = text.replace(_BEGIN, "").replace(_END, "")
        if named or ' id="course"' in text:
            return f'{text[:-1]} lang="{language}">'
        if " data-slot=" in text:
            return f'{text[:-1]} lang="{language}"{turned}>'
        return text

    html = _OPTION.sub(rf'\1 lang="{language}"{turned}>\2', html)
    html = _TAG.sub(tag, html)
    return html.replace(_BEGIN, f'<bdi lang="{language}">').replace(_END, "</bdi>")
