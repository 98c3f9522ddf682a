"""The tree: what every node has in common, and how to walk or change a tree of any nodes.

Nodes are frozen dataclasses. Children are found by looking into the fields, so a new kind of block
needs no code here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, ClassVar, TypeVar

from smtrain.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Node:
    """Anything that stands at a place in the source."""

    span: Span

    def asks(self) -> bool:
        """Whether a learner has to think and decide here."""
        return False

    def quoted(self) -> bool:
        """Whether its words are not the author's own: somebody is quoted, or shows how not to do it."""
        return False

    def shares(self) -> Iterator[tuple[Node, float]]:
        """What of it not everybody meets: nodes below it, each with the share of learners who do, 0 to 1."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Inline(Node):
    """A piece of running text."""


@dataclass(frozen=True, slots=True)
class Block(Node):
    """A piece of a page that stands by itself.

    `kind` is the name of the block's kind, and of its folder in `scorm_templates/kinds/`; blocks of
    plain text have none. A block that is `tracked` and has an id is something a learner can be done
    with, and completion may ask for it. One that is not `shown` never reaches a learner.
    """

    kind: ClassVar[str] = ""
    tracked: ClassVar[bool] = False
    shown: ClassVar[bool] = True


_PLAIN = r"(?:str|int|float|bool|None|Span|Condition|tuple\[(?:str|int), \.\.\.\]|[ |])+"
"""Annotations of fields that hold no nodes."""

_RUNNING_TEXT = r"tuple\[Inline, \.\.\.\]"


class _Fields(dict[type, tuple[str, ...] | None]):
    """The fields of a type of node to look into, last first; None for what is no node."""

    def __init__(self, skipped: str) -> None:
        """`skipped` is a pattern of annotations."""
        super().__init__()
        self._skipped = re.compile(skipped)

    def __missing__(self, kind: type) -> tuple[str, ...] | None:
        found: tuple[str, ...] | None = None
        if issubclass(kind, Node):
            found = tuple(f.name for f in reversed(fields(kind)) if not self._skipped.fullmatch(str(f.type)))
        self[kind] = found
        return found


_FIELDS = _Fields(_PLAIN)
_BLOCK_FIELDS = _Fields(f"{_PLAIN}|{_RUNNING_TEXT}")


def walk(*roots: object) -> Iterator[Node]:
    """Every node below and including the roots, in the order of the text."""
    return _walk(roots, _FIELDS)


def walk_blocks(*roots: object) -> Iterator[Node]:
    """The same without running text, which is most of a tree: for whoever looks for blocks and pages."""
    return _walk(roots, _BLOCK_FIELDS)


def _walk(roots: tuple[object, ...], to_look_into: _Fields) -> Iterator[Node]:
    # Without recursion: a build walks a module dozens of times, and each level of a recursive generator
    # would hand on every node below it.
    waiting: list[object] = [*reversed(roots)]
    while waiting:
        item = waiting.pop()
        if type(item) is tuple:
            waiting.extend(reversed(item))
        elif (names := to_look_into[type(item)]) is not None:
            yield item  # type: ignore[misc]
            waiting.extend([value for name in names if (value := getattr(item, name))])


def children(node: Node) -> Iterator[Node]:
    """The nodes directly below a node, in the order of the text."""
    waiting: list[object] = [getattr(node, name) for name in _FIELDS[type(node)] or ()]
    while waiting:
        item = waiting.pop()
        if type(item) is tuple:
            waiting.extend(reversed(item))
        elif isinstance(item, Node):
            yield item


FILE_FIELDS = frozenset({"src", "poster", "captions"})
"""Fields of a node that hold the path of a file, in every kind that has them."""

_NAMING: dict[type[Node], tuple[str, ...]] = {}


def file_fields(node: Node) -> Iterator[tuple[str, str]]:
    """The files that a node names: the field and the path as written."""
    kind = type(node)
    if kind not in _NAMING:
        _NAMING[kind] = tuple(field.name for field in fields(kind) if field.name in FILE_FIELDS)
    for name in _NAMING[kind]:
        if path := getattr(node, name):
            yield name, path


def running_text(node: Node) -> Iterator[tuple[Inline, ...]]:
    """The running text that stands directly in a node that is no running text itself."""
    if not isinstance(node, Inline):
        for field in fields(node):
            if re.fullmatch(_RUNNING_TEXT, str(field.type)):
                yield getattr(node, field.name)


T = TypeVar("T")
Change = Callable[[Node], "Node | tuple[Node, ...] | None"]


def rebuild(value: T, change: Change) -> T:
    """The same tree with every node below it changed, leaves first.

    `change` returns the node itself, another one, a tuple of nodes to stand in its place, or None to
    leave it out. What does not change is shared, not copied. A node that is the value of a field of
    its own, not an element of a tuple, can only be replaced by one node.
    """
    return _rebuild(value, change)  # type: ignore[no-any-return]


def _rebuild(value: Any, change: Change) -> Any:
    if type(value) is tuple:
        items: list[Any] = []
        for item in value:
            if not isinstance(item, Node):
                items.append(_rebuild(item, change))
                continue
            new = change(_rebuild(item, change))
            items.extend(new if isinstance(new, tuple) else () if new is None else (new,))
        same = len(items) == len(value) and all(a is b for a, b in zip(items, value, strict=True))
        return value if same else tuple(items)
    if isinstance(value, Node):
        changed: dict[str, Any] = {}
        for name in reversed(_FIELDS[type(value)] or ()):
            old = getattr(value, name)
            new = _rebuild(old, change)
            if isinstance(old, Node):
                new = change(new) or new
            if new is not old:
                changed[name] = new
        return replace(value, **changed) if changed else value
    return value
