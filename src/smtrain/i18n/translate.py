"""A source file and a translation file → the same source in another language.

The text is exchanged where it stands, so everything behind it reads a translated file as it reads any
other; lines keep their numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from smtrain.diagnostics import Notes, rule
from smtrain.i18n.po import Entry, Po
from smtrain.i18n.units import Unit
from smtrain.source.file import SourceFile

LOST_PLACEHOLDER = rule(
    "SM601",
    "translation-that-lost-something",
    """
    A translation has other variables, link targets or gaps than its text, so something would be missing
    or lead nowhere.

    Bad in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

        msgctxt "page/title"
        msgid "Page"
        msgstr "Seite"

        msgctxt "page/text"
        msgid "See [the policy](https://example.org/policy)."
        msgstr "Siehe die Richtlinie."

    Bad in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        See [the policy](https://example.org/policy).

    Good in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

        msgctxt "page/title"
        msgid "Page"
        msgstr "Seite"

        msgctxt "page/text"
        msgid "See [the policy](https://example.org/policy)."
        msgstr "Siehe [die Richtlinie](https://example.org/policy)."

    Good in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        See [the policy](https://example.org/policy).
    """,
)

_KEPT = (
    (re.compile(r"\{\{\s*([^{}]*?)\s*\}\}"), "the variable {{{{ {0} }}}}"),
    (re.compile(r"\]\(\s*([^)\s]+)"), "the link to {0}"),
    (re.compile(r"\[@([^\]\s]+)\]"), "the source [@{0}]"),
    (re.compile(r"\[\^([^\]\s]+)\]"), "the footnote [^{0}]"),
)
_GAPS = re.compile(r"\[\[.*?\]\]")


def translated(source: SourceFile, found: Sequence[Unit], po: Po, language: str, notes: Notes) -> SourceFile:
    """The file in a language. What has no translation stays, marked as text in the source's language."""
    text = source.text
    for unit in sorted(found, key=lambda unit: unit.span, reverse=True):
        entry = po.find(unit)
        new = _shown(unit, entry, language, notes)
        if new is None:
            continue
        start = source.offset(unit.span.line, unit.span.column)
        end = source.offset(unit.span.end_line, unit.span.end_column)
        text = text[:start] + _in_as_many_lines(new, text[start:end]) + text[end:]
    return SourceFile(source.name, text)


def _shown(unit: Unit, entry: Entry | None, language: str, notes: Notes) -> str | None:
    if entry and entry.translation and not entry.fuzzy:
        lost = what_is_lost(unit.text, entry.translation)
        if not lost:
            return entry.translation
        notes.add(
            LOST_PLACEHOLDER,
            entry.span,
            f"the translation has not the same as its text: {lost}",
            mend="take it over from the text, letter by letter",
        )
    return f"[{unit.text}]{{lang={language}}}" if unit.passage else None


def what_is_lost(text: str, translation: str) -> str:
    """What a translation has less or more of than its text, in words; "" when all is there."""
    for pattern, words in _KEPT:
        wanted, given = Counter(pattern.findall(text)), Counter(pattern.findall(translation))
        for name in (*(wanted - given), *(given - wanted)):
            return words.format(name)
    gaps = len(_GAPS.findall(text)), len(_GAPS.findall(translation))
    return f"{gaps[0]} gaps in the text, {gaps[1]} in the translation" if gaps[0] != gaps[1] else ""


_BREAK = re.compile(r"\n[ \t]*(?:>[ \t]?)*[ \t]*")


def _in_as_many_lines(new: str, old: str) -> str:
    """A translation on as many lines as its text, each beginning as the text's lines do."""
    margins = _BREAK.findall(old)
    if not margins:
        return new
    words = new.split(" ")
    share = -(-len(words) // (len(margins) + 1))
    rows = [" ".join(words[i : i + share]) for i in range(0, len(words), share)]
    return "".join(row + (margins[i] if i < len(rows) - 1 else "") for i, row in enumerate(rows))
