"""The player and the analysis read the same story alike: on many stories, through Node."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hatch_build import node
from smtrain.kinds.scenario import Decision, Scenario
from smtrain.kinds.scenario import Scene as SceneBlock
from smtrain.model.paths import explore
from smtrain.model.story import Story
from smtrain.render.data import course_data
from tests.model.stories import stories
from tests.model.test_paths import follow
from tests.render.sample import AT, asks, module, words

SCRIPT = Path(__file__).with_name("play.js")


def as_block(story: Story) -> Scenario:
    """The story as the kind would read it. A score somewhere keeps the endings' own points out of it."""
    scenes = tuple(
        SceneBlock(
            AT,
            scene,
            words(scene.id),
            (),
            tuple(Decision(AT, choice, words(choice.id), ()) for choice in scene.choices),
            None,
        )
        for scene in story.scenes
    )
    return Scenario(
        **asks("story", "It begins."),
        scenes=scenes,
        debrief=(),
        debrief_title=(),
        accepted=story.accepted,
        sound=True,
    )


def in_node(blocks: list[Scenario]) -> list[dict[str, Any]]:
    """What the player makes of these scenarios, from the data that a package would carry."""
    data = [course_data(module(block), "web")["questions"][0] for block in blocks]
    done = subprocess.run(
        [node(), SCRIPT], input=json.dumps(data), capture_output=True, text=True, encoding="utf-8"
    )
    assert not done.returncode, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(stories(), min_size=20, max_size=20))
def test_player_and_analysis_agree(several: list[Story]) -> None:
    """On the scene that a path leads to, on its points, on the best score, and on what it earns."""
    blocks = [as_block(story) for story in several]
    for block, played in zip(blocks, in_node(blocks), strict=True):
        interaction = block.interaction()
        story = interaction.story
        assert story is not None
        best = explore(story).best(story)
        if best is not None:
            assert (played["key"]["scene"], played["key"]["points"]) == (best.scene.id, best.points)
            if interaction.best and story.accepts(best.scene):
                assert played["key"]["score"] == 1
        for one in played["paths"]:
            position, points = follow(story, tuple(one["path"]))
            scene = story.scenes[position.scene]
            assert (one["scene"], one["points"]) == (scene.id, points)
            assert not scene.end or best is not None
            if scene.end and best is not None:
                assert points <= best.points
            accepted = story.accepts(scene) and interaction.best > 0
            share = max(0, min(1, points / interaction.best)) if accepted else 0
            assert abs(one["score"] - share) < 1e-9
