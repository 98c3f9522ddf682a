"""What is known of the files that a module's package needs."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from smtrain.model.course import Module
from smtrain.render import Media, wanted
from smtrain.render.measure import picture_size
from smtrain.workflow.reading import read_bytes


def media_of(module: Module) -> Mapping[str, Media]:
    """The files of a module and its theme by their paths. Raises `Refused` when one cannot be read."""
    return {name: _media(Path(module.folder, name)) for name in wanted(module)}


def _media(path: Path) -> Media:
    data = read_bytes(path)
    width, height = picture_size(data) or (None, None)
    return Media(sha256(data).hexdigest(), width, height)
