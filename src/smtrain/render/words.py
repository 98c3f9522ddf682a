"""The words on the learner's pages, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from smtrain.render.languages import number, plural_form


class Words(Mapping[str, str]):
    """Messages by their dotted key, and the language they are in.

    `{name}` in a message is filled in. A message with plural forms has a key for each, such as
    `page.questions.one` and `page.questions.other`; the value `n` decides which is taken.
    """

    def __init__(self, language: str, messages: Mapping[str, str]) -> None:
        """`language` is a BCP 47 tag."""
        self.language = language
        self._messages = dict(messages)

    def __getitem__(self, key: str) -> str:
        return self._messages[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def __len__(self) -> int:
        return len(self._messages)

    def say(self, key: str, **values: object) -> str:
        """A message with its values; raises `KeyError` for a key or a value that is not there."""
        text = self._messages.get(key)
        if text is None:
            n = values.get("n")
            form = plural_form(self.language, n) if isinstance(n, int | float) else "other"
            text = self._messages.get(f"{key}.{form}", self._messages[f"{key}.other"])
        return text.format_map({name: self._shown(value) for name, value in values.items()})

    def join(self, key: str, parts: Iterable[str]) -> str:
        """Parts of a list, with the sign between them that the language uses, such as "page.comma"."""
        return self._messages[key].join(parts)

    def _shown(self, value: object) -> object:
        return number(self.language, value) if isinstance(value, int) else value
