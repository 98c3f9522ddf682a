"""Mixing without chance: the same order for the same ids in every build."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


def mixed(items: Sequence[T], salt: str, name: Callable[[T], str]) -> tuple[T, ...]:
    """The items in an order that follows from the hash of their names, and is never the order given.

    `salt` is the id of the question, so that two questions with the same items differ. One item, or
    none, stays as it is.
    """
    found = sorted(items, key=lambda item: sha256(f"{salt}/{name(item)}".encode()).digest())
    if len(found) > 1 and all(a is b for a, b in zip(found, items, strict=True)):
        found.append(found.pop(0))
    return tuple(found)
