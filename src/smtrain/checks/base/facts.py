"""What a check may know about the files of a module without opening one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Facts:
    """`sizes` has the bytes of each file that the module names, by its path as written.

    A path that is not there has the size None, one that leads out of the course's folder is in
    `outside`. `near` has the paths of files that are there, for "did you mean".
    """

    sizes: Mapping[str, int | None] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
