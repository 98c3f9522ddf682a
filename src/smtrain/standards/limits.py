"""What a standard has no room for, found before an LMS refuses or silently cuts it."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.diagnostics import Notes, rule
from smtrain.model.course import Module
from smtrain.standards._progress import TOO_MUCH_TO_KEEP, most_to_keep


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a standard holds, in characters; None where it does not say.

    `gaps` counts the answers that one fill-in question can have. How many choices a question can offer
    is the same in all standards, so the kinds themselves mind it (SM315). `suspend` is the longest
    suspend data.
    """

    title: int | None = None
    version: int | None = None
    module_id: int | None = None
    gaps: int | None = None
    suspend: int | None = None


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

    Source: imscp_rootv1p1p2.xsd, the schema of SCORM 1.2 (200 characters).
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

    Source: imscp_rootv1p1p2.xsd, the schema of SCORM 1.2 (20 characters).
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

TOO_MANY_GAPS = rule(
    "SM814",
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


def check_limits(module: Module, limits: Limits, notes: Notes) -> None:
    """Note whatever of a module goes beyond the limits.

    What is said does not name the standard, so that a build for several says it once.
    """
    for found, text, limit, what in (
        (TITLE_TOO_LONG, module.title, limits.title, "title"),
        (VERSION_TOO_LONG, module.version, limits.version, "version"),
        (ID_TOO_LONG, module.id, limits.module_id, "id"),
    ):
        if limit is not None and len(text) > limit:
            message = f"the {what} has {len(text)} characters; a package has room for {limit}"
            notes.add(found, module.span, message, mend=f"Find a shorter {what}.")
    if limits.suspend is not None and (most := most_to_keep(module)) > limits.suspend:
        notes.add(
            TOO_MUCH_TO_KEEP,
            module.span,
            f"what must be kept of a learner can take {most} characters; a package has room for {limits.suspend}",
            mend="Let quizzes count instead of single questions, draw fewer, or make two modules of it.",
        )
    if limits.gaps is None:
        return
    for question in module.questions():
        gaps = len(question.interaction().gaps)
        if gaps > limits.gaps:
            message = f"{gaps} gaps; an LMS has to record only {limits.gaps}"
            notes.add(TOO_MANY_GAPS, question.span, message, mend="Make two questions of it.")
