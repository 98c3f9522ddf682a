"""Plain text as HTML: one function for each type of node in `model/text.py`."""

from __future__ import annotations

import re

from markupsafe import escape

from smtrain.model import text
from smtrain.render.languages import direction
from smtrain.render.writer import Writer, writes

_OTHER_SITE = re.compile(r"https?://", re.IGNORECASE)
_SAFE = re.compile(r"(?:https?://|mailto:|tel:|#)", re.IGNORECASE)


@writes(text.Text)
def _text(write: Writer, node: text.Text) -> str:
    return escape(node.value)


@writes(text.Emphasis)
def _emphasis(write: Writer, node: text.Emphasis) -> str:
    tag = "strong" if node.strong else "em"
    return f"<{tag}>{write.inlines(node.inlines)}</{tag}>"


@writes(text.Strike)
def _strike(write: Writer, node: text.Strike) -> str:
    return f"<del>{write.inlines(node.inlines)}</del>"


@writes(text.Code)
def _code(write: Writer, node: text.Code) -> str:
    return f"<code>{escape(node.value)}</code>"


@writes(text.LineBreak)
def _line_break(write: Writer, node: text.LineBreak) -> str:
    return "<br>" if node.hard else "\n"


@writes(text.Link)
def _link(write: Writer, node: text.Link) -> str:
    words = write.inlines(node.inlines)
    title = f' title="{escape(node.title)}"' if node.title else ""
    if node.href[1:] in write.terms and node.href.startswith("#"):
        return f'<a href="{escape(node.href)}" data-term="{escape(node.href[1:])}"{title}>{words}</a>'
    if not _SAFE.match(node.href):
        return words
    if not _OTHER_SITE.match(node.href):
        return f'<a href="{escape(node.href)}"{title}>{words}</a>'
    hint = escape(write.say("page.new-tab"))
    return (
        f'<a href="{escape(node.href)}" target="_blank" rel="noopener"{title}>{words}'
        f'<span class="visually-hidden"> {hint}</span></a>'
    )


@writes(text.Picture)
def _picture(write: Writer, node: text.Picture) -> str:
    """WCAG 1.1.1: a decorative picture has an empty alternative. Width and height keep its place."""
    media = write.shelf.media(node.src)
    size = f' width="{media.width}" height="{media.height}"' if media.width and media.height else ""
    tenths = f' class="w{round(node.width / 10)}"' if 0 < node.width < 95 else ""
    lazy = ' loading="lazy"' if write.lazy else ""
    alt = "" if node.decorative else escape(node.alt)
    return f'<img src="{write.asset(node.src)}" alt="{alt}"{size}{tenths}{lazy} decoding="async">'


@writes(text.Variable)
def _variable(write: Writer, node: text.Variable) -> str:
    """Only the player knows it; until then, words that fit most sentences. A name may be in any script."""
    name = escape(node.name)
    return f'<bdi data-variable="{name}">{escape(write.say_or(f"page.variable.{node.name}", ""))}</bdi>'


@writes(text.Gap)
def _gap(write: Writer, node: text.Gap) -> str:
    return write.gap(node)


@writes(text.Tied)
def _tied(write: Writer, node: text.Tied) -> str:
    """A second label of the answer's box; the box is named by its own words (see page/picking.html)."""
    box = f"{escape(node.question)}_{escape(node.option)}_box"
    place = "tied last" if node.last else "tied"
    words = write.inlines(node.inlines)
    return f'<label class="{place}" for="{box}" data-for="{escape(node.option)}">{words}</label>'


@writes(text.Passage)
def _passage(write: Writer, node: text.Passage) -> str:
    words = str(write.inlines(node.inlines))
    if node.condition:
        words += f" <small>({escape(write.for_whom(node.condition))})</small>"
    if not node.lang:
        return f"<span>{words}</span>"
    way = direction(node.lang)
    turned = f' dir="{way}"' if way != direction(write.module.language) else ""
    return f'<span lang="{escape(node.lang)}"{turned}>{words}</span>'


@writes(text.FootnoteMark)
def _footnote_mark(write: Writer, node: text.FootnoteMark) -> str:
    count = write.mark_footnote(node)
    place = f"note_{node.number}_{count}"
    spoken = escape(write.say("page.footnote", n=node.number))
    return f'<sup><a href="#note_{node.number}" id="{place}" aria-label="{spoken}">{node.number}</a></sup>'


@writes(text.SourceMark)
def _source_mark(write: Writer, node: text.SourceMark) -> str:
    """A number in brackets, so that it is not taken for a footnote's."""
    source, number, count = write.mark_source(node.source)
    place = f"source_{number}_{write.page}"
    spoken = escape(write.say("page.source", n=number, title=source.title))
    return f'<sup><a href="#{place}" id="{place}_{count}" aria-label="{spoken}">[{number}]</a></sup>'


@writes(text.Footnote)
def _footnote(write: Writer, node: text.Footnote) -> str:
    """Its text stands at the end of the page that marks it first."""
    return ""


@writes(text.Paragraph)
def _paragraph(write: Writer, node: text.Paragraph) -> str:
    return f"<p>{write.inlines(node.inlines)}</p>\n"


@writes(text.Heading)
def _heading(write: Writer, node: text.Heading) -> str:
    """The page's title is h2 as in the source, so `###` stays h3."""
    mark = f' id="{escape(node.id)}"' if node.id else ""
    return f"<h{node.level}{mark}>{write.inlines(node.inlines)}</h{node.level}>\n"


@writes(text.List)
def _list(write: Writer, node: text.List) -> str:
    tag = "ul" if node.start is None else "ol"
    start = f' start="{node.start}"' if node.start not in (None, 1) else ""
    body = write.tight if node.tight else write.blocks
    rows = "".join(f"<li{_tick(write, item)}{body(item.blocks)}</li>\n" for item in node.items)
    return f"<{tag}{start}>\n{rows}</{tag}>\n"


def _tick(write: Writer, item: text.Item) -> str:
    """The end of an item's start tag, and its box if it has one. Not a control: there is nothing to do."""
    if item.ticked is None:
        return ">"
    spoken = escape(write.say("page.ticked" if item.ticked else "page.unticked"))
    sign = "☑\ufe0e" if item.ticked else "☐\ufe0e"
    return (
        f' class="task"><span aria-hidden="true">{sign} </span><span class="visually-hidden">{spoken} </span>'
    )


@writes(text.Item)
def _item(write: Writer, node: text.Item) -> str:
    return f"<li{_tick(write, node)}{write.blocks(node.blocks)}</li>\n"


@writes(text.Table)
def _table(write: Writer, node: text.Table) -> str:
    """In a container that scrolls and takes the focus, so that narrow screens lose nothing (WCAG 2.1.1)."""
    head = "".join(f'<th scope="col"{_align(c)}>{write.inlines(c.inlines)}</th>' for c in node.header)
    rows = "".join(
        "<tr>" + "".join(f"<td{_align(c)}>{write.inlines(c.inlines)}</td>" for c in row) + "</tr>\n"
        for row in node.rows
    )
    columns = write.words.join("page.comma", (text.plain(c.inlines) for c in node.header))
    name = escape(write.say("page.table", columns=columns))
    return (
        f'<div class="table" role="group" aria-label="{name}" tabindex="0"><table>\n'
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}</tbody></table></div>\n"
    )


def _align(cell: text.Cell) -> str:
    return f' class="{cell.align}"' if cell.align in ("center", "right") else ""


@writes(text.Quote)
def _quote(write: Writer, node: text.Quote) -> str:
    return f"<blockquote>{write.blocks(node.blocks)}</blockquote>\n"


@writes(text.CodeBlock)
def _code_block(write: Writer, node: text.CodeBlock) -> str:
    return f'<pre tabindex="0"><code>{escape(node.value)}</code></pre>\n'


@writes(text.Divider)
def _divider(write: Writer, node: text.Divider) -> str:
    return "<hr>\n"
