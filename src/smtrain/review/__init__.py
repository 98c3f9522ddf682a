"""What reviewers read: which track shows which module, page, block and question, and how tracks differ."""

from smtrain.review.matrix import Cell, Matrix, Row, matrix

__all__ = ["Cell", "Matrix", "Row", "matrix"]
