"""A receipt held against what a learner's record should say."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from smtrain.model.course import Module
from smtrain.model.receipt import Receipt, read_receipt
from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused, shown


@dataclass(frozen=True, slots=True)
class Compared:
    """What a receipt states, and what was found when it was compared.

    `module` is the module of the course that it fits; None when none does, or no course was named.
    `same_version` says whether the course has the version that the learner saw. `same_learner` is None
    when no learner was named.
    """

    receipt: Receipt
    module: Module | None = None
    same_version: bool = False
    same_learner: bool | None = None


def compare(code: str, *, course: Path | None = None, learner: str | None = None) -> Compared:
    """Read a receipt, and hold it against the course or module at a path, and a learner's id.

    Raises `Illegible` for a code with a slip, `Refused` when the course cannot be read.
    """
    receipt = read_receipt(code)
    module = next((one for one in _modules(course) if receipt.is_module(one.id)), None)
    return Compared(
        receipt,
        module,
        bool(module and receipt.is_version(module.version)),
        None if learner is None else receipt.is_learner(learner),
    )


def _modules(course: Path | None) -> tuple[Module, ...]:
    if course is None:
        return ()
    found = check(course).course
    if found is None:
        raise Refused(
            f"the settings of {shown(course)} cannot be read",
            mend=f'"smtrain check {shown(course)}" says why',
        )
    return found.modules
