"""Questions whose answers can be picked where they stand, in a picture or a text, and in a list."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.diagnostics import rule
from smtrain.kinds.base.reader import Reader
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import plain
from smtrain.source.document import Directive

CHOOSE_DOES_NOT_FIT = rule(
    "SM354",
    "choose-that-does-not-fit",
    """
    `choose` tells learners how many answers to pick, and it is not the number of the right ones.

    With more, they have to pick a wrong one; with fewer, they can never pick all that are right.

    Bad::

        ## Page

        ::: hotspot {#q1 choose=2}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,20,20}
        - [ ] Plant {circle=80,50,10}

        :::

    Good::

        ## Page

        ::: hotspot {#q1 choose=1}

        Mark what must not be in the picture.

        ![A desk with a badge and a plant](media/team.png)

        - [x] Badge {rect=10,40,20,20}
        - [ ] Plant {circle=80,50,10}

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picking(Question):
    """Answers to pick. `choose` is how many, 0 for as many as the learner thinks right."""

    choices: tuple[Choice, ...]
    choose: int = 0

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `choice`: a set of ids, or one id where one is to be chosen."""
        return Interaction(
            "choice",
            options=tuple(Option(c.id, plain(c.blocks)) for c in self.choices),
            key=tuple(c.id for c in self.choices if c.right),
            many=self.choose != 1,
            choose=self.choose if self.choose > 1 else 0,
        )


def check_choose(block: Directive, reader: Reader, choose: int, choices: tuple[Choice, ...]) -> None:
    """Note when learners are asked for another number of answers than is right."""
    right = sum(choice.right for choice in choices)
    found = block.attributes.get("choose")
    if found and choose and right and choose != right:
        reader.note(
            CHOOSE_DOES_NOT_FIT,
            found.span,
            f"learners are to choose {choose}, and {right} {'is' if right == 1 else 'are'} right",
            mend=f'write "choose={right}", or leave it out',
        )
