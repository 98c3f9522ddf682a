"""The map of a scenario as a tree of lines: scores, state, and where paths join.

Each scene is told once, where the tree first comes to it; elsewhere an arrow names it.
"""

from __future__ import annotations

from collections.abc import Iterator

from smtrain.review.story_map import Card, Row, StoryMap, signed

SIGNS = {"safe": "✓", "good": "✓", "mixed": "!", "neutral": "!", "unsafe": "✕", "bad": "✕"}


def render(drawn: StoryMap) -> str:
    """The lines of a map, with a line break after each."""
    told: set[str] = set()
    cards = {card.id: card for card in drawn.cards}
    lines = [f"{drawn.title} ({drawn.id})", f"{drawn.summary}. * marks the best path.", ""]
    lines += _scene(drawn.cards[0], cards, told)
    missing = [card for card in drawn.cards if card.id not in told]
    if missing:
        lines += ["", "Nothing leads to:"]
        for card in missing:
            if card.id not in told:
                lines += _scene(card, cards, told)
    return "\n".join(lines) + "\n"


def _scene(first: Card, cards: dict[str, Card], told: set[str]) -> Iterator[str]:
    """A scene and all below it; without recursion, for a story may be long."""
    waiting: list[tuple[str, Card | Row]] = [("", first)]
    while waiting:
        indent, one = waiting.pop()
        if isinstance(one, Row):
            seen = one.to in told
            yield f"{indent}{_way(one)}{f'  → {one.to}, above' if seen else ''}"
            if not seen:
                waiting.append((indent + "    ", cards[one.to]))
        elif one.id in told:
            yield f"{indent}→ {one.id}, above"
        else:
            told.add(one.id)
            yield f"{indent}{_heading(one)}"
            waiting += [(indent + "  ", row) for row in reversed(one.rows)]


def _heading(card: Card) -> str:
    parts = [f"[{card.id}] {card.title}"]
    if card.condition:
        parts.append(f"(only if {card.condition})")
    if card.end:
        parts.append(f"{SIGNS[card.end]} {card.end} ending")
    if card.points is not None:
        parts.append(f"{card.points} points at most")
    if not card.reached:
        parts.append("! nobody gets here")
    return "  ".join(parts)


def _way(row: Row) -> str:
    if not row.key:
        return f"{'*' if row.best else '-'} otherwise"
    score = f"  {signed(row.score)}" if row.score else ""
    note = f"  ({row.note})" if row.note else ""
    return f"{'*' if row.best else '-'} {row.text}{score}{note}"
