"""Translation files in the format of GNU gettext, with the line of each entry."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from smtrain.diagnostics import Notes, Span, rule
from smtrain.i18n.units import Unit
from smtrain.source.file import SourceFile

BROKEN_PO = rule(
    "SM605",
    "broken-translation-file",
    """
    A line of a translation file cannot be read, so smtrain cannot tell which text it belongs to.

    Translation files have the format of GNU gettext: `msgctxt`, `msgid` and `msgstr`, each with text in
    straight double quotes. Editors for such files keep it by themselves.

    Bad in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        ***

    Bad in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

        msgctxt "page/title"
        msgid "Page
        msgstr "Seite"

    Good in module.md::

        ---
        id: example
        title: Example
        language: en
        languages: [de]
        ---

        ## Page {#page}

        ***

    Good in locales/de.po::

        msgctxt "settings/title"
        msgid "Example"
        msgstr "Beispiel"

        msgctxt "page/title"
        msgid "Page"
        msgstr "Seite"
    """,
)

Key = tuple[str, str]
"""A unit's context and text."""

_LINE = re.compile(r'(?:(msgctxt|msgid|msgstr)\s+)?"((?:\\.|[^"\\])*)"\s*')
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r"}
_NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: the translation, whether a translator has to look at it again, and where it stands."""

    context: str
    text: str
    translation: str
    fuzzy: bool = False
    span: Span = field(default=Span.point(""), compare=False)


@dataclass(frozen=True, slots=True)
class Po:
    """A translation file: its head, and its entries by context and text."""

    name: str
    head: str
    entries: Mapping[Key, Entry]

    def find(self, unit: Unit) -> Entry | None:
        """The entry of a unit, whether it is translated or not."""
        return self.entries.get((unit.context, unit.text))


def read_po(source: SourceFile, notes: Notes) -> Po:
    """Read a translation file. A line that cannot be read is noted, and its entry left out."""
    found: dict[Key, Entry] = {}
    head = ""
    for first, block in _blocks(source):
        entry = _entry(source, first, block, notes)
        if entry is None:
            continue
        if not entry.text and not entry.context:
            head = entry.translation
        else:
            found.setdefault((entry.context, entry.text), entry)
    return Po(source.name, head, found)


def _blocks(source: SourceFile) -> Iterable[tuple[int, list[str]]]:
    """The lines of each entry with the number of the first; entries are parted by blank lines."""
    block: list[str] = []
    for number, line in enumerate([*source.lines, ""], 1):
        if line.strip():
            block.append(line.strip())
        elif block:
            yield number - len(block), block
            block = []


def _entry(source: SourceFile, first: int, block: list[str], notes: Notes) -> Entry | None:
    parts = {"msgctxt": "", "msgid": "", "msgstr": ""}
    now = ""
    fuzzy = False
    seen = False
    for number, line in enumerate(block, first):
        if line.startswith("#"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        found = _LINE.fullmatch(line)
        now = (found[1] or now) if found else ""
        if not found or not now:
            notes.add(
                BROKEN_PO,
                source.line_span(number),
                "this line is neither a comment nor text in double quotes",
                mend='write msgctxt, msgid or msgstr and a text in "…"; inside it a quote is \\"',
            )
            return None
        seen = True
        parts[now] += re.sub(r"\\(.)", lambda m: _ESCAPES.get(m[1], m[1]), found[2])
    if not seen:
        return None
    span = source.line_span(first, first + len(block) - 1)
    return Entry(parts["msgctxt"], parts["msgid"], parts["msgstr"], fuzzy, span)


def refreshed(old: Po | None, found: Iterable[tuple[Unit, str]], language: str, title: str) -> str:
    """The text of a translation file for these units, each with a word on where it stands.

    A translation is kept while its text is the same. Where the text was changed, the translation of the
    nearest text with the same context stays as a proposal, marked as fuzzy, and is not shown to learners.
    What no unit asks for any more goes.
    """
    entries = dict(old.entries) if old else {}
    blocks = [_head(language, title)]
    written: set[Key] = set()
    left = [e for e in entries.values() if e.translation]
    for unit, place in found:
        key = (unit.context, unit.text)
        if key in written:
            continue
        written.add(key)
        entry = entries.get(key) or _proposal(unit, left, written)
        lines = [f"#. {unit.note}"] if unit.note else []
        lines.append(f"#: {place}")
        if entry and entry.fuzzy:
            lines.append("#, fuzzy")
        lines += [f"msgctxt {_quoted(unit.context)}", f"msgid {_quoted(unit.text)}"]
        lines.append(f"msgstr {_quoted(entry.translation if entry else '')}")
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _proposal(unit: Unit, left: list[Entry], written: set[Key]) -> Entry | None:
    near = {e.text: e for e in left if e.context == unit.context and (e.context, e.text) not in written}
    best = get_close_matches(unit.text, near, n=1, cutoff=_NEAR)
    return Entry(unit.context, unit.text, near[best[0]].translation, fuzzy=True) if best else None


def _head(language: str, title: str) -> str:
    lines = (f"Project-Id-Version: {title}", f"Language: {language}", "MIME-Version: 1.0",
             "Content-Type: text/plain; charset=UTF-8", "Content-Transfer-Encoding: 8bit")  # fmt: skip
    return "\n".join(['msgid ""', 'msgstr ""', *(_quoted(f"{line}\n") for line in lines)])


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
