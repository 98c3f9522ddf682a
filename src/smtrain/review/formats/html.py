"""One page for reviewers: the matrix, who sees which block, how packages differ, what tests each objective."""

from __future__ import annotations

from smtrain.render import Templates
from smtrain.review.coverage import coverage
from smtrain.review.matrix import Matrix
from smtrain.review.pieces import difference, pieces


def render(matrix: Matrix, templates: Templates) -> str:
    """A page that stands by itself: no script, no other file."""
    modules = []
    for row in matrix.rows:
        variants = tuple(v for v in matrix.course.variants if v.source == row.module.id)
        modules.append(
            {
                "module": row.module,
                "variants": variants,
                "pieces": pieces(row.module, variants),
                "differences": [(other, difference(variants[0], other)) for other in variants[1:]],
                "coverage": coverage(row.module, variants),
            }
        )
    return templates.review("tracks").render(matrix=matrix, modules=modules, tracks=range(len(matrix.tracks)))
