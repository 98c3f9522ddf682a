"""A table for the terminal: modules down, tracks across."""

from __future__ import annotations

from smtrain.model.course import Track
from smtrain.render import Templates
from smtrain.review.matrix import Cell, Matrix

LEGEND = (
    "Required modules show their depth, minutes, scored questions and points; optional ones stand in brackets.\n"
    'Of those with "one of" a learner takes one; the longest counts.\n'
    '"–" is not taken. Tracks with the same text share a package; "smtrain tracks --format html" shows who sees what.'
)


def render(matrix: Matrix, templates: Templates) -> str:
    """One block of lines for each track, so that a course with many tracks fits a terminal."""
    head = ["module", *(track.id for track in matrix.tracks)]
    if len(matrix.tracks) > 4:
        return _by_track(matrix)
    rows = [[row.module.id, *map(_cell, row.cells)] for row in matrix.rows]
    totals = ["minutes, required", *(str(matrix.minutes(i)) for i in range(len(matrix.tracks)))]
    later = "".join(_later(matrix, track, f"{track.id}: ") for track in matrix.tracks)
    return _lined_up([head, *rows, totals]) + f"\n{later}{LEGEND}\n"


def _by_track(matrix: Matrix) -> str:
    parts = []
    for index, track in enumerate(matrix.tracks):
        required, optional = matrix.count(index)
        values = ", ".join(f"{key}={value}" for key, value in track.values.items())
        parts.append(
            f"{track.id}: {track.title}{f' ({values})' if values else ''}\n"
            f"  {matrix.minutes(index)} minutes required; {required} modules required, {optional} optional"
        )
        rows = [
            [f"  {row.module.id}", _cell(cell), cell.variant.module.id]
            for row in matrix.rows
            if (cell := row.cells[index])
        ]
        parts.append(_lined_up(rows) + _later(matrix, track))
    return "\n".join(parts) + f"{LEGEND}\n"


def _later(matrix: Matrix, track: Track, before: str = "  ") -> str:
    """The boosters and refreshers of a track, a line each."""
    return "".join(
        f"{before}after {one.plan.after}: {one.module.id}, {one.questions} questions, {one.module.minutes} min\n"
        for one in matrix.follow_ups(track)
    )


def _cell(cell: Cell | None) -> str:
    if cell is None:
        return "–"
    minutes = f"{cell.minutes} min" if cell.minutes else ""
    counted = f"{cell.questions} q, {cell.points:g} p" if cell.questions else ""
    words = ", ".join(part for part in (cell.depth, minutes, counted) if part) or "yes"
    words = f"one of: {words}" if cell.entry.one_of else words
    return words if cell.required else f"({words})"


def _lined_up(rows: list[list[str]]) -> str:
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() + "\n"
        for row in rows
    )
