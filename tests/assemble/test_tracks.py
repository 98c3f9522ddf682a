"""What is wrong with tracks, each at its place in course.yaml."""

from __future__ import annotations

import pytest

from tests.marks import Desk

AUDIENCE = "audience: {role: {values: [staff, voice]}}\ntracks:\n"


@pytest.mark.parametrize(
    ("track", "message", "marked"),
    [
        ("{title: T, modules: [exampel]}", 'SM510 there is no module "exampel" in this course', "exampel"),
        ("{title: T, modules: [example, example]}", 'SM511 the track takes "example" twice', "example]"),
        (
            "{title: T, for: {rol: staff}, modules: [example]}",
            'SM501 nothing called "rol" is known about readers',
            "rol:",
        ),
        (
            "{title: T, for: {role: boss}, modules: [example]}",
            'SM502 "role" is never "boss"',
            "boss",
        ),
        (
            "{title: T, modules: [{id: example, role: boss}]}",
            'SM502 "role" is never "boss"',
            "boss",
        ),
        (
            "{title: T, modules: [{id: example, role: [staff, voice]}]}",
            'SM118 "role": one value is needed here',
            "[staff",
        ),
        (
            "{title: T, for: {role: [staff, voice]}, modules: [example]}",
            'SM118 "tracks.one.for.role": this is meant as text: put it in double quotes',
            "[staff",
        ),
        (
            "{title: T, modules: [one_of: [example]]}",
            'SM118 "tracks.one.modules.0.one_of": ',
            "[example",
        ),
        (
            "{title: T, modules: [one_of: [example, exampel]]}",
            'SM510 there is no module "exampel" in this course',
            "exampel",
        ),
        (
            "{title: T, modules: [example, one_of: [{id: example}, {id: other}]]}",
            'SM511 the track takes "example" twice',
            "{id: example",
        ),
        (
            "{title: T, modules: [one_of: [{id: example, optional: true}, other]]}",
            'SM534 "example" cannot be optional where one of several is taken',
            "{id",
        ),
        (
            "{title: T, modules: [one_of: [{id: example, role: boss}, other]]}",
            'SM502 "role" is never "boss"',
            "boss",
        ),
        ("{title: T, modules: [{optional: true}]}", 'SM117 the setting "id" is missing', "{optional"),
        ("{modules: [example]}", 'SM117 the setting "title" is missing', "one:"),
        ("{title: T, pass: 120%, modules: [example]}", 'SM118 "tracks.one.pass": write a percentage', "120%"),
    ],
)
def test_a_mistake_in_a_track(desk: Desk, track: str, message: str, marked: str) -> None:
    """With its line and column, and a way to mend it."""
    line = f"  one: {track}"
    found = desk.check("## Page\n\nText\n", {"course.yaml": AUDIENCE + line + "\n"})
    (meant,) = [f for f in found if f"{f.rule.code} {f.message}".startswith(message)]
    assert (meant.span.line, meant.span.column) == (7, line.rindex(marked) + 1)


def test_a_module_that_no_track_takes_is_named(desk: Desk) -> None:
    """It is not built."""
    other = "---\nid: other\ntitle: O\nlanguage: en\n---\n\n## Page\n\nText\n"
    settings = "modules: [example, other]\ntracks:\n  one: {title: T, modules: [example]}\n"
    (found,) = desk.check("## Page\n\nText\n", {"course.yaml": settings, "other/module.md": other})
    assert (found.rule.code, found.message) == ("SM512", 'no track takes the module "other"')
