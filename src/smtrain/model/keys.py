"""Short keys that stand for ids in suspend data, where every character counts."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from smtrain.model.course import Module
from smtrain.model.node import Block

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def short_keys(module: Module) -> dict[str, str]:
    """A key for the id of every page, question, quiz, pool and item.

    Four characters, made from the id alone, so that they are the same in every version of a module;
    six for ids that would share a key. A question that is filed under another name has a key of that.
    """
    ids = [page.id for page in module.pages()] + [quiz.id for quiz in module.quizzes()]
    ids += [pool.id for pool in module.pools()]
    names = {name: name for name in [*ids, *(item_id(item) for item in module.items())]}
    names.update((question.id, question.filed) for question in module.questions())
    shared = Counter(_key(filed, 4) for filed in names.values())
    return {name: _key(filed, 4 if shared[_key(filed, 4)] == 1 else 6) for name, filed in names.items()}


def item_id(item: Block) -> str:
    """The id of a tracked block, which every one of them has."""
    name: str = getattr(item, "id")  # noqa: B009 - a field of each kind, not of all blocks
    return name


def _key(name: str, length: int) -> str:
    number = int.from_bytes(sha256(name.encode()).digest()[:8])
    digits = []
    for _ in range(length):
        number, rest = divmod(number, 36)
        digits.append(_DIGITS[rest])
    return "".join(digits)
