"""Every kind has its template, and each writes what the player and a reader without script need."""

from __future__ import annotations

import pytest

from smtrain.kinds.acknowledge import Acknowledge
from smtrain.kinds.choose_many import ChooseMany
from smtrain.kinds.choose_one import ChooseOne
from smtrain.kinds.fill_in import FillIn
from smtrain.kinds.match import Match, Pair, Target
from smtrain.kinds.notes import TrainerNotes
from smtrain.kinds.order import Order
from smtrain.kinds.post import Post
from smtrain.kinds.reflect import Reflect
from smtrain.model.audience import Condition
from smtrain.model.audience import Test as KeyTest
from smtrain.model.course import Conditional
from smtrain.model.node import Block, walk
from smtrain.model.question import Quiz
from smtrain.model.text import Gap
from tests.render.rendered import document, one, page_of, templates, words_in
from tests.render.sample import AT, asks, choice, everything, para, said, words

TWO = (choice("a", "One", True, "Yes."), choice("b", "Two", last=True))


def kinds() -> list[type[Block]]:
    """All kinds of block a module can hold."""
    found: list[type[Block]] = []
    heap = [Block]
    while heap:
        heap += (children := heap.pop().__subclasses__())
        found += [child for child in children if child.kind]
    return list({kind.kind: kind for kind in sorted(found, key=lambda kind: kind.kind)}.values())


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.kind)
def test_every_kind_has_a_template(kind: type[Block]) -> None:
    """Found by the kind's name, nothing else."""
    assert templates().kind(kind.kind).name == f"kinds/{kind.kind}/{kind.kind}.html"


def test_the_sample_holds_every_kind() -> None:
    """So that what is said of the sample is said of all kinds."""
    held = {node.kind for node in walk(everything()) if isinstance(node, Block)}
    assert held >= {kind.kind for kind in kinds()}


def test_notes_for_trainers_never_reach_learners() -> None:
    """Not even hidden."""
    page = page_of(TrainerNotes(AT, "Secret", said("Allow ten minutes.")))
    assert "Allow" not in words_in(page)
    assert "Secret" not in words_in(page)


def test_text_for_some_readers_says_for_whom() -> None:
    """A condition the build could not settle is labelled."""
    manager = Condition((KeyTest("role", ("manager", "hr")), KeyTest("region", (), ("us",))))
    others = Condition((KeyTest("role", ("manager",)),), otherwise=True)
    page = page_of(Conditional(AT, manager, said("A")), Conditional(AT, others, said("B")))
    assert [words_in(p) for p in page.xpath(".//*[@class='tag']")] == [
        "For manager, hr; not us",
        "For everyone else",
    ]


def test_posts_are_labelled_as_invented() -> None:
    """And a verdict is a word, not a colour alone."""
    post = Post(
        span=AT,
        network="linkedin",
        author="Kim",
        handle="kim",
        when="2 h",
        likes=1,
        verdict="avoid",
        blocks=said("Hi"),
    )
    figure = one(page_of(post), ".//figure")
    assert words_in(figure) == "Invented example Avoid KKim @kim · LinkedIn · 2 h Hi 1 like"


def test_choices_are_native_controls_in_a_named_group() -> None:
    """WCAG 1.3.1: the group bears the question's name; the player finds each choice by its id."""
    form = one(page_of(ChooseOne(**asks("q", "Which?"), choices=TWO)), ".//form[@data-question='q']")
    group = one(form, ".//*[@role='radiogroup']")
    assert words_in(one(form, f".//*[@id='{group.get('aria-labelledby')}']")) == "Which?"
    assert [(i.get("type"), i.get("name"), i.get("value")) for i in group.xpath(".//label/input")] == [
        ("radio", "q", "a"),
        ("radio", "q", "b"),
    ]
    assert group.xpath("./*/@data-option") == ["a", "b"]
    assert [c.get("data-last") is not None for c in group.xpath("./*")] == [False, True]


def test_several_choices_are_check_boxes() -> None:
    """In a group, not a radio group."""
    form = one(page_of(ChooseMany(**asks("q", "Which?"), choices=TWO)), ".//form")
    assert form.xpath(".//input/@type") == ["checkbox", "checkbox"]
    assert one(form, ".//*[@data-options]").get("role") == "group"


def test_nothing_gives_the_answer_away_before_the_script() -> None:
    """Feedback and hints wait."""
    boxes = {"hints": (said("H"),), "correct": said("C"), "explain": said("E")}
    form = one(page_of(ChooseOne(**asks("q", "Which?", **boxes), choices=TWO)), ".//form")
    feedback = form.xpath(".//*[@data-feedback]")
    assert [box.get("data-feedback") for box in feedback] == ["a", "correct", "explain"]
    assert all(box.get("hidden") is not None for box in feedback)
    assert one(form, ".//details[summary[contains(., 'hint')]]").get("open") is None


@pytest.mark.parametrize(("feedback", "checks"), [("each", 1), ("end", 0), ("never", 0)])
def test_answers_in_a_quiz_are_handed_in_together(feedback: str, checks: int) -> None:
    """Either each answer has its button, or all of them share one."""
    question = ChooseOne(**asks("q", "Which?"), choices=TWO)
    quiz = Quiz(span=AT, id="z", title="Check", blocks=(question,), pass_mark=0.75, feedback=feedback)  # type: ignore[arg-type]
    section = one(page_of(quiz), ".//section[@data-quiz='z']")
    assert len(section.xpath(".//*[@data-action='check']")) == checks
    assert len(section.xpath(".//*[@data-action='submit-quiz']")) == 1 - checks
    assert [words_in(fact) for fact in section.xpath("./header//li")] == ["1 question", "Pass mark 75%"]


def test_titles_follow_the_outline() -> None:
    """A quiz stands below its page, its questions below the quiz, and no level is left out."""
    question = ChooseOne(**asks("q", "Which?"), choices=TWO)
    page = page_of(question, Quiz(span=AT, id="z", blocks=(ChooseOne(**asks("r", "Which?"), choices=TWO),)))
    assert [h.tag for h in page.xpath(".//h2 | .//h3 | .//h4")] == ["h2", "h3", "h3", "h4"]


def test_gaps_are_numbered_fields_in_the_text() -> None:
    """In the order of the text, each with a name of its own."""
    stem = para("Call ", Gap(AT, ("Kim",)), " within ", Gap(AT, ("24",)), " hours.")
    page = page_of(
        FillIn(**asks("q", stem), bank=(), exact=False),
        FillIn(**asks("r", stem), bank=("24", "Kim"), exact=False),
    )
    fields = page.xpath(".//*[@data-gap]")
    assert [(f.tag, f.get("data-gap"), f.get("aria-label")) for f in fields] == [
        ("input", "0", "Gap 1"),
        ("input", "1", "Gap 2"),
        ("select", "0", "Gap 1"),
        ("select", "1", "Gap 2"),
    ]
    assert fields[2].xpath("./option/text()")[1:] == ["24", "Kim"]


def test_pairs_are_lists_to_choose_from() -> None:
    """Each left side labels its list, and the right sides stand in another order than the rows."""
    targets = tuple(Target(AT, f"t{n}", words(f"Right {n}")) for n in range(5))
    pairs = tuple(Pair(AT, f"{n}", words(f"Left {n}"), f"t{n}", ()) for n in range(5))
    form = one(
        page_of(Match(**asks("q", "Which?"), left_title=(), right_title=(), pairs=pairs, targets=targets)),
        ".//form",
    )
    lists = form.xpath(".//select")
    assert [s.get("data-source") for s in lists] == [pair.id for pair in pairs]
    assert form.xpath(".//label/@for") == [s.get("id") for s in lists]
    offered = lists[0].xpath("./option/@value")
    assert offered[0] == ""
    assert sorted(offered[1:]) == [t.id for t in targets] != offered[1:]


def test_steps_never_stand_in_the_right_order() -> None:
    """The list before the script is no answer."""
    for name in ("q", "r", "s", "t"):
        steps = (choice("a", "One"), choice("b", "Two"))
        form = one(page_of(Order(**asks(name, "Sort"), steps=steps)), ".//form")
        assert form.xpath(".//ol/li/@data-option") == ["b", "a"]


def test_reflections_say_how_long_they_should_be() -> None:
    """Beside the field and to screen readers."""
    form = one(page_of(Reflect(**asks("q", "Why?"), min_words=20)), ".//form")
    area = one(form, ".//textarea[@data-text]")
    assert words_in(one(form, f".//*[@id='{area.get('aria-describedby')}']")) == "At least 20 words."


def test_statements_are_confirmed_not_checked() -> None:
    """The button says what pressing it means."""
    form = one(page_of(Acknowledge(**asks("q", "I confirm:"), statements=TWO)), ".//form")
    assert words_in(one(form, ".//*[@data-action='check']")) == "Confirm"


def test_required_questions_say_so() -> None:
    """Before a learner is stopped by one."""
    form = one(page_of(ChooseOne(**asks("q", "Which?", required=True), choices=TWO)), ".//form")
    assert "Answer this to go on" in words_in(form)


def test_ids_are_used_once() -> None:
    """In the whole page, with every kind in it (HTML 3.2.6)."""
    found = document(everything()).xpath("//@id")
    assert len(found) == len(set(found))


def test_every_reference_leads_somewhere() -> None:
    """Labels, descriptions and links inside the page name ids that are there."""
    made = document(everything())
    ids = set(made.xpath("//@id"))
    named = {
        name
        for value in made.xpath("//@aria-labelledby | //@aria-describedby | //@aria-controls | //@for")
        for name in value.split()
    }
    links = {href[1:] for href in made.xpath("//a/@href") if href.startswith("#")}
    assert named | links <= ids


def test_nothing_in_the_page_needs_a_loose_policy() -> None:
    """A content security policy of 'self' holds: no inline script, style or handler, nothing from elsewhere."""
    made = document(everything())
    assert not made.xpath("//style | //@style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
    loaded = made.xpath("//script/@src | //link/@href | //img/@src | //video/@src | //audio/@src | //@poster")
    assert not [address for address in loaded if "//" in address]
