"""The module everything is measured with, and its relatives with other words and pictures.

12 pages, about 3,700 words, 15 questions (4 choose-one, 3 choose-many, 3 true-false, 2 match, 1 order,
2 fill-in), 6 pictures. Eleven questions are practice, four make a quiz at the end.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from benchmarks.prose import Prose

PAGES = 12
WORDS_A_PAGE = 303
PICTURE_PAGES = (1, 3, 5, 7, 9, 11)
"""Pages with a picture, from 1. The first page has one, because it decides how fast a visit feels."""

_KINDS = (
    "choose-one", "choose-many", "true-false", "match", "fill-in", "choose-one", "order", "choose-many",
    "true-false", "match", "fill-in", "choose-one", "choose-many", "true-false", "choose-one",
)  # fmt: skip
PRACTICE = PAGES - 1
"""Questions outside the quiz, one on each page but the last."""


@dataclass(frozen=True, slots=True)
class Option:
    """A choice, a pair (`text` and `target`) or a step; `reply` is what its choice earns."""

    text: str
    right: bool = False
    target: str = ""
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. A fill-in has its gaps in the text, as `[[word]]`."""

    id: str
    kind: str
    text: str
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """One page: Markdown that any tool reads, without its heading."""

    id: str
    title: str
    text: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """A whole module, in nobody's format. The questions of the last page are the quiz."""

    id: str
    title: str
    pages: tuple[Page, ...]


def content(number: int) -> Content:
    """The module of a number; the reference module is 1."""
    prose = Prose(number)
    questions = [_question(prose, number, place, kind) for place, kind in enumerate(_KINDS, 1)]
    pages = tuple(
        _page(prose, place, questions[place - 1 : place] if place < PAGES else questions[PRACTICE:])
        for place in range(1, PAGES + 1)
    )
    return Content(f"module-{number:03}", f"Module {number}: talking about work", pages)


def words(module: Content) -> int:
    """How many words of text a module has, without its questions."""
    return sum(len(page.text.split()) for page in module.pages)


def _page(prose: Prose, place: int, questions: list[Question]) -> Page:
    picture = [f"![{prose.sentence()}](media/picture-{place}.jpg)"] if place in PICTURE_PAGES else []
    parts = [
        prose.paragraph(3),
        *picture,
        f"### What to do about {prose.phrase()}",
        "\n".join(f"- {prose.advice()}" for _ in range(4)),
        prose.paragraph(2),
        _table(prose),
        f"> {prose.sentence()}",
        f"### Where to read about {prose.phrase()}",
        f"{prose.sentence()} See [the policy on page {place}](https://example.org/policy/{place}).",
    ]
    while sum(len(part.split()) for part in parts) < WORDS_A_PAGE:
        parts.insert(-1, prose.paragraph(1))
    return Page(f"page-{place}", f"Part {place}: {prose.phrase()}", "\n\n".join(parts), tuple(questions))


def _table(prose: Prose) -> str:
    rows = "".join(f"| {phrase} | {prose.advice()} |\n" for phrase in prose.phrases(3))
    return f"| What | How |\n| --- | --- |\n{rows}".rstrip()


def _question(prose: Prose, number: int, place: int, kind: str) -> Question:
    random = Random(number * 100 + place)
    phrases = prose.phrases(4)
    options: tuple[Option, ...]
    match kind:
        case "choose-one" | "choose-many":
            right = {0, 2} if kind == "choose-many" else {random.randrange(4)}
            options = tuple(Option(p, n in right, reply=prose.sentence()) for n, p in enumerate(phrases))
        case "true-false":
            true = random.random() < 0.5
            options = tuple(
                Option(word, (word == "True") == true, reply=prose.sentence()) for word in ("True", "False")
            )
        case "match":
            options = tuple(
                Option(p, target=f"{t} first") for p, t in zip(phrases, prose.phrases(4), strict=True)
            )
        case "order":
            options = tuple(Option(phrase) for phrase in phrases)
        case _:
            return Question(
                f"q-{place}", kind, f"{prose.sentence()} First [[think]], then [[ask]] about {phrases[0]}."
            )
    return Question(f"q-{place}", kind, f"{prose.sentence()} What about {phrases[3]}?", options)
