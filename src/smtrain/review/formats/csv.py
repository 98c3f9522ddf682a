"""One line for each module of each track, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO

from smtrain.render import Templates
from smtrain.review.matrix import Matrix

COLUMNS = (
    "module", "title", "track", "track_title", "required", "depth", "minutes", "questions", "points",
    "pass_mark", "package", "one_of",
)  # fmt: skip


def render(matrix: Matrix, templates: Templates) -> str:
    """Lines as RFC 4180 has them; a share as a percentage."""
    out = StringIO(newline="")
    write = csv.writer(out)
    write.writerow(COLUMNS)
    for row in matrix.rows:
        for track, cell in zip(matrix.tracks, row.cells, strict=True):
            if cell is None:
                continue
            write.writerow(
                (
                    row.module.id,
                    row.module.title,
                    track.id,
                    track.title,
                    "yes" if cell.required else "no",
                    cell.depth,
                    cell.minutes or "",
                    cell.questions,
                    f"{cell.points:g}",
                    "" if cell.pass_mark is None else f"{cell.pass_mark * 100:g}%",
                    cell.variant.module.id,
                    " ".join(cell.entry.one_of),
                )
            )
    return out.getvalue()
