"""How languages write: their direction, their tags, their plural forms and large numbers.

The rules are those of the Unicode CLDR. The player asks the browser for them (`Intl`), the build asks
Babel, which takes a moment to load; English, and what does not depend on the language, does without.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel.core import Locale

ENGLISH = "en"

_RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa ha-arab he ks ku-arab ps sd ug ur yi".split())

_GROUPS_FROM_FIVE_DIGITS = frozenset("es it pl pt-AO pt-MZ pt-PT".split())
"""Where four digits stand together (CLDR, minimumGroupingDigits); Babel does not know."""


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way a language is written."""
    code = language.lower()
    return "rtl" if code in _RIGHT_TO_LEFT or code.partition("-")[0] in _RIGHT_TO_LEFT else "ltr"


def wider(language: str) -> Iterator[str]:
    """A tag as BCP 47 spells it, then each wider one: zh-hant-tw gives zh-Hant-TW, zh-Hant, zh."""
    first, *rest = language.split("-")
    parts = [
        first.lower(),
        *(p.upper() if len(p) == 2 else p.title() if len(p) == 4 else p.lower() for p in rest),
    ]
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


def plural_form(language: str, n: float) -> str:
    """Which plural form a number takes: "zero", "one", "two", "few", "many" or "other"."""
    if language.partition("-")[0] == ENGLISH or (locale := _babel(language)) is None:
        return "one" if n == 1 else "other"
    return str(locale.plural_form(n))


def plural_forms(language: str) -> frozenset[str]:
    """The plural forms a language has for whole numbers."""
    locale = _babel(language)
    return frozenset({"one"} if locale is None else locale.plural_form.tags) | {"other"}


def number(language: str, n: int) -> str:
    """A whole number in a language's writing, in the digits 0 to 9 everywhere.

    They are the digits of lists, of footnotes and of the number fields of browsers, also in Arabic.
    """
    if -1000 < n < 1000:
        return str(n)
    if language == ENGLISH:
        return f"{n:,}"
    if abs(n) < 10_000 and any(tag in _GROUPS_FROM_FIVE_DIGITS for tag in wider(language)):
        return str(n)
    from babel.numbers import format_decimal

    return format_decimal(n, locale=_babel(language) or ENGLISH, numbering_system="latn")


def day(language: str, iso: str) -> str:
    """A day, given as "2026-11-01", as people write it: with the month in words, which nobody takes for a day.

    Raises `ValueError` for what is no such day.
    """
    from babel.dates import format_date

    return format_date(date.fromisoformat(iso), "long", locale=_babel(language) or ENGLISH)


@cache
def _babel(language: str) -> Locale | None:
    """What Babel knows of a language, or of a wider one; None if it knows neither."""
    from babel.core import Locale, UnknownLocaleError

    for tag in wider(language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None
