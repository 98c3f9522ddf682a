"""Receipts: the twenty signs a learner reads out when a record is lost. The player makes them.

How they are built is described, and done, in `scorm_templates/player/receipt.js`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, get_args

Success = Literal["none", "unknown", "passed", "failed"]

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"I": "1", "L": "1", "O": "0", " ": None, "-": None, "–": None})
_BEFORE_FIRST = date(2019, 12, 31)
_NO_SCORE = 127
_GROUPS, _LENGTH = 4, 5


class Illegible(ValueError):
    """A code that cannot be read; `groups` are the numbers (from 1) of those with a slip, if that can be told."""

    def __init__(self, message: str, groups: tuple[int, ...] = ()) -> None:
        super().__init__(message)
        self.groups = groups


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt states: the learner had completed the module or not, with which result and score.

    `day` is when the module was completed (and passed, where it can be), else the day of the last visit;
    None if the player did not know. `success` is "none" in a module without a pass mark. Module, version
    and learner are in it as marks only; they can be compared, not read.
    """

    day: date | None
    completed: bool
    success: Success
    percent: int | None
    module: int
    version: int
    learner: int

    @property
    def has_learner(self) -> bool:
        """Whether the LMS named the learner."""
        return self.learner > 0

    def is_module(self, name: str) -> bool:
        """Whether it may be of the module with this id: another one fits once in a million."""
        return _mark(name, 1, 20) == self.module

    def is_version(self, version: str) -> bool:
        """Whether it may be of this version: another one fits once in a thousand."""
        return _mark(version, self.module, 10) == self.version

    def is_learner(self, name: str) -> bool:
        """Whether the id that the LMS gave may be this one: another one fits once in a million."""
        return (_mark(name.strip().lower(), self.module, 20) or 1) == self.learner


def read_receipt(code: str) -> Receipt:
    """Read a code as people type it: in capitals or not, with or without hyphens, O for 0, I or L for 1.

    Raises `Illegible`.
    """
    signs = code.upper().translate(_ALIKE)
    if len(signs) != _GROUPS * _LENGTH:
        raise Illegible(f"a receipt has {_GROUPS * _LENGTH} signs, and this has {len(signs)}")
    groups = [signs[at : at + _LENGTH] for at in range(0, len(signs), _LENGTH)]
    values = [_group(group, place) for place, group in enumerate(groups, 1)]
    if wrong := tuple(place for place, value in enumerate(values, 1) if value is None):
        raise Illegible(f"there is a slip in group {' and '.join(map(str, wrong))}", wrong)
    module, facts, learner, end = (value or 0 for value in values)
    days = end >> 4
    if days >> 14:
        raise Illegible("this receipt is of a newer player: update smtrain")
    if _mark(f"{module},{facts},{learner},{days}", 2, 4) != end & 15:
        raise Illegible("each group is right, but they do not belong to one receipt")
    percent = facts & 127
    return Receipt(
        day=_BEFORE_FIRST + timedelta(days) if days else None,
        completed=bool(facts >> 9 & 1),
        success=get_args(Success)[facts >> 7 & 3],
        percent=None if percent == _NO_SCORE else percent,
        module=module,
        version=facts >> 10,
        learner=learner,
    )


def written(code: str) -> list[str]:
    """The groups of a code as the player writes them."""
    signs = code.upper().translate(_ALIKE)
    return [signs[at : at + _LENGTH] for at in range(0, len(signs), _LENGTH)]


def _group(group: str, place: int) -> int | None:
    """The 20 bits of a group; None when its last sign does not belong to the others."""
    digits = [_SIGNS.find(sign) for sign in group]
    check, value = place, 0
    for digit in digits[:-1]:
        check = _twice(check) ^ digit
        value = value << 5 | digit
    return None if min(digits) < 0 or _twice(check) != digits[-1] else value


def _twice(number: int) -> int:
    """Times 2 in the field of 32 elements (x⁵ + x² + 1): tells each changed and each swapped sign."""
    return number << 1 ^ (37 if number & 16 else 0)


def _mark(text: str, seed: int, bits: int) -> int:
    """The high bits of the player's `hash` (`random.js`)."""
    number = seed
    for sign in text:
        code = ord(sign)
        lead = code if code < 0x10000 else 0xD800 + ((code - 0x10000) >> 10)
        number = (number ^ lead) * 0x01000193 & 0xFFFFFFFF
    number = (number ^ number >> 15) * 0x2C1B3C6D & 0xFFFFFFFF
    return number >> 32 - bits
