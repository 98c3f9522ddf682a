"""Everything smtrain has a code for, and an explanation taken apart: reason, bad and good examples.

Rules are declared beside the code that reports them, all over the package. To find them all, every
module is imported; so this is for `smtrain explain` and for the tests, never for a check or a build.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from importlib import import_module
from pkgutil import iter_modules, walk_packages
from textwrap import dedent

import smtrain
from smtrain.checks.base.check import Check
from smtrain.diagnostics import Rule

SUBJECTS = {
    "SM0": "The surroundings: files, folders, the command itself",
    "SM1": "Reading: blocks, attributes, HTML, YAML",
    "SM2": "Names: ids, links, unknown blocks and attributes",
    "SM3": "Questions, quizzes and scenarios",
    "SM4": "Accessibility",
    "SM5": "Audience and variables",
    "SM6": "Translation",
    "SM7": "Pictures, sound and video",
    "SM8": "Completion and packaging; from SM850 on, style and teaching",
    "SM9": "Rosters, assignment and results",
}
"""What a code is about, by its hundred."""


@dataclass(frozen=True, slots=True)
class Example:
    """What breaks a rule (`bad`) or keeps it: files by their name, commands to run, or both.

    `title` is the line above it. A file's text is what stands in the explanation; `encoding` is how
    it is to be written. Without a file name it is the body of a module.
    """

    bad: bool
    title: str
    files: dict[str, str] = field(default_factory=dict)
    commands: tuple[str, ...] = ()
    encoding: str = "utf-8"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule's explanation taken apart: paragraphs before and after the examples."""

    reason: tuple[str, ...]
    examples: tuple[Example, ...]
    notes: tuple[str, ...] = ()


def all_rules() -> tuple[Rule, ...]:
    """All rules of the package, by code. The same rule under two names counts once; a code may clash."""
    rules: dict[int, Rule] = {}
    for module in _modules():
        for value in vars(import_module(module)).values():
            found = value.rule if isinstance(value, Check) else value
            if isinstance(found, Rule):
                rules[id(found)] = found
    return tuple(sorted(rules.values(), key=lambda rule: (rule.code, rule.name)))


def find_rule(word: str, rules: Iterable[Rule]) -> Rule | None:
    """The rule with this code or name, however it is written: SM302, sm302, feedback-not-indented."""
    plain = word.strip().lower()
    return next((rule for rule in rules if plain in (rule.code.lower(), rule.name)), None)


def kind_names() -> tuple[str, ...]:
    """The names of all kinds of blocks and questions, as authors write them."""
    return tuple(sorted(name for name in _kind_modules()))


def kind_text(name: str) -> str:
    """What a kind is for, with an example of its source; "" when there is no such kind."""
    module = _kind_modules().get(name.strip().lower())
    text = inspect.cleandoc(import_module(module).__doc__ or "") if module else ""
    return re.sub(r"^Example::$", "Example:", text, flags=re.MULTILINE)


def _kind_modules() -> dict[str, str]:
    from smtrain import kinds

    found = (module.name for module in iter_modules(kinds.__path__) if not module.ispkg)
    return {name.replace("_", "-"): f"{kinds.__name__}.{name}" for name in found}


def take_apart(text: str) -> Explanation:
    """Split an explanation. Raises `ValueError` for an example without an indented block."""
    before: list[str] = []
    after: list[str] = []
    examples: list[Example] = []
    for paragraph in _paragraphs(text):
        head = _HEAD.fullmatch(paragraph.partition("\n")[0])
        if head is None:
            (after if examples else before).append(" ".join(paragraph.split()))
            continue
        example = _example(head, paragraph.partition("\n")[2])
        if examples and _continues(examples[-1], example):
            last = examples.pop()
            files = {**last.files, **example.files}
            examples.append(replace(last, files=files, commands=example.commands))
        else:
            examples.append(example)
    return Explanation(tuple(before), tuple(examples), tuple(after))


_HEAD = re.compile(r"(?P<tone>Bad|Good)(?: in (?P<file>\S+?))?(?: as (?P<encoding>[\w-]+))?::")


def _paragraphs(text: str) -> Iterator[str]:
    """Pieces of prose, and each head of an example together with its whole indented block."""
    piece: list[str] = []
    for line in text.splitlines():
        inside = bool(piece) and _HEAD.fullmatch(piece[0]) is not None
        ends = (line.strip() and not line.startswith("    ")) if inside else not line.strip()
        if ends and any(piece):
            yield "\n".join(piece)
            piece = []
        if line.strip() or (inside and not ends):
            piece.append(line)
    if piece:
        yield "\n".join(piece)


def _example(head: re.Match[str], block: str) -> Example:
    text = dedent(block).strip("\n")
    if not text:
        raise ValueError(f"{head[0]} is followed by no indented block")
    bad = head["tone"] == "Bad"
    title = head[0].removesuffix("::")
    if text.startswith("$ "):
        return Example(bad, title, commands=tuple(line.removeprefix("$ ") for line in text.splitlines()))
    return Example(
        bad, title, {head["file"] or "module.md": text + "\n"}, encoding=head["encoding"] or "utf-8"
    )


def _continues(one: Example, other: Example) -> bool:
    """Whether two blocks in a row show two files of one example, or its files and then its commands."""
    new = not one.files.keys() & other.files.keys()
    return one.bad == other.bad and bool(one.files) and not one.commands and new


def _modules() -> list[str]:
    prefix = f"{smtrain.__name__}."
    return sorted(m.name for m in walk_packages(smtrain.__path__, prefix) if not m.name.endswith(".__main__"))
