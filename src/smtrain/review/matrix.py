"""The audience matrix: modules by tracks, with what each track takes of each module."""

from __future__ import annotations

from dataclasses import dataclass

from smtrain.model.course import Course, FollowUp, Module, Track, TrackModule, Variant, required_minutes
from smtrain.model.question import Question


@dataclass(frozen=True, slots=True)
class Cell:
    """What a track takes of a module. `minutes` is None where the module does not say.

    `entry` is where the track says so; its `one_of` has the modules of which a learner takes one.
    """

    variant: Variant
    entry: TrackModule
    required: bool
    depth: str
    minutes: int | None
    questions: int
    points: float
    pass_mark: float | None


@dataclass(frozen=True, slots=True)
class Row:
    """A module, and its cell for each track; None where the track does not take it."""

    module: Module
    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """All modules of a course by its tracks, in the course's order."""

    course: Course
    tracks: tuple[Track, ...]
    rows: tuple[Row, ...]

    def minutes(self, index: int) -> int:
        """The minutes of the required modules of a track."""
        cells = [cell for row in self.rows if (cell := row.cells[index])]
        return required_minutes((cell.entry, cell.minutes) for cell in cells)

    def follow_ups(self, track: Track) -> tuple[FollowUp, ...]:
        """The boosters and refreshers of a track."""
        return tuple(one for one in self.course.follow_ups if one.track.id in (track.id, ""))

    def count(self, index: int) -> tuple[int, int]:
        """How many modules of a track are required, and how many are optional; one of several counts as one."""
        cells = [cell for row in self.rows if (cell := row.cells[index])]
        required = {cell.entry.one_of or (cell.entry.id,) for cell in cells if cell.required}
        return len(required), sum(not cell.required for cell in cells)


def matrix(course: Course) -> Matrix:
    """The matrix of a course; without tracks its modules count as one track."""
    whole = Track(course.id, course.title, tuple(TrackModule(module.id) for module in course.modules))
    tracks = course.tracks or (whole,)
    return Matrix(course, tracks, tuple(_row(module, course, tracks) for module in course.modules))


def _row(module: Module, course: Course, tracks: tuple[Track, ...]) -> Row:
    return Row(module, tuple(_cell(module, course, track) for track in tracks))


def _cell(module: Module, course: Course, track: Track) -> Cell | None:
    entry = next((entry for entry in track.modules if entry.id == module.id), None)
    variant = course.variant(track, entry) if entry else None
    if entry is None or variant is None:
        return None
    text = variant.module
    questions: list[Question] = [question for question in text.questions() if question.scored]
    return Cell(
        variant,
        entry,
        required=not entry.optional,
        depth=entry.values.get("depth", track.values.get("depth", "")),
        minutes=text.minutes,
        questions=len(questions),
        points=sum(question.points for question in questions),
        pass_mark=text.success.pass_mark if text.success else None,
    )
