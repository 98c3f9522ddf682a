"""Advice on how questions and their answers are worded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.english import is_english
from smtrain.checks.style.base.items import Item, bare, items_of
from smtrain.checks.style.base.language import sentences
from smtrain.checks.style.base.prose import prose_in
from smtrain.diagnostics import Place
from smtrain.model.course import Module

_NOT = re.compile(
    r"\b(?:not|cannot|except|least|(?:is|are|do|does|did|should|would|could|may|must|can|wo)n['’]t)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^\W*(?:\w+[,:]\s+)?(?:and |so |but )?(?:which|what|who|whom|where|when)\b", re.IGNORECASE
)


@check("SM873", "question-in-the-negative", "advice")
def negative_stem(module: Module, facts: Facts) -> Iterator[Broken]:
    """A question asks what is *not* so. Readers in a hurry miss the word, and answer the opposite question.

    Ask for what is so. Where only the negative makes sense, set the word in bold. English only.

    Bad::

        ## Page

        ::: choose-many {#q1}

        Which of these may you not share?

        - [x] A launch date from the whiteboard
          > It is not public yet.
        - [x] A customer's name
          > It is theirs, not ours.
        - [ ] Our new advert
          > It is public. Share it if you like it.

        :::

    Good::

        ## Page

        ::: choose-many {#q1}

        Which of these stay inside the company?

        - [x] A launch date from the whiteboard
          > It is not public yet.
        - [x] A customer's name
          > It is theirs, not ours.
        - [ ] Our new advert
          > It is public. Share it if you like it.

        :::

        ::: choose-many {#q2}

        Which of these may you **not** share?

        - [x] A launch date from the whiteboard
          > It is not public yet.
        - [x] A customer's name
          > It is theirs, not ours.
        - [ ] Our new advert
          > It is public. Share it if you like it.

        :::

    Source: T. Haladyna, S. Downing, M. Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines, 2002.
    """
    if not is_english(module.language):
        return
    for item in items_of(module):
        for one in prose_in(item.question.stem):
            if one.quoted:
                continue
            for begin, end in sentences(one.own):
                sentence = one.own[begin:end]
                found = _NOT.search(sentence)
                if not (found and sentence.endswith("?") and _ASKS.match(sentence)):
                    continue
                at = begin + found.start()
                if not any(first <= at < last for first, last in one.stressed):
                    yield Broken(
                        one.place(at, begin + found.end()),
                        "a reader in a hurry misses this word, and answers the opposite question",
                        f"ask for what is so, or stress it: **{found[0]}**",
                    )


@check("SM874", "all-or-none-of-the-above", "advice")
def all_of_the_above(module: Module, facts: Facts) -> Iterator[Broken]:
    """An answer says "all of the above" or "none of the above". It rewards half knowledge, and shuffling breaks it.

    Who sees that two answers are right picks "all"; "none" shows only that a learner knows what is wrong.
    Ask with `choose-many` instead. English only.

    Bad::

        ## Page

        ::: choose-one {#q1}

        What do you check before you post a photo?

        - [ ] The faces
          > There is more to look at.
        - [ ] The screens
          > There is more to look at.
        - [x] All of the above
          > Faces, screens, and papers too.

        :::

    Good::

        ## Page

        ::: choose-many {#q1}

        What do you check before you post a photo?

        - [x] The faces
          > Those people decide.
        - [x] The screens
          > They show more than you think.
        - [ ] The light
          > It may look better. Nobody comes to harm by it.

        :::

    Source: as for SM873.
    """
    if not is_english(module.language):
        return
    for item in items_of(module):
        for choice, text in zip(item.choices, item.texts, strict=True):
            if _ALL.search(text):
                yield Broken(
                    choice.span,
                    "this answer is about the other answers",
                    'write "choose-many", and let learners tick what is right',
                )


_ALL = re.compile(
    r"\b(?:(?:all|none|both|neither|any) of (?:the above|the others?|these(?: answers| options)?|them)\W*$"
    r"|(?:all|none|both) of the above|all of the below|(?:both|either|neither) \(?[a-d]\)? (?:and|or|nor) \(?[a-d]\)?\b)",
    re.IGNORECASE,
)


@check("SM875", "absolute-word-in-an-answer", "advice")
def absolute_words(module: Module, facts: Facts) -> Iterator[Broken]:
    """A wrong answer says "always" or "never", and the right one does not. Such answers are known to be wrong.

    Hardly anything at work is always so, and learners know that. English only.

    Bad::

        ## Page

        ::: choose-one {#q1}

        A customer asks for a refund in a comment. What do you do?

        - [ ] Never answer money questions in public
          > Silence looks like a no. Answer, and move the details to a message.
        - [x] Answer in public, and go on in a message
          > Everyone sees that you help, and nobody sees the details.
        - [ ] Ask for the order number in the comment
          > It helps you, and everybody else can read it. Take it in a message.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        A customer asks for a refund in a comment. What do you do?

        - [ ] Leave it, as it is about money
          > Silence looks like a no. Answer, and move the details to a message.
        - [x] Answer in public, and go on in a message
          > Everyone sees that you help, and nobody sees the details.
        - [ ] Ask for the order number in the comment
          > It helps you, and everybody else can read it. Take it in a message.

        :::

    Source: as for SM873.
    """
    if not is_english(module.language):
        return
    for item in items_of(module):
        own = [" ".join(one.own for one in prose_in(choice.blocks)) for choice in item.choices]
        if any(
            _ABSOLUTE.search(text) for text, choice in zip(own, item.choices, strict=True) if choice.right
        ):
            continue
        for text, choice in zip(own, item.choices, strict=True):
            if not choice.right and (found := _ABSOLUTE.search(text)):
                yield Broken(
                    choice.span,
                    f'"{found[0]}" tells a learner that this answer is wrong',
                    "say it as a colleague would who believes it",
                )


_ABSOLUTE = re.compile(
    r"\b(?:always|never|under no circumstances|in all cases|in every case|at all times|without exception"
    r"|no matter what|absolutely (?:all|any|every|no|never|nothing))\b",
    re.IGNORECASE,
)


@check("SM876", "answers-that-overlap", "advice")
def overlapping_answers(module: Module, facts: Facts) -> Iterator[Broken]:
    """Two answers of which one can be picked say the same, or one includes the other, so neither can be right.

    Found are answers with the same words, answers whose words all stand in another one, and ranges of
    numbers that touch.

    Bad::

        ## Page

        ::: choose-one {#q1}

        How soon does a customer get a first answer?

        - [x] Within 1–2 hours
          > That is what we promise.
        - [ ] Within 2–4 hours
          > That is what others promise. We are quicker.
        - [ ] Within a day
          > By then they have asked elsewhere.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        How soon does a customer get a first answer?

        - [x] Within 2 hours
          > That is what we promise.
        - [ ] Within half a day
          > That is what others promise. We are quicker.
        - [ ] Within a day
          > By then they have asked elsewhere.

        :::

    Source: as for SM873.
    """
    for item in items_of(module):
        if not item.single:
            continue
        for one, other in combinations(range(len(item.choices)), 2):
            if why := _overlap(item.texts[one], item.texts[other]):
                yield Broken(
                    item.choices[other].span,
                    f"this answer {why}",
                    "let each answer say something that no other one says",
                    (Place(item.choices[one].span, "the other answer"),),
                )


def _overlap(one: str, other: str) -> str:
    a, b = bare(one), bare(other)
    if a != b and sorted(set(a)) == sorted(set(b)) and len(a) > 2 and _NOT.search(one) is None:
        return "has the words of another one"
    short, long = sorted((a, b), key=len)
    whole = any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))
    if 3 <= len(short) < len(long) and whole and not {"not", "no", "without"} & set(long) - set(short):
        return "includes another one" if short == a else "is included in another one"
    first, second = _RANGE.search(one), _RANGE.search(other)
    if first and second and _RANGE.sub("", one).strip() == _RANGE.sub("", other).strip():
        low, high = float(first[1]), float(first[2])
        if low <= float(second[2]) and float(second[1]) <= high:
            return "has numbers that another one has, too"
    return ""


_RANGE = re.compile(r"(\d+(?:\.\d+)?)\s*(?:–|-|to)\s*(\d+(?:\.\d+)?)")


@check("SM877", "two-answers-that-differ-from-the-rest", "advice")
def odd_pair(module: Module, facts: Facts) -> Iterator[Broken]:
    """Two answers are worded alike and all others are not, and one of the two is right. Learners choose between them.

    Bad::

        ## Page

        ::: choose-one {#q1}

        A reporter writes to you. What do you do?

        - [x] Pass the message on to the press office today
          > They know who may speak, and are glad to be told early.
        - [ ] Pass the message on to the press office next week
          > The story is out by then. Do it today.
        - [ ] Answer off the record
          > There is no such thing with people you do not know. Pass it on.
        - [ ] Ask your friends
          > It feels good to ask. They do not know either. Pass it on.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        A reporter writes to you. What do you do?

        - [x] Pass the message on today
          > The press office knows who may speak, and is glad to be told early.
        - [ ] Ask your friends about it
          > It feels good to ask. They do not know either. Pass it on.
        - [ ] Answer off the record
          > There is no such thing with people you do not know. Pass it on.

        :::

    Source: as for SM873.
    """
    for item in items_of(module):
        if item.single and len(item.choices) > 2 and (pair := _pair(item)):
            one, other = pair
            yield Broken(
                item.choices[other].span,
                "two answers are worded alike, and learners will choose between them",
                "word one of the two differently, or a third one like them",
                (Place(item.choices[one].span, "the other one"),),
            )


def _pair(item: Item) -> tuple[int, int] | None:
    sets = [frozenset(bare(text)) for text in item.texts]

    def alike(one: int, other: int) -> float:
        both = sets[one] & sets[other]
        return len(both) / len(sets[one] | sets[other]) if len(both) > 3 else 0.0

    pairs = [pair for pair in combinations(range(len(sets)), 2) if alike(*pair) >= 0.5]
    if len(pairs) != 1 or item.key not in pairs[0] or _overlap(*(item.texts[at] for at in pairs[0])):
        return None
    return pairs[0]
