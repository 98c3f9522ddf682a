"""The search through a story finds what somebody finds who tries everything."""

from __future__ import annotations

from hypothesis import assume, given

from smtrain.model.components import components
from smtrain.model.paths import MOST_POSITIONS, Path, explore
from smtrain.model.story import Bound, Choice, Effect, Play, Position, Scene, Story
from tests.model.stories import stories, walk


def follow(story: Story, path: Path) -> tuple[Position, int]:
    """Where a path leads, and what it has earned by then, the ending included."""
    play, points = Play.of(story), 0
    position = play.start()
    for name in path:
        choice = next(one for one in play.offered(position) if one.id == name)
        points += play.gain(position, choice)
        position = play.take(position, choice)
    return position, points + play.scene(position).points


@given(stories())
def test_it_finds_what_a_walker_finds(story: Story) -> None:
    """Scenes, endings with their best points, dead ends, endless circles, conditions, loops that earn."""
    walked = walk(story)
    assume(walked is not None)
    assert walked is not None
    found = explore(story)
    assert found.complete
    assert found.reached == walked.reached
    assert {name: ending.points for name, ending in found.endings.items()} == walked.ends
    assert set(found.stuck) == walked.stuck
    assert set(found.lost) == walked.lost
    assert set(found.fallen) == walked.fallen
    assert (found.met, found.failed) == (walked.met, walked.failed)
    assert found.loops == walked.loops


@given(stories())
def test_its_paths_lead_where_it_says(story: Story) -> None:
    """Each path it tells of can be walked, and earns what it says."""
    found = explore(story)
    play = Play.of(story)
    for ending in found.endings.values():
        position, points = follow(story, ending.path)
        assert (play.scene(position), points) == (ending.scene, ending.points)
    for stop in (*found.stuck.values(), *found.lost.values()):
        position, _ = follow(story, stop.path)
        assert play.scene(position) == stop.scene
        numbers = zip(play.names, position.values, strict=True)
        assert stop.numbers == tuple((name, value) for name, value in numbers if value)


@given(stories())
def test_the_best_is_the_best(story: Story) -> None:
    """No ending gives more; and one that passes is one that is asked for."""
    found = explore(story)
    best, passing = found.best(story), found.best(story, passing=True)
    assert (best is None) == (not found.endings)
    assert best is None or best.points == max(ending.points for ending in found.endings.values())
    if passing is not None:
        assert not story.accepted or passing.scene.end in story.accepted


def test_a_circle_counts_once() -> None:
    """The longest path that is kept goes once round, and through every number that it changes."""
    back = Choice("a", "one")
    plain = Story((Scene("one", (Choice("a", "two"),)), Scene("two", (back, Choice("b", "end"))), END))
    assert explore(plain).steps == 2
    counting = Choice("a", "one", effects=(Effect("heat", True, 1),), tests=(Bound("heat", -99, 2),))
    counted = Story((Scene("one", (counting, Choice("b", "end"))), END))
    assert explore(counted).steps == 4


END = Scene("end", (), "good")


def test_it_gives_up_in_time() -> None:
    """Three numbers that count for ever are too many; it says so, and claims nothing."""
    ways = tuple(Choice(name, "one", effects=(Effect(name, True, 1),)) for name in "abc")
    found = explore(Story((Scene("one", (*ways, Choice("d", "end"))), END)))
    assert not found.complete
    assert found.endings == {}
    assert MOST_POSITIONS < 100_000


def test_components_follow_those_they_lead_to() -> None:
    """Circles are one component; a long chain is no trouble."""
    assert components({1: [2], 2: [1, 3], 3: []}) == [[3], [1, 2]]
    assert components({1: [1]}) == [[1]]
    chain = {at: [at + 1] for at in range(5_000)} | {5_000: []}
    assert [group[0] for group in components(chain)] == list(range(5_000, -1, -1))
