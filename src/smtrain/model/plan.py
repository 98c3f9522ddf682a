"""What a course plans for the time after a track: boosters and refreshers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from smtrain.diagnostics import Span

Unit = Literal["day", "week", "month", "year"]


class Period(NamedTuple):
    """A length of time by the calendar: a number of days, weeks, months or years."""

    number: int
    unit: Unit

    def __str__(self) -> str:
        """In words, such as "3 months"."""
        return f"{self.number} {self.unit}{'s' if self.number > 1 else ''}"

    @property
    def iso(self) -> str:
        """As a duration of ISO 8601, such as "P3M"."""
        return f"P{self.number}{self.unit[0].upper()}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a course says of its boosters or refreshers of one name.

    `after` is counted from the completion of a track. `questions` is how many each learner is asked. Where
    `tracks` or `modules` name some, it is made for these tracks, out of these modules; else for and out of
    all. `pass_mark` holds for tracks without a mark of their own; None for a booster, which has none.
    """

    id: str
    title: str
    after: Period
    questions: int
    text: str = ""
    tracks: tuple[str, ...] = ()
    modules: tuple[str, ...] = ()
    pass_mark: float | None = None
    span: Span = field(default=Span.point(""), compare=False)

    @property
    def renews(self) -> bool:
        """Whether it is a refresher."""
        return self.pass_mark is not None
