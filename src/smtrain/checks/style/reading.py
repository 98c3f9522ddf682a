"""Advice on how easy a text is to read."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.checks.style.base.language import (
    counts_words,
    has_levels,
    reading_level,
    sentences,
    syllables,
    words,
)
from smtrain.checks.style.base.prose import own_prose, prose_of
from smtrain.model.course import Module

_ENOUGH = 100
"""Words from which on a reading formula says something."""

_RUNNING = ("body", "stem", "feedback")


@check("SM850", "page-that-is-hard-to-read", "advice")
def hard_page(module: Module, facts: Facts) -> Iterator[Broken]:
    """A page reads like a text for more years at school than the course asks of its readers.

    Short sentences and short words are read by more people, and faster, also by those who could read
    harder ones. `style: {reading-level: 8}` in `course.yaml` says how many school years are meant; 8
    if nobody says. Measured are pages with a hundred words or more in the author's own voice, in
    English, Dutch, French, German, Italian and Spanish.

    Bad::

        ## Page

        Organisational representatives participating in digital communication environments necessarily
        influence perceptions of institutional credibility. Consequently, individual contributions
        require careful consideration regarding confidentiality, attribution, proportionality and
        foreseeable interpretation by heterogeneous audiences.

        Notwithstanding considerable organisational investment in communication infrastructure,
        unauthorised dissemination of commercially sensitive information continues to generate
        disproportionate reputational consequences. Comprehensive preventative education consequently
        constitutes the predominant institutional response. Participation in educational activities
        remains recommended irrespective of hierarchical position or previous professional experience.

        Employees encountering uncertainty regarding appropriate communication behaviour should
        immediately consult designated organisational representatives. Documentation of consultations
        improves subsequent evaluation, continuous improvement and organisational learning. Managers
        demonstrating exemplary communication behaviour substantially increase acceptance throughout
        their departments.

    Good::

        ## Page

        People judge a firm by what its staff say online. So think before you post. Is it yours to
        share? Do you say who you are? Who else may read it, now and later?

        One careless post can do more harm than a whole campaign can mend. That is why we offer this
        course to everyone, from the newest colleague to the board. It takes a few minutes. You can stop
        and go on whenever you like.

        Are you unsure? Then ask before you post. Your contact is named on the last page. We write down
        what you asked and what we said, so that the next person finds the answer. And if you lead
        people: they watch what you do. Go first, and they will follow.

    Source: J. P. Kincaid and others, Derivation of New Readability Formulas, 1975; WCAG 2.2, 3.1.5.
    """
    if not has_levels(module.language):
        return
    code = module.language.partition("-")[0].lower()
    for page, found in prose_of(module):
        texts = [one.text for one in found if one.part in _RUNNING and not one.quoted]
        every = [word for text in texts for word in words(text)]
        if len(every) < _ENOUGH:
            continue
        level = reading_level(texts, module.language)
        if level.years > facts.style.reading_level + 0.05:
            long = sorted(
                {word.strip(".,;:!?()\"'").lower() for word in every}, key=lambda w: (-syllables(w, code), w)
            )
            yield Broken(
                page.span,
                f"this page reads like school year {level.years:.1f}, and the course asks for"
                f" {facts.style.reading_level:g} (mean sentence {level.sentence:.0f} words)",
                f"split its longest sentences, or find shorter words for {', '.join(long[:4])}",
            )


@check("SM851", "long-sentence", "advice")
def long_sentence(module: Module, facts: Facts) -> Iterator[Broken]:
    """A sentence has more words than most readers keep in mind: 25, or what `sentence-words` says.

    Quoted words, invented posts, transcripts and wrong answers do not count.

    Bad::

        ## Page

        If you find a post about us that you think is wrong, then before you write an answer you should
        look whether somebody from the team has answered it already.

    Good::

        ## Page

        You find a post about us that is wrong. Look first: somebody from the team may have answered.
    """
    if not counts_words(module.language):
        return
    for one in own_prose(module):
        for begin, end in sentences(one.text):
            length = len(words(one.text[begin:end]))
            if length > facts.style.sentence_words:
                yield Broken(
                    one.place(begin, end),
                    f"this sentence has {length} words, and the course asks for"
                    f" {facts.style.sentence_words} at most",
                    "make two of it, or a list",
                )


@check("SM852", "long-paragraph", "advice")
def long_paragraph(module: Module, facts: Facts) -> Iterator[Broken]:
    """A paragraph has more than 60 words, or what `paragraph-words` says. On a phone it fills the screen.

    Bad::

        ## Page

        Ravi works nights in a warehouse. On his break he built a bench from old pallets. He took a
        picture of it and showed it to his friends. Two strangers saw it as well. One of them walks past
        the gate every day. The other one asked whether they are hiring. Nobody had asked Ravi to post.
        He just likes the bench, and he likes the place where he works.

    Good::

        ## Page

        Ravi works nights in a warehouse. On his break he built a bench from old pallets. He took a
        picture of it and showed it to his friends.

        Two strangers saw it as well. One of them walks past the gate every day. The other one asked
        whether they are hiring. Nobody had asked Ravi to post. He just likes the bench.
    """
    if not counts_words(module.language):
        return
    for one in own_prose(module):
        length = len(words(one.text))
        if length > facts.style.paragraph_words and one.part in _RUNNING:
            yield Broken(
                one.span,
                f"this paragraph has {length} words, and the course asks for"
                f" {facts.style.paragraph_words} at most",
                "begin a new one where a new thought begins",
            )
