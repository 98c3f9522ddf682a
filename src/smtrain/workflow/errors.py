"""What the surroundings can refuse: a file that is not there, a folder that cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from smtrain.diagnostics import Rule, rule


class Refused(Exception):
    """The work cannot be done here; the message is one sentence without a full stop.

    It is about the surroundings, never about an author's text. `rule` explains it at length, `mend`
    says what to do.
    """

    def __init__(self, message: str, *, rule: Rule | None = None, mend: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.rule = rule
        self.mend = mend


MISSING_PATH = rule(
    "SM001",
    "missing-path",
    """
    The file or folder named on the command line does not exist.

    Bad::

        $ smtrain check cuorse

    Good::

        $ smtrain check course
    """,
)
NO_COURSE = rule(
    "SM002",
    "folder-without-course",
    """
    A course folder has a `course.yaml`, and a module's folder a `module.md`. This folder has neither.

    Bad::

        $ smtrain check course/media

    Good::

        $ smtrain check course
    """,
)
UNREADABLE = rule(
    "SM003",
    "unreadable-path",
    """
    The system does not let smtrain read a file or folder that is needed.

    Who owns the file may have to grant the right to read it; or a folder stands where a file should be.

    Bad::

        $ smtrain check course --company course/media

    Good::

        $ smtrain check course
    """,
)
UNWRITABLE = rule(
    "SM004",
    "unwritable-target",
    """
    The system does not let smtrain write here: no right to, no room left, or something else has the name.

    What an earlier build wrote is still there, untouched. A build appears whole or not at all.

    Bad::

        $ smtrain build course --out course/module.md

    Good::

        $ smtrain build course --out dist
    """,
)
TARGET_IN_USE = rule(
    "SM005",
    "target-not-empty",
    """
    A new module needs a folder of its own. This one holds files already, and they could be lost.

    Bad::

        $ smtrain new course

    Good::

        $ smtrain new another-course
    """,
)

_WHY = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "you have no right to",
    errno.EPERM: "the system does not allow it",
    errno.EROFS: "the disk is read-only",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your share of the disk is used up",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EISDIR: "there is a folder of this name",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports a fault",
}


def why(error: OSError) -> str:
    """What the system has against it, in a few words."""
    return _WHY.get(error.errno or 0) or (error.strerror or str(error)).lower()


def missing(path: Path) -> Refused:
    """A path that is not there, with the nearest name beside it as a hint."""
    from smtrain.diagnostics.suggest import did_you_mean

    try:
        beside = [entry.name for entry in path.absolute().parent.iterdir() if entry.name != path.name]
    except OSError:
        beside = []
    mend = did_you_mean(path.name, beside, otherwise="check the spelling, or say where it is")
    return Refused(f"there is no file or folder {shown(path)}", rule=MISSING_PATH, mend=mend)


def unreadable(path: Path, error: OSError) -> Refused:
    """A file or folder that cannot be read."""
    return Refused(f"cannot read {shown(path)}: {why(error)}", rule=UNREADABLE)


def unusable(error: OSError) -> Refused:
    """Whatever else the system refuses, about the file it names."""
    name = f" {shown(Path(error.filename))}" if isinstance(error.filename, str) else ""
    return Refused(f"the system refuses{name}: {why(error)}", rule=UNREADABLE)


def unwritable(path: Path, error: OSError) -> Refused:
    """A file or folder that cannot be written."""
    mend = "free some room there" if error.errno in (errno.ENOSPC, errno.EDQUOT) else ""
    return Refused(
        f"cannot write {shown(path)}: {why(error)}",
        rule=UNWRITABLE,
        mend=f"{mend} or name another folder with --out".strip().removeprefix("or "),
    )


def shown(path: Path) -> str:
    """A path as people write it: with `/`, and from the current folder where that is shorter."""
    try:
        near = os.path.relpath(path)
    except ValueError:  # another drive on Windows
        near = str(path)
    return Path(min(str(path), near, key=len)).as_posix()
