"""The made-up languages show what was not translated, what is cut off, and what is on the wrong side."""

from __future__ import annotations

import re

from smtrain.render.pseudo import LANGUAGES, pseudo
from tests.render.rendered import templates


def test_every_letter_has_an_accent_and_values_stay() -> None:
    """A name in braces is filled in later, and must be found then."""
    said = pseudo({"a": "Move “{step}” to {n}", "b": "", "c": " (seen)", "d": ", "}, "en-XA")
    assert said["a"] == "[Ṁööṽéé “{step}” ţöö {n}]"
    assert (said["b"], said["c"], said["d"]) == ("", " [(šééééñ)]", ", ")


def test_it_is_about_two_fifths_longer() -> None:
    """As German or Polish may be; measured over all messages that have words."""
    english = {key: text for key, text in templates().words("en").items() if re.search("[a-z]", text)}
    longer = pseudo(english, "en-XA")
    assert 1.35 < sum(map(len, longer.values())) / sum(map(len, english.values())) < 1.6
    assert all(len(longer[key]) > len(english[key]) for key in english)


def test_mirrored_words_run_from_right_to_left() -> None:
    """Word by word, so that numbers and values keep their own way."""
    assert pseudo({"a": "{n} of 5"}, "ar-XB") == {"a": "{n} \u202eof\u202c 5"}


def test_they_are_made_of_whatever_english_has() -> None:
    """No file to maintain: every English message is there, and differs if it has a letter."""
    english = templates().words("en")
    for language in LANGUAGES:
        words = templates().words(language)
        assert words.language == language
        assert set(words) == set(english)
        letters = (
            key for key, text in english.items() if re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))
        )
        assert [key for key in letters if words[key] == english[key]] == []
