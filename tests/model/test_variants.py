"""A course's packages: which tracks share one, and what they are called."""

from __future__ import annotations

from pathlib import Path

from smtrain.model.course import Course
from smtrain.model.text import plain
from smtrain.workflow.check import check
from tests.marks import Desk, said

SETTINGS = """
audience:
  role: {values: [staff, voice, lead], default: staff}
  dept: {values: [sales, hr]}
tracks:
  all: {title: All, for: {role: staff}, modules: [example]}
  voices: {title: Voices, for: {role: voice}, modules: [example]}
  leads: {title: Leads, for: {role: lead}, modules: [example]}
"""


def course(desk: Desk, text: str, settings: str = SETTINGS, audience: dict[str, str] | None = None) -> Course:
    """The course of one module with this text."""
    checked = check(desk.write(text, {"course.yaml": settings}), audience=audience)
    assert said(checked.findings) == []
    assert checked.course
    return checked.course


def packages(found: Course) -> dict[str, list[str]]:
    """The tracks that take each package."""
    return {v.module.id: [use.track.id for use in v.uses] for v in found.variants}


def test_tracks_that_show_the_same_share_a_package(desk: Desk) -> None:
    """It is called after the module alone."""
    assert packages(course(desk, "## Page\n\nText\n")) == {"example": ["all", "voices", "leads"]}


def test_different_text_makes_different_packages(desk: Desk) -> None:
    """Each is called after the first track that takes it."""
    found = course(desk, "## Page\n\nText[, and more]{role=voice,lead}\n")
    assert packages(found) == {"example--all": ["all"], "example--voices": ["voices", "leads"]}
    texts = [plain(next(v.module.pages()).blocks) for v in found.variants]
    assert texts == ["Text", "Text, and more"]


def test_values_that_change_nothing_make_no_package(desk: Desk) -> None:
    """A condition may hold for two values, or be about a key in which tracks do not differ."""
    text = "## Page\n\nText[ for you]{role=!lead}[ in sales]{dept=sales}\n"
    found = course(desk, text)
    assert list(packages(found).values()) == [["all", "voices"], ["leads"]]


def test_a_pass_mark_makes_a_package_where_something_can_be_passed(desk: Desk) -> None:
    """The quiz that counts says the track's mark."""
    settings = SETTINGS.replace("title: Voices,", "title: Voices, pass: 85%,")
    quiz = """## Page

::: quiz {#final pass=75%}

::: true-false {#q1}

A private group is private.

- [ ] True
- [x] False

:::

:::
"""
    assert list(packages(course(desk, "## Page\n\nText\n", settings))) == ["example"]
    found = course(desk, quiz, settings)
    assert packages(found) == {"example--all": ["all", "leads"], "example--voices": ["voices"]}
    marks = [(v.module.success and v.module.success.pass_mark) for v in found.variants]
    assert marks == [0.75, 0.85]
    assert [next(v.module.quizzes()).pass_mark for v in found.variants] == [0.75, 0.85]


def test_an_entry_of_a_track_has_values_of_its_own(desk: Desk) -> None:
    """They come before those of the track."""
    settings = SETTINGS.replace(
        "{role: lead}, modules: [example]", "{role: lead}, modules: [{id: example, role: voice}]"
    )
    found = course(desk, "## Page\n\nText[, and more]{role=voice}\n", settings)
    assert packages(found) == {"example--all": ["all"], "example--voices": ["voices", "leads"]}


def test_an_audience_leaves_out_the_tracks_of_others(desk: Desk) -> None:
    """And settles what the remaining ones leave open."""
    text = "## Page\n\nText[ for a voice]{role=voice}[ in sales]{dept=sales}\n"
    found = course(desk, text, audience={"role": "voice", "dept": "sales"})
    assert packages(found) == {"example--voices": ["voices"]}
    assert plain(next(found.variants[0].module.pages()).blocks) == "Text for a voice in sales"


def test_a_course_without_tracks_has_each_module_once(desk: Desk, tmp_path: Path) -> None:
    """For whom it is settled by defaults and by what was chosen."""
    found = course(desk, "## Page\n\nText[ more]{role=voice}\n", SETTINGS.partition("tracks:")[0])
    assert packages(found) == {"example": []}
    assert plain(next(found.variants[0].module.pages()).blocks) == "Text"
