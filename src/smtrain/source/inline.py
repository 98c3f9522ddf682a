"""The dialect's own marks inside running text, and where every mark stands.

markdown-it's inline tokens carry no positions. Each rule is wrapped here so that every token it makes
notes its offset (`meta["at"]`) in the text of the block; `Locator` turns offsets into places.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

from smtrain.source.attributes import find_end

InlineRule = Callable[[StateInline, bool], bool]

_VARIABLE = re.compile(r"\{\{[ \t]*(?P<name>[A-Za-z][\w-]*(?:\.[\w-]+)*)[ \t]*\}\}")


def add_inline_rules(md: MarkdownIt) -> None:
    """Teach markdown-it the dialect's marks, and make every rule tell where its tokens stand."""
    ruler = md.inline.ruler
    ruler.before("link", "gap", gap)
    ruler.before("link", "passage", passage)
    ruler.before("link", "source", source)
    ruler.before("html_inline", "comment", comment)
    ruler.push("variable", variable)
    for known in list(ruler.__rules__):
        fn = with_attributes(known.fn) if known.name == "image" else known.fn
        ruler.at(known.name, located(fn))


_SOURCE = re.compile(r"\[@(?P<id>[A-Za-z0-9](?:[\w-]*\w)?)\](?![({])")


def located(rule: InlineRule) -> InlineRule:
    """The same rule, noting the offset of each token it makes."""

    def locate(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        pending = len(state.pending) if not silent else 0
        if not rule(state, silent):
            return False
        if not silent and len(state.tokens) > before:
            new = state.tokens[before:]
            if pending and new[0].type == "text":
                # Making a token flushes the plain text read so far as a token of its own.
                new[0].meta.setdefault("at", start - pending)
                new = new[1:]
            for index, token in enumerate(new):
                # Delimiter runs such as ** make one token for each character.
                token.meta.setdefault("at", start + index if token.type == "text" else start)
                token.meta.setdefault("end", state.pos)
        return True

    return locate


def with_attributes(image: InlineRule) -> InlineRule:
    """The picture rule, taking the attributes that follow directly."""

    def rule(state: StateInline, silent: bool) -> bool:
        if not image(state, silent):
            return False
        end = _braces(state, state.pos)
        if end:
            if not silent:
                state.tokens[-1].meta["attributes"] = (state.pos, end)
            state.pos = end
        return True

    return rule


def variable(state: StateInline, silent: bool) -> bool:
    """`{{ name }}`; two braces that are no variable are noted."""
    if not state.src.startswith("{{", state.pos):
        return False
    found = _VARIABLE.match(state.src, state.pos)
    if not silent:
        token = state.push("variable", "", 0)
        token.content = found["name"] if found else ""
    state.pos = found.end() if found else state.pos + 2
    return True


def gap(state: StateInline, silent: bool) -> bool:
    """`[[answer|also accepted]]`."""
    if not state.src.startswith("[[", state.pos):
        return False
    end = state.src.find("]]", state.pos + 2)
    if end < 0 or "\n" in state.src[state.pos : end]:
        return False
    if not silent:
        token = state.push("gap", "", 0)
        token.content = state.src[state.pos + 2 : end]
    state.pos = end + 2
    return True


def source(state: StateInline, silent: bool) -> bool:
    """`[@S08]`; what is followed by a target or by attributes is a link or a passage."""
    found = _SOURCE.match(state.src, state.pos)
    if not found or found.end() > state.posMax:
        return False
    if not silent:
        token = state.push("source", "", 0)
        token.content = found["id"]
    state.pos = found.end()
    return True


def passage(state: StateInline, silent: bool) -> bool:
    """`[text]{attributes}`."""
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos, state.posMax
    label_end = parseLinkLabel(state, start)
    end = _braces(state, label_end + 1) if label_end >= 0 else 0
    if not end:
        return False
    if not silent:
        token = state.push("passage_open", "", 1)
        token.meta["attributes"] = (label_end + 1, end)
        state.pos, state.posMax = start + 1, label_end
        state.md.inline.tokenize(state)
        state.push("passage_close", "", -1)
    state.pos, state.posMax = end, maximum
    return True


def comment(state: StateInline, silent: bool) -> bool:
    """`<!-- … -->`; an unclosed one is noted and left as text."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 4)
    if not silent:
        token = state.push("comment", "", 0)
        token.content = state.src[state.pos : end + 3] if end >= 0 else ""
    state.pos = end + 3 if end >= 0 else state.pos + 4
    return True


def _braces(state: StateInline, at: int) -> int:
    """The end of attributes that begin right here, or 0."""
    src = state.src
    if at >= state.posMax or src[at] != "{" or src.startswith("{{", at):
        return 0
    end = find_end(src, at)
    return end if 0 < end <= state.posMax else 0
