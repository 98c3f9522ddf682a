"""Which day it is: what the command says, else SOURCE_DATE_EPOCH, else the clock.

Nothing in a package depends on it; it only decides what a check calls overdue.
"""

from __future__ import annotations

import os
from datetime import UTC, date, datetime

from smtrain.workflow.errors import Refused


def epoch() -> int | None:
    """SOURCE_DATE_EPOCH, in seconds since 1970 (reproducible-builds.org); None where it is not set."""
    text = os.environ.get("SOURCE_DATE_EPOCH")
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        raise Refused(
            f'SOURCE_DATE_EPOCH is "{text}", which is no number of seconds', mend="unset it, or mend it"
        ) from None


def day(as_of: date | None = None) -> date:
    """The day that counts as today."""
    seconds = epoch()
    if as_of is None and seconds is not None:
        try:
            return datetime.fromtimestamp(seconds, UTC).date()
        except (ValueError, OverflowError, OSError):
            return date.max if seconds > 0 else date.min
    return as_of or datetime.now(UTC).date()
