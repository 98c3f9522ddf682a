"""Where measuring happens: a folder of sources and packages that is made once and kept."""

from __future__ import annotations

import shutil
import sys
from functools import cached_property
from pathlib import Path

from benchmarks.measure import Run, run, start
from benchmarks.sources import FLEET, write_modules
from benchmarks.tracks import write_plain, write_tracks

ROOT = Path(__file__).parents[1]
FLOOR = ROOT / "benchmarks" / "floor" / "build.py"
REFERENCE = 1


class Workshop:
    """Sources, and the commands that make packages of them."""

    def __init__(self, folder: Path, rounds: int) -> None:
        """`rounds` is how often each measurement is taken."""
        self.folder = folder
        self.rounds = rounds

    @cached_property
    def reference(self) -> Path:
        """The reference module alone."""
        return self._written("reference", range(REFERENCE, REFERENCE + 1))

    @cached_property
    def fleet(self) -> Path:
        """A hundred modules."""
        return self._written("fleet", range(1, FLEET + 1))

    @cached_property
    def halves(self) -> tuple[Path, Path]:
        """The fleet as two courses, for two processes."""
        middle = FLEET // 2 + 1
        return self._written("half-1", range(1, middle)), self._written("half-2", range(middle, FLEET + 1))

    @cached_property
    def tracks(self) -> tuple[Path, Path]:
        """A course with tracks, and its packages as a course without any."""
        both = self.folder / "tracks", self.folder / "tracks-plain"
        for folder, write in zip(both, (write_tracks, write_plain), strict=True):
            write(folder / "smtrain")
        return both

    def _written(self, name: str, numbers: range) -> Path:
        write_modules(self.folder / name, numbers)
        return self.folder / name

    def out(self, name: str, *, empty: bool = True) -> Path:
        """A folder for packages."""
        folder = self.folder / "out" / name
        if empty and folder.exists():
            shutil.rmtree(folder)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def smtrain(self, source: Path, out: Path, *options: str) -> Run:
        """Build what is in a folder of sources, cold, from the command line."""
        return run(smtrain_command(source, out, *options))

    def smtrain_pair(self, sources: tuple[Path, Path], out: Path) -> Run:
        """Build two courses at the same time."""
        from time import perf_counter

        before = perf_counter()
        both = [start(smtrain_command(source, out / source.name)) for source in sources]
        runs = [wait() for wait in both]
        seconds = perf_counter() - before
        return Run(seconds, sum(r.cpu for r in runs), max(r.megabytes for r in runs))

    def floor(self, source: Path, out: Path) -> Run:
        """Build the same with the floor."""
        return run([sys.executable, FLOOR, out, *sorted((source / "floor").iterdir())])

    @cached_property
    def package(self) -> Path:
        """The reference module's package for SCORM 1.2, fresh."""
        out = self.out("package")
        self.smtrain(self.reference, out)
        return next(out.glob("*.zip"))

    @cached_property
    def gallery(self) -> Path:
        """The gallery's package for SCORM 1.2, fresh."""
        out = self.out("gallery")
        run([sys.executable, "-m", "smtrain", "gallery", "--standard", "scorm12", "--out", out])
        return next(out.glob("*.zip"))

    @cached_property
    def floor_package(self) -> Path:
        """The floor's package of the reference module."""
        out = self.out("floor-package")
        self.floor(self.reference, out)
        return next(out.glob("*.zip"))


def smtrain_command(source: Path, out: Path, *options: str) -> list[str | Path]:
    """The command line that builds a folder of sources."""
    return [sys.executable, "-m", "smtrain", "build", source / "smtrain", "--out", out, *options]
