"""Advice on learning objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Conditional, Module, Objective, Page
from smtrain.model.node import walk_blocks
from smtrain.model.text import plain

MOST = 6
"""More objectives than that are a list for trainers, not a promise to learners."""

_VAGUE = {
    "de": "verstehen versteht kennen kennt wissen weiß begreifen lernen kennenlernen",
    "en": "understand know learn appreciate grasp realise realize",
    "es": "entender comprender conocer saber aprender entienda comprenda conozca sepa",
    "fr": "comprendre connaître savoir apprendre",
    "it": "capire comprendere conoscere sapere imparare",
    "nl": "begrijpen kennen weten leren",
    "pl": "rozumieć znać wiedzieć poznać",
    "pt": "compreender entender conhecer saber aprender",
}
"""Verbs for what nobody can see, by language. In German and Dutch they stand at the end."""

_VAGUE_STARTS = {
    "en": re.compile(
        r"(?:be|become|get|feel|have|gain) (?:an? )?(?:\w+ )?(?:aware|awareness|familiar|understanding|knowledge|insight)",
        re.IGNORECASE,
    )
}


@check("SM860", "objective-that-nobody-can-see", "advice")
def vague_objective(module: Module, facts: Facts) -> Iterator[Broken]:
    """An objective begins with a verb such as *understand* or *know*. Nobody can see whether it was reached.

    Say what a learner does: name, explain, choose, sort, compute, write, judge. Then a question can
    ask for it. In English, Dutch, French, German, Italian, Polish, Portuguese and Spanish.

    Bad::

        ## Page

        ::: objectives

        - Understand the social media policy

        :::

    Good::

        ## Page

        ::: objectives

        - Name three things that the social media policy lets you do

        :::

    Source: B. Bloom and others, Taxonomy of Educational Objectives, 1956.
    """
    code = module.language.partition("-")[0].lower()
    verbs = frozenset(_VAGUE.get(code, "").split())
    starts = _VAGUE_STARTS.get(code)
    for objective in _objectives(facts):
        text = plain(objective.inlines)
        found = re.findall(r"[^\W\d_]+", text.casefold())
        ends = found[:1] + (found[-1:] if code in ("de", "nl") else [])
        verb = next((word for word in ends if word in verbs), "")
        if not verb and starts and (match := starts.match(text)):
            verb = match[0].casefold()
        if verb:
            yield Broken(
                objective.span,
                f'nobody can see whether somebody has reached "{verb}"',
                "say what learners do: name, explain, choose, sort, compute, write, judge …",
            )


@check("SM861", "many-objectives", "advice")
def many_objectives(module: Module, facts: Facts) -> Iterator[Broken]:
    """A module promises more than six things. Nobody keeps so many in mind; three to five are good.

    Bad::

        ## Page

        ::: objectives

        - Name three networks
        - Set up a profile
        - Write a post
        - Choose a picture
        - Answer a comment
        - Sort replies by harm
        - Judge a source

        :::

    Good::

        ## Page

        ::: objectives

        - Set up a profile
        - Write a post with a picture
        - Answer a comment

        :::
    """
    left_out = {
        id(inner)
        for node in facts.nodes
        if isinstance(node, Conditional) or (isinstance(node, Page) and node.conditions)
        for inner in walk_blocks(node)
    }
    found = [objective for objective in _objectives(facts) if id(objective) not in left_out]
    if len(found) > MOST:
        yield Broken(
            found[MOST].span,
            f"this is one of {len(found)} objectives of one module",
            "keep the three to five that matter most, or make two modules of it",
        )


def _objectives(facts: Facts) -> Iterator[Objective]:
    return (node for node in facts.nodes if isinstance(node, Objective))
