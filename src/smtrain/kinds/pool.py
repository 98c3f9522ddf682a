"""Pool: more questions than each learner is asked. Chance chooses, the score stays fair.

Example::

    ::: pool {#p-privacy draw=1}

    ::: true-false {#p1}

    A licence plate is personal data.

    - [x] True
    - [ ] False

    :::

    ::: true-false {#p2}

    A deleted post is gone for good.

    - [ ] True
    - [x] False

    :::

    :::

With `from=bank/privacy.md` the questions come from a file, with `tags=easy` only those with that tag.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from smtrain.diagnostics import Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base.kind import Kind, Named
from smtrain.kinds.base.reader import Reader
from smtrain.model.node import Block
from smtrain.model.question import Pool
from smtrain.source.document import Directive, Title

UNKNOWN_TAG = rule(
    "SM323",
    "unknown-tag",
    """
    A pool asks for a tag that no question of its files has, so it draws nothing for it.

    Bad::

        ## Page

        ::: pool {#p1 from=bank.md tags=privacy,esay}

        :::

    Bad in bank.md::

        ::: true-false {#q1 tags=privacy,easy}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

    Good::

        ## Page

        ::: pool {#p1 from=bank.md tags=privacy,easy}

        :::

    Good in bank.md::

        ::: true-false {#q1 tags=privacy,easy}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::
    """,
)

NOT_TO_DRAW = rule(
    "SM325",
    "no-question-in-a-pool",
    """
    A pool, and a file that it draws from, hold questions. Nothing else in them can be drawn.

    In a file of questions, headings are welcome: they keep it in order, and learners do not see them.

    Bad::

        ## Page

        ::: pool {#p1}

        Take your time.

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        :::

    Good::

        ## Page

        Take your time.

        ::: pool {#p1}

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        :::
    """,
)

EMPTY_POOL = rule(
    "SM326",
    "pool-without-questions",
    """
    A pool, or the file that it draws from, has no question.

    Bad::

        ## Page

        Text.

        ::: pool {#p1}

        :::

    Good::

        ## Page

        ::: pool {#p1}

        ::: true-false {#q1}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

        :::
    """,
)

IN_TWO_POOLS = rule(
    "SM327",
    "question-in-two-pools",
    """
    Two pools draw from the same question. A question has one result, so it can be asked in one place.

    Bad::

        ## Page

        ::: pool {#p1 from=bank.md}

        :::

        ::: pool {#p2 from=bank.md tags=easy}

        :::

    Bad in bank.md::

        ::: true-false {#q1 tags=easy}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::

    Good::

        ## Page

        ::: pool {#p1 from=bank.md}

        :::

    Good in bank.md::

        ::: true-false {#q1 tags=easy}

        A licence plate is personal data.

        - [x] True
        - [ ] False

        :::
    """,
)


@dataclass(slots=True)
class _Sieve:
    """Lets questions with one of the `wanted` tags through; any question when no tag is wanted."""

    reader: Reader
    bank: bool = False
    wanted: tuple[str, ...] = ()
    refused: bool = False
    known: set[str] = field(default_factory=set)
    elsewhere: list[str] = field(default_factory=list)

    def __call__(self, block: Block) -> bool:
        if isinstance(block, Directive) and self.reader.asks(block):
            return self._fits(block)
        if isinstance(block, Directive) and self.reader.kind(block.name) is None:
            return True  # the reader says that there is no such block
        if not (self.bank and isinstance(block, Title)):
            self.refused = True
            self.reader.note(
                NOT_TO_DRAW,
                block.span,
                "only questions can be drawn; nobody would see this",
                mend="leave it out" if self.bank else "write it before the pool or after it",
            )
        return False

    def _fits(self, question: Directive) -> bool:
        tags = set(_words(question, "tags"))
        self.known |= tags
        name = question.attributes.get("#")
        if self.wanted and not tags & set(self.wanted):
            return False
        if name and self.reader.ids.get(name.value or "") == name.span:
            self.elsewhere.append(name.value or "")
            return False
        return True


def texts(block: Directive) -> Named:
    """The files it draws from."""
    named = block.attributes.get("from")
    return tuple((word, named.value_span) for word in _words(block, "from")) if named else ()


def read(block: Directive, reader: Reader) -> Pool:
    """Its own questions, then those of its files that have one of the tags."""
    attributes = reader.attributes(block)
    draw = attributes.integer("draw", 0, low=1, high=999) or None
    tags = attributes.words("tags")
    attributes.text("from", required=bool(tags))
    attributes.finish()
    name = reader.identify(block, required=True)
    own, bank = _Sieve(reader), _Sieve(reader, bank=True, wanted=tuple(tag for tag, _ in tags))
    blocks = reader.inside(block, keep=own)
    files = [reader.included(block, path) for path, _ in texts(block)]
    for found in files:
        blocks += reader.inside(block, found, bank)
    # Of a file that is not there, workflow has said so.
    told = any(files) and _note_bank(reader, bank, tags, texts(block)[0][1])
    if not blocks and not (told or own.refused) and any(files) is bool(files):
        mend = (
            "write questions into its file" if files else "write questions into it, or draw them from a file"
        )
        reader.note(EMPTY_POOL, block.span, "there is no question to draw", mend=mend)
    return Pool(span=block.span, id=name, title=block.title, blocks=blocks, draw=draw if blocks else None)


def _note_bank(reader: Reader, sieve: _Sieve, tags: Named, place: Span) -> bool:
    """Note what the files do not have; says whether there was anything to note."""
    unknown = [(tag, span) for tag, span in tags if tag not in sieve.known]
    for tag, span in unknown:
        mend = did_you_mean(tag, sieve.known, "give some questions this tag, or leave it out")
        reader.note(UNKNOWN_TAG, span, f'no question here has the tag "{tag}"', mend=mend)
    if sieve.elsewhere:
        reader.note(
            IN_TWO_POOLS,
            place,
            f"these are in a pool already: {', '.join(sieve.elsewhere)}",
            mend="tell the pools apart by tags, or make one of the two",
        )
    return bool(unknown or sieve.elsewhere or sieve.refused)


def _words(block: Directive, key: str) -> list[str]:
    found = block.attributes.get(key)
    return [word.strip() for word in (found.value or "" if found else "").split(",") if word.strip()]


KIND = Kind("pool", read=read, texts=texts)
