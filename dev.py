#!/usr/bin/env python3
"""Set up and work on smtrain, with nothing but Python 3.11 or newer, its pip, and package registries.

    python3 dev.py build [ARGS…]   set up, then compile courses/social-media into dist/
    python3 dev.py test  [ARGS…]   set up, then run all tests; ARGS… go to pytest
    python3 dev.py run    ARGS…    set up, then smtrain ARGS…

The environment is made in .venv. Each step is done again only when something it reads has changed,
so a second call starts at once and needs no network.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
STATE = ROOT / ".dev"
COURSE = ROOT / "courses" / "social-media"
STANDARDS = ("scorm12", "scorm2004-3", "scorm2004-4", "web")

CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
CHROMIUM_FOLDERS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PACKAGE_MANAGERS = {
    "apt-get": (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", "chromium"]),
    "dnf": (["dnf", "install", "-q", "-y", "chromium"],),
    "apk": (["apk", "add", "-q", "chromium"],),
}
NO_CHROMIUM = (
    "no Chromium found. Install Chromium or Google Chrome (Debian: apt-get install chromium), or name one "
    "in the environment variable SMTRAIN_CHROMIUM"
)


class Failed(Exception):
    """Something the user must know, in words for the user."""


def main(arguments: list[str]) -> int:
    """Run a command; its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__.strip(), file=sys.stderr)
        return 0 if arguments and arguments[0] in ("-h", "--help") else 2
    if sys.version_info < (3, 11):  # noqa: UP036 (an older Python is what this sentence is for)
        raise Failed(
            f"smtrain needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable})"
        )
    return COMMANDS[arguments[0]](arguments[1:])


def build(arguments: list[str]) -> int:
    """Compile the course that comes with smtrain, for every standard."""
    set_up("run", "build")
    standards = (
        [] if "--standard" in arguments else [word for name in STANDARDS for word in ("--standard", name)]
    )
    out = [] if "--out" in arguments else ["--out", str(ROOT / "dist")]
    return call([smtrain(), "build", COURSE, *standards, *out, *arguments])


def test(arguments: list[str]) -> int:
    """Run all the tests, browsers included."""
    set_up("run", "build", "test")
    environment = {**os.environ, "SMTRAIN_CHROMIUM": browser()}
    workers = [] if any(word.startswith("-n") for word in arguments) else ["-n", "2", "--dist", "worksteal"]
    return call([PYTHON, "-m", "pytest", *workers, *arguments], environment)


def run(arguments: list[str]) -> int:
    """Run smtrain, where the user stands."""
    set_up("run", "build")
    return call([smtrain(), *arguments], folder=None)


COMMANDS: dict[str, Callable[[list[str]], int]] = {"build": build, "test": test, "run": run}


def set_up(*requirements: str) -> None:
    """Make the environment, as far as these requirement files say."""
    steps = Steps()
    steps.do("environment", fingerprint([], sys.version, sys.base_prefix, str(ROOT)), make_environment)
    for name in requirements:
        file = ROOT / "requirements" / f"{name}.txt"
        steps.do(f"requirements-{name}", fingerprint([file]), partial(install, "-r", file))
    steps.do("node-modules", fingerprint([ROOT / "package-lock.json"]), install_node_modules)
    assets = fingerprint(asset_sources())
    steps.do("project", fingerprint([ROOT / "pyproject.toml"]), lambda: install_project(steps, assets))
    steps.do("assets", assets, make_assets)


class Steps:
    """Which steps are done, and for which inputs; kept in .dev/steps.json."""

    def __init__(self) -> None:
        self._file = STATE / "steps.json"
        self._done: dict[str, str] = {}
        if PYTHON.exists() and self._file.exists():
            try:
                self._done = dict(json.loads(self._file.read_text("utf-8")))
            except ValueError:
                self._done = {}

    def do(self, name: str, inputs: str, action: Callable[[], None]) -> None:
        """Take a step, unless it was taken for the same inputs before."""
        if self._done.get(name) == inputs:
            return
        if name == "environment":
            self._done.clear()
        say(f"setting up: {name.replace('-', ' ')}")
        action()
        self.mark(name, inputs)

    def mark(self, name: str, inputs: str) -> None:
        """Remember that a step was taken."""
        self._done[name] = inputs
        STATE.mkdir(exist_ok=True)
        self._file.write_text(json.dumps(self._done, indent=1), "utf-8")


def fingerprint(files: Iterable[Path], *words: str) -> str:
    """A hash of words, and of files with their names."""
    digest = hashlib.sha256("\0".join(words).encode())
    for file in files:
        data = file.read_bytes()
        digest.update(f"\0{file.relative_to(ROOT).as_posix()}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()


def asset_sources() -> list[Path]:
    """What `hatch_build.py` reads, itself among it."""
    learner = ROOT / "scorm_templates"
    rooms = ("player", "standards", "kinds", "theme", "themes")
    found = (path for room in rooms for path in (learner / room).rglob("*"))
    ours = (ROOT / "src" / "smtrain" / "standards").glob("*/__init__.py")
    sources = [path for path in found if path.suffix in (".js", ".css", ".svg")]
    return sorted([ROOT / "hatch_build.py", ROOT / "package-lock.json", *sources, *ours])


def make_environment() -> None:
    """Make .venv; where Python's own venv is split off or crippled, by uv from the registry."""
    shutil.rmtree(VENV, ignore_errors=True)
    if quiet([sys.executable, "-m", "venv", "--clear", VENV]).returncode == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if quiet([sys.executable, "-m", "venv", "--clear", "--without-pip", VENV]).returncode == 0:
        return
    tools = STATE / "tools"
    attempt(
        [sys.executable, "-m", "pip", "install", "--quiet", "--upgrade", "--target", tools, "uv"],
        "install uv",
    )
    uv = next((path for path in (tools / "bin" / "uv", tools / "Scripts" / "uv.exe") if path.exists()), "uv")
    attempt([uv, "venv", "--quiet", "--python", sys.executable, VENV], "make an environment")


def pip() -> list[str | Path]:
    """The environment's pip, or the one of the Python that runs this, pointed at the environment."""
    if quiet([PYTHON, "-m", "pip", "--version"]).returncode == 0:
        return [PYTHON, "-m", "pip"]
    return [sys.executable, "-m", "pip", "--python", PYTHON]


def install(*what: str | Path) -> None:
    """Let pip install something into the environment, with the user's own pip settings."""
    attempt(
        [*pip(), "install", "--quiet", "--disable-pip-version-check", "--no-input", *what], "install packages"
    )


def install_node_modules() -> None:
    """Install the npm packages that make and test the player, with the Node that came from PyPI."""
    program = "import hatch_build, pathlib; hatch_build.npm_ci(pathlib.Path.cwd())"
    attempt([PYTHON, "-c", program], "install npm packages")


def install_project(steps: Steps, assets: str) -> None:
    """Install smtrain so that an edit shows at once; this makes the assets too."""
    install("--no-deps", "--no-build-isolation", "--editable", ROOT)
    steps.mark("assets", assets)


def make_assets() -> None:
    """Make the player, its style and the schema files anew."""
    attempt([PYTHON, ROOT / "hatch_build.py"], "make the player")


def browser() -> str:
    """The path of a Chromium, installing one where that can be done without asking; else ""."""
    found = find_chromium()
    if not found:
        install_chromium()
        found = find_chromium()
    if not found:
        say(NO_CHROMIUM)
    return found


def find_chromium() -> str:
    """The path of a Chromium: named by the user, on the PATH, in its usual place, Playwright's; else ""."""
    named = os.environ.get("SMTRAIN_CHROMIUM")
    if named:
        return named
    on_path = (shutil.which(name) for name in CHROMIUMS)
    usual = (path for path in CHROMIUM_FOLDERS if Path(path).exists())
    return next((path for path in (*on_path, *usual) if path), None) or playwrights_chromium()


def playwrights_chromium() -> str:
    """The path of the browser `playwright install chromium` has fetched; else ""."""
    program = (
        "from playwright.sync_api import sync_playwright as start\n"
        "with start() as playwright: print(playwright.chromium.executable_path)"
    )
    python = PYTHON if PYTHON.exists() else sys.executable
    path = quiet([python, "-c", program]).stdout.strip()
    return path if path and Path(path).exists() else ""


def install_chromium() -> None:
    """Ask the system's package manager for Chromium, as root or with a sudo that asks nothing."""
    manager = next((name for name in PACKAGE_MANAGERS if shutil.which(name)), None)
    if manager is None:
        return
    sudo: list[str] = []
    if os.geteuid() != 0:
        if not shutil.which("sudo") or quiet(["sudo", "-n", "true"]).returncode:
            return
        sudo = ["sudo", "-n"]
    say(f"setting up: Chromium, by {manager}")
    for command in PACKAGE_MANAGERS[manager]:
        quiet([*sudo, *command])


def smtrain() -> Path:
    """The command in the environment."""
    return SCRIPTS / ("smtrain.exe" if os.name == "nt" else "smtrain")


def call(
    command: Sequence[str | Path], environment: dict[str, str] | None = None, folder: Path | None = ROOT
) -> int:
    """Run a command in the user's terminal; its exit status."""
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


def quiet(command: Sequence[str | Path]) -> subprocess.CompletedProcess[str]:
    """Run a command unseen, in the project, away from settings that would install elsewhere."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("PYTHONHOME", "PYTHONPATH")
    }
    environment |= {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False
    )


def attempt(command: Sequence[str | Path], aim: str) -> None:
    """Run a command unseen; when it fails, say what it was for and how it ended."""
    done = quiet(command)
    if done.returncode:
        raise Failed(f"could not {aim}:\n{textwrap.indent(complaint(done.stderr or done.stdout), '  ')}")


def complaint(output: str) -> str:
    """The part of a tool's output that says what is wrong: pip quotes it from the tool it has called."""
    lines = output.strip().splitlines()
    ends = [number for number, line in enumerate(lines) if line.strip() == "[end of output]"]
    starts = [number for number, line in enumerate(lines) if line.strip().endswith("lines of output]")]
    quoted = lines[starts[0] + 1 : ends[0]] if starts and ends else lines
    return textwrap.dedent("\n".join(quoted[-40:]))


def say(words: str) -> None:
    """Tell the user, beside what the command itself prints."""
    print(f"dev.py: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Failed as failure:
        say(str(failure))
        sys.exit(2)
    except OSError as failure:
        say(f"{failure.strerror or failure}: {failure.filename}" if failure.filename else str(failure))
        sys.exit(2)
    except KeyboardInterrupt:
        sys.exit(130)
