"""The settings that learners read, as units, and how a translation stands in their place."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from smtrain.i18n.po import Po
from smtrain.i18n.units import Unit
from smtrain.source.file import SourceFile
from smtrain.source.yaml import Path, Yaml

TEXTS = ("title", "description")
"""Settings at the top of a module that learners read."""


def setting_units(yaml: Yaml) -> tuple[Unit, ...]:
    """The texts among a module's settings: title, description, labels of scales, what learners are asked."""
    return tuple(
        Unit("settings/" + ".".join(str(part) for part in path), value, yaml.span(path))
        for path, value in _texts(yaml)
    )


def _texts(yaml: Yaml) -> Iterator[tuple[Path, str]]:
    for name in TEXTS:
        yield from _one(yaml, (name,), yaml.value.get(name))
    scales = yaml.value.get("scales")
    for name, labels in scales.items() if isinstance(scales, dict) else ():
        for index, label in enumerate(labels if isinstance(labels, list) else ()):
            yield from _one(yaml, ("scales", name, index), label)
    audience = yaml.value.get("audience")
    for name, key in audience.items() if isinstance(audience, dict) else ():
        if isinstance(key, dict):
            yield from _one(yaml, ("audience", name, "ask"), key.get("ask"))
    changed = yaml.value.get("changed")
    for index, change in enumerate(changed if isinstance(changed, list) else ()):
        if isinstance(change, dict):
            yield from _one(yaml, ("changed", index, "text"), change.get("text"))


def _one(yaml: Yaml, path: Path, value: object) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str) and value.strip() and path in yaml.values:
        yield path, value


def with_settings(source: SourceFile, yaml: Yaml, found: Sequence[Unit], po: Po, language: str) -> SourceFile:
    """The file with its settings in a language; each keeps its lines, for a text has one line then."""
    changes = [(yaml.span(("language",)), language)]
    for unit in found:
        entry = po.find(unit)
        if entry and entry.translation and not entry.fuzzy:
            changes.append((unit.span, json.dumps(entry.translation, ensure_ascii=False)))
    text = source.text
    for span, new in sorted(changes, reverse=True):
        start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
        text = text[:start] + new + "\n" * text[start:end].count("\n") + text[end:]
    return SourceFile(source.name, text)
