"""A package as a value: names, contents, and the deterministic zip."""

from smtrain.package.content import Content, Deflated
from smtrain.package.names import why_refused
from smtrain.package.package import NameRefused, Package
from smtrain.package.zip import EARLIEST, FileOpener, TooLarge, write_zip, zip_bytes

__all__ = [
    "EARLIEST",
    "Content",
    "Deflated",
    "FileOpener",
    "NameRefused",
    "Package",
    "TooLarge",
    "why_refused",
    "write_zip",
    "zip_bytes",
]
