"""Writes several files into a folder: all of them, or none.

Each file is first written beside its place under a name of its own, down to the disk. Only when all are
there they are renamed, and what they replace is kept until the last rename went well. So an error at
any point leaves an earlier build as it was. Other files in the folder are left alone.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from smtrain.workflow.errors import UNWRITABLE, Refused, shown, unreadable, unwritable

Writer = bytes | Callable[[BinaryIO], None]
"""What a file holds, or a function that writes it to a stream that can seek."""


class _File(NamedTuple):
    """One file on its way: its name for people, its place, and the two names beside it."""

    shown: Path
    place: Path
    fresh: Path
    earlier: Path


def write_files(folder: Path, files: Mapping[str, Writer]) -> tuple[Path, ...]:
    """Write files into a folder, which is made if need be, and return their paths in the order given.

    Names are paths below the folder, with `/`. A file that is a link is written where the link leads.
    Raises `Refused` when something cannot be written or, by a writer, read. Whatever else a writer
    raises is passed on. In both cases everything is as it was.
    """
    with contextlib.ExitStack() as undo:
        plan = [_place(folder, name, undo) for name in files]
        for file, content in zip(plan, files.values(), strict=True):
            _write(file, content, undo)
        for file in plan:
            _exchange(file, undo)
        undo.pop_all()
    for file in plan:
        _quietly(file.earlier.unlink)
    for parent in {file.place.parent for file in plan}:
        _settle(parent)
    return tuple(file.shown for file in plan)


def _place(folder: Path, name: str, undo: contextlib.ExitStack) -> _File:
    """Find out where a file goes, and make the folders above it."""
    path = folder / name
    with _refusing(path):
        if path.is_symlink() and not path.exists():
            raise Refused(
                f"cannot write {shown(path)}: it is a link that leads nowhere",
                rule=UNWRITABLE,
                mend="delete the link, or name another folder with --out",
            )
        place = Path(os.path.realpath(path))
        if place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    _make_folder(path.parent, undo)
    mark = secrets.token_hex(4)
    return _File(path, place, *(place.with_name(f".smtrain-{mark}.{end}") for end in ("fresh", "earlier")))


def _make_folder(folder: Path, undo: contextlib.ExitStack) -> None:
    missing = [parent for parent in (folder, *folder.parents) if not os.path.lexists(parent)]
    for parent in reversed(missing):
        with _refusing(parent):
            parent.mkdir()
        undo.callback(_quietly, parent.rmdir)
    if not folder.is_dir():
        code = errno.ENOENT if folder.is_symlink() else errno.ENOTDIR
        raise unwritable(folder, OSError(code, os.strerror(code)))


def _write(file: _File, content: Writer, undo: contextlib.ExitStack) -> None:
    with _refusing(file.shown), file.fresh.open("xb") as stream:
        undo.callback(_quietly, file.fresh.unlink)
        if isinstance(content, bytes):
            stream.write(content)
        else:
            content(stream)
        stream.flush()
        os.fsync(stream.fileno())


def _exchange(file: _File, undo: contextlib.ExitStack) -> None:
    """Put the new file in its place. The earlier one keeps a second name until all are in place."""
    with _refusing(file.shown):
        if file.place.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if file.place.exists():
            _keep(file.place, file.earlier)
            # A rename onto another name of the same file does nothing (POSIX), so the second name may be left.
            undo.callback(_quietly, file.earlier.unlink)
            undo.callback(_quietly, lambda: file.earlier.replace(file.place))
        else:
            undo.callback(_quietly, file.place.unlink)
        file.fresh.replace(file.place)


def _keep(place: Path, earlier: Path) -> None:
    try:
        os.link(place, earlier)
    except OSError:  # a file system without second names
        place.replace(earlier)


@contextlib.contextmanager
def _refusing(path: Path) -> Iterator[None]:
    """Turn what the system says into one sentence; an error that names another file is about reading it."""
    try:
        yield
    except OSError as error:
        ours = error.filename is None or ".smtrain-" in str(error.filename) or Path(error.filename) == path
        raise (unwritable(path, error) if ours else unreadable(Path(error.filename), error)) from error


def _quietly(action: Callable[[], object]) -> None:
    """Undo one step as far as it can be undone: the first error is the one to tell."""
    with contextlib.suppress(OSError):
        action()


def _settle(folder: Path) -> None:
    """Write the folder itself to disk, so that a power cut cannot lose the renames; Windows has no way."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
