"""YAML 1.2 with the place of every key and value."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from smtrain.diagnostics import Notes, Span, rule
from smtrain.source.file import NO_TEXT, SourceFile

Path = tuple[str | int, ...]

MOST_VALUES = 20_000
MOST_LEVELS = 20
_FEWER = "write fewer settings, in fewer levels"

BROKEN_YAML = rule(
    "SM114",
    "broken-yaml",
    """
    The settings cannot be read as YAML, so none of them is known.

    Put text with a colon and a space, or beginning with a special sign, in double quotes, and indent
    with spaces.

    Bad::

        ---
        id: example
        title: Privacy: the basics
        language: en
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: "Privacy: the basics"
        language: en
        ---

        ## Page

        Text.
    """,
)
REPEATED_KEY = rule(
    "SM115",
    "repeated-setting",
    """
    A setting is given twice, and only one of them can be meant.

    Bad::

        ---
        id: example
        title: One
        title: Two
        language: en
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: One
        language: en
        ---

        ## Page

        Text.
    """,
)


@dataclass
class Yaml:
    """What a YAML text says. `keys` and `values` have the place of each path."""

    value: Any
    keys: dict[Path, Span] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)

    def span(self, path: Path, *, key: bool = False) -> Span:
        """The place of a value (or its key), or of the nearest thing around it."""
        while path and path not in self.values:
            path = path[:-1]
            key = True
        if key and path in self.keys:
            return self.keys[path]
        return self.values[path]

    def below(self, key: str) -> Yaml:
        """What stands under one name, as if it were all there is."""

        def cut(places: dict[Path, Span]) -> dict[Path, Span]:
            return {path[1:]: place for path, place in places.items() if path[:1] == (key,)}

        return Yaml(self.value[key], cut(self.keys), cut(self.values))


def load(
    source: SourceFile, notes: Notes, *, first_line: int = 1, last_line: int | None = None
) -> Yaml | None:
    """Read the lines of a file from `first_line` to `last_line` (both included) as one YAML mapping.

    None when it cannot be read; what is wrong has been noted.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    lines = source.lines[first_line - 1 : last_line]
    if deep := _too_deep(lines):
        line, column = deep[0] + first_line, deep[1] + 1
        place = Span(source.name, line, column, line, column + 1)
        notes.add(BROKEN_YAML, place, "settings are nested too deep here", mend=_FEWER)
        return None
    try:
        with warnings.catch_warnings():
            # An anchor may be given anew (YAML 1.2, section 7.1); ruamel would say so to the console.
            warnings.simplefilter("ignore")
            node = YAML(pure=True).compose("\n".join(lines))
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = min(mark.line, len(lines) - 1) + first_line if mark else first_line
        column = min(mark.column, len(source.lines[line - 1])) + 1 if mark else 1
        text = " ".join(str(error.problem or error.context or "not YAML").split())
        notes.add(
            BROKEN_YAML,
            Span.point(source.name, line, column),
            f"this is not YAML: {text}",
            mend="put text with a colon or a special sign in double quotes; indent with spaces, never tabs",
        )
        return None
    except (YAMLError, ValueError, RecursionError) as error:
        problem = " ".join(str(error).split())[:120]
        notes.add(BROKEN_YAML, Span.point(source.name, first_line, 1), f"this is not YAML: {problem}")
        return None
    whole = Span.point(source.name, first_line, 1)
    yaml = Yaml({}, values={(): whole})
    if node is None:
        return yaml
    reader = _Reader(source, first_line, notes, yaml)
    try:
        yaml.value = reader.read(node, (), 0)
    except _TooMuch as error:
        notes.add(BROKEN_YAML, error.place, error.problem, mend=_FEWER)
        return None
    if not isinstance(yaml.value, Mapping):
        notes.add(
            BROKEN_YAML,
            reader.place(node),
            "settings are written as one name and one value in each line",
            mend='write lines such as "title: Social media at work"',
        )
        return None
    return yaml


def _too_deep(lines: list[str]) -> tuple[int, int] | None:
    """Where brackets nest deeper than settings can: ruamel takes long over them before it gives up."""
    depth = 0
    for number, line in enumerate(lines):
        for found in re.finditer(r"[\[\]{}]", line):
            depth = max(0, depth + (1 if found[0] in "[{" else -1))
            if depth > 5 * MOST_LEVELS:
                return number, found.start()
    return None


class _TooMuch(Exception):
    """The settings would take more than anyone writes by hand."""

    def __init__(self, place: Span, problem: str) -> None:
        super().__init__(problem)
        self.place, self.problem = place, problem


class _Reader:
    """Reads a tree of YAML nodes. An alias reads its anchor again, so depth and number are bounded."""

    def __init__(self, source: SourceFile, first_line: int, notes: Notes, yaml: Yaml) -> None:
        self._source, self._offset, self._notes, self._yaml = source, first_line, notes, yaml
        self._left = MOST_VALUES

    def place(self, node: Any) -> Span:
        start, end = node.start_mark, node.end_mark
        line = min(start.line + self._offset, len(self._source.lines))
        single = type(node).__name__ == "ScalarNode" and end.line == start.line
        last = max(end.column, start.column + 1) if single else start.column + 1
        length = len(self._source.lines[line - 1])
        return Span(self._source.name, line, min(start.column, length) + 1, line, min(last, length) + 1)

    def read(self, node: Any, path: Path, depth: int) -> Any:
        self._yaml.values.setdefault(path, self.place(node))
        kind = type(node).__name__
        self._left -= 1
        if depth > MOST_LEVELS:
            raise _TooMuch(self.place(node), "settings are nested too deep here")
        if self._left < 0:
            raise _TooMuch(self.place(node), f"there are more than {MOST_VALUES:,} settings up to here")
        if kind == "MappingNode":
            return self._mapping(node, path, depth)
        if kind == "SequenceNode":
            return [self.read(item, (*path, index), depth + 1) for index, item in enumerate(node.value)]
        if found := NO_TEXT.search(node.value):
            self._notes.add(
                BROKEN_YAML,
                self.place(node),
                f"this text has a control character (U+{ord(found[0]):04X})",
                mend="leave it out",
            )
            return NO_TEXT.sub("\ufffd", node.value)
        return _scalar(str(node.tag), node.value)

    def _mapping(self, node: Any, path: Path, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value) if type(key_node).__name__ == "ScalarNode" else "?"
            here = (*path, key)
            if key in found:
                self._notes.add(
                    REPEATED_KEY,
                    self.place(key_node),
                    f'"{key}" is given twice',
                    mend="keep one of the two",
                )
                continue
            self._yaml.keys[here] = self.place(key_node)
            found[key] = self.read(value_node, here, depth + 1)
        return found


def _scalar(tag: str, value: str) -> Any:
    kind = tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "bool":
        return value.lower() == "true"
    try:
        if kind == "int":
            return int(value.replace("_", ""), 0)
        if kind == "float":
            return float(value.replace("_", "").replace(".inf", "inf").replace(".nan", "nan"))
    except ValueError:
        return value
    return value
