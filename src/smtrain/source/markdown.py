"""markdown-it set up for the dialect: our block rules, and where the text of each block stands."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from smtrain.source.file import SourceFile
from smtrain.source.inline import add_inline_rules
from smtrain.source.leading import split_leading_marks

MAX_NESTING = 60
_ENDS_TEXT: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}


def tokenize(source: SourceFile, text: str) -> list[Token]:
    """The tokens of a file's text, which has the same lines as the file."""
    md = _parser(bare_links="://" in text or "@" in text)
    return md.parse(text, {"source": source})


@cache
def _parser(*, bare_links: bool) -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "linkify": bare_links, "maxNesting": MAX_NESTING})
    md.enable(["table", "strikethrough"])
    md.disable(["html_block", "lheading"])
    footnote_plugin(md, inline=False, move_to_end=False)
    md.block.ruler.before("fence", "directive", directive, _ENDS_TEXT)
    md.block.ruler.before("fence", "comment", comment, _ENDS_TEXT)
    md.core.ruler.before("inline", "leading_marks", split_leading_marks)
    if bare_links and md.linkify:
        md.enable("linkify")
        # Names such as "module.md" are not web addresses.
        md.linkify.set({"fuzzy_link": False})
    add_inline_rules(md)
    return md


def directive(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """One `:::` line, opening or closing.

    Lines are paired later (`tree.py`), so that nothing is closed by guess. Code fences, lists and
    quotes keep their own rules, because each `:::` line is a block by itself.
    """
    if state.is_code_block(start):
        return False
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith(":::", at):
        return False
    if silent:
        return True
    token = state.push("directive", "", 0)
    token.content = state.src[at : state.eMarks[start]].rstrip()
    token.map = [start, start + 1]
    state.line = start + 1
    return True


def comment(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A comment that begins its own line; it may go on over several lines, blank ones too."""
    if state.is_code_block(start):
        return False
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("<!--", at):
        return False
    last = start
    close = state.src.find("-->", at + 4, state.eMarks[end - 1])
    if close >= 0:
        last = bisect_left(state.eMarks, close, start, end)
        if state.src[close + 3 : state.eMarks[last]].strip():
            return False  # Text follows: the comment is part of a paragraph.
    if silent:
        return True
    token = state.push("comment_block", "", 0)
    token.content = state.src[at : close + 3] if close >= 0 else ""
    token.map = [start, last + 1]
    state.line = last + 1
    return True
