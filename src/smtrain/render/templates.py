"""The templates of the learner's side and the words on its pages."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template

Words = Mapping[str, str]
"""Messages by their dotted key; `{name}` in a message is filled in."""

DEFAULT_LANGUAGE = "en"


class Templates:
    """Reads templates and messages once and keeps them; make one for all modules of a run."""

    def __init__(
        self, read: Callable[[str], str | None], compiled: Callable[[], BytecodeCache | None] = lambda: None
    ) -> None:
        """`read` gives the text of a file of `scorm_templates` by its path, None if there is none.

        `compiled` says where templates are kept that were compiled before.
        """
        self._read, self._compiled = read, compiled
        self._words: dict[str, Words] = {}

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FunctionLoader, StrictUndefined

        return Environment(
            loader=FunctionLoader(self._read),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=self._compiled(),
        )

    def page(self, name: str) -> Template:
        """A page shell."""
        return self._environment.get_template(f"page/{name}.html")

    def kind(self, kind: str) -> Template:
        """The template of a kind, found by its name. Raises `jinja2.TemplateNotFound`."""
        return self._environment.get_template(f"kinds/{kind}/{kind}.html")

    def words(self, language: str) -> Words:
        """The messages in a language, such as "de-AT": its own, else those of "de", else English ones."""
        if language not in self._words:
            words: dict[str, str] = {}
            for code in (DEFAULT_LANGUAGE, language.partition("-")[0].lower(), language):
                text = self._read(f"messages/{code}.json")
                words.update(json.loads(text) if text else {})
            self._words[language] = words
        return self._words[language]
