"""The map of a scenario: every scene and every way is on it, nothing lies on top of another."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from smtrain.model.story import Scene, Story
from smtrain.review.layout import GAP, lay_out
from smtrain.review.maps import names, renderer
from smtrain.review.maps.svg import wrap
from smtrain.review.story_map import StoryMap, story_map
from smtrain.workflow.check import check
from tests.model.stories import stories
from tests.model.test_stories_in_node import as_block

COURSE = Path(__file__).parents[1] / "browser" / "courses" / "story"
SVG = "{http://www.w3.org/2000/svg}"


def drawn(story: Story) -> StoryMap:
    """The map of a story."""
    found = story_map(as_block(story))
    assert found is not None
    return found


def real() -> StoryMap:
    """The map of a story of fourteen scenes."""
    checked = check(COURSE)
    assert checked.course is not None
    assert not checked.findings
    (question,) = checked.course.modules[0].questions()
    found = story_map(question)
    assert found is not None
    return found


@st.composite
def graphs(draw: st.DrawFn) -> dict[str, list[tuple[str, float]]]:
    """Any graph, with circles, loops and parts that nothing leads to."""
    cards = [f"c{at}" for at in range(draw(st.integers(1, 9)))]
    rows = st.lists(st.sampled_from(cards), max_size=3)
    return {card: [(to, 20.0 * at) for at, to in enumerate(draw(rows))] for card in cards}


@given(graphs())
def test_no_card_lies_on_another(ways: dict[str, list[tuple[str, float]]]) -> None:
    """Cards of a layer keep their distance, a way leads down or is turned back, and nothing is lost."""
    found = lay_out(100, ways)
    assert set(found.spots) == set(ways)
    assert len(found.lines) == sum(map(len, ways.values()))
    for layer in range(found.layers):
        lefts = sorted(spot.left for spot in found.spots.values() if spot.layer == layer)
        assert lefts, "no layer is empty"
        assert all(after - before >= 100 + GAP - 1 for before, after in pairwise(lefts))
    for line in found.lines:
        source, target = found.spots[line.source], found.spots[line.target]
        assert line.back or source.layer < target.layer
        assert line.back or len(line.through) == target.layer - source.layer - 1
        assert ways[line.source][line.row][0] == line.target
    assert max(spot.left for spot in found.spots.values()) + 100 <= found.width


@given(stories())
def test_both_formats_show_every_scene(story: Story) -> None:
    """As well-formed XML with a name, and as lines; the same each time."""
    one = drawn(story)
    assert names() == ("svg", "text")
    picture, lines = (renderer(name)(one) for name in names())
    root = etree.fromstring(picture.encode())
    assert root.findtext(f"{SVG}title") == one.title
    assert one.summary in (root.findtext(f"{SVG}desc") or "")
    assert len(root.findall(f"{SVG}g")) == len(story.scenes)
    ways = [way for way in root.iter(f"{SVG}path") if (way.get("class") or "").startswith("way")]
    assert len(ways) == sum(len(card.rows) for card in one.cards)
    for scene in story.scenes:
        assert lines.count(f"[{scene.id}]") == 1, "told once; elsewhere an arrow names it"
    assert picture == renderer("svg")(one)


def test_the_best_path_is_marked_from_start_to_end() -> None:
    """Also past the scenes whose condition does not hold."""
    cards = {card.id: card for card in real().cards}
    at, path = "down", ["down"]
    while rows := [row for row in cards[at].rows if row.best]:
        (row,) = rows
        at = row.to
        path.append(at)
    assert path == ["down", "held", "guess", "proof", "review", "trusted"]
    assert (cards[at].end, cards[at].points) == ("safe", 12)


def test_what_nobody_reaches_is_marked() -> None:
    """With a sign and in words, in both formats."""
    lost = Story((Scene("start", (), "good", points=2, text="Start"), Scene("lost", (), "bad", text="Lost")))
    one = drawn(lost)
    assert "[lost] Lost" in renderer("text")(one)
    assert "! nobody gets here" in renderer("text")(one)
    assert 'class="card missed"' in renderer("svg")(one)
    assert "Nobody gets here" in renderer("svg")(one)


def test_it_tells_scores_and_state() -> None:
    """In the words of a reviewer."""
    text = renderer("text")(real())
    assert "14 scenes, 3 endings, best path 12 points, passed from 60%" in text
    assert "* Post a holding line: what we know, what we do, when we write next  +4  (trust +1)" in text
    assert "- Explain your policy in the thread  (trust −1, if trust ≥ −3)  → second-story, above" in text
    assert "[trusted] They believe you  (only if trust ≥ 1 and not rumour)  ✓ safe ending" in text


def test_text_is_broken_into_lines_that_fit() -> None:
    """Wide letters count as two; what is longer than a line is cut; no letter is lost."""
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("投稿する前に", 6) == ["投稿す", "る前に"]
    assert wrap("a" * 10, 4) == ["aaaa", "aaaa", "aa"]
    assert wrap("", 9) == []


@given(st.text(alphabet="ab 投", max_size=40), st.integers(3, 12))
def test_no_letter_is_lost(text: str, most: int) -> None:
    """And no line is too long."""
    lines = wrap(text, most)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(sum(2 if letter == "投" else 1 for letter in line) <= most for line in lines)
