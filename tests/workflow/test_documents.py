"""Job aids and guides: whole documents in one file, with the company's words and nothing to load."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml.html import document_fromstring

from smtrain.workflow.build import build
from smtrain.workflow.documents import publish, write_aids, write_guides
from smtrain.workflow.errors import Refused
from tests.workbench import run, write_course

MODULE = """---
id: example
title: Example
language: en
variables: {press.mail: press@example.org}
audience: {role: {values: [manager, employee], default: employee}}
---

## Cards {#cards}

::: job-aid Whom to ask {#ask-card}

Write to {{ press.mail }}, see [questions](#asked).

![Three colleagues around one laptop](media/team.png)

::: only {role=manager}

Managers call.

:::

:::

::: notes Ten minutes

Ask who has been in a photo.

:::

## Questions {#asked}

::: choose-one {#q1}

Which one?

- [x] This one
  > Well seen.
- [ ] That one

> [!HINT]
> Look again.

> [!EXPLAIN]
> It is the first.

:::

::: match {#q2}

Whom do you turn to?

| Situation | Contact |
| --- | --- |
| A journalist calls | Press office |
| A password is seen | Security desk |

:::

::: fill-in {#q3}

Within [[24|twenty-four]] hours.

:::

::: number {#q4}

How many?

- [x] 20..24

:::

::: true-false {#q5}

A private group is private.

- [ ] True
- [x] False

:::

::: order {#q6}

Put the steps in order.

1. Stop
2. Report

:::

::: reflect {#q7}

What changed?

:::

::: video Why {#intro src=media/intro.mp4 captions=media/intro.vtt}

**Kim:** Last year.

:::
"""


def loads_nothing(page: Any) -> bool:
    """No script, and no address but data and links that a reader follows."""
    sources = [*page.xpath("//@src"), *page.xpath("//link/@href"), *page.xpath("//@poster")]
    return not page.xpath("//script") and all(source.startswith("data:") for source in sources)


def test_an_aid_is_one_whole_page(tmp_path: Path) -> None:
    """Its words are filled in and settled for the usual reader; links into the module are words."""
    written = write_aids(write_course(tmp_path, {"module.md": MODULE}), out=tmp_path / "out")
    names = [file.relative_to(tmp_path / "out").as_posix() for file in written.written]
    assert names == ["example/ask-card.html", "index.html"]
    page: Any = document_fromstring(written.written[0].read_bytes())
    text = " ".join(page.find("body").text_content().split())
    assert "Write to press@example.org, see questions." in text
    assert "Managers call" not in text
    assert page.xpath("string(//h1)") == "Whom to ask"
    assert page.xpath("//img/@src")[0].startswith("data:image/png;base64,")
    assert not page.xpath("//a[starts-with(@href, '#')]")
    assert loads_nothing(page)
    index: Any = document_fromstring(written.written[1].read_bytes())
    assert index.xpath("//a/@href") == ["example/ask-card.html"]


def test_an_aid_is_for_the_readers_that_are_named(tmp_path: Path) -> None:
    """As packages are."""
    course = write_course(tmp_path, {"module.md": MODULE})
    written = write_aids(course, out=tmp_path / "out", audience={"role": "manager"})
    assert "Managers call" in written.written[0].read_text("utf-8")


def test_each_track_has_a_list_of_its_cards(tmp_path: Path) -> None:
    """With the cards as its readers get them; a card that is the same for several is written once."""
    settings = (
        "audience: {role: {values: [manager, employee], default: employee}}\n"
        "variables: {press.mail: press@example.org}\n"
        "tracks:\n"
        "  staff: {title: Staff, for: {role: employee}, modules: [example]}\n"
        "  leaders: {title: Leaders, for: {role: manager}, modules: [example]}\n"
    )
    course = write_course(tmp_path, {"course.yaml": settings, "module.md": MODULE})
    written = write_aids(course, out=tmp_path / "out").written
    pages: dict[str, Any] = {
        file.relative_to(tmp_path / "out").as_posix(): document_fromstring(file.read_bytes())
        for file in written
    }
    links = {name: page.xpath("//a/@href") for name, page in pages.items()}
    assert links["for-staff.html"] == ["example/ask-card.html"]
    assert links["for-leaders.html"] == ["example--leaders/ask-card.html"]
    assert links["index.html"] == ["for-staff.html", "for-leaders.html", "example/ask-card.html"]
    assert "Managers call" in pages["example--leaders/ask-card.html"].text_content()
    assert "Managers call" not in pages["example/ask-card.html"].text_content()
    assert pages["for-leaders.html"].xpath("string(//h1)") == "Leaders"


def test_a_guide_has_what_trainers_need(tmp_path: Path) -> None:
    """Notes, keys, feedback, hints, explanations and times; text of all readers, with labels."""
    written = write_guides(write_course(tmp_path, {"module.md": MODULE}), out=tmp_path / "out")
    assert [file.name for file in written.written] == ["example.html", "example-live.html"]
    live = written.written[1].read_text("utf-8")
    assert "Ask who has been in a photo." in live
    assert "Which one?" not in live
    page: Any = document_fromstring(written.written[0].read_bytes())
    text = " ".join(page.find("body").text_content().split())
    for words in (
        "For trainers: Ten minutes Ask who has been in a photo.",
        "For manager Managers call.",
        "Well seen.",
        "Look again.",
        "It is the first.",
        "Last year.",
        "1 minute",
    ):
        assert words in text
    keys = [" ".join(key.text_content().split()) for key in page.find_class("key")]
    assert keys == [
        "What is right This one",
        "What is right A journalist calls → Press officeA password is seen → Security desk",
        "What is right 24 / twenty-four",
        "What is right 20 – 24",
        "What is right False",
        "What is right StopReport",
    ]
    assert loads_nothing(page)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_same_course_gives_the_same_documents(tmp_path: Path) -> None:
    """Byte by byte."""
    course = write_course(tmp_path, {"module.md": MODULE})
    for write in (write_aids, write_guides):
        one, other = (write(course, out=tmp_path / name).written for name in ("one", "other"))
        assert [file.read_bytes() for file in one] == [file.read_bytes() for file in other]


def test_a_course_without_job_aids_says_so(tmp_path: Path) -> None:
    """Nothing is written."""
    with pytest.raises(Refused, match="no job aid"):
        write_aids(write_course(tmp_path, {"module.md": "## Page\n\nText.\n"}), out=tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_pdf_without_a_browser_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With what to do about it."""
    monkeypatch.setenv("SMTRAIN_CHROMIUM", str(tmp_path / "none"))
    course = write_course(tmp_path, {"module.md": MODULE})
    with pytest.raises(Refused, match="no browser"):
        write_aids(course, out=tmp_path / "out", pdf=True)


@pytest.mark.parametrize("command", ["aids", "guide"])
def test_the_commands_say_what_they_wrote(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 0; with an error in the course 1, and nothing written."""
    monkeypatch.chdir(tmp_path)
    course = write_course(tmp_path, {"module.md": MODULE})
    assert run([command, str(course), "--out", "docs"]) == 0
    assert "docs" in capsys.readouterr().out
    (course / "module.md").write_text(MODULE.replace("{{ press.mail }}", "{{ pres.mail }}"), "utf-8")
    assert run([command, str(course), "--out", "none"]) == 1
    assert "nothing was written" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()


RULES = """---
id: example
title: Our rules
language: en
---

## What holds {#holds}

Say who you are.[@S08] More [below](#call).

::: only {edition=internal}

Call {{ desk }}.

:::

## Whom to call {#call edition=internal}

The desk on the first floor.
"""
PUBLISHES = {
    "course.yaml": (
        "modules: [lesson]\n"
        "audience: {edition: {values: [internal, public], default: internal}}\n"
        "variables: {desk: desk@example.org}\n"
        "publish:\n"
        "  rules: example\n"
        "  rules-public: {module: example, for: {edition: public}}\n"
    ),
    "sources.yaml": "S08: {title: Staff and media, checked: 2026-11-01}\n",
    "module.md": RULES,
    "lesson/module.md": "---\nid: lesson\ntitle: Lesson\nlanguage: en\n---\n\n## Page\n\nText.\n",
}


def test_a_text_is_published_for_each_of_its_readers(tmp_path: Path) -> None:
    """Each page has the text of its readers and of nobody else; what it names counts as used."""
    course = write_course(tmp_path, PUBLISHES)
    found = publish(course, out=tmp_path / "out")
    assert found.findings == ()
    assert [path.name for path in found.written] == ["rules.html", "rules-public.html"]
    inside, outside = (path.read_text("utf-8") for path in found.written)
    assert "desk@example.org" in inside
    assert "The desk on the first floor." in inside
    assert "desk" not in outside
    assert 'href="#call"' in inside
    assert 'href="#call"' not in outside
    assert "Staff and media" in outside


def test_a_published_text_is_no_module(tmp_path: Path) -> None:
    """It makes no package."""
    built = build(write_course(tmp_path, PUBLISHES), out=tmp_path / "out")
    assert {path.name.partition(".")[0] for path in built.written} == {"lesson", "catalog"}


def test_a_module_alone_is_published_unless_it_asks(tmp_path: Path) -> None:
    """A page cannot be answered, so a module with questions is refused."""
    course = write_course(tmp_path, PUBLISHES)
    assert publish(course / "example", out=tmp_path / "out").written == (tmp_path / "out" / "example.html",)
    ask = "\n::: true-false {#q}\n\nTrue?\n\n- [x] Yes\n- [ ] No\n\n:::\n"
    (course / "example" / "module.md").write_text(RULES + ask, "utf-8")
    with pytest.raises(Refused, match="nobody can answer"):
        publish(course / "example", out=tmp_path / "out")


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("{module: exampel}", "SM217"),
        ("{module: example, for: {editon: public}}", "SM501"),
        ("{module: example, for: {edition: secret}}", "SM502"),
    ],
)
def test_what_a_page_names_is_there(entry: str, code: str, tmp_path: Path) -> None:
    """A slip in the settings is found at its place."""
    settings = PUBLISHES["course.yaml"].replace("example\n", f"{entry}\n", 1)
    found = publish(write_course(tmp_path, {**PUBLISHES, "course.yaml": settings}), out=tmp_path / "out")
    assert [finding.rule.code for finding in found.findings] == [code]
    assert found.written == ()


def test_a_course_that_publishes_nothing_says_so(tmp_path: Path) -> None:
    """Rather than write an empty folder."""
    with pytest.raises(Refused, match="publishes nothing"):
        publish(write_course(tmp_path, {"course.yaml": "", "module.md": MODULE}), out=tmp_path / "out")


def test_a_label_says_what_the_author_calls_a_value(tmp_path: Path) -> None:
    """Learners need not know how values are written."""
    text = MODULE.replace("default: employee}", "names: {manager: people who lead}}")
    written = write_guides(write_course(tmp_path, {"module.md": text}), out=tmp_path / "out").written
    assert "For people who lead" in written[0].read_text("utf-8")


def test_a_name_is_for_a_value_that_there_is(tmp_path: Path) -> None:
    """A slip would have no effect."""
    text = MODULE.replace("default: employee}", "names: {manger: people who lead}}")
    found = write_guides(write_course(tmp_path, {"module.md": text}), out=tmp_path / "out").findings
    assert [finding.rule.code for finding in found] == ["SM118"]
    assert '"manger" is none of the values: manager, employee' in found[0].message
