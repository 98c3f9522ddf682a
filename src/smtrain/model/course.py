"""A course, its modules, their lessons and pages, and when a module is done and passed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import ClassVar, TypeGuard

from smtrain.diagnostics import Span
from smtrain.model.audience import AudienceKey, Condition, Values
from smtrain.model.library import Source
from smtrain.model.node import Block, Inline, Node, walk_blocks
from smtrain.model.plan import Plan
from smtrain.model.question import Pool, Question, Quiz
from smtrain.model.theme import OWN_LOOK, Theme


@dataclass(frozen=True, slots=True)
class Objective(Node):
    """What a learner can do afterwards."""

    id: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Term(Node):
    """A word of the glossary and what it means."""

    id: str
    word: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Change(Node):
    """What a version of a module changed, for learners who know an older one, and the ids it is about."""

    version: str
    date: str
    text: str
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conditional(Block):
    """Blocks for some readers only, as far as the build could not settle it."""

    kind: ClassVar[str] = "only"

    condition: Condition
    blocks: tuple[Block, ...]

    def shares(self) -> Iterator[tuple[Node, float]]:
        """Nobody knows for how many readers they are; half of them is the best guess."""
        yield from ((block, 0.5) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Page(Node):
    """One screen. `part` counts from 2 on the continuations that a page break makes.

    All `conditions` must hold for a reader to see it. `objectives` are the ids of those it teaches.
    """

    id: str
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    optional: bool = False
    layout: str = ""
    part: int = 1
    conditions: tuple[Condition, ...] = ()
    objectives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lesson(Node):
    """Pages under one title. A module without lessons has one, without a title."""

    id: str
    title: tuple[Inline, ...]
    pages: tuple[Page, ...]


def is_item(node: Node) -> TypeGuard[Block]:
    """Whether a node is no question and a learner can be done with it all the same."""
    return isinstance(node, Block) and node.tracked and bool(getattr(node, "id", ""))


@dataclass(frozen=True, slots=True)
class Completion:
    """When a module counts as seen: all pages, and these ids done, and at least so many seconds.

    With `test_out` whoever passes it has seen enough.
    """

    pages: bool = True
    items: tuple[str, ...] = ()
    min_seconds: int = 0
    show: bool = False
    test_out: bool = False


@dataclass(frozen=True, slots=True)
class Success:
    """When a module counts as passed: the weighted mean of its scored parts reaches the pass mark.

    `parts` are ids of quizzes or questions with their weights; `pass_mark` is a fraction from 0 to 1.
    """

    parts: tuple[tuple[str, float], ...]
    pass_mark: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Module(Node):
    """What becomes one package.

    `minutes` is how long it takes, None when the author does not say; `minutes_for` says so for readers with
    one value of an audience key: the key, the value, the minutes. `minutes_at` is where that is said.
    `targets` are the standards its packages follow unless a build asks for others. `languages` are those it
    is translated into; `translation` says that this is one of them. `sources` are all that its
    course has. `exceptions` are the author's reasons for what falls short of
    accessibility. `certificate` says whether learners who have reached everything are offered one.
    """

    id: str
    title: str
    language: str
    folder: str
    lessons: tuple[Lesson, ...]
    description: str = ""
    version: str = "1.0.0"
    owner: str = ""
    minutes: int | None = None
    minutes_for: tuple[tuple[str, str, int], ...] = ()
    minutes_at: Span | None = field(default=None, compare=False)
    theme: Theme = OWN_LOOK
    targets: tuple[str, ...] = ()
    certificate: bool = True
    languages: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    translation: bool = False
    audience: tuple[AudienceKey, ...] = ()
    completion: Completion = Completion()
    success: Success | None = None
    objectives: tuple[Objective, ...] = ()
    terms: tuple[Term, ...] = ()
    sources: tuple[Source, ...] = ()
    changes: tuple[Change, ...] = ()

    def pages(self) -> Iterator[Page]:
        """All pages in order."""
        for lesson in self.lessons:
            yield from lesson.pages

    def quizzes(self) -> Iterator[Quiz]:
        """All quizzes in order."""
        return (node for node in walk_blocks(self.lessons) if isinstance(node, Quiz))

    def pools(self) -> Iterator[Pool]:
        """All pools in order."""
        return (node for node in walk_blocks(self.lessons) if isinstance(node, Pool))

    def items(self) -> Iterator[Block]:
        """All blocks in order that are no questions and that a learner can be done with."""
        return (node for node in walk_blocks(self.lessons) if is_item(node))

    def questions(self) -> Iterator[Question]:
        """All questions in order, in quizzes and outside."""
        return (node for node in walk_blocks(self.lessons) if isinstance(node, Question))


@dataclass(frozen=True, slots=True)
class TrackModule:
    """One module of a track; `values` are what only this module of the track is built for.

    `one_of` are the ids, its own included, of modules of which a learner takes one; empty for any other module.
    """

    id: str
    values: Values = field(default_factory=dict)
    optional: bool = False
    one_of: tuple[str, ...] = ()
    span: Span = field(default=Span.point(""), compare=False)


def required_minutes(modules: Iterable[tuple[TrackModule, int | None]]) -> int:
    """How long the required modules of a track take. Of modules of which one is taken, the longest counts."""
    found: dict[tuple[str, ...], int] = {}
    for entry, minutes in modules:
        if not entry.optional:
            together = entry.one_of or (entry.id,)
            found[together] = max(found.get(together, 0), minutes or 0)
    return sum(found.values())


@dataclass(frozen=True, slots=True)
class Track:
    """Modules in the order in which they are taken, for the readers that `values` describe.

    A track is what trainers build; who gets it is HR's. `pass_mark` is a fraction from 0 to 1; None leaves each module its own.
    """

    id: str
    title: str
    modules: tuple[TrackModule, ...]
    values: Values = field(default_factory=dict)
    pass_mark: float | None = None
    span: Span = field(default=Span.point(""), compare=False)


@dataclass(frozen=True, slots=True)
class Use:
    """One place of one track that takes a variant."""

    track: Track
    entry: TrackModule


@dataclass(frozen=True, slots=True)
class Variant:
    """A module as some tracks take it: what becomes one package. `source` is the module's own id.

    Its `module.id` is that of the package: the module's own, or `module--track` where tracks take
    different text; the track is then the first that takes this variant.
    """

    source: str
    module: Module
    uses: tuple[Use, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A booster or refresher of a track. `module` is what becomes its package."""

    plan: Plan
    track: Track
    module: Module

    @property
    def questions(self) -> int:
        """How many questions each learner is asked."""
        return sum(pool.draw or 0 for pool in self.module.pools())


@dataclass(frozen=True, slots=True)
class Course:
    """The modules that belong together, in order. A module built alone is a course of one.

    `modules` are as they were written, for all readers; `variants` are what becomes packages. `published`
    are texts that are read as pages of their own, each for its readers, with the id of its page. `follow_ups` are
    the boosters and refreshers of its tracks. `whole` says that it was read as a course, not as one module of it.
    """

    id: str
    title: str
    modules: tuple[Module, ...]
    tracks: tuple[Track, ...] = ()
    variants: tuple[Variant, ...] = ()
    published: tuple[Module, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    whole: bool = False

    def variants_of(self, track: Track, entry: TrackModule) -> tuple[Variant, ...]:
        """What a track takes of a module: in the module's own language, then its translations."""
        return tuple(
            variant
            for variant in self.variants
            if variant.source == entry.id
            and (not variant.uses or any(u.track is track and u.entry is entry for u in variant.uses))
        )

    def variant(self, track: Track, entry: TrackModule) -> Variant | None:
        """What a track takes of a module in its own language; None for one that is not built."""
        return next(iter(self.variants_of(track, entry)), None)
