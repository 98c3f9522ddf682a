"""What a standard has no room for, found before an LMS refuses or silently cuts it."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.diagnostics import Notes, Span, rule
from smtrain.model.course import Module
from smtrain.model.node import walk
from smtrain.model.question import Question


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a standard holds, in characters unless said otherwise; None where it does not say.

    `options` counts what one question can offer: choices, steps, or pairs. `gaps` counts the answers
    one fill-in question can have.
    """

    title: int | None = None
    version: int | None = None
    module_id: int | None = None
    suspend_data: int | None = None
    options: int | None = None
    gaps: int | None = None


NO_LIMITS = Limits()

TITLE_TOO_LONG = rule(
    "SM811",
    "title-too-long",
    """
    The title of a module is longer than a manifest can hold.

    Some systems cut such a title in the middle of a word, others refuse the package.

    Bad::

        ---
        id: long
        title: "How to talk about work on social media, which words to choose, which pictures to leave out, whom
          to ask before you post, what to do when something has gone wrong, where to find help in the evening
          and at weekends, and why all of this matters to you"
        language: en
        ---

        ## Start {#start}

        Text.

    Good::

        ---
        id: long
        title: "How to talk about work on social media"
        language: en
        ---

        ## Start {#start}

        Text.

    Source: SCORM 1.2 Content Aggregation Model, 2.3.4 (200 characters).
    """,
)

VERSION_TOO_LONG = rule(
    "SM812",
    "version-too-long",
    """
    The version of a module is longer than a manifest can hold.

    Bad::

        ---
        id: versions
        title: Versions
        language: en
        version: "2026.11-reviewed-by-legal-and-press"
        ---

        ## Start {#start}

        Text.

    Good::

        ---
        id: versions
        title: Versions
        language: en
        version: "2026.11"
        ---

        ## Start {#start}

        Text.

    Source: SCORM 1.2 Content Aggregation Model, 2.3.4 (20 characters).
    """,
)

ID_TOO_LONG = rule(
    "SM813",
    "module-id-too-long",
    """
    The id of a module is longer than systems keep.

    The names in the manifest are made of it, and results are filed under them. A system that cuts
    them would file the results of two modules under one name.

    Bad::

        ---
        id: how-to-talk-about-work-on-social-media-without-any-risk
        title: Talking about work
        language: en
        ---

        ## Start {#start}

        Text.

    Good::

        ---
        id: talking-about-work
        title: Talking about work
        language: en
        ---

        ## Start {#start}

        Text.
    """,
)

FILE_NAME_REFUSED = rule(
    "SM814",
    "file-name-refused",
    """
    A file cannot go into a package under its name.

    Learning systems unpack a package on every kind of disk, and some refuse a whole package for the
    ending of one file.

    Bad::

        ## Start {#start}

        ![A map of the office](media/map.php)

    Good::

        ## Start {#start}

        ![A map of the office](media/map.svg)
    """,
)

TOO_MANY_OPTIONS = rule(
    "SM815",
    "too-many-options",
    """
    A question offers more than an LMS can record.

    Answers are recorded with one sign for each option, from 0 to 9 and from a to z. A question this
    long is hard on learners as well.

    Bad::

        ## Start {#start}

        ::: order {#q-months}

        Put them in order.

        1. a
        2. b
        3. c
        4. d
        5. e
        6. f
        7. g
        8. h
        9. i
        10. j
        11. k
        12. l
        13. m
        14. n
        15. o
        16. p
        17. q
        18. r
        19. s
        20. t
        21. u
        22. v
        23. w
        24. x
        25. y
        26. z
        27. aa
        28. bb
        29. cc
        30. dd
        31. ee
        32. ff
        33. gg
        34. hh
        35. ii
        36. jj
        37. kk

        :::

    Good::

        ## Start {#start}

        ::: order {#q-steps}

        Put them in order.

        1. Stop
        2. Think
        3. Ask

        :::

    Source: SCORM 1.2 RTE 3.4.7 (one character an option), SCORM 2004 RTE 4.2.9.1 (36 options).
    """,
)

TOO_MANY_GAPS = rule(
    "SM816",
    "too-many-gaps",
    """
    A question has more gaps than an LMS has to record.

    The answers to the gaps beyond the tenth may be lost in the LMS's reports. The score is not.

    Bad::

        ## Start {#start}

        ::: fill-in {#q-count}

        [[one]] [[two]] [[three]] [[four]] [[five]] [[six]] [[seven]] [[eight]] [[nine]] [[ten]] [[eleven]]

        :::

    Good::

        ## Start {#start}

        ::: fill-in {#q-count}

        [[one]] [[two]] [[three]]

        :::

    Source: SCORM 2004 RTE 4.2.9.1 (fill-in holds ten answers).
    """,
    severity="warning",
)


def check_limits(module: Module, standard: str, limits: Limits, notes: Notes) -> None:
    """Note whatever of a module goes beyond the limits; `standard` is the title people know it by."""
    for found, text, limit, what in (
        (TITLE_TOO_LONG, module.title, limits.title, "title"),
        (VERSION_TOO_LONG, module.version, limits.version, "version"),
        (ID_TOO_LONG, module.id, limits.module_id, "id"),
    ):
        if limit is not None and len(text) > limit:
            message = f"the {what} has {len(text)} characters, {standard} packages have room for {limit}"
            notes.add(found, module.span, message, mend=f"Find a shorter {what}.")
    for question in module.questions():
        _check_question(question, standard, limits, notes)


def _check_question(question: Question, standard: str, limits: Limits, notes: Notes) -> None:
    interaction = question.interaction()
    options = max(len(interaction.options), len(interaction.targets))
    if limits.options is not None and options > limits.options:
        message = f"{options} options; {standard} records at most {limits.options}"
        notes.add(TOO_MANY_OPTIONS, question.span, message, mend="Make two questions of it.")
    if limits.gaps is not None and len(interaction.gaps) > limits.gaps:
        message = f"{len(interaction.gaps)} gaps; an LMS with {standard} has to record only {limits.gaps}"
        notes.add(TOO_MANY_GAPS, question.span, message, mend="Make two questions of it.")


def note_refused_name(module: Module, source: str, reason: str, notes: Notes) -> None:
    """Note that a file of the module's folder cannot be packaged, at the first place that asks for it."""
    notes.add(
        FILE_NAME_REFUSED,
        _mention(module, source),
        f"{source} cannot go into a package: {reason}",
        mend="Rename the file.",
    )


def _mention(module: Module, source: str) -> Span:
    from smtrain.render.assets import FILE_FIELDS

    for node in walk(module):
        if any(getattr(node, field, None) == source for field in FILE_FIELDS):
            return node.span
    return module.span
