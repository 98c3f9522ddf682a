"""The formats a roster can come in, one file each. The folder is the register; each has a `FORMAT`."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from zipfile import BadZipFile, ZipFile

from smtrain.people.table import Format, Source


@cache
def formats() -> tuple[Format, ...]:
    """Every format, sorted by the name of its file."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(import_module(f"{__name__}.{name}").FORMAT for name in names)


def find(source: Source) -> Format | None:
    """The format of a file, told by what is in it; None when it is in none or several."""
    source.stream.seek(0)
    head = source.stream.read(4096)
    names: tuple[str, ...] = ()
    if head.startswith(b"PK"):
        try:
            with ZipFile(source.stream) as archive:
                names = tuple(archive.namelist())
        except (BadZipFile, OSError, ValueError):
            names = ()
    source.stream.seek(0)
    fitting = [form for form in formats() if form.fits(head, names)]
    return fitting[0] if len(fitting) == 1 else None
