"""The map of a scenario as a picture (SVG 1.1 and CSS): for a screen, light or dark, and for paper.

Nothing in it comes from elsewhere. A screen reader is told the title and the summary; the map as text says
the rest.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

from smtrain.review.layout import Layout, Line, lay_out
from smtrain.review.story_map import Card, Row, StoryMap, signed

WIDTH = 284
"""Pixels that a card is wide."""

BETWEEN = 84
"""Pixels between two layers, in which lines cross over."""

MARGIN = 56
TOP = 96
LANE = 12
"""Pixels between two lines that lead back, to the right of all cards."""

GRADES = {
    "safe": ("good", "✓", "A safe ending"),
    "good": ("good", "✓", "A good ending"),
    "mixed": ("mixed", "!", "A mixed ending"),
    "neutral": ("mixed", "!", "A neutral ending"),
    "unsafe": ("bad", "✕", "An unsafe ending"),
    "bad": ("bad", "✕", "A bad ending"),
}
"""Colour, sign and words of an ending."""

LEGEND = (
    "Letters join a choice to its line. Thick: the best path. Dashed: back to an earlier scene, or (≠) past a scene "
    "whose condition does not hold."
)

STYLE = """
svg { --paper: #fff; --card: #fff; --ink: #1e2430; --muted: #5b6170; --line: #85827a; --accent: #1d4f91;
  --good: #1c6b4a; --mixed: #855700; --bad: #a3341f; color-scheme: light dark; }
@media screen and (prefers-color-scheme: dark) {
  svg { --paper: #15181d; --card: #1d2128; --ink: #ece9e2; --muted: #abb0ba; --line: #7f8693;
    --accent: #9fc1f2; --good: #82d2ac; --mixed: #e9bd68; --bad: #f4a593; }
}
.paper { fill: var(--paper); }
text { fill: var(--ink); font: 13px/1.3 "Segoe UI", system-ui, "Noto Sans", sans-serif; unicode-bidi: plaintext; }
.title { font-size: 24px; font-weight: 600; }
.name { font-size: 15px; font-weight: 600; }
.small, .note { fill: var(--muted); font-size: 11.5px; }
.letter { fill: var(--accent); font-weight: 700; }
.sign { fill: var(--card); font-size: 12px; font-weight: 700; text-anchor: middle; }
.score { font-weight: 700; text-anchor: end; }
.card > rect { fill: var(--card); stroke: var(--line); stroke-width: 1.25; }
.good > .frame { stroke: var(--good); stroke-width: 2.5; }
.mixed > .frame { stroke: var(--mixed); stroke-width: 2.5; }
.bad > .frame { stroke: var(--bad); stroke-width: 2.5; }
.start > .frame { stroke: var(--accent); stroke-width: 2.5; }
.missed > .frame { stroke: var(--bad); stroke-width: 2.5; stroke-dasharray: 7 5; }
.good > .dot { fill: var(--good); } .mixed > .dot { fill: var(--mixed); } .bad > .dot { fill: var(--bad); }
.start > .dot { fill: var(--accent); } .missed > .dot { fill: var(--bad); }
.good > .word { fill: var(--good); } .mixed > .word { fill: var(--mixed); } .bad > .word { fill: var(--bad); }
.start > .word { fill: var(--accent); } .missed > .word { fill: var(--bad); }
.word { font-weight: 600; }
.rule { stroke: var(--line); stroke-opacity: 0.4; }
.way { fill: none; stroke: var(--line); stroke-width: 1.5; stroke-linejoin: round; }
.way.best { stroke: var(--accent); stroke-width: 3.5; }
.way.dashed { stroke-dasharray: 6 4; }
.port { fill: var(--line); } .port.best { fill: var(--accent); }
.tip { fill: var(--line); } .tip.best { fill: var(--accent); }
"""


@dataclass(frozen=True, slots=True)
class _Text:
    """One line of a card: how far down its base line is, its class, and what stands at its end or before it."""

    text: str
    base: float
    look: str = ""
    end: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A card's lines of text, the rules between them, and its height."""

    card: Card
    texts: tuple[_Text, ...]
    rules: tuple[float, ...]
    height: float

    def ports(self) -> list[float]:
        """Where, from the left, the lines of its rows leave at the bottom."""
        step = WIDTH / (len(self.card.rows) + 1)
        return [round(step * (at + 1)) for at in range(len(self.card.rows))]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Everything with its place: cards, lines, and how far down each layer begins and ends."""

    cards: dict[str, _Drawn]
    layout: Layout
    tops: list[float]
    bottoms: list[float]
    right: float

    def corner(self, name: str) -> tuple[float, float]:
        """The left and top of a card."""
        spot = self.layout.spots[name]
        return MARGIN + spot.left, self.tops[spot.layer]


def render(drawn: StoryMap) -> str:
    """The picture, as the text of a file."""
    sheet = _sheet({card.id: _card(card) for card in drawn.cards})
    back = sum(line.back for line in sheet.layout.lines)
    width = sheet.right + LANE * (back + bool(back)) + MARGIN
    height = sheet.bottoms[-1] + 64
    return "".join(_svg(drawn, sheet, round(width), round(height)))


def _sheet(cards: dict[str, _Drawn]) -> _Sheet:
    layout = lay_out(
        WIDTH,
        {
            name: [(row.to, port) for row, port in zip(one.card.rows, one.ports(), strict=True)]
            for name, one in cards.items()
        },
    )
    tops, bottoms, at = [], [], float(TOP)
    for layer in range(layout.layers):
        tops.append(at)
        at += max(one.height for name, one in cards.items() if layout.spots[name].layer == layer)
        bottoms.append(at)
        at += BETWEEN
    return _Sheet(cards, layout, tops, bottoms, MARGIN + layout.width)


def _svg(drawn: StoryMap, sheet: _Sheet, width: int, height: int) -> Iterator[str]:
    title = escape(drawn.title)
    summary = list(enumerate(wrap(f"{drawn.id}: {drawn.summary}", max(40, width // 7))))
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="title summary">\n'
        f'<title id="title">{title}</title>\n'
        f'<desc id="summary">The paths of the scenario {escape(drawn.id)}: {escape(drawn.summary)}. '
        f'"smtrain map --format text" says them in words.</desc>\n'
        f"<style>{STYLE}</style>\n"
        f'<rect class="paper" width="{width}" height="{height}"/>\n'
        f'<text class="title" x="{MARGIN}" y="44">{title}</text>\n'
    )
    for number, words in summary:
        yield f'<text class="small" x="{MARGIN}" y="{66 + 16 * number}">{escape(words)}</text>\n'
    lanes = 0
    # the best path last, so that it lies on top
    for line in sorted(
        sheet.layout.lines, key=lambda line: sheet.cards[line.source].card.rows[line.row].best
    ):
        lanes += line.back
        yield _line(line, sheet, sheet.right + LANE * lanes)
    for name in sheet.cards:
        yield from _group(sheet, name)
    for number, words in enumerate(wrap(LEGEND, max(40, width // 7))):
        yield f'<text class="small" x="{MARGIN}" y="{height - 32 + 16 * number}">{words}</text>\n'
    yield "</svg>\n"


def _line(line: Line, sheet: _Sheet, lane: float) -> str:
    source, target = sheet.cards[line.source], sheet.layout.spots[line.target]
    row = source.card.rows[line.row]
    left, top = sheet.corner(line.source)
    x, y = left + source.ports()[line.row], top + source.height
    to_x, to_y = MARGIN + target.left + target.door, sheet.tops[target.layer]
    path = f"M{x:g} {y:g}"
    if line.back:
        to_x = MARGIN + target.left + target.size - 40
        low, high = sheet.bottoms[sheet.layout.spots[line.source].layer] + 26, to_y - 26
        path += f"V{low + 6 * line.row:g}H{lane:g}V{high:g}H{to_x:g}V{to_y - 8:g}"
    else:
        for spot in line.through:
            through = MARGIN + spot.left + spot.door
            path += _curve(x, y, through, sheet.tops[spot.layer]) + f"V{sheet.bottoms[spot.layer]:g}"
            x, y = through, sheet.bottoms[spot.layer]
        start = sheet.bottoms[target.layer - 1]
        path += (f"V{start:g}" if y < start else "") + _curve(x, start, to_x, to_y - 8)
    best = " best" if row.best else ""
    dashed = " dashed" if line.back or not row.key else ""
    tip = f"M{to_x - 5:g} {to_y - 9:g}L{to_x:g} {to_y:g}L{to_x + 5:g} {to_y - 9:g}Z"
    return f'<path class="way{best}{dashed}" d="{path}"/><path class="tip{best}" d="{tip}"/>\n'


def _curve(x: float, y: float, to_x: float, to_y: float) -> str:
    bend = (to_y - y) / 2
    return f"C{x:g} {y + bend:g} {to_x:g} {to_y - bend:g} {to_x:g} {to_y:g}"


def _group(sheet: _Sheet, name: str) -> Iterator[str]:
    one = sheet.cards[name]
    x, y = sheet.corner(name)
    look, sign, _ = _mark(one.card)
    yield (
        f'<g class="card {look}" transform="translate({x:g} {y:g})">'
        f'<rect class="frame" width="{WIDTH}" height="{one.height:g}" rx="10"/>\n'
    )
    if sign:
        yield f'<circle class="dot" cx="24" cy="26" r="10"/><text class="sign" x="24" y="30.5">{sign}</text>\n'
    for rule in one.rules:
        yield f'<path class="rule" d="M0 {rule:g}H{WIDTH}"/>\n'
    for line in one.texts:
        left = 42 if line.look == "word" else 14 if line.look in ("name", "small") else 36
        if line.letter:
            yield f'<text class="letter" x="14" y="{line.base:g}">{line.letter}</text>\n'
        yield f'<text class="{line.look}" x="{left}" y="{line.base:g}">{escape(line.text)}</text>\n'
        if line.end:
            yield f'<text class="score" x="{WIDTH - 14}" y="{line.base:g}">{line.end}</text>\n'
    for at, (row, port) in enumerate(zip(one.card.rows, one.ports(), strict=True)):
        best = " best" if row.best else ""
        yield (
            f'<circle class="port{best}" cx="{port:g}" cy="{one.height:g}" r="9"/>'
            f'<text class="sign" x="{port:g}" y="{one.height + 4:g}">{_letter(row, at)}</text>\n'
        )
    yield "</g>\n"


def _letter(row: Row, at: int) -> str:
    """The sign that a row and the beginning of its line have in common."""
    return "abcdefghijklmnopqrstuvwxyz"[at % 26] if row.key else "≠"


def _mark(card: Card) -> tuple[str, str, str]:
    if not card.reached:
        return "missed", "!", "Nobody gets here"
    if card.end:
        return GRADES[card.end]
    return ("start", "▸", "Start") if card.start else ("", "", "")


def _card(card: Card) -> _Drawn:
    """Write a card from top to bottom."""
    texts: list[_Text] = []
    _, sign, word = _mark(card)
    at = 14.0
    if sign:
        points = f"{card.points} at most" if card.points is not None else ""
        texts.append(_Text(word, at + 15, "word", points))
        at += 26
    for words in wrap(card.title, 31):
        texts.append(_Text(words, at + 15, "name"))
        at += 20
    for words in wrap(card.id + (f", if {card.condition}" if card.condition else ""), 44):
        texts.append(_Text(words, at + 12, "small"))
        at += 16
    rules: list[float] = []
    for number, row in enumerate(card.rows):
        at += 8
        rules.append(at)
        at = _row(row, _letter(row, number), at, texts)
    return _Drawn(card, tuple(texts), tuple(rules), at + (22 if card.rows else 12))


def _row(row: Row, letter: str, at: float, texts: list[_Text]) -> float:
    """Write a row; says where it ends."""
    at += 8
    score = signed(row.score) if row.score else ""
    for number, words in enumerate(wrap(row.text, 32 - 5 * bool(score))):
        first = not number
        texts.append(_Text(words, at + 13, "", score if first else "", letter if first else ""))
        at += 17
    for words in wrap(row.note, 38):
        texts.append(_Text(words, at + 12, "note"))
        at += 15
    return at


def wrap(text: str, most: int) -> list[str]:
    """Lines of at most so many letters; wide letters count as two, and words longer than a line are cut."""
    lines: list[str] = []
    line, size = "", 0
    for word in text.split():
        while word:
            room = most - size - bool(line)
            cut = _fitting(word, room)
            if cut < len(word) and line and (_size(word) <= most or not cut):
                lines.append(line)
                line, size = "", 0
                continue
            piece, word = word[: max(cut, 1)], word[max(cut, 1) :]
            line = f"{line} {piece}" if line else piece
            size = _size(line)
            if word:
                lines.append(line)
                line, size = "", 0
    return [*lines, line] if line else lines


def _size(text: str) -> int:
    return sum(_cells(letter) for letter in text)


def _cells(letter: str) -> int:
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _fitting(word: str, room: int) -> int:
    """How many letters of a word have room."""
    size = 0
    for count, letter in enumerate(word):
        size += _cells(letter)
        if size > room:
            return count
    return len(word)
