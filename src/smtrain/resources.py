"""Where the learner's side lies: the templates, and what the build of smtrain itself made of them.

In a wheel both are inside the package. In a checkout (`pip install -e .`) the templates are the
folder `scorm_templates` beside `src`, so that an edit shows at once.

This room only names paths; whoever is allowed to open files reads them.
"""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).parent


def templates() -> Path:
    """The folder `scorm_templates`: page shells, kinds, messages."""
    installed = _HERE / "scorm_templates"
    return installed if installed.is_dir() else _HERE.parents[1] / "scorm_templates"


def messages() -> tuple[Path, ...]:
    """The files with the player's words, one for each language; a file's stem is the language's tag."""
    return tuple(sorted((templates() / "messages").glob("*.json")))


def themes() -> Path:
    """The folder of the themes that come with smtrain, one settings file each."""
    return templates() / "themes"


def theme_style(name: str) -> Path:
    """The stylesheet of such a theme, minified; not every theme has one."""
    return _HERE / "built" / "themes" / f"{name}.css"


def player_script(standard: str) -> Path:
    """The player's one classic script for a standard, bundled and minified."""
    return _HERE / "built" / "player" / f"{standard}.js"


def stylesheet() -> Path:
    """The player's one stylesheet, minified."""
    return _HERE / "built" / "style.css"


def schema_files(edition: str) -> tuple[Path, ...]:
    """The official schema files of a SCORM edition, sorted by name.

    `edition` is a folder name: "scorm12", "scorm2004-3" or "scorm2004-4".
    """
    return tuple(sorted((_HERE / "built" / "schemas" / edition).iterdir()))


def compiled(name: str) -> Path:
    """A folder beside Python's own compiled files, for what can be made again at any time."""
    return _HERE / "__pycache__" / name


def kind_pages() -> tuple[Path, ...]:
    """The example pages of all kinds, sorted by name: their specification, and what the gallery shows."""
    installed = _HERE / "gallery" / "kinds"
    folder = installed if installed.is_dir() else _HERE.parents[1] / "tests" / "cases" / "kinds"
    return tuple(sorted(folder.glob("*.md")))


def gallery_media() -> tuple[Path, ...]:
    """The pictures and recordings that example pages name."""
    return tuple(sorted((_HERE / "gallery" / "media").iterdir()))
