"""Advice on words: jargon, and hashtags that a screen reader cannot read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.english import COMMON, JARGON, is_english
from smtrain.checks.style.base.prose import own_prose
from smtrain.model.course import Module
from smtrain.model.node import Block, walk
from smtrain.model.question import Question
from smtrain.model.text import Text


@check("SM853", "jargon", "advice")
def jargon(module: Module, facts: Facts) -> Iterator[Broken]:
    """A word that sounds like business and says little, or that not every reader knows.

    The list is for English. `style: {words: {customer journey: what customers go through}}` in
    `course.yaml` adds words in any language, each with what to say instead; `style: {allow: [viral]}`
    takes one off. Words in quotation marks, in code, in invented posts and in wrong answers do not count.

    Bad::

        ## Page

        We leverage our networks to reach more people.

    Good::

        ## Page

        We use our networks to reach more people. Nobody has to say "leverage".
    """
    found = {**(JARGON if is_english(module.language) else {}), **facts.style.words}
    listed = tuple((word, instead) for word, instead in found.items() if word not in facts.style.allow)
    if not listed:
        return
    pattern, meant = _pattern(listed)
    for one in own_prose(module):
        for match in pattern.finditer(one.own):
            word = meant[match.lastgroup or ""]
            instead = found[word]
            yield Broken(
                one.place(match.start(), match.end()),
                f'"{match[0]}" is jargon',
                f'write "{instead}"' if instead else "say in plain words what is meant",
            )


@cache
def _pattern(listed: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """One pattern for all words. A `*` at the end of a word stands for any ending."""
    meant = {f"w{number}": word for number, (word, _) in enumerate(listed)}
    either = "|".join(
        f"(?P<{name}>{re.escape(word).replace(re.escape('*'), '[a-z]*')})" for name, word in meant.items()
    )
    return re.compile(rf"\b(?:{either})\b", re.IGNORECASE), meant


@check("SM854", "hashtag-without-capitals", "advice")
def hashtag_without_capitals(module: Module, facts: Facts) -> Iterator[Broken]:
    """A hashtag of several words has no capitals, so a screen reader says it as one word that is none.

    Also tags in invented posts count, for learners copy what they see; but not in posts to avoid, on a
    bad side, or in questions. Only English tags are taken apart.

    Bad::

        ## Page

        ::: post {author="Kim Doe"}

        What a week! #bestteamever

        :::

    Good::

        ## Page

        ::: post {author="Kim Doe"}

        What a week! #BestTeamEver

        :::
    """
    if not is_english(module.language):
        return
    left_out = {
        id(inner)
        for node in facts.nodes
        if isinstance(node, Question)
        or getattr(node, "verdict", "") == "avoid"
        or (not isinstance(node, Block) and node.quoted())
        for inner in walk(node)
    }
    for node in facts.nodes:
        if not isinstance(node, Text) or id(node) in left_out:
            continue
        for match in re.finditer(r"(?<![\w/&])#([a-z]{6,})\b(?![-.]\w)", node.value):
            if parts := _taken_apart(match[1]):
                tag = "".join(part.capitalize() for part in parts)
                yield Broken(
                    node.span,
                    f"a screen reader says #{match[1]} as one word",
                    f"begin each word with a capital: #{tag}",
                )


def _taken_apart(tag: str) -> list[str]:
    """The common words that a tag is made of; nothing for one that is a word, or has others in it."""
    if tag in COMMON:
        return []
    best: list[list[str] | None] = [[]] + [None] * len(tag)
    for end in range(1, len(tag) + 1):
        for start in range(max(0, end - 14), end):
            before = best[start]
            if before is None or tag[start:end] not in COMMON:
                continue
            made = [*before, tag[start:end]]
            known = best[end]
            if known is None or len(made) < len(known):
                best[end] = made
    return best[-1] or []
