"""CSV, TSV and their relatives: any encoding that can be told or is declared, any usual delimiter."""

from __future__ import annotations

import codecs
import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from io import TextIOWrapper
from itertools import islice

from smtrain.people.issues import Issues
from smtrain.people.rules_file import DELIMITER, ENCODING, FALLBACK, OPEN_QUOTE
from smtrain.people.table import Format, Source, Table

DELIMITERS = {",": "a comma", ";": "a semicolon", "\t": "a tab", "|": "a bar"}
MOST_IN_A_CELL = 100_000
"""Characters; a cell with more is a quote that was never closed."""

_BLOCK = 1 << 20
_ENDS = "!##!"
"""Ends each record of SuccessFactors' connector files."""


def read(source: Source) -> Table | None:
    """The rows of a text file."""
    encoding, notices = _encoding(source)
    if not encoding:
        return None
    source.stream.seek(0)
    text = TextIOWrapper(source.stream, encoding, newline="")
    first = list(islice(text, 40))
    skip = 0
    delimiter = source.shape.delimiter
    if first and first[0].lower().startswith("sep=") and len(first[0].strip()) == 5:
        delimiter, skip = first[0].strip()[4], 1
    delimiter = delimiter or _delimiter(first, source.issues)
    text.detach()
    if not delimiter:
        return None
    return _table(source, encoding, delimiter, skip, notices)


def _table(source: Source, encoding: str, delimiter: str, skip: int, notices: tuple[str, ...]) -> Table:
    source.stream.seek(0)
    text = TextIOWrapper(source.stream, encoding, newline="")
    for _ in range(skip):
        next(text)
    csv.field_size_limit(MOST_IN_A_CELL)
    marked = delimiter == "|"
    reader = csv.reader(_unmarked(text) if marked else text, delimiter=delimiter)

    def fault(error: csv.Error) -> None:
        source.issues.add(
            OPEN_QUOTE,
            reader.line_num + skip,
            f"a cell that ends here has more than {MOST_IN_A_CELL:,} characters",
            mend="look for a quotation mark that is opened and not closed",
        )

    return Table(
        reader, reader, skipped=skip, delimiter=delimiter, notices=notices, fault=fault, release=text.detach
    )


def _unmarked(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line.rstrip("\r\n").removesuffix(_ENDS)


def _encoding(source: Source) -> tuple[str, tuple[str, ...]]:
    """The encoding that the whole file is in, by its mark, as UTF-8, or as HR has declared; "" for none."""
    source.stream.seek(0)
    head = source.stream.read(4096)
    for mark, name in ((codecs.BOM_UTF8, "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if head.startswith(mark):
            place = _broken(source, name)
            return ("", ()) if place and _refuse(source, name, place) else (name, ())
    for name, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(zeros) > 1 and zeros.count(0) > len(zeros) / 2:
            return name, (f"{source.name}: two bytes a character, read as {name.upper()}",)
    if _broken(source, "utf-8") is None:
        return "utf-8", ()
    declared = source.shape.encoding
    if place := _broken(source, declared):
        _refuse(source, declared, place)
        return "", ()
    line, samples = _samples(source, declared)
    source.issues.add(
        FALLBACK,
        line,
        f"the file is not UTF-8 and was read as {declared}; look whether these are right: {', '.join(samples)}",
        mend='save it as "CSV UTF-8", or declare another one: roster: {encoding: …}',
    )
    return declared, ()


def _broken(source: Source, encoding: str) -> tuple[int, int] | None:
    """The line and the byte where a file is not in an encoding; None when all of it is."""
    source.stream.seek(0)
    decoder = codecs.getincrementaldecoder(encoding)()
    line = 1
    while True:
        block = source.stream.read(_BLOCK)
        try:
            text = decoder.decode(block, final=not block)
        except UnicodeDecodeError as error:
            return line + error.object[: error.start].count(b"\n"), error.object[error.start]
        if not block:
            return None
        line += text.count("\n")


def _refuse(source: Source, encoding: str, place: tuple[int, int]) -> bool:
    line, byte = place
    source.issues.add(
        ENCODING,
        line,
        f"byte 0x{byte:02X} is neither UTF-8 nor {encoding}"
        if not encoding.startswith("utf")
        else f"byte 0x{byte:02X} is not {encoding.removesuffix('-sig').upper()}, which the file's mark promises",
        mend='save the file as "CSV UTF-8", or declare its encoding in the rules: roster: {encoding: …}',
    )
    return True


def _samples(source: Source, encoding: str) -> tuple[int, list[str]]:
    """The first line with a letter outside ASCII, and three words with such letters."""
    source.stream.seek(0)
    text = TextIOWrapper(source.stream, encoding, newline="")
    found: list[str] = []
    first = 0
    for number, line in enumerate(text, 1):
        if not line.isascii():
            first = first or number
            words = "".join(c if c.isalnum() or c in "'-’" else " " for c in line).split()
            found += [word for word in words if not word.isascii()]
            if len(set(found)) >= 3:
                break
    text.detach()
    return first, list(dict.fromkeys(found))[:3]


def _delimiter(lines: list[str], issues: Issues) -> str:
    """The delimiter with which most of the first lines have the same number of cells."""
    lines = [line for line in lines if line.strip()][:20]
    marks: dict[str, tuple[float, int]] = {}
    for sign in DELIMITERS:
        counts = Counter(len(row) for row in csv.reader(iter(lines), delimiter=sign))
        # Title rows above the header have one cell; they say nothing about the delimiter.
        counts.pop(1, None)
        if counts:
            cells, many = counts.most_common(1)[0]
            marks[sign] = many / max(1, len(lines)), cells
    if not marks:
        issues.add(
            DELIMITER, 1, "no comma, semicolon, tab or bar divides the lines into cells", mend=_DECLARE
        )
        return ""
    best = max(marks.values())
    fitting = [sign for sign, mark in marks.items() if mark == best]
    if len(fitting) > 1:
        names = " and ".join(DELIMITERS[sign] for sign in fitting)
        issues.add(DELIMITER, 1, f"{names} divide the lines equally well", mend=_DECLARE)
        return ""
    return fitting[0]


_DECLARE = 'declare it in the rules file, such as roster: {delimiter: ";"}'


def _fits(head: bytes, names: Sequence[str]) -> bool:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    ldif = start.startswith((b"dn:", b"version:", b"#")) and b"dn:" in start
    return not (ldif or start.startswith((b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"{", b"[")))


FORMAT = Format("CSV or TSV", _fits, read)
