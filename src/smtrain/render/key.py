"""What is right in a question, in words, for whoever teaches."""

from __future__ import annotations

from smtrain.model.question import Accepted, Interaction, Question
from smtrain.model.text import plain


def key_of(question: Question) -> tuple[str, ...]:
    """One line for each part of the key; none where nothing is right or wrong."""
    return _lines(question, question.interaction()) if question.scored else ()


def _lines(question: Question, interaction: Interaction) -> tuple[str, ...]:
    texts = {option.id: option.text for option in interaction.options}
    targets = {option.id: option.text for option in interaction.targets}
    match interaction.type:
        case "choice" | "sequencing":
            return tuple(texts[name] for name in interaction.key)
        case "true-false":
            choices = getattr(question, "choices", ())
            return tuple(plain(choice.blocks) for choice in choices if choice.right)
        case "matching":
            return tuple(f"{texts[one]} → {targets[other]}" for one, other in interaction.pairs)
        case "fill-in" | "numeric":
            return tuple(" / ".join(_answer(a) for a in gap if a.right) for gap in interaction.gaps)
        case _:
            return ()


def _answer(answer: Accepted) -> str:
    if answer.low is None and answer.high is None:
        return answer.text
    low, high = ("" if bound is None else f"{bound:g}" for bound in (answer.low, answer.high))
    return low if low == high else f"{low} – {high}"
