"""Goes through the rows of a roster once, many at a time: a column of cells costs less than a cell.

A block without anything odd is cleaned column by column. Only rows that are odd are looked at one by one.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter

from smtrain.people.cells import Cleaners
from smtrain.people.doubles import put_together
from smtrain.people.fields import FIELDS
from smtrain.people.managers import check_managers
from smtrain.people.person import Person, Roster
from smtrain.people.rules_file import OPEN_QUOTE
from smtrain.people.rules_row import CELLS, SAME_EMAIL
from smtrain.people.table import Number, Source, Table

BLOCK = 256
"""Rows that are cleaned together: so few that they stay in a processor's cache, which matters more than the calls."""

_ID = itemgetter(0)


class Reading:
    """The people read so far. `places` has the column of each field, `width` is how many the header has."""

    def __init__(self, source: Source, table: Table, places: Mapping[str, int], width: int) -> None:
        self._source, self._issues = source, source.issues
        self._table, self._width = table, width
        self.fields = tuple(name for name in [*FIELDS, *sorted(set(places) - set(FIELDS))] if name in places)
        self._columns = [places[name] for name in self.fields]
        self._cleaners = Cleaners(self.fields, source.shape, source.issues)
        self._people: list[Person] = []
        self._lines = array("L")
        self._refused: dict[str, str] = {}
        self._nameless = 0
        self._blocks = 0

    def take_rest(self) -> bool:
        """Read the rows that are left in the table. False when a part of the file is lost."""
        place, skipped, stream = self._table.place, self._table.skipped, self._source.stream
        while True:
            before = place.line_num
            block = list(islice(self._table.rows, BLOCK))
            if not block:
                return True
            if place.line_num - before == len(block):
                lines: Sequence[int] = range(before + skipped + 1, place.line_num + skipped + 1)
            else:
                lines = list(_counted(block, before + skipped))
            if not self.take(block, lines):
                return False
            self._blocks += 1
            if self._source.size and self._blocks % 64 == 0:
                self._source.tick(min(1.0, stream.tell() / self._source.size))

    def take(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> bool:
        """Read some rows with their lines."""
        if set(map(len, rows)) != {self._width}:
            good = [n for n, row in enumerate(rows) if len(row) == self._width or self._fits(row, lines[n])]
            rows, lines = [rows[n][: self._width] for n in good], [lines[n] for n in good]
        if not rows:
            return True
        spread = lines[-1] - lines[0] + 1 != len(lines) or len(rows) == 1
        if spread and self._table.delimiter and self._swallowed(rows, lines):
            return False
        every = list(zip(*rows, strict=True))
        raw = [every[at] for at in self._columns]
        cleaned = [self._cleaners.column(at, cells) for at, cells in enumerate(raw)]
        people = list(zip(*cleaned, strict=True))
        first, second = cleaned[self._cleaners.logins[0]], cleaned[self._cleaners.logins[-1]]
        lacking = "" in first and "" in second and not all(map(or_text, first, second))
        numbers = self._table.typed and any(type(cell) is Number for cell in raw[0])
        if self._cleaners.bad or numbers or lacking:
            people, lines = self._sound(list(zip(*raw, strict=True)), people, lines)
        self._people += people
        self._lines.extend(lines)
        return True

    def _sound(
        self, cells: Sequence[Sequence[str]], people: Sequence[Person], lines: Sequence[int]
    ) -> tuple[list[Person], list[int]]:
        """The rows that can be used; what is wrong with the others is noted."""
        kept: list[Person] = []
        places: list[int] = []
        for raw, person, line in zip(cells, people, lines, strict=True):
            refused = self._cleaners.check(raw, person, line)
            if refused:
                self._refuse(person[0], refused)
            else:
                kept.append(person)
                places.append(line)
        return kept, places

    def _fits(self, row: Sequence[str], line: int) -> bool:
        """Whether a row of another length can be used: one with nothing but empty cells at its end."""
        if not any(row):
            return False
        if len(row) > self._width and not any(cell.strip() for cell in row[self._width :]):
            return True
        at = self._columns[0]
        ident = self._cleaners.id_of(row[at]) if len(row) > at else ""
        self._refuse(ident, CELLS.name)
        self._issues.add(
            CELLS,
            line,
            f"the row has {len(row)} cells, the header {self._width}",
            mend="quote a text that has the delimiter in it",
            who=ident,
        )
        return False

    def _swallowed(self, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> bool:
        """Whether a cell holds whole further rows, because a quotation mark was not closed."""
        sign = self._table.delimiter
        for row, line in zip(rows, lines, strict=True):
            for cell in row:
                below = cell.split("\n")[1:] if "\n" in cell else []
                if any(part.count(sign) >= self._width - 1 for part in below):
                    self._issues.add(
                        OPEN_QUOTE,
                        line - cell.rstrip("\n").count("\n"),
                        f"a quotation mark is opened here and not closed before line {line}",
                        mend='close it, or leave it out; a mark inside a text is written twice: ""',
                    )
                    return True
        return False

    def _refuse(self, ident: str, why: str) -> None:
        if ident:
            self._refused[ident] = min(why, self._refused.get(ident, why))  # in whatever order rows stand
        else:
            self._nameless += 1

    def finish(self, notices: tuple[str, ...]) -> Roster:
        """What remains to be seen when all rows are there: ids, addresses and managers of several rows."""
        known = set(map(_ID, self._people))
        if len(known) != len(self._people) or self._refused:
            self._settle_doubles()
            known = set(map(_ID, self._people))
        self._cleaners.check_zeros(self._people, self._lines)
        self._note_shared_mail()
        managers = check_managers(self._people, known, self._lines, self.fields, self._issues, self._refused)
        unsafe = self._cleaners.unsafe_people(self._people, self._lines)
        return Roster(
            self.fields, self._people, self._lines, self._refused, self._nameless, unsafe, managers, notices
        )

    def _settle_doubles(self) -> None:
        many = Counter(map(_ID, self._people))
        places: dict[str, list[int]] = {}
        for number, person in enumerate(self._people):
            if many[person[0]] > 1:
                places.setdefault(person[0], []).append(number)
        gone: set[int] = set()
        for ident, rows in places.items():
            whole = put_together(ident, rows, self._people, self._lines, self.fields, self._issues)
            gone.update(rows[1:] if whole else rows)
            if whole:
                self._people[rows[0]] = whole
            else:
                self._refused[ident] = "id-of-two-people"
        kept = [n for n, p in enumerate(self._people) if n not in gone and p[0] not in self._refused]
        self._people = [self._people[n] for n in kept]
        self._lines = array("L", (self._lines[n] for n in kept))

    def _note_shared_mail(self) -> None:
        if "email" not in self.fields:
            return
        at = self.fields.index("email")
        addresses = [person[at] for person in self._people]
        if not "\n".join(addresses).islower():
            addresses = [address.casefold() for address in addresses]
        if len(set(addresses)) + max(0, addresses.count("") - 1) == len(addresses):
            return
        seen: dict[str, int] = {}
        for number, address in enumerate(addresses):
            first = seen.setdefault(address, number)
            if address and first != number:
                self._issues.add(
                    SAME_EMAIL,
                    self._lines[number],
                    f"{self._people[number][0]} has the e-mail address of {self._people[first][0]} (line {self._lines[first]})",
                    mend="look whether this is one person with two ids",
                    who=self._people[number][0],
                )


def or_text(one: str, other: str) -> str:
    """The first text that is not empty."""
    return one or other


def _counted(block: Sequence[Sequence[str]], before: int) -> Iterator[int]:
    """The line in which each row ends, where cells have line breaks."""
    for row in block:
        before += 1 + sum(cell.count("\n") for cell in row)
        yield before
