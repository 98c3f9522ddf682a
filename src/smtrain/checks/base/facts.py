"""What a check may know of a module besides the module itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from smtrain.model.node import Node
from smtrain.model.style import Style


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found out once for all checks.

    `nodes` are all nodes of the module, in the order of the text. `sizes` has the length in bytes of each
    file that the module names, by its path as written, None for one that is not there. A path that leads
    out of the course's folder is in `outside`. `near` has the paths of files that are there, for "did you
    mean". `drawings` has the bytes of each SVG file. `measure` says how many pixels wide and high
    a picture is. `today` decides what is overdue; nothing is on the first day.
    `style` is what the course asks of its prose.
    `readers` says for whom the text was selected, such as "the track essentials"; "" for a module as written.
    """

    sizes: Mapping[str, int | None] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    near: tuple[str, ...] = ()
    drawings: Mapping[str, bytes] = field(default_factory=dict)
    nodes: tuple[Node, ...] = ()
    measure: Callable[[str], tuple[int, int] | None] = lambda _: None
    today: date = date.min
    readers: str = ""
    style: Style = field(default_factory=Style)
