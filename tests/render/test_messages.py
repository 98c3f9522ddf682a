"""Every language says everything that English says, counts as its grammar does, and writes as it is written."""

from __future__ import annotations

import json
import re
import subprocess
from functools import cache

import pytest
from babel.numbers import format_percent

from hatch_build import node
from smtrain import resources
from smtrain.render.languages import direction, plural_form, plural_forms

FORMS = ("zero", "one", "two", "few", "many", "other")
LANGUAGES = tuple(path.stem for path in resources.messages())
OWN = tuple(language for language in LANGUAGES if language != "en" and "-" not in language)
REGIONAL = tuple(language for language in LANGUAGES if "-" in language)

NUMBERS = frozenset("n page of place done hits percent".split())
"""The values that are numbers; any other may be in another script."""

QUOTES = {
    "ar": "«»",
    "de": "„“",
    "en": "“”",
    "es": "«»",
    "fr": "«»",
    "it": "«»",
    "ja": "「」",
    "nl": "‘’",
    "pl": "„”",
    "pt": "“”",
}
ANY_QUOTE = re.compile(r"[\"“”„«»「」‘]")
SAME_EVERYWHERE = re.compile(r"page\.network\.|page\.(?:comma|semicolon)$")
BIDI = re.compile(r"[\u200e\u200f\u061c]")


@cache
def messages(language: str) -> dict[str, str]:
    """What a file says by itself, without what it falls back to."""
    path = resources.templates() / "messages" / f"{language}.json"
    found: dict[str, str] = json.loads(path.read_text("utf-8"))
    return found


def stem(key: str) -> str:
    """A key without its plural form."""
    start, _, form = key.rpartition(".")
    return start if form in FORMS else key


def values(text: str) -> set[str]:
    """The names of the values that a message takes."""
    return set(re.findall(r"\{(\w+)\}", text))


def counted() -> set[str]:
    """The messages that have plural forms, by their stem."""
    return {stem(key) for key in messages("en") if stem(key) != key}


def test_the_languages_promised_are_there() -> None:
    """English, and nine more; a region only where it differs."""
    assert set(LANGUAGES) >= {"ar", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt", "pt-BR"}


@pytest.mark.parametrize("language", OWN)
def test_a_language_says_everything(language: str) -> None:
    """Each English message, with the plural forms of the language, no more and no fewer."""
    wanted = {
        name
        for key in messages("en")
        for name in (
            [f"{stem(key)}.{form}" for form in plural_forms(language)] if stem(key) in counted() else [key]
        )
    }
    assert sorted(wanted - set(messages(language))) == []
    assert sorted(set(messages(language)) - wanted) == []


@pytest.mark.parametrize("language", REGIONAL)
def test_a_region_says_only_what_differs(language: str) -> None:
    """Every line of its own is another than its language has."""
    wider = messages(language.partition("-")[0])
    assert set(messages(language)) <= set(wider)
    assert [key for key, text in messages(language).items() if wider[key] == text] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_files_are_sorted_and_tidy(language: str) -> None:
    """One message a line, by its key; no key twice; signs that cannot be seen are escaped, and nothing ends in a space."""
    path = resources.templates() / "messages" / f"{language}.json"
    text = path.read_text("utf-8")
    assert not re.search(r"[\u00a0\u2000-\u200f\u202a-\u202f\u2066-\u2069\ufeff]", text)
    assert [line.split('"')[1] for line in text.splitlines() if '": "' in line] == sorted(messages(language))
    ends = [key for key, said in messages(language).items() if said != said.rstrip()]
    assert set(ends) <= {"page.comma", "page.semicolon"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_takes_the_values_of_the_english_one(language: str) -> None:
    """A plural form may leave out its number where it stands for one number alone: "two attempts"."""
    english: dict[str, set[str]] = {}
    for key, text in messages("en").items():
        english.setdefault(stem(key), set()).update(values(text))
    for key, text in messages(language).items():
        wanted = english[stem(key)]
        form = key.rpartition(".")[2] if stem(key) in counted() else ""
        alone = form and sum(plural_form(language, n) == form for n in range(1000)) == 1
        allowed = (wanted, wanted - {"n"}) if alone else (wanted,)
        assert values(text) in allowed, (key, text)
        assert re.sub(r"\{\w+\}", "", text).count("{") == 0, (key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_percent_is_written_as_the_cldr_has_it(language: str) -> None:
    """With or without a no-break space; Babel and the player's `Intl` agree, and the messages with both."""
    script = f"new Intl.NumberFormat('{language}-u-nu-latn', {{ style: 'percent' }}).format(0.75)"
    command = [node(), "-p", script]
    intl = subprocess.run(command, capture_output=True, text=True, encoding="utf-8").stdout.strip("\n")
    babel = format_percent(0.75, locale=language.replace("-", "_"), numbering_system="latn")
    right = BIDI.sub("", babel)
    assert BIDI.sub("", intl) == right
    with_sign = [
        (key, found[0])
        for key, text in messages(language).items()
        for found in re.finditer(r"\{\w+\}\s*%|%", text)
    ]
    assert [(key, sign) for key, sign in with_sign if re.sub(r"\{\w+\}", "75", sign) != right] == []
    english = {key for key, text in messages("en").items() if "%" in text}
    assert {key for key, _ in with_sign} >= english & set(messages(language))


@pytest.mark.parametrize("language", [*OWN, "en"])
def test_quotes_are_those_of_the_language(language: str) -> None:
    """Typographic, and the language's own."""
    signs = {sign for text in messages(language).values() for sign in ANY_QUOTE.findall(text)}
    assert signs
    assert signs <= set(QUOTES[language])


@pytest.mark.parametrize("language", [language for language in OWN if direction(language) == "rtl"])
def test_values_in_other_scripts_are_kept_apart(language: str) -> None:
    """A Latin name inside Arabic must not turn what stands around it (UAX 9, isolates)."""
    for key, text in messages(language).items():
        texts = {name for name in values(text) if name not in NUMBERS}
        assert texts <= set(re.findall(r"\u2068\{(\w+)\}\u2069", text)), key


@pytest.mark.parametrize("language", OWN)
def test_everything_is_translated(language: str) -> None:
    """Few messages are the same as in English: names, and words that both languages have."""
    english = messages("en")
    same = {
        key
        for key, text in messages(language).items()
        if english.get(key) == text and re.search("[a-z]", text) and not SAME_EVERYWHERE.search(key)
    }
    assert len(same) <= len(english) // 15, same
