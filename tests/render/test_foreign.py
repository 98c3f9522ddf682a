"""A page whose player speaks another language than its text tells screen readers which is which."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from tests.render.rendered import document, one, render, templates
from tests.render.sample import everything


@pytest.mark.parametrize("language", ["sv", "he"])
def test_every_word_of_the_player_is_marked_as_english(language: str) -> None:
    """WCAG 3.1.2: the page is in the module's language, the player's words in it are not."""
    root = document(replace(everything(), language=language))
    assert root.get("lang") == language
    messages = templates().words("en")
    english = {text for key, text in messages.items() if text and not key.startswith("page.network.")}
    said = [
        element
        for element in root.iter()
        if isinstance(element.tag, str) and element.text and element.text.strip() in english
    ]
    assert len(said) > 30
    unmarked = [element for element in said if not element.xpath("ancestor-or-self::*[@lang='en']")]
    # what stands in for a name until the player knows it
    assert [one for one in unmarked if one.get("data-variable") is None] == []
    turned = one(root, "(//option[. = 'Choose …'])[1]")
    assert turned.get("dir") == ("ltr" if language == "he" else None)


def test_the_players_own_places_are_marked_before_it_writes() -> None:
    """Verdicts, scores, the banner; and the player is told in which language its words are."""
    root = document(replace(everything(), language="sv"))
    assert root.xpath("//*[@data-slot and not(@lang='en')]") == []
    assert one(root, "//*[@id='course']").get("lang") == "en"


def test_names_that_only_machines_read_stay_whole() -> None:
    """No mark and none of our signs gets into an attribute, and where it can be told the language is."""
    html = render(replace(everything(), language="sv")).html
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in html)
    root = document(replace(everything(), language="sv"))
    assert [name for name in root.xpath("//@aria-label") if "<" in name] == []
    assert one(root, "//progress").get("lang") == "en"
    assert root.xpath("//button[contains(@class, 'move')]/@lang")
    assert json.loads(one(root, "//*[@id='course']").get("data-course"))["lang"] == "sv"


@pytest.mark.parametrize("language", ["en", "en-AU", "en-XA"])
def test_nothing_is_marked_where_the_player_speaks_the_language(language: str) -> None:
    """English of any region is English."""
    root = document(replace(everything(), language=language))
    assert root.xpath("//bdi[@lang] | //*[@data-slot and @lang] | //*[@id='course' and @lang]") == []
