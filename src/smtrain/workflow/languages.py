"""Which languages the player speaks, and what happens to a module in another one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cache

from smtrain import resources
from smtrain.diagnostics import Notes, rule
from smtrain.render.languages import wider
from smtrain.source.yaml import Yaml

UNSPOKEN = rule(
    "SM610",
    "player-speaks-english",
    """
    The player has no words in the language of this module, so it will speak English around its text.

    The module builds and works. Buttons, hints and results are in English and marked as English, so that
    screen readers pronounce them rightly. `language` is for the text; do not change it for the player's
    sake. A file of words for a further language is a matter of an hour or two (docs/languages.md).

    Bad::

        ---
        id: example
        title: Exempel
        language: sv
        ---

        ## Sida

        Fråga först.

    Good::

        ---
        id: example
        title: Beispiel
        language: de-AT
        ---

        ## Seite

        Fragen Sie zuerst.
    """,
    "warning",
)


@cache
def spoken() -> tuple[str, ...]:
    """The languages that the player has words in, sorted."""
    return tuple(sorted(path.stem for path in resources.messages()))


def check_language(
    language: str, further: Sequence[str], yaml: Yaml, notes: Notes, own: Collection[str] = ()
) -> None:
    """Note a module in whose language, whatever the region, neither the player nor the course has words.

    `further` are the languages that the module is translated into; its own stands beside them. `own`
    are those that the course brings words in.
    """
    if not {*wider(language)} & {*spoken(), *own}:
        translated = language in further
        notes.add(
            UNSPOKEN,
            yaml.span(("languages", further.index(language)) if translated else ("language",)),
            f'the player does not speak "{language}": its own words will be English',
            mend="nothing to do if that will do; it speaks " + ", ".join(spoken()),
        )
