"""Typed access to a block's attributes; what nobody asks for is unknown."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date

from smtrain.diagnostics import Notes, Span
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.kinds.base import rules
from smtrain.source.attributes import Attribute, Attributes


class AttributeReader:
    """Hands out the attributes of one block, each checked where it is asked for."""

    def __init__(self, attributes: Attributes, owner: str, place: Span, notes: Notes) -> None:
        """`owner` is how the block is called in messages, `place` where something missing is noted."""
        self._attributes, self._owner, self._place, self._notes = attributes, owner, place, notes
        self._known: set[str] = set()

    def text(self, key: str, default: str = "", *, required: bool = False) -> str:
        """Free text."""
        found = self._get(key)
        if found is None or found.value is None:
            if required or found is not None:
                self._missing(key, found)
            return default
        return found.value

    def flag(self, key: str) -> bool | None:
        """True for a bare word or `yes`, False for `no`, None when it is not given."""
        found = self._get(key)
        if found is None:
            return None
        if found.value not in (None, "yes", "no"):
            self._bad(found, f'"{key}" is yes or no', f'write "{key}" or "{key}=no"')
        return found.value != "no"

    def integer(self, key: str, default: int, *, low: int = 0, high: int = 1_000_000) -> int:
        """A whole number from `low` to `high`."""
        found = self._get(key)
        if found is None:
            return default
        value = found.value or ""
        if re.fullmatch(r"\d{1,9}", value) and low <= int(value) <= high:
            return int(value)
        self._bad(
            found, f'"{key}" is a whole number from {low} to {high}', f'write "{key}={max(default, low, 1)}"'
        )
        return default

    def number(self, key: str, default: float, *, low: float = 0, high: float = 1_000_000) -> float:
        """A number from `low` to `high`, with a point as decimal sign."""
        found = self._get(key)
        if found is None:
            return default
        value = found.value or ""
        if re.fullmatch(r"\d{1,9}(?:\.\d{1,4})?", value) and low <= float(value) <= high:
            return float(value)
        self._bad(found, f'"{key}" is a number from {low:g} to {high:g}', f'write "{key}={default:g}"')
        return default

    def percent(self, key: str) -> float | None:
        """A fraction from 0 to 1, written as a percentage."""
        found = self._get(key)
        if found is None:
            return None
        value = re.fullmatch(r"(\d{1,3}(?:\.\d{1,2})?)\s*(%?)", found.value or "")
        fits = value is not None and float(value[1]) <= 100
        if value and fits and value[2]:
            return float(value[1]) / 100
        meant = value[1] if value and fits else "80"
        self._bad(found, f'"{key}" is a percentage from 0% to 100%', f'write "{key}={meant}%"')
        return None

    def choice(self, key: str, known: Collection[str], default: str) -> str:
        """One of the words that are known here."""
        found = self._get(key)
        if found is None:
            return default
        if found.value in known:
            return str(found.value)
        self._bad(
            found,
            f'"{key}" cannot be "{found.value or ""}"',
            did_you_mean(found.value or "", known),
        )
        return default

    def words(self, key: str) -> tuple[tuple[str, Span], ...]:
        """Words joined by commas, each with the place of the attribute."""
        found = self._get(key)
        if found is None or not found.value:
            return ()
        parts = (part.strip() for part in found.value.split(","))
        return tuple((part, found.value_span) for part in parts if part)

    def seconds(self, key: str) -> int | None:
        """A time such as `20m`, `90s` or `1:30`."""
        found = self._get(key)
        if found is None:
            return None
        value = found.value or ""
        if clock := re.fullmatch(r"(\d{1,3}):([0-5]\d)", value):
            return int(clock[1]) * 60 + int(clock[2])
        if plain := re.fullmatch(r"(\d{1,4})\s*([hms])", value):
            return int(plain[1]) * {"h": 3600, "m": 60, "s": 1}[plain[2]]
        self._bad(found, f'"{key}" is a length of time', f'write "{key}=20m", "{key}=90s" or "{key}=1:30"')
        return None

    def day(self, key: str, *, required: bool = False) -> str:
        """A day such as `2026-11-23`, as it is written."""
        value = self.text(key, required=required)
        found = self._attributes.get(key)
        try:
            if not value or date.fromisoformat(value).isoformat() == value:
                return value
        except ValueError:
            pass
        if found:
            self._bad(found, f'"{key}" is a day', f'write "{key}=2026-11-23"')
        return ""

    def classes(self, known: Collection[str]) -> str:
        """One of the known classes, such as `.good`, or nothing."""
        self._known.add(".")
        found = self._attributes.get(".")
        if found is None:
            return ""
        if found.value in known:
            return str(found.value)
        self._notes.add(
            rules.UNKNOWN_ATTRIBUTE,
            found.span,
            f'{self._owner} takes no class ".{found.value}"',
            mend=did_you_mean(found.value or "", known),
        )
        return ""

    def finish(self) -> None:
        """Note what nobody asked for."""
        for item in self._attributes.items:
            if item.key in self._known or item.key == "#":
                continue
            shown = f".{item.value}" if item.key == "." else item.key
            known = sorted(key for key in self._known if len(key) > 1)
            self._notes.add(
                rules.UNKNOWN_ATTRIBUTE,
                item.span,
                f'{self._owner} takes no attribute "{shown}"',
                mend="give the whole block, or the page, the condition"
                if item.key == "only"
                else did_you_mean(item.key, known, "leave it out"),
            )

    def rest(self) -> tuple[Attribute, ...]:
        """The attributes nobody asked for; they count as known from now on."""
        left = tuple(i for i in self._attributes.items if i.key not in self._known and i.key not in "#.")
        self._known.update(item.key for item in left)
        return left

    def leave(self, keys: Collection[str]) -> None:
        """Attributes that somebody else reads."""
        self._known.update(keys)

    def _get(self, key: str) -> Attribute | None:
        self._known.add(key)
        return self._attributes.get(key)

    def _missing(self, key: str, found: Attribute | None) -> None:
        self._notes.add(
            rules.MISSING_ATTRIBUTE,
            found.span if found else self._place,
            f'{self._owner} needs "{key}=…"',
            mend=f"write {{{key}=…}} at the end of the line",
        )

    def _bad(self, found: Attribute, message: str, mend: str) -> None:
        self._notes.add(rules.BAD_VALUE, found.span, message, mend=mend)
