"""What a standard is: a manifest, the files beside it, and its limits."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from smtrain.diagnostics import Finding, Notes
from smtrain.model.course import Module
from smtrain.package import Content, Package
from smtrain.standards.limits import NO_LIMITS, Limits, check_limits

if TYPE_CHECKING:
    from smtrain.render import Pages

PAGE = "index.html"
"""The file an LMS opens."""

STATEMENT = "accessibility.html"
"""What is said of the package's accessibility, to be read and printed."""

SCRIPT = "player.js"
STYLE = "style.css"


@dataclass(frozen=True, slots=True)
class Built:
    """The files of a package that are the same for every module: made once, read once for a whole run.

    `schemas` are the official schema files by name; empty for a standard whose packages have none.
    """

    player: Content
    style: Content
    schemas: Mapping[str, Content]


class Manifest(NamedTuple):
    """The file that tells an LMS what is in the package.

    `write` makes it from the module and the names of the files a learner needs, `PAGE` first.
    """

    name: str
    write: Callable[[Module, Sequence[str]], bytes]


@dataclass(frozen=True, slots=True)
class Standard:
    """One way of packaging a module: one module, one page, one SCO.

    `name` is what authors write; the player's script and the schema files have it, too. `title` is
    for people. Without a `manifest` the package is a plain web page. `has_schemas` says whether the
    official schema files lie beside the manifest.
    """

    name: str
    title: str
    manifest: Manifest | None = None
    has_schemas: bool = False
    limits: Limits = NO_LIMITS

    def check(self, module: Module) -> tuple[Finding, ...]:
        """What this standard cannot hold of a module; nothing is packaged while there is an error."""
        notes = Notes()
        check_limits(module, self.limits, notes)
        return notes.findings()

    def package(self, module: Module, pages: Pages, built: Built) -> Package:
        """Everything an LMS, or a web server, needs of a module.

        Files of the module's folder stay where they are: their content is a path, below
        `module.folder`, that is opened when the package is written. No author can cause a clash of
        names: `smtrain.render` makes the names, so `NameRefused` would be a mistake of ours.
        """
        package = Package(first=self.manifest.name if self.manifest else PAGE)
        package.add(PAGE, pages.html.encode())
        package.add(STATEMENT, pages.statement.encode())
        package.add(SCRIPT, built.player)
        package.add(STYLE, built.style)
        for asset in pages.assets:
            package.add(asset.name, PurePosixPath(module.folder, asset.source))
        if self.manifest:
            files = [PAGE, *sorted(set(package) - {PAGE})]
            package.add(self.manifest.name, self.manifest.write(module, files))
        for name, content in built.schemas.items():
            package.add(name, content)
        return package
