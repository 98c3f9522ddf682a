"""Rate: statements that learners rate on a scale. Nothing is right or wrong.

Example::

    ::: rate How sure are you? {#q-sure scale=agreement-5}

    - I can tell confidential from public information.
    - I know whom to call.

    :::

Scales are `agreement-5`, `frequency-5` and `yes-no`, or your own from `scales:` in the settings. Each
statement is recorded by itself, as the number of the point that was chosen: 1 is the first.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from smtrain.diagnostics import rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base.kind import Kind
from smtrain.kinds.base.questions import common, read_body, read_choices
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.model.question import Choice, Interaction, Option, Question
from smtrain.model.text import List, plain
from smtrain.source.document import Directive

SCALES = {"agreement-5": 5, "frequency-5": 5, "yes-no": 2}
"""The scales whose words the player knows, and how many points each has."""

UNKNOWN_SCALE = rule(
    "SM363",
    "unknown-scale",
    """
    There is no scale of this name: neither one that is always there nor one under `scales:`.

    Bad::

        ## Page

        ::: rate {#r1 scale=agreemnt-5}

        - I know whom to call.

        :::

    Good::

        ## Page

        ::: rate {#r1 scale=agreement-5}

        - I know whom to call.

        :::
    """,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate(Question):
    """Statements and the points of a scale. `words` names a scale whose words the player knows.

    A point of the author's own scale has a text instead.
    """

    kind: ClassVar[str] = "rate"

    statements: tuple[Choice, ...]
    scale: tuple[Option, ...]
    words: str = ""

    def interaction(self) -> Interaction:
        """SCORM 2004 RTE 4.2.9, `likert`: a point of the scale for each statement."""
        options = tuple(Option(s.id, plain(s.blocks)) for s in self.statements)
        return Interaction("likert", options=options, targets=self.scale)

    @property
    def scored(self) -> bool:
        """Never."""
        return False


def read(block: Directive, reader: Reader) -> Rate:
    """The text, if there is any, then a plain list of statements."""
    attributes = reader.attributes(block)
    fields = common(block, reader, attributes)
    name = attributes.text("scale", "agreement-5")
    attributes.finish()
    own = reader.scales.get(name)
    if own is None and name not in SCALES:
        found = block.attributes.get("scale")
        reader.note(
            UNKNOWN_SCALE,
            found.value_span if found else block.name_span,
            f'there is no scale "{name}"',
            mend=did_you_mean(
                name, [*SCALES, *reader.scales], "write its words under scales: in the settings"
            ),
        )
        name = "agreement-5"
    body = read_body(block, reader, _is_list, wanted='a list of statements, "- …"', stem_required=False)
    texts = own or [""] * SCALES[name]
    return Rate(
        stem=body.stem,
        boxes=body.boxes,
        statements=read_choices(block, reader, body.answers, at_least=1, boxes=False),
        scale=tuple(Option(str(place), text) for place, text in enumerate(texts, 1)),
        words="" if own else name,
        **fields,
    )


def _is_list(block: Block) -> bool:
    return isinstance(block, List) and block.start is None


KIND = Kind("rate", read=read, question=True)
