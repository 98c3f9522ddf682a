"""Plain English made to measure: the same words for the same number, other words for another one.

The vocabulary is wide enough that a page packs about as well as one that somebody wrote.
"""

from __future__ import annotations

from random import Random

_PEOPLE = """
colleague manager engineer customer partner neighbour trainee director designer lawyer recruiter writer
photographer supplier reporter analyst visitor founder driver nurse teacher farmer cashier planner tester
""".split()
_THINGS = """
picture comment message review invoice badge laptop calendar contract delivery whiteboard report headline
template password profile schedule budget interview brochure ticket survey newsletter prototype screenshot
banner podcast workshop warehouse canteen conference keynote webinar dashboard spreadsheet receipt refund
complaint apology promise discount campaign slogan logo signature attachment folder archive draft caption
translation transcript rumour deadline agenda meeting photograph video channel audience follower hashtag
""".split()
_QUALITIES = """
early honest public private careful confidential friendly angry short cheerful blurred official recent
forgotten sensitive local urgent awkward generous printed simple foreign unpaid thoughtful dated accurate
anonymous shared hidden new unusual weekly legal noisy modest helpful wrong careless final bright
""".split()
_ACTS = """
shares reports answers deletes corrects translates forwards questions records praises mentions archives
publishes reviews borrows photographs explains doubts repeats copies quotes notices renames checks
""".split()
_WHENS = (
    "before lunch", "late on Friday", "in a busy week", "on the way home", "during a meeting", "a day later",
    "without asking", "from a private account", "in a closed group", "with good intentions", "by mistake",
    "at the weekend", "after a long call", "in two languages", "for the second time", "on request",
)  # fmt: skip
_LINKS = ("because", "although", "so that", "while", "before", "unless", "as soon as", "even though")
_ADVICE = (
    "Stop and read the {thing} **aloud** before you post it.",
    "Ask the {person} in the picture, and take *no* for an answer.",
    "Say who you work for when you mention the {thing}.",
    "Look at the edges of the {thing}, where a {other} may hide.",
    "Give the link to the {quality} {thing}, not to a {person} who heard of it.",
    "Leave the argument with the {person} after the second reply.",
    "Write down when the {thing} came, since a {person} will ask.",
    "Put `{thing}` in plain text so that every {person} can copy it.",
    "Keep the {quality} {thing}; a {other} shows what was really said.",
)


class Prose:
    """Sentences without end, of a number's own."""

    def __init__(self, number: int) -> None:
        self._random = Random(number)

    def sentence(self) -> str:
        """One sentence of fifteen words or so."""
        pick = self._random.choice
        return (
            f"A {pick(_QUALITIES)} {pick(_PEOPLE)} {pick(_ACTS)} {self.phrase()} {pick(_WHENS)}, "
            f"{pick(_LINKS)} the {pick(_PEOPLE)} {pick(_ACTS)} {self.phrase()}."
        )

    def advice(self) -> str:
        """One sentence with a mark in it now and then."""
        pick = self._random.choice
        words = {
            "thing": pick(_THINGS),
            "other": pick(_THINGS),
            "person": pick(_PEOPLE),
            "quality": pick(_QUALITIES),
        }
        return pick(_ADVICE).format(**words)

    def paragraph(self, sentences: int) -> str:
        """Several sentences, every third one a piece of advice."""
        return " ".join(self.advice() if n % 3 == 2 else self.sentence() for n in range(sentences))

    def phrase(self) -> str:
        """A thing, such as "the early report"."""
        return self.phrases(1)[0]

    def phrases(self, count: int) -> list[str]:
        """Different things."""
        return [
            f"the {self._random.choice(_QUALITIES)} {thing}" for thing in self._random.sample(_THINGS, count)
        ]
