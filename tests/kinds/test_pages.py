"""Each kind has an example page, `tests/cases/kinds/<kind>.md`: its spec, its documentation and its test.

`SMTRAIN_REWRITE=1` writes what really comes out into the pages; read the difference like code.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from smtrain.kinds import kinds
from tests.kinds.example import show
from tests.kinds.page import Example, Row, Shown, put_together, take_apart

FOLDER = Path(__file__).parents[1] / "cases" / "kinds"
KINDS = {kind.name: kind for kind in kinds()}
PAGES = sorted(path.stem for path in FOLDER.glob("*.md"))


def examples(name: str) -> list[Example]:
    """The examples of a kind's page."""
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    return [piece for piece in take_apart(text) if isinstance(piece, Example)]


def test_every_kind_has_a_page_and_every_page_a_kind() -> None:
    """The page stands beside the kind's Python file and its template, under the same name."""
    assert sorted(KINDS) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_true(name: str, tmp_path: Path) -> None:
    """Everything the page says that comes out of an example does come out."""
    path = FOLDER / f"{name}.md"
    text = path.read_text("utf-8")
    tried: list[tuple[Example, Shown]] = []

    def build(example: Example) -> Shown:
        tried.append((example, show(example, tmp_path / str(len(tried)))))
        return tried[-1][1]

    fresh = put_together(take_apart(text), build)
    for example, shown in tried:
        assert bool(shown.findings) == example.bad, shown.findings or "nothing is found in this example"
        for row in shown.rows[1:]:
            assert expected(row), f'"{row.label}" is {" ".join(row.cells)}'
    if os.environ.get("SMTRAIN_REWRITE"):
        path.write_text(fresh, "utf-8", newline="\n")
    else:
        assert fresh == text


def expected(row: Row) -> bool:
    """Whether an answer fares as its label says; what follows the first words of a label is free."""
    result, score = row.cells[:2]
    match row.label.split()[0].rstrip(","):
        case "right":
            return (result, score) == ("correct", "1")
        case "passed":
            return result == "correct" and 0 < float(score) < 1
        case "partly":
            return result == "incorrect" and 0 < float(score) < 1
        case "wrong":
            return (result, score) == ("incorrect", "0")
        case "saved":
            return result == "neutral"
        case "blank":
            return result.startswith("not taken")
    return False


@pytest.mark.parametrize("name", PAGES)
def test_a_page_begins_with_the_kind(name: str) -> None:
    """A title, a sentence on what it is for, and a good example that has the kind in it."""
    text = (FOLDER / f"{name}.md").read_text("utf-8")
    assert text.startswith("# ")
    assert text.partition("\n\n")[2][0].isalpha()
    kind, first = KINDS[name], examples(name)[0]
    assert not first.bad
    forms = [f"[!{box}]" for box in kind.boxes] + ["!["] * bool(kind.read_picture)
    assert any(form in first.source for form in (f"::: {name}", *forms))
    assert all(form in "".join(e.source for e in examples(name)) for form in forms)


@pytest.mark.parametrize("name", sorted(kind.name for kind in KINDS.values() if kind.question))
def test_a_question_is_answered_in_every_way(name: str) -> None:
    """Right, wrong and blank, or saved where nothing is right; in part where parts give points."""
    tried = [
        (example, {label.split()[0].rstrip(",") for label, _ in example.answers})
        for example in examples(name)
    ]
    assert any(labels >= {"right", "wrong", "blank"} or labels >= {"saved", "blank"} for _, labels in tried)
    for example, labels in tried:
        assert example.bad or labels, "an example without answers"
        if not example.bad and re.search(r"grading=(partial|penalty)", example.source):
            assert "partly" in labels
