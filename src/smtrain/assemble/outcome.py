"""When a module is done and passed: from its settings, or from what its text says."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from smtrain.diagnostics import Notes, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Completion, Module, Success
from smtrain.model.keys import item_id
from smtrain.model.node import Node, rebuild, walk, walk_blocks
from smtrain.model.question import Question, Quiz, asked
from smtrain.source.yaml import Yaml

if TYPE_CHECKING:
    from smtrain.source.settings import FrontMatter

UNKNOWN_ITEM = rule(
    "SM801",
    "completion-of-nothing",
    """
    Completion asks for something that is not in the module, so nobody could ever complete it.

    Bad::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages, finale]}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages]}
        ---

        ## Page

        Text.
    """,
)
TEST_OUT_OF_NOTHING = rule(
    "SM533",
    "test-out-without-check",
    """
    Learners may pass the check first and leave out the rest, but nothing in the module can be passed.

    Bad::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages], test-out: true}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages], test-out: true}
        success: {from: [final], pass: 80%}
        ---

        ## Page

        Text.

        ## Check yourself

        ::: quiz Check {#final pass=80%}

        ::: true-false {#q1}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

        :::
    """,
)
UNSCORED_PART = rule(
    "SM802",
    "success-of-nothing",
    """
    Success counts a part that is not in the module or gives no points.

    Bad::

        ---
        id: example
        title: Example
        language: en
        success: {from: [final], pass: 80%}
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        success: {from: [q1], pass: 80%}
        ---

        ## Page

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::
    """,
)
TWO_PASS_MARKS = rule(
    "SM803",
    "two-pass-marks",
    """
    A quiz has one pass mark and the module another, so learners would be told two things.

    With one scored quiz or scenario its pass mark is the module's. With several that differ, `success` says which
    mark the module has.

    Bad::

        ---
        id: example
        title: Example
        language: en
        success: {from: [final], pass: 80%}
        ---

        ## Page

        ::: quiz {#final pass=60%}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        ::: quiz {#final pass=60%}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::
    """,
)


DRAWN_PART = rule(
    "SM328",
    "success-by-chance",
    """
    Success counts a question that a pool draws, so learners who do not get it could never reach the score.

    Count the quiz around the pool, or take the question out of the pool.

    Bad::

        ---
        id: example
        title: Example
        language: en
        success: {from: [q1], pass: 80%}
        ---

        ## Page

        ::: pool {#p1 draw=1}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        ::: true-false {#q2}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        success: {from: [final], pass: 80%}
        ---

        ## Page

        ::: quiz Final check {#final}

        ::: pool {#p1 draw=1}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        ::: true-false {#q2}

        A deleted post is gone for good.

        - [ ] True
        - [x] False

        :::

        :::

        :::
    """,
)
SHARE_OF_NOTHING = rule(
    "SM805",
    "required-share-that-nobody-asks-for",
    """
    A recording says how much of it must be played, and the module's completion does not ask for it.

    Bad::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages]}
        ---

        ## Page

        ::: audio Why we care {#intro src=media/intro.mp3 require=90%}

        **Kim:** Last year a single photo cost us a contract.

        :::

    Good::

        ---
        id: example
        title: Example
        language: en
        completion: {require: [pages, intro]}
        ---

        ## Page

        ::: audio Why we care {#intro src=media/intro.mp3 require=90%}

        **Kim:** Last year a single photo cost us a contract.

        :::
    """,
    "warning",
)


def success_of(module: Module, settings: FrontMatter, yaml: Yaml, notes: Notes) -> Module:
    """The module with its success rule.

    Without `success` in the settings, quizzes and scenarios with a pass mark count, weighted by their
    points.
    """
    parts = {
        node.id: node
        for node in walk_blocks(module.lessons)
        if isinstance(node, Quiz | Question) and _scored(node)
    }
    if settings.success is None:
        return _from_quizzes(module, notes)
    wanted = settings.success
    found: list[tuple[str, float]] = []
    drawn = {question.id for pool in module.pools() if pool.draws for question in pool.questions()}
    for index, name in enumerate(wanted.parts):
        if name in drawn:
            notes.add(
                DRAWN_PART,
                yaml.span(("success", "from", index)),
                f'"{name}" is drawn by a pool, so not every learner gets it',
                mend="name the quiz around the pool, or take the question out of the pool",
            )
        if name in parts:
            found.append((name, wanted.weights.get(name, 1.0)))
            continue
        notes.add(
            UNSCORED_PART,
            yaml.span(("success", "from", index)),
            f'nothing called "{name}" gives points',
            mend=did_you_mean(name, parts, "name a quiz or a question by its id"),
        )
    for name in wanted.weights:
        if name not in wanted.parts:
            notes.add(
                UNSCORED_PART,
                yaml.span(("success", "weights", name), key=True),
                f'"{name}" has a weight but does not count',
                mend="add it to from:, or leave its weight out",
            )
    only = parts.get(found[0][0]) if len(found) == 1 else None
    if only and only.pass_mark not in (None, wanted.pass_mark):
        notes.add(
            TWO_PASS_MARKS,
            yaml.span(("success", "pass")),
            f"the {only.kind} says {(only.pass_mark or 0) * 100:g}%, the settings {wanted.pass_mark * 100:g}%",
            mend="leave one of the two out",
        )
    names = {name for name, _ in found}

    def mark(node: Node) -> Node:
        if isinstance(node, Quiz) and node.id in names and node.pass_mark is None:
            return replace(node, pass_mark=wanted.pass_mark)
        return node

    unmarked = any(quiz.pass_mark is None and quiz.id in names for quiz in module.quizzes())
    lessons = rebuild(module.lessons, mark) if unmarked else module.lessons
    return replace(
        module, lessons=lessons, success=Success(tuple(found), wanted.pass_mark) if found else None
    )


def completion_of(module: Module, settings: FrontMatter, yaml: Yaml, notes: Notes) -> Module:
    """The module with its completion rule.

    Without `completion` in the settings all pages count, every quiz, every scenario with a pass mark,
    every question that is required, and every recording of which a share is to be played.
    """
    wanted = settings.completion
    if wanted is None:
        quizzes = [quiz.id for quiz in module.quizzes()]
        marked = (q for q in module.questions() if q.required or q.pass_mark is not None)
        required = [question.id for question in marked]
        required += [item_id(item) for item in module.items() if getattr(item, "require", 0)]
        return replace(module, completion=Completion(items=tuple(dict.fromkeys(quizzes + required))))
    ids = {str(name) for node in walk(module.lessons) if (name := getattr(node, "id", ""))}
    items = []
    for index, name in enumerate(wanted.require):
        if name in ids:
            items.append(name)
        elif name != "pages":
            notes.add(
                UNKNOWN_ITEM,
                yaml.span(("completion", "require", index)),
                f'there is no "{name}" to complete',
                mend=did_you_mean(name, ids, 'write "pages", or the id of a page, a quiz or a question'),
            )
    for item in module.items():
        if getattr(item, "require", 0) and item_id(item) not in items:
            notes.add(
                SHARE_OF_NOTHING,
                item.span,
                f'completion does not ask for "{item_id(item)}", so nobody has to play it',
                mend=f"add {item_id(item)} to completion.require in the settings, or leave require= out",
            )
    if wanted.test_out and module.success is None:
        notes.add(
            TEST_OUT_OF_NOTHING,
            yaml.span(("completion", "test-out")),
            "there is no check with a pass mark that could be passed first",
            mend="add one and name it under success:, or leave test-out away",
        )
    completion = Completion(
        "pages" in wanted.require, tuple(items), wanted.min_time, wanted.show, wanted.test_out
    )
    return replace(module, completion=completion)


def _scored(node: Quiz | Question) -> bool:
    if isinstance(node, Question):
        return node.scored and node.points > 0
    return any(isinstance(q, Question) and q.scored and q.points > 0 for q in walk_blocks(node.blocks))


def _from_quizzes(module: Module, notes: Notes) -> Module:
    nodes = (node for node in walk_blocks(module.lessons) if isinstance(node, Quiz | Question))
    marked = [node for node in nodes if node.pass_mark is not None and _scored(node)]
    if not marked:
        return module
    for one in marked[1:]:
        if one.pass_mark != marked[0].pass_mark:
            mark = f"{(marked[0].pass_mark or 0) * 100:g}%"
            notes.add(
                TWO_PASS_MARKS,
                one.span,
                f"this {one.kind} has another pass mark than the {marked[0].kind} before ({mark})",
                mend="write success: in the front matter to say which mark the module has",
            )
            break
    parts = tuple((one.id, _points(one)) for one in marked)
    return replace(module, success=Success(parts, marked[0].pass_mark or 0.0))


def _points(node: Quiz | Question) -> float:
    if isinstance(node, Question):
        return node.points
    return sum(question.points for question in asked(node.blocks) if question.scored)
