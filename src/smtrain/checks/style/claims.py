"""Advice on claims: numbers without a source, laws without a country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.english import is_english
from smtrain.checks.style.base.prose import Prose, prose_of
from smtrain.model.course import Module

_NEAR = 2
"""How many paragraphs before or after may name the source."""

_PEOPLE = (
    r"(?:people|persons|staff|customers?|users|employees|adults|workers|companies|firms|brands|shoppers"
    r"|buyers|readers|managers|teenagers|women|men|children|teams|posts|videos|accounts|us|them)"
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|a hundred|\d+)"
_SHARE = (
    r"(?:\d[\d,.]*\s?%|\d[\d,.]*\s?per ?cent\b"
    r"|\b(?:half|an? (?:third|quarter|fifth|tenth)|two thirds|three quarters) of (?:all|every)\b"
    rf"|\b(?:one|{_NUMBER}) (?:in|out of) (?:every )?{_NUMBER}\b)"
)
_CLAIM = re.compile(
    rf"{_SHARE}(?=[^.!?]*\b{_PEOPLE}\b)|\b{_PEOPLE}\b[^.!?÷=]*?{_SHARE}"
    r"|\b(?:surveys?|stud(?:y|ies)|polls|researchers?|research|experiments?)\b"
    r"(?=[^.!?]*\b(?:found|finds?|shows?|showed|asked|suggests?|suggested|reports?|reported|says?|said|proves?|proved)\b)"
    r"|\baccording to (?:an?|one|the|recent) (?:\w+ )?(?:survey|study|poll|report|research)\b"
    r"|\b(?:fines?|penalt(?:y|ies)|damages)\b[^.!?]*?[£$€]\s?\d[\d,.]*",
    re.IGNORECASE,
)
_SUM = re.compile(r"[÷×=]|\bdivided by\b|\btimes 100\b")


@check("SM890", "number-without-source", "advice")
def number_without_source(module: Module, facts: Facts) -> Iterator[Broken]:
    """A claim with a number, or with a study, names no source. Learners cannot check it, and neither can you next year.

    Write the source into `sources.yaml`, and `[@ID]` after the sentence. One mark is enough for what stands
    around it: the two paragraphs before and after. Law notes and cases have sources of their own; sums,
    questions, stories and posts are left alone. English only.

    Bad::

        ## Page

        Half of all staff have posted about their employer.

    Good in sources.yaml::

        S52: {title: Employees Rising, published: 2014, checked: 2026-11-01}

    Good in module.md::

        ## Page

        Half of all staff have posted about their employer.[@S52]
    """
    if not is_english(module.language):
        return
    for _, found in prose_of(module):
        for at, one in enumerate(found):
            if one.part != "body" or one.quoted or one.told or _cited(found, at):
                continue
            if (match := _CLAIM.search(one.own)) and not _SUM.search(one.own):
                yield Broken(
                    one.place(match.start(), match.end()),
                    "this claim names no source",
                    "write the source into sources.yaml and its id after the sentence: [@S01]",
                )


def _cited(found: Sequence[Prose], at: int) -> bool:
    return any(one.cites for one in found[max(0, at - _NEAR) : at + _NEAR + 1])


@check("SM891", "law-without-a-country", "advice")
def law_without_a_country(module: Module, facts: Facts) -> Iterator[Broken]:
    """A text calls something illegal and does not say where. Laws differ, and learners sit in many countries.

    Name the country or region, or say "in many countries"; or write a law note, `> [!LAW]`, for those it
    is about. Text for some readers only, questions and stories are left alone. English only.

    Bad::

        ## Page

        It is illegal to review your own product.

    Good::

        ## Page

        In many countries it is illegal to review your own product.
    """
    if not is_english(module.language):
        return
    for _, found in prose_of(module):
        for one in found:
            if one.part != "body" or one.quoted or one.told or one.readers or one.cites:
                continue
            match = _ILLEGAL.search(one.own)
            if match and not _SOMEWHERE.search(one.text):
                yield Broken(
                    one.place(match.start(), match.end()),
                    f'"{match[0]}" where?',
                    'name the country or region, or write "in many countries"',
                )


_ILLEGAL = re.compile(
    r"\b(?:illegal(?:ly)?|unlawful(?:ly)?|against the law|a criminal offence|prohibited by law|forbidden by law"
    r"|break(?:s|ing)? the law|the law (?:says|requires|forbids|demands|bans))\b",
    re.IGNORECASE,
)
_SOMEWHERE = re.compile(
    r"\b(?:in (?:the )?[A-Z]\w+|US|UK|EU|USA|America[n]?|Brit(?:ain|ish)|Europe(?:an)?|federal|countr(?:y|ies)|nation(?:s|al)"
    r"|where you (?:live|work)|some laws?|states?|jurisdictions?|places|regions?)\b"
)
