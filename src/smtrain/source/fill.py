"""Fill in the company's values: a Document with variables → a Document with plain text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.node import Node, rebuild, walk
from smtrain.model.text import Code, CodeBlock, Gap, Link, Picture, Text, Variable
from smtrain.source.document import Directive, Document, Title

UNKNOWN_VARIABLE = rule(
    "SM503",
    "unknown-variable",
    """
    A variable is used, or given a value, that is not declared: it would reach learners unfilled.

    Bad::

        ## Page

        Write to {{ press.mail }}.

    Good::

        ---
        id: example
        title: Example
        language: en
        variables: {press.mail: press@example.org}
        ---

        ## Page

        Write to {{ press.mail }}.
    """,
)
LATE_VARIABLE = rule(
    "SM508",
    "variable-known-too-late",
    """
    Only the player knows this value, so it can stand in running text but not in a title, a link or code.

    Bad::

        ## Page

        `{{ learner.name }}`

    Good::

        ## Page

        Welcome, {{ learner.name }}.
    """,
)

PLAYER_VARIABLES = frozenset({"learner.name", "today"})
_BRACES = re.compile(r"\{\{[ \t]*([A-Za-z][\w-]*(?:\.[\w-]+)*)[ \t]*\}\}")


class Filler:
    """Fills variables from `values`, and notes those that have none."""

    def __init__(self, values: Mapping[str, str], notes: Notes) -> None:
        self._values, self._notes = values, notes

    def document(self, document: Document) -> Document:
        """The same document with its variables filled."""
        return replace(document, blocks=rebuild(document.blocks, self._node))

    def text(self, text: str, span: Span) -> str:
        """The same text with its variables filled."""
        if "{{" not in text:
            return text

        def fill(found: re.Match[str]) -> str:
            name = found[1]
            if name in PLAYER_VARIABLES:
                self._late(name, span)
                return ""
            value = self._value(name, span)
            return found[0] if value is None else value

        return _BRACES.sub(fill, text)

    def _late(self, name: str, span: Span) -> None:
        self._notes.add(
            LATE_VARIABLE,
            span,
            f'"{name}" is known only while a learner is there',
            mend="use it in running text only",
        )

    def _value(self, name: str, span: Span) -> str | None:
        if name in self._values:
            return self._values[name]
        self._notes.add(
            UNKNOWN_VARIABLE,
            span,
            f'there is no variable "{name}"',
            mend=did_you_mean(
                name,
                {*self._values, *PLAYER_VARIABLES},
                "declare it under variables: in course.yaml or in the front matter",
            ),
        )
        return None

    def _node(self, node: Node) -> Node:
        match node:
            case Variable(span=span, name=name):
                if name in PLAYER_VARIABLES:
                    return node
                value = self._value(name, span)
                return Text(span, value) if value is not None else node
            case Link(href=href) if "{{" in href:
                return replace(node, href=self.text(href, node.target))
            case Picture(src=src, alt=alt, caption=caption) if "{{" in src + alt + caption:
                return replace(
                    node,
                    src=self.text(src, node.span),
                    alt=self.text(alt, node.span),
                    caption=self.text(caption, node.span),
                )
            case Code(value=value) | CodeBlock(value=value) if "{{" in value:
                return replace(node, value=self.text(value, node.span))
            case Gap(answers=answers) if any("{{" in answer for answer in answers):
                return replace(node, answers=tuple(self.text(answer, node.span) for answer in answers))
            case Directive():
                return self._directive(node)
            case Title(inlines=inlines):
                for inner in walk(inlines):
                    if isinstance(inner, Variable) and inner.name in PLAYER_VARIABLES:
                        self._late(inner.name, inner.span)
                return node
            case _:
                return node

    def _directive(self, node: Directive) -> Directive:
        items = tuple(
            replace(item, value=self.text(item.value, item.value_span))
            if item.value and "{{" in item.value
            else item
            for item in node.attributes.items
        )
        title = self.text(node.title, node.title_span)
        if title == node.title and all(a is b for a, b in zip(items, node.attributes.items, strict=True)):
            return node
        return replace(node, title=title, attributes=replace(node.attributes, items=items))
