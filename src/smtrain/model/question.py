"""Questions: what every one of them has, and the interaction it turns itself into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal

from smtrain.model.node import Block, Node, walk_blocks
from smtrain.model.story import Story
from smtrain.model.text import Picture

Grading = Literal["all", "partial", "penalty"]
InteractionType = Literal[
    "true-false",
    "choice",
    "fill-in",
    "long-fill-in",
    "matching",
    "performance",
    "sequencing",
    "likert",
    "numeric",
    "other",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing a learner can choose, match or order; `text` is plain, for the LMS's reports."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """A written answer the author names, right or wrong; `id` ties it to its feedback.

    `low` and `high` are the bounds of a number, both included.
    """

    id: str
    right: bool
    text: str = ""
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Interaction:
    """A question in the standard's terms (SCORM 2004 RTE 4.2.9), with a structured key.

    Which fields are used depends on `type`:
    choice: `options`, `key` holds the right ids, `many` whether several may be chosen, `choose` how many
    have to be, 0 for any number;
    true-false: `key` is ("true",) or ("false",);
    fill-in: `gaps`, a tuple of answers for each gap, `exact` compares as written;
    numeric: one entry in `gaps`, its answers have bounds;
    matching: `options` to `targets`, `pairs` is the key;
    sequencing: `options`, `key` is the right order;
    likert: `options` are the statements, `targets` the points of the scale;
    long-fill-in: `min_words`, how many words the answer needs;
    performance: `story`, None where the source is not good enough to be played; `key` is a path through it
    with the most points, `best` of them.
    """

    type: InteractionType
    options: tuple[Option, ...] = ()
    targets: tuple[Option, ...] = ()
    key: tuple[str, ...] = ()
    pairs: tuple[tuple[str, str], ...] = ()
    gaps: tuple[tuple[Accepted, ...], ...] = ()
    many: bool = False
    exact: bool = False
    min_words: int = 0
    choose: int = 0
    story: Story | None = None
    best: int = 0


@dataclass(frozen=True, slots=True)
class Boxes(Node):
    """What is said besides the question: hints one by one, then what an answer earns."""

    hints: tuple[tuple[Block, ...], ...] = ()
    correct: tuple[Block, ...] = ()
    incorrect: tuple[Block, ...] = ()
    partial: tuple[Block, ...] = ()
    explain: tuple[Block, ...] = ()
    model: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Block):
    """One question. `attempts` 0 means as often as the learner likes, None leaves it to the place.

    `pass_mark` is the fraction from which an answer counts as right, None where only a full one does.
    A `critical` one must be answered right at some point for the module to be passed. `confidence` asks
    how sure the learner is. `takes_gaps` says that gaps in the stem are where the answer goes.
    """

    takes_gaps: ClassVar[bool] = False

    id: str
    stem: tuple[Block, ...]
    boxes: Boxes
    title: str = ""
    points: float = 1
    grading: Grading = "all"
    attempts: int | None = None
    shuffle: bool | None = None
    required: bool = False
    survey: bool = False
    critical: bool = False
    confidence: bool = False
    objectives: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    pass_mark: float | None = None

    @property
    def filed(self) -> str:
        """The name under which answers are kept: the id, and what makes an answer to it another one."""
        return self.id

    def interaction(self) -> Interaction:
        """The question in the standard's terms."""
        raise NotImplementedError

    @property
    def scored(self) -> bool:
        """Whether an answer is right or wrong at all."""
        return not self.survey

    def asks(self) -> bool:
        """Always."""
        return True

    def shares(self) -> Iterator[tuple[Node, float]]:
        """Hints are for those who ask; of what is said to answers, everybody meets a part."""
        boxes = self.boxes
        yield from ((block, 0.0) for hint in boxes.hints for block in hint)
        yield from ((block, 0.5) for box in (boxes.correct, boxes.incorrect, boxes.partial) for block in box)
        choices = [node for node in walk_blocks(self) if isinstance(node, Choice)]
        yield from ((block, 1 / len(choices)) for choice in choices for block in choice.feedback)


@dataclass(frozen=True, slots=True)
class Choice(Node):
    """An answer the author offers, with what is said to those who pick it.

    `last` keeps it at the end when choices are mixed.
    """

    id: str
    blocks: tuple[Block, ...]
    right: bool
    feedback: tuple[Block, ...] = ()
    last: bool = False


@dataclass(frozen=True, slots=True)
class Region(Node):
    """A part of a picture that stands for an answer, by its centre and its size in percent of the picture.

    Without a `height` it is a circle, and `width` its diameter in percent of the picture's width.
    """

    option: str
    right: bool
    x: float
    y: float
    width: float
    height: float | None = None

    @property
    def area(self) -> float:
        """How large it is beside others, if the picture is square."""
        return self.width * (self.height or self.width)


@dataclass(frozen=True, slots=True)
class Places(Node):
    """A picture and its regions, the largest first. `width` is its share of the page in percent, 0 for all."""

    picture: Picture
    regions: tuple[Region, ...]
    width: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz(Block):
    """Questions that are answered together and give one score.

    `pass_mark` is a fraction from 0 to 1, None when there is none. `attempts` 0 means unlimited. `seconds`
    is the time it should take, 0 when the author does not say.
    """

    kind: ClassVar[str] = "quiz"

    id: str
    blocks: tuple[Block, ...]
    title: str = ""
    pass_mark: float | None = None
    attempts: int = 0
    shuffle: bool = False
    feedback: Literal["each", "end", "never"] = "end"
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool(Block):
    """Questions of which each learner gets some. `draw` says how many, None for all of them."""

    kind: ClassVar[str] = "pool"

    id: str
    blocks: tuple[Block, ...]
    title: str = ""
    draw: int | None = None

    def questions(self) -> tuple[Question, ...]:
        """All questions that can be drawn, in order."""
        return tuple(node for node in walk_blocks(self.blocks) if isinstance(node, Question))

    @property
    def draws(self) -> bool:
        """Whether chance decides: whether there are more questions than are asked."""
        return self.draw is not None and self.draw < len(self.questions())

    def shares(self) -> Iterator[tuple[Node, float]]:
        """Each question is drawn as often as any other."""
        questions = self.questions()
        if self.draw is not None and self.draws:
            yield from ((question, self.draw / len(questions)) for question in questions)

    def strata(self) -> tuple[tuple[Question, ...], ...]:
        """The questions by what they measure, so that a draw can take some of each.

        A question with several objectives belongs to its first; those without any belong together.
        """
        by_objective: dict[str, list[Question]] = {}
        for question in self.questions():
            by_objective.setdefault("".join(question.objectives[:1]), []).append(question)
        return tuple(map(tuple, by_objective.values()))


def asked(*roots: object) -> Iterator[Question]:
    """As many questions below the roots as one learner is asked, in order.

    Of a pool that draws the first ones stand for all: they are worth the same (SM321).
    """
    nodes = tuple(walk_blocks(*roots))
    pools = [node for node in nodes if isinstance(node, Pool) and node.draws]
    left_out = {id(question) for pool in pools for question in pool.questions()[pool.draw :]}
    return (node for node in nodes if isinstance(node, Question) and id(node) not in left_out)
