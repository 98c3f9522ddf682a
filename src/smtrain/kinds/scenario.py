"""Scenario: a story in which the learner decides how it goes on.

Example::

    ::: scenario An angry comment {#angry-comment pass=60%}

    ### A customer is furious {#start}

    *"You lost my parcel AGAIN!"* 400 people have seen it.

    - [Reply at once and defend the company](#defend)
      > It feels fair, but it feeds the fight.
    - [Take a screenshot and tell the service team](#late) {score=10}

    ### The fight grows {#defend}

    Now 2,000 people are reading.

    - [Write another answer](#defend) {heat=1 if="heat<2"}
    - [Stop and tell the service team](#late) {score=5}

    ### Too late {#late if="heat>1" end=unsafe}

    A newspaper has the screenshots.

    ### Solved {#solved end=safe}

    The service team answers within ten minutes.

    ### Debrief {.debrief}

    Who is angry wants to be heard. Speed without a plan feeds the fight.

    :::

Headings are scenes, the first is the start. A list of links at the end of a scene is a decision. While the
condition of a scene does not hold, the scene below is shown in its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import question_rules, rules
from smtrain.kinds.base import story_rules as own_rules
from smtrain.kinds.base.attributes import AttributeReader
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import choice_names, common
from smtrain.kinds.base.reader import RESERVED_IDS, Reader
from smtrain.kinds.base.story_state import Uses, read_effects, read_tests
from smtrain.model import story
from smtrain.model.node import Block, Inline, Node
from smtrain.model.paths import chances, explore
from smtrain.model.question import Boxes, Interaction, Question
from smtrain.model.text import Item, Link, List, Paragraph, Quote, Text, plain
from smtrain.source.attributes import Attribute
from smtrain.source.document import Box, Directive, Entry, Title


@dataclass(frozen=True, slots=True)
class Decision(Node):
    """One way on: its words, and what is said about it at the end. `choice` is what it does."""

    choice: story.Choice
    inlines: tuple[Inline, ...]
    feedback: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Scene(Node):
    """One scene. `told` is its part of the story, `seconds` the time it would take in life, None where nobody counts."""

    told: story.Scene
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    decisions: tuple[Decision, ...]
    seconds: int | None

    @property
    def id(self) -> str:
        """Its id in the module."""
        return self.told.id

    def asks(self) -> bool:
        """An ending does not."""
        return bool(self.decisions)

    def shares(self) -> Iterator[tuple[Node, float]]:
        """One of the decisions is taken, and what is said about it is read."""
        for decision in self.decisions:
            yield from ((block, 1 / len(self.decisions)) for block in decision.feedback)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario(Question):
    """Scenes and decisions. `accepted` are the grades of endings that pass, all if empty.

    `debrief` is read at the end, whatever the end is. `sound` says that it can be played.
    """

    kind: ClassVar[str] = "scenario"

    scenes: tuple[Scene, ...]
    debrief: tuple[Block, ...]
    debrief_title: tuple[Inline, ...]
    accepted: tuple[str, ...]
    sound: bool

    @property
    def by_steps(self) -> bool:
        """Whether choices have scores; else the ending alone decides."""
        return any(decision.choice.score for scene in self.scenes for decision in scene.decisions)

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `performance`: scenes are steps, choices their answers."""
        if not self.sound:
            return Interaction("performance")
        told = story.Story(tuple(self._ruled(scene) for scene in self.scenes), self.accepted)
        best = explore(told).best(told)
        return Interaction(
            "performance",
            key=best.path if best else (),
            story=told,
            best=max(0, best.points) if best else 0,
        )

    @property
    def scored(self) -> bool:
        """Not as a survey."""
        return not self.survey

    def shares(self) -> Iterator[tuple[Node, float]]:
        """Who decides by chance sees a part of the scenes, and what is said to one of the decisions in each."""
        yield from Question.shares(self)
        told = self.interaction().story
        seen = chances(told) if told else {}
        for scene in self.scenes:
            yield scene, seen.get(scene.id, 1.0)

    def _ruled(self, scene: Scene) -> story.Scene:
        choices = tuple(decision.choice for decision in scene.decisions)
        points = 0 if self.by_steps else story.GRADES.get(scene.told.end, 0)
        return replace(scene.told, choices=choices, points=points)


def read(block: Directive, reader: Reader) -> Scenario:
    """Text, then headings that name scenes."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    fields["pass_mark"] = attributes.percent("pass")
    accepted = _accepted(block, reader, attributes)
    attributes.finish()
    _refuse(block, reader)
    level = next((child.level for child in block.blocks if isinstance(child, Title)), 0)
    intro: list[Block] = []
    parts: list[tuple[Title, list[Block]]] = []
    for child in block.blocks:
        if isinstance(child, Title) and child.level <= level:
            parts.append((child, []))
        else:
            (parts[-1][1] if parts else intro).append(child)
    scenes: list[Scene] = []
    debriefs: list[tuple[Title, tuple[Block, ...]]] = []
    uses = Uses()
    for title, body in parts:
        if (mark := title.attributes.get(".")) and mark.value == "debrief":
            debriefs.append((title, _debrief(block, title, body, reader)))
        else:
            scenes.append(_scene(block, title, body, uses, reader))
    _check_parts(block, scenes, debriefs, reader)
    sound = bool(scenes) and _targets(scenes, reader)
    scenario = Scenario(
        stem=reader.inside(block, tuple(intro)),
        boxes=Boxes(block.span),
        scenes=tuple(scenes),
        debrief=tuple(inner for _, blocks in debriefs for inner in blocks),
        debrief_title=debriefs[0][0].inlines if debriefs else (),
        accepted=accepted,
        sound=sound,
        **fields,
    )
    return replace(scenario, pass_mark=_pass_mark(block, scenario, reader))


def _accepted(block: Directive, reader: Reader, attributes: AttributeReader) -> tuple[str, ...]:
    words = attributes.words("require")
    for word, span in words:
        if word not in story.GRADES:
            mend = did_you_mean(word, story.GRADES)
            reader.note(rules.BAD_VALUE, span, f'no ending can be "{word}"', mend=mend)
    return tuple(word for word, _ in words if word in story.GRADES)


def _refuse(block: Directive, reader: Reader) -> None:
    for key in ("grading", "shuffle", "confidence"):
        if found := block.attributes.get(key):
            mend = "leave it out; points are earned step by step" if key == "grading" else "leave it out"
            reader.note(
                rules.UNKNOWN_ATTRIBUTE, found.span, f'"{block.name}" takes no attribute "{key}"', mend=mend
            )
    if reader.within("quiz"):
        reader.note(
            rules.WRONG_PLACE,
            block.span,
            "a scenario cannot stand inside a quiz",
            mend="move it out of the quiz; name both in success: to count them together",
        )


def _pass_mark(block: Directive, scenario: Scenario, reader: Reader) -> float | None:
    """An ending that is asked for passes; where steps give points as well, the mark is the author's."""
    mark, accepted = scenario.pass_mark, scenario.accepted
    if not accepted or mark:
        return mark
    if scenario.by_steps or mark == 0:
        found = block.attributes.get("pass") or block.attributes.get("require")
        reader.note(
            rules.MISSING_ATTRIBUTE,
            found.span if found else block.span,
            "the ending is asked for, but not how many of the points",
            mend='write "pass=60%" beside it',
        )
        return mark
    most = max((story.GRADES.get(scene.told.end, 0) for scene in scenario.scenes), default=0)
    return min(story.GRADES[grade] for grade in accepted) / most if most else None


def _check_parts(
    block: Directive,
    scenes: list[Scene],
    debriefs: list[tuple[Title, tuple[Block, ...]]],
    reader: Reader,
) -> None:
    if not scenes:
        reader.note(
            rules.UNEXPECTED,
            block.span,
            '"scenario" needs scenes',
            mend="write a heading such as ### It begins {#start} for each",
        )
    for title, _ in debriefs[1:]:
        reader.note(rules.UNEXPECTED, title.span, "there is a debrief already", mend="make one of the two")


def _debrief(block: Directive, title: Title, body: list[Block], reader: Reader) -> tuple[Block, ...]:
    attributes = AttributeReader(title.attributes, "a debrief", title.span, reader.notes)
    attributes.classes(("debrief",))
    attributes.finish()
    if found := title.attributes.get("#"):
        reader.define(found.value or "", found.span)
    return reader.inside(block, tuple(body))


def _scene(block: Directive, title: Title, body: list[Block], uses: Uses, reader: Reader) -> Scene:
    attributes = AttributeReader(title.attributes, "a scene", title.span, reader.notes)
    attributes.classes(("debrief",))
    end = attributes.choice("end", story.GRADES, "")
    attributes.text("if")
    tests = read_tests(title.attributes.get("if"), reader)
    seconds = attributes.seconds("time")
    attributes.finish()
    found = title.attributes.get("#")
    if found is None:
        reader.note(
            rules.MISSING_ID,
            title.span,
            "a scene needs an id",
            mend="write an id that will never change, such as {#start}",
        )
    name = reader.define(found.value or "", found.span) if found else ""
    at = next((i for i, child in enumerate(body) if _is_decision(child)), len(body))
    decisions = _decisions(block, body[at:], uses, reader)
    if end and decisions:
        reader.note(
            rules.UNEXPECTED,
            decisions[0].span,
            "an ending has no decision",
            mend="leave the list out, or take end= off the heading",
        )
    scene = story.Scene(name, (), end, tests, text=plain(title.inlines), place=title.span)
    return Scene(title.span, scene, title.inlines, reader.inside(block, tuple(body[:at])), decisions, seconds)


def _link(item: Item) -> Link | None:
    """The link that an item of a decision is made of."""
    match item.blocks[:1]:
        case (Paragraph(inlines=inlines),):
            words = [one for one in inlines if not (isinstance(one, Text) and not one.value.strip())]
            if len(words) == 1 and isinstance(words[0], Link) and words[0].href.startswith("#"):
                return words[0]
    return None


def _is_decision(block: Block) -> bool:
    """Whether a block is a list with a link in it that is an item of its own."""
    return isinstance(block, List) and any(_link(item) for item in block.items)


def _decisions(block: Directive, blocks: list[Block], uses: Uses, reader: Reader) -> tuple[Decision, ...]:
    items: list[Entry] = []
    for child in blocks:
        if isinstance(child, List):
            items += [item for item in child.items if isinstance(item, Entry)]
        elif isinstance(child, Quote) and not isinstance(child, Box):
            reader.note(
                question_rules.UNINDENTED_FEEDBACK,
                child.span,
                "this feedback belongs to no choice",
                mend="indent it by two spaces, so that it stands under its choice",
            )
        else:
            reader.note(
                question_rules.AFTER_ANSWERS,
                child.span,
                "nothing may follow the decision of a scene",
                mend="move it above the list, or into the next scene",
            )
    names = choice_names(tuple(items))
    made = (_decision(block, item, name, uses, reader) for item, name in zip(items, names, strict=True))
    return tuple(decision for decision in made if decision)


def _decision(block: Directive, item: Entry, name: str, uses: Uses, reader: Reader) -> Decision | None:
    quotes = [b for b in item.blocks if isinstance(b, Quote) and not isinstance(b, Box)]
    link = _link(item)
    if link is None or len(quotes) != len(item.blocks) - 1:
        reader.note(
            own_rules.MALFORMED_DECISION,
            item.span,
            "a decision is a link to a scene, and a quote below it if you like",
            mend="write - [What the learner does](#scene) {score=1}",
        )
        return None
    attributes = AttributeReader(item.attributes, "a decision", item.span, reader.notes)
    score = _score(item.attributes.get("score"), reader)
    attributes.text("score")
    attributes.text("if")
    tests = read_tests(item.attributes.get("if"), reader)
    effects = read_effects(attributes.rest(), reader)
    attributes.finish()
    uses.check(effects, item.span, reader)
    if found := item.attributes.get("#"):
        reader.define(name, found.span, RESERVED_IDS)
    feedback = tuple(inner for quote in quotes for inner in reader.inside(block, quote.blocks))
    choice = story.Choice(
        name, link.href[1:], score, effects, tests, text=plain(link.inlines), place=link.target
    )
    return Decision(item.span, choice, link.inlines, feedback)


def _score(found: Attribute | None, reader: Reader) -> int:
    value = (found.value or "" if found else "0").replace("−", "-")
    if re.fullmatch(r"[+-]?\d{1,3}", value):
        return int(value)
    assert found is not None
    reader.note(
        rules.BAD_VALUE,
        found.span,
        '"score" is a whole number from -999 to 999',
        mend='write "score=10"',
    )
    return 0


def _targets(scenes: list[Scene], reader: Reader) -> bool:
    """Note decisions that lead to no scene; whether all do lead to one."""
    known = [scene.id for scene in scenes]
    sound = True
    for scene in scenes:
        for decision in scene.decisions:
            choice = decision.choice
            if choice.to in known:
                continue
            sound = False
            reader.note(
                own_rules.UNKNOWN_SCENE,
                choice.place or decision.span,
                f'there is no scene "{choice.to}" in this scenario',
                mend=did_you_mean(choice.to, known, "give the heading of the scene this id"),
            )
    return sound


KIND = Kind("scenario", read=read, question=True)
