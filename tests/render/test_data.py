"""The course data: what the player knows of a module."""

from __future__ import annotations

import pytest

from smtrain.kinds.choose_one import ChooseOne
from smtrain.model.keys import short_keys
from smtrain.model.question import Quiz
from tests.render.rendered import render
from tests.render.sample import AT, asks, choice, everything, module

TWO = (choice("a", "One", True), choice("b", "Two"))


def question(name: str) -> dict[str, object]:
    """A question of the sample, without the fields all questions share."""
    shared = "key page quiz kind points grading attempts shuffle required survey text objectives".split()
    (found,) = [q for q in render(everything()).data["questions"] if q["id"] == name]
    return {key: value for key, value in found.items() if key not in shared}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        (
            "p-two",
            {
                "type": "choice",
                "options": [
                    {"id": "a"},
                    {"id": "b"},
                    {"id": "c"},
                ],
                "key_": ["b"],
                "many": False,
            },
        ),
        ("q-true", {"type": "true-false", "key_": ["true"]}),
        (
            "q-desk",
            {
                "type": "fill-in",
                "gaps": [
                    [
                        {"id": "a", "right": True, "text": "Security desk"},
                        {"id": "b", "right": False, "text": "Press office"},
                    ]
                ],
                "exact": False,
            },
        ),
        (
            "q-hours",
            {
                "type": "numeric",
                "gaps": [
                    [
                        {"id": "a", "right": True, "low": 24, "high": 24},
                        {"id": "b", "right": False, "low": 72, "high": 72},
                    ]
                ],
            },
        ),
        (
            "q-contact",
            {
                "type": "matching",
                "options": [
                    {"id": "a"},
                    {"id": "b"},
                ],
                "targets": [
                    {"id": "ta", "text": "Press office"},
                    {"id": "tb", "text": "Security desk"},
                    {"id": "tc", "text": "Works council"},
                ],
                "pairs": [["a", "ta"], ["b", "tb"]],
            },
        ),
        ("q-reflect", {"type": "long-fill-in", "minWords": 20}),
    ],
)
def test_questions_carry_what_their_type_needs(name: str, fields: dict[str, object]) -> None:
    """And nothing of the other types (scorm_templates/player/types.js)."""
    assert question(name) == {"id": name, **fields}


def test_steps_carry_their_order_as_key() -> None:
    """The author's order, though the page mixes them."""
    assert question("q-steps")["key_"] == ["a", "b", "c"]


def test_pages_are_listed_in_order_with_short_keys() -> None:
    """The keys stand for ids in suspend data."""
    made = everything()
    keys = short_keys(made)
    listed = render(made).data["pages"]
    assert [(p["id"], p["key"]) for p in listed] == [(page.id, keys[page.id]) for page in made.pages()]
    assert [p["id"] for p in listed if p["optional"]] == ["text"]


def test_a_quiz_lists_its_questions() -> None:
    """And its questions name it."""
    data = render(everything()).data
    (quiz,) = data["quizzes"]
    assert (quiz["id"], quiz["page"], quiz["pass"], quiz["attempts"], quiz["feedback"]) == (
        "final",
        "check",
        0.8,
        3,
        "end",
    )
    assert (
        quiz["questions"]
        == ["p-one", "p-two"]
        == [q["id"] for q in data["questions"] if q["quiz"] == "final"]
    )


@pytest.mark.parametrize(
    ("inside", "own", "attempts", "shuffle"),
    [
        (False, {}, 0, False),
        (True, {}, 1, True),
        (False, {"attempts": 2, "shuffle": True}, 2, True),
        (True, {"attempts": 0, "shuffle": False}, 0, False),
    ],
)
def test_the_place_decides_what_a_question_leaves_open(
    inside: bool, own: dict[str, object], attempts: int, shuffle: bool
) -> None:
    """In a quiz one try and the quiz's mixing; as practice any number of tries, in the author's order."""
    asked = ChooseOne(**asks("q", "Which?", **own), choices=TWO)
    block = Quiz(span=AT, id="z", blocks=(asked,), shuffle=True) if inside else asked
    (found,) = render(module(block)).data["questions"]
    assert (found["attempts"], found["shuffle"]) == (attempts, shuffle)


def test_what_is_never_scored_says_so() -> None:
    """Reflections, ratings and confirmations count for completion only."""
    surveys = {q["id"] for q in render(everything()).data["questions"] if q["survey"]}
    assert surveys == {"q-reflect", "policy", "q-sure"}


def test_completion_and_success_are_the_modules() -> None:
    """As the module says; without a pass mark there is no success."""
    data = render(everything()).data
    assert data["completion"] == {"pages": True, "items": ["final"], "minSeconds": 0, "show": True}
    assert data["success"] == {"parts": [{"id": "final", "weight": 1.0}], "pass": 0.8}
    assert render(module()).data["success"] is None


def test_the_standard_is_named() -> None:
    """For messages and support; the player never asks for it."""
    assert render(module(), "scorm2004-4").data["standard"] == "scorm2004-4"
