"""The folder `templates/` of a course: what it replaces on the learner's side, read and checked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from smtrain import resources
from smtrain.diagnostics import Notes, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.render import Templates
from smtrain.render.languages import ENGLISH, plural_forms, wider
from smtrain.source.file import SourceFile
from smtrain.workflow import override_rules as rules
from smtrain.workflow.errors import shown
from smtrain.workflow.reading import Files, inside
from smtrain.workflow.templates import read_template, templates
from smtrain.workflow.texts import MISSING_FILE

FOLDER = "templates"
STYLE = "theme.css"

_MESSAGES = re.compile(r"messages/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json")
_HOOK = re.compile(r"""\b(?:id|name)="[^"{}]+"|\bdata-[a-z-]+(?:="[^"{}]*")?""")
_COMMENT = re.compile(r"\{#.*?#\}|/\*.*?\*/", re.DOTALL)
_FROM_ELSEWHERE = re.compile(
    r"""@import\b|\burl\(\s*["']?\s*(?!data:|#)|\bimage-set\(|\bsrc\(""", re.IGNORECASE
)
_VALUE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What a course replaces: texts by the path in `scorm_templates`, and the style that comes after all.

    `names` are what findings call these files.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    style: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The paths of the templates, sorted."""
        return tuple(sorted(name for name in self.texts if name.endswith(".html")))

    @property
    def languages(self) -> frozenset[str]:
        """The languages that the course brings words in."""
        return frozenset(found[1] for name in self.texts if (found := _MESSAGES.fullmatch(name)))

    def templates(self) -> Templates:
        """All templates, with what the course replaces; those run in a sandbox."""
        if not self.texts:
            return templates()
        return Templates(self._read, sandboxed=True)

    def _read(self, name: str) -> str | None:
        own, shipped = self.texts.get(name), read_template(name)
        if own is not None and name.endswith(".json"):
            return json.dumps({**json.loads(shipped or "{}"), **json.loads(own)})
        return shipped if own is None else own


NOTHING = Overrides()


def read_overrides(course: Path, files: Files, notes: Notes) -> Overrides:
    """What lies in the folder `templates/` of a course; what is wrong there is noted and left out."""
    folder = course / FOLDER
    if not folder.is_dir():
        return NOTHING
    texts: dict[str, str] = {}
    names: dict[str, str] = {}
    style = ""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if not path.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        at = Span.point(shown(path))
        if not inside(path, course):
            mend = "copy it into the course, so that the course can be moved as a whole"
            notes.add(MISSING_FILE, at, f"{FOLDER}/{name} lies outside the course's folder", mend=mend)
        elif name != STYLE and name not in replaceable() and not _MESSAGES.fullmatch(name):
            message = f"{FOLDER}/{name} replaces nothing"
            notes.add(rules.OVERRIDE_OF_NOTHING, at, message, mend=_meant(name))
        else:
            source = files.read(path)
            if name == STYLE:
                style = source.text if _is_sound_style(source, notes) else ""
            elif name.endswith(".html") or _are_sound_messages(name, source, notes):
                texts[name], names[name] = source.text, source.name
    found = Overrides(texts, names, style)
    return Overrides({n: t for n, t in texts.items() if _is_sound(n, found, notes)}, names, style)


@cache
def replaceable() -> frozenset[str]:
    """The paths of all templates of pages and kinds."""
    root = resources.templates()
    found = (path for room in ("page", "kinds") for path in (root / room).rglob("*.html"))
    return frozenset(path.relative_to(root).as_posix() for path in found)


def _meant(name: str) -> str:
    if PurePosixPath(name).suffix == ".css":
        return f"write styles into {FOLDER}/{STYLE}; it comes after all others"
    near = did_you_mean(name, {*replaceable(), STYLE, "messages/en.json"}, "")
    return near or "take the path of a template, such as page/result.html or kinds/post/post.html"


def _is_sound(name: str, all_: Overrides, notes: Notes) -> bool:
    """Whether a template can be read; a hook that it lost is noted, too."""
    if not name.endswith(".html"):
        return True
    from jinja2 import TemplateSyntaxError

    text, file = all_.texts[name], all_.names[name]
    try:
        all_.templates().compile(name)
    except TemplateSyntaxError as error:
        said = (error.message or "this is not Jinja").rstrip(".")
        mend = "compare it with the template that it replaces"
        notes.add(rules.BROKEN_TEMPLATE, line_of(file, text, error.lineno), said, mend=mend)
        return False
    own = set(_HOOK.findall(_COMMENT.sub("", text)))
    lost = [hook for hook in dict.fromkeys(_HOOK.findall(read_template(name) or "")) if hook not in own]
    if lost:
        more = f" and {len(lost) - 3} more" if len(lost) > 3 else ""
        message = f"the player will look for {', '.join(lost[:3])}{more} here, and not find it"
        mend = "keep these attributes, on whatever element you like"
        notes.add(rules.LOST_HOOKS, Span.point(file), message, mend=mend)
    return True


def _is_sound_style(source: SourceFile, notes: Notes) -> bool:
    plain = _COMMENT.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source.text)
    found = _FROM_ELSEWHERE.search(plain)
    if found:
        notes.add(
            rules.REACHING_OVERRIDE,
            source.span(found.start(), found.end()),
            "this style loads something from elsewhere",
            mend="name fonts in theme: in course.yaml; embed small pictures as data: addresses",
        )
    return not found


def _are_sound_messages(name: str, source: SourceFile, notes: Notes) -> bool:
    try:
        words: Any = json.loads(source.text)
    except ValueError as error:
        at = line_of(source.name, source.text, getattr(error, "lineno", 1))
        said = f"this is not JSON: {str(error).partition(':')[0].lower()}"
        notes.add(rules.BROKEN_MESSAGES, at, said, mend='write {"page.next": "Go on"}')
        return False
    if not isinstance(words, dict):
        at = Span.point(source.name)
        mend = 'write {"page.next": "Go on"}'
        notes.add(rules.BROKEN_MESSAGES, at, "a text for each key is needed here", mend=mend)
        return False
    problems = list(_problems(name, words))
    for key, message, mend in problems:
        start = source.text.find(f'"{key}"')
        span = source.span(start, start + len(key) + 2) if start >= 0 else Span.point(source.name)
        notes.add(rules.BROKEN_MESSAGES, span, message, mend=mend)
    return not problems


def _problems(name: str, words: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Each key with something wrong, what it is, and how to mend it."""
    language = name.removeprefix("messages/").removesuffix(".json")
    known: dict[str, str] = {}
    for tag in (ENGLISH, *reversed(tuple(wider(language)))):
        known.update(json.loads(read_template(f"messages/{tag}.json") or "{}"))
    forms = plural_forms(language)
    for key, text in words.items():
        stem, _, form = key.rpartition(".")
        like = known.get(key) or (known.get(f"{stem}.other") if form in forms else None)
        if like is None:
            yield key, f'nothing says "{key}"', did_you_mean(key, known, "see messages/en.json of smtrain")
        elif not isinstance(text, str):
            yield key, f'"{key}" needs a text', "put it in double quotes"
        elif wrong := [value for value in _VALUE.findall(text) if value not in _VALUE.findall(like)]:
            usable = ", ".join(f"{{{value}}}" for value in dict.fromkeys(_VALUE.findall(like)))
            mend = f"known here: {usable}" if usable else "leave it out"
            yield key, f'"{key}" has no value {{{wrong[0]}}}', mend
        elif re.search(r"[{}]", _VALUE.sub("", text)):
            yield key, f'"{key}" has a brace without its other half', "leave it out"


def line_of(file: str, text: str, number: int) -> Span:
    """A whole line of a file, without the space around it."""
    lines = text.split("\n")
    line = lines[min(number, len(lines)) - 1]
    start = len(line) - len(line.lstrip())
    return Span(file, number, start + 1, number, max(len(line.rstrip()), start) + 1)
