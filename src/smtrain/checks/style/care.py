"""Advice on what may hurt some readers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.english import is_english
from smtrain.checks.style.base.prose import prose_of
from smtrain.model.course import Module


@check("SM855", "topic-without-a-content-note", "advice")
def topic_without_note(module: Module, facts: Facts) -> Iterator[Broken]:
    """A page speaks of suicide, sexual or domestic violence, killing or racist abuse, and nobody was told before.

    Some readers have lived through it. Say in a line before it what is coming, that it may be skipped,
    and who helps. A line counts that stands before it on the page and says "content note", or "this page
    mentions …", "the story touches on …" and the like, or on the page before it: "the next page mentions …". A line with a helpline needs no note. English only.

    Bad::

        ## A bad evening

        A customer writes that he thinks of suicide.

    Good::

        ## A bad evening

        Content note: this page mentions suicide, in one sentence. You may skip it.

        A customer writes that he thinks of suicide.
    """
    if not is_english(module.language):
        return
    warned = False
    for _, found in prose_of(module):
        for one in found if not warned else ():
            if _NOTE.search(one.text):
                break
            if (match := _TOPIC.search(one.text)) and not _HELP.search(one.text):
                yield Broken(
                    one.place(match.start(), match.end()),
                    f'nobody was told that "{match[0]}" would come up',
                    "say so in a line before it: Content note: this page mentions …; you may skip it",
                )
                break
        warned = any(_NEXT.search(one.text) for one in found[-3:])


_TOPIC = re.compile(
    r"\b(?:suicid\w*|self-harm\w*|kill(?:s|ed|ing)? (?:him|her|them|your|my)sel(?:f|ves)|raped?|rapist\w*"
    r"|sexual(?:ly)? (?:assault\w*|abus\w*|violence)|child abuse|domestic (?:violence|abuse)|violence at home"
    r"|death threats?|racist (?:abuse|slurs?)|racial slurs?|homophobic (?:abuse|slurs?)|lynch\w*|massacre\w*"
    r"|(?:mass|school) shootings?|terror(?:ist)? attacks?|eating disorders?|beheading\w*|tortur(?:e|ed|ing))\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"\b(?:content|trigger) (?:note|warning)\b"
    r"|\b(?:page|section|story|example|case|part|scene|lesson|module|film|clip|post|question|next|following)\b[^.!?]{0,40}?"
    r"\b(?:mentions?|touch(?:es)? on|talks? (?:about|of)|speaks? of|contains?|describes?|deals? with|quotes?|is about|are about)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\b(?:next|following) (?:page|part|section)\b", re.IGNORECASE)
_HELP = re.compile(r"\b(?:help ?lines?|hotlines?|samaritans)\b", re.IGNORECASE)
