"""Checks on what some readers get of a module: text that was selected for a track or an audience."""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.checks.base.check import Broken, check
from smtrain.checks.base.facts import Facts
from smtrain.model.course import Conditional, Module, Objective
from smtrain.model.node import walk_blocks
from smtrain.model.pace import module_seconds
from smtrain.model.question import Question
from smtrain.model.text import plain


@check("SM520", "nothing-for-some-readers")
def nothing_for_some_readers(module: Module, facts: Facts) -> Iterator[Broken]:
    """A track takes a module in which every page is for somebody else.

    Bad in course.yaml::

        audience: {role: {values: [staff, manager]}}
        tracks:
          essentials: {title: Essentials, for: {role: staff}, modules: [example]}

    Bad in module.md::

        ## For managers {role=manager}

        Text.

    Good in course.yaml::

        audience: {role: {values: [staff, manager]}}
        tracks:
          leaders: {title: Leaders, for: {role: manager}, modules: [example]}

    Good in module.md::

        ## For managers {role=manager}

        Text.
    """
    if facts.readers and not any(module.pages()):
        yield Broken(
            module.span,
            f"nothing of this module is for {facts.readers}",
            "write a page for these readers, or leave the module out of the track",
        )


@check("SM521", "quiz-without-questions-for-some-readers")
def quiz_without_questions(module: Module, facts: Facts) -> Iterator[Broken]:
    """All questions of a quiz are for somebody else, so some readers could not pass it.

    Bad in course.yaml::

        audience: {role: {values: [staff, manager]}}
        tracks:
          essentials: {title: Essentials, for: {role: staff}, modules: [example]}

    Bad in module.md::

        ## Page

        ::: quiz Check {#final pass=80%}

        ::: true-false {#q1 only="role=manager"}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::

    Good in course.yaml::

        audience: {role: {values: [staff, manager]}}
        tracks:
          essentials: {title: Essentials, for: {role: staff}, modules: [example]}

    Good in module.md::

        ## Page

        Text.

        ::: quiz Check {#final pass=80% only="role=manager"}

        ::: true-false {#q1}

        A private group is private.

        - [ ] True
        - [x] False

        :::

        :::
    """
    for quiz in module.quizzes() if facts.readers else ():
        questions = [node for node in walk_blocks(quiz.blocks) if isinstance(node, Question)]
        if not any(question.scored and question.points for question in questions):
            yield Broken(
                quiz.span,
                f"this quiz has no question that gives points for {facts.readers}",
                "write one for these readers, or show the whole quiz to the others only",
            )


@check("SM522", "objective-without-question", "warning")
def objective_without_question(module: Module, facts: Facts) -> Iterator[Broken]:
    """A module promises something that no question measures, while others are measured.

    Nobody would know whether learners can do it. Where no question names an objective, none is asked for.

    Bad::

        ## Page

        ::: objectives

        - Tell a leak from news {#o-leak}
        - Say no kindly {#o-no}

        :::

        ::: true-false {#q1 objective=o-leak}

        A launch date is a leak.

        - [x] True
        - [ ] False

        :::

    Good::

        ## Page

        ::: objectives

        - Tell a leak from news {#o-leak}

        :::

        ::: true-false {#q1 objective=o-leak}

        A launch date is a leak.

        - [x] True
        - [ ] False

        :::
    """
    measured = {name for question in module.questions() for name in question.objectives}
    for objective in _listed(module) if measured else ():
        if objective.id and objective.id not in measured:
            yield Broken(
                objective.span,
                f'no question measures "{plain(objective.inlines)}"{_for(facts)}',
                f"write objective={objective.id} on the question that does, or take it off the list",
            )


@check("SM523", "objective-without-page", "warning")
def objective_without_page(module: Module, facts: Facts) -> Iterator[Broken]:
    """A module promises something that no page teaches, while pages name what they teach.

    Where no page names an objective, none is asked for.

    Bad::

        ## Page {objective=o-leak}

        ::: objectives

        - Tell a leak from news {#o-leak}
        - Say no kindly {#o-no}

        :::

    Good::

        ## Page {objective=o-leak,o-no}

        ::: objectives

        - Tell a leak from news {#o-leak}
        - Say no kindly {#o-no}

        :::
    """
    taught = {name for page in module.pages() for name in page.objectives}
    for objective in _listed(module) if taught else ():
        if objective.id and objective.id not in taught:
            yield Broken(
                objective.span,
                f'no page teaches "{plain(objective.inlines)}"{_for(facts)}',
                f"write objective={objective.id} on the heading of the page that does",
            )


@check("SM524", "minutes-far-from-computed", "warning")
def minutes_far_from_computed(module: Module, facts: Facts) -> Iterator[Broken]:
    """A module says that it takes much more or less time than its words, questions and recordings do.

    Learners plan their day by it, and HR the working time of thousands. Computed are: reading at the pace of
    the language, 15 seconds of thought for each question or decision, and the length of each recording; of a
    pool only what is drawn, of a story only what one learner sees. Optional pages do not count. A quarter less
    is fine and half as much again, for who reads slowly or looks twice, and so are two minutes either way.

    Bad in module.md::

        ---
        id: example
        title: Example
        language: en
        duration: 25m
        ---

        ## Page

        A screenful of text is read in a minute.

    Good in module.md::

        ---
        id: example
        title: Example
        language: en
        duration: 1m
        ---

        ## Page

        A screenful of text is read in a minute.
    """
    if module.minutes is None or module.minutes_at is None or module.translation:
        return
    if not facts.readers and _for_several(module):
        return
    computed = module_seconds(module) / 60
    if not min(computed - 2, 0.75 * computed) <= module.minutes <= max(computed + 2, 1.5 * computed):
        about = max(1, round(computed))
        yield Broken(
            module.minutes_at,
            f"this says {module.minutes} minutes{_for(facts)}, "
            f"but what stands in the module takes about {about}",
            f"write duration: {about}m, or make the text longer or shorter",
        )


def _for_several(module: Module) -> bool:
    """Whether nobody gets the whole of it."""
    pages = any(page.conditions for page in module.pages())
    return pages or any(isinstance(node, Conditional) for node in walk_blocks(module.lessons))


def _for(facts: Facts) -> str:
    return f" for {facts.readers}" if facts.readers else ""


def _listed(module: Module) -> Iterator[Objective]:
    """The objectives that readers see; those of others stand in `module.objectives`, too."""
    return (node for node in walk_blocks(module.lessons) if isinstance(node, Objective))
