"""How languages write: the build and the player must not differ, whatever the number."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from hatch_build import node
from smtrain.render.languages import day, direction, number, plural_form, plural_forms, wider
from smtrain.render.words import Words

SPOKEN = ("ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt-BR", "pt-PT")
FORMS = ("zero", "one", "two", "few", "many", "other")
NUMBERS = (
    *range(131),
    *(199, 200, 201, 202, 203, 211, 221, 999, 1000, 1001, 1002, 1011, 1021, 1100, 2000, 9999, 10_000),
    *(12_400, 99_999, 100_000, 1_000_000, 1_000_001, 2_000_000, 1_234_567),
)


def player_says(asked: list[dict[str, Any]]) -> list[str]:
    """What the player says to each request, in Node."""
    script = Path(__file__).with_name("words.js")
    done = subprocess.run(
        [node(), script], input=json.dumps(asked), capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 0, done.stderr
    said: list[str] = json.loads(done.stdout)
    return said


@pytest.mark.parametrize("language", SPOKEN)
def test_build_and_player_say_the_same_of_every_number(language: str) -> None:
    """Plural form, grouping and digits: CLDR as Babel knows it, and as the player's Intl does."""
    messages = {f"player.count.{form}": f"{form} {{n}}" for form in FORMS}
    words = Words(language, messages)
    ours = [words.say("player.count", n=n) for n in NUMBERS]
    theirs = player_says(
        [{"messages": messages, "lang": language, "key": "count", "values": {"n": n}} for n in NUMBERS]
    )
    assert ours == theirs
    # "other" is for fractions alone in Polish
    assert {text.split()[0] for text in ours} | {"other"} == plural_forms(language)


@pytest.mark.parametrize("language", SPOKEN)
def test_build_and_player_write_the_same_day(language: str) -> None:
    """With the month in words, in the digits 0 to 9."""
    tag = f"{language}-u-nu-latn"
    script = f"new Date(2026, 10, 1).toLocaleDateString('{tag}', {{ dateStyle: 'long' }})"
    done = subprocess.run([node(), "-p", script], capture_output=True, text=True, encoding="utf-8")
    assert day(language, "2026-11-01") == done.stdout.strip()


def test_plural_forms_are_those_of_the_cldr() -> None:
    """The languages of the player, as their grammars count; the cheap way for English is one of them."""
    assert [plural_form("pl", n) for n in (1, 2, 5, 12, 22, 112)] == "one few many many few many".split()
    assert [plural_form("ar", n) for n in (0, 1, 2, 3, 11, 100)] == "zero one two few many other".split()
    assert [plural_form("fr", n) for n in (0, 1, 2, 1_000_000)] == "one one other many".split()
    assert [plural_form("ja", n) for n in (0, 1, 2)] == ["other"] * 3
    assert [plural_form("en-GB", n) for n in (0, 1, 2)] == "other one other".split()
    assert [plural_form("xx", n) for n in (0, 1, 2)] == "other one other".split()
    assert plural_forms("en") == {"one", "other"}
    assert plural_forms("ja") == {"other"}


def test_large_numbers_are_grouped_as_people_do_it() -> None:
    """In the digits 0 to 9, also in Arabic."""
    assert number("en", 12_400) == "12,400"
    assert number("de", 12_400) == "12.400"
    assert number("ar-EG", 12_400) == "12,400"
    assert number("pl", 1_240) == "1240"
    assert number("de", 999) == "999"
    assert number("xx", 12_400) == "12,400"


@pytest.mark.parametrize(
    ("tag", "tags"),
    [
        ("zh-hant-tw", ["zh-Hant-TW", "zh-Hant", "zh"]),
        ("DE-at", ["de-AT", "de"]),
        ("en-xa", ["en-XA", "en"]),
        ("es-419", ["es-419", "es"]),
    ],
)
def test_a_tag_widens_step_by_step(tag: str, tags: list[str]) -> None:
    """In the spelling of BCP 47, whatever an author wrote."""
    assert list(wider(tag)) == tags


@pytest.mark.parametrize(
    ("language", "way"), [("ar-EG", "rtl"), ("he", "rtl"), ("ar-XB", "rtl"), ("de", "ltr"), ("ha", "ltr")]
)
def test_the_direction_follows_the_language(language: str, way: str) -> None:
    """Arabic, and whatever else is written from right to left."""
    assert direction(language) == way
