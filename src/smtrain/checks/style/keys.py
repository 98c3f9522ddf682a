"""Advice on questions that give their answer away by its length or its place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.items import Item, by_chance, items_of
from smtrain.checks.style.base.language import counts_words
from smtrain.diagnostics import Place
from smtrain.model.course import Module

_RARE = 0.05
"""What chance does less often than this is a habit."""


@check("SM870", "key-that-stands-out", "advice")
def key_that_stands_out(module: Module, facts: Facts) -> Iterator[Broken]:
    """The right answer is much longer than every wrong one, so that nobody has to know it.

    Much longer is half as long again, in words and in letters, and four words at least.

    Bad::

        ## Page

        ::: choose-one {#q1}

        A customer is angry. What do you do first?

        - [x] Thank them, say who you are, and ask what happened before you promise anything
          > They feel heard, and you know what it is about.
        - [ ] Delete the comment
          > It comes back with a screenshot. Answer instead.
        - [ ] Defend your team
          > It feels loyal. They hear that you do not listen. Ask first.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        A customer is angry. What do you do first?

        - [x] Say who you are, and ask what happened
          > They feel heard, and you know what it is about.
        - [ ] Delete the comment, and write to them
          > It comes back with a screenshot. Answer instead.
        - [ ] Explain why your team acted as it did
          > It feels loyal. They hear that you do not listen. Ask first.

        :::

    Source: T. Haladyna, S. Downing, M. Rodriguez, A Review of Multiple-Choice Item-Writing Guidelines, 2002.
    """
    if not counts_words(module.language):
        return
    for item in items_of(module):
        if not item.single or len(item.choices) < 3:
            continue
        key = item.lengths[item.key]
        longest = max(length for at, length in enumerate(item.lengths) if at != item.key)
        letters = [len(text) for text in item.texts]
        wide = letters.pop(item.key) >= 1.5 * max(letters)
        if wide and key >= 1.5 * longest and key >= longest + 4:
            yield Broken(
                item.choices[item.key].span,
                f"the right answer has {key} words, and no wrong one has more than {longest}",
                "shorten it, and move reasons to its feedback; or make a wrong answer as full",
            )


@check("SM871", "key-often-longest", "advice")
def key_often_longest(module: Module, facts: Facts) -> Iterator[Broken]:
    """In a module the right answer is the longest one more often than chance would have it.

    Writers qualify what is true until it is safe, and leave wrong answers short. Learners notice.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Who may see a private message?

        - [ ] One person
          > They can pass it on. Count on it.
        - [x] Anyone they show it to
          > A message can be passed on.
        - [ ] Nobody else
          > A screenshot takes a second.

        :::

        ::: choose-one {#q2}

        A colleague is in your photo. What do you do?

        - [x] Ask them before you post it
          > It is their face, so it is their choice.
        - [ ] Post it now
          > They may not want it. Ask first.
        - [ ] Blur it
          > Friends know them anyway. Ask first.

        :::

        ::: choose-one {#q3}

        You are not sure about a rule. What helps?

        - [ ] Old posts
          > They may be wrong. Look at the list.
        - [ ] Other firms
          > Their rules are not ours. Look at the list.
        - [x] The list in the policy
          > It is short, and up to date.

        :::

        ::: choose-one {#q4}

        Somebody asks about your prices. What do you do?

        - [x] Send them to the price page
          > They get what holds today.
        - [ ] Guess
          > A wrong price hurts. Send them to the page.
        - [ ] Say nothing
          > They ask elsewhere. Send them to the page.

        :::

    Good::

        ## Page

        ::: choose-one {#q1}

        Who may see a private message?

        - [ ] One person and nobody else
          > They can pass it on. Count on it.
        - [x] Anyone they show it to
          > A message can be passed on.
        - [ ] Both of you, for a day
          > A screenshot stays. Count on it.

        :::

    Source: as for SM870.
    """
    if not counts_words(module.language):
        return
    items = [item for item in items_of(module) if item.single and len(item.choices) > 2]
    long = [item for item in items if _is_longest(item)]
    if len(items) > 3 and by_chance(len(long), (1 / len(item.choices) for item in items)) < _RARE / 2:
        yield Broken(
            long[0].choices[long[0].key].span,
            f"in {len(long)} of {len(items)} questions of this module the right answer is the longest",
            "shorten some right answers, or make some wrong ones as full",
            tuple(Place(item.choices[item.key].span, "the longest here, too") for item in long[1:4]),
        )


def _is_longest(item: Item) -> bool:
    """Whether the key is seen to be longer than all others: by a tenth of its letters."""
    lengths = [len(text) for text in item.texts]
    key = lengths.pop(item.key)
    return key >= 1.1 * max(lengths)


@check("SM872", "key-in-the-same-place", "advice")
def key_in_the_same_place(module: Module, facts: Facts) -> Iterator[Broken]:
    """In a quiz the right answer stands in the same place more often than chance would have it.

    Learners notice, and stop reading. Where the choices are mixed with `shuffle`, their order in the
    source does not matter.

    Bad::

        ## Page

        ::: choose-one {#q1}

        Who may see a private message?

        - [ ] One person and nobody else
          > They can pass it on. Count on it.
        - [x] Anyone they show it to
          > A message can be passed on.
        - [ ] Both of you, for a day
          > A screenshot stays. Count on it.

        :::

        ::: choose-one {#q2}

        A colleague is in your photo. What do you do?

        - [ ] Post it, and tag them
          > They may not want it. Ask first.
        - [x] Ask before you post
          > It is their face, so it is their choice.
        - [ ] Blur it, and post it
          > Friends know them anyway. Ask first.

        :::

        ::: choose-one {#q3}

        You are not sure about a rule. What helps?

        - [ ] Old posts of colleagues
          > They may be wrong. Look at the list.
        - [x] The list in the policy
          > It is short, and up to date.
        - [ ] Pages of other firms
          > Their rules are not ours. Look at the list.

        :::

        ::: choose-one {#q4}

        Somebody asks about your prices. What do you do?

        - [ ] Guess, and say that you guess
          > A wrong price hurts. Send them to the page.
        - [x] Send them to the price page
          > They get what holds today.
        - [ ] Say nothing, and hope
          > They ask elsewhere. Send them to the page.

        :::

    Good::

        ## Page

        ::: choose-one {#q1 shuffle}

        Who may see a private message?

        - [ ] One person and nobody else
          > They can pass it on. Count on it.
        - [x] Anyone they show it to
          > A message can be passed on.
        - [ ] Both of you, for a day
          > A screenshot stays. Count on it.

        :::
    """
    groups: dict[object, list[Item]] = {}
    for item in items_of(module):
        if item.single and len(item.choices) > 2 and not item.mixed:
            groups.setdefault(item.quiz, []).append(item)
    for items in groups.values():
        place, hits = Counter(item.key for item in items).most_common(1)[0]
        most = max(len(item.choices) for item in items)
        chance = by_chance(hits, (1 / len(item.choices) for item in items)) * most
        if len(items) > 3 and chance < _RARE:
            same = [item for item in items if item.key == place]
            yield Broken(
                same[0].choices[place].span,
                f"in {hits} of {len(items)} questions the right answer is number {place + 1}",
                'move some of them, or write "shuffle" after the ids of the questions or of their quiz',
                tuple(Place(item.choices[place].span, "and here") for item in same[1:4]),
            )
