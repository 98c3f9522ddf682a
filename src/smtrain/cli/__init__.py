"""The command line: options in, words and an exit status out. No rules live here.

Each file without an underscore in front is a command, found by its name; it declares `command`. Files
import what is heavy only when they run, so that `smtrain --help` and `--version` answer at once.
"""

from smtrain.cli._main import main

__all__ = ["main"]
