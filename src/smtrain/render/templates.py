"""The templates of the learner's side and the words on its pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from smtrain.render import pseudo
from smtrain.render.languages import ENGLISH, wider
from smtrain.render.words import Words

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template

__all__ = ["Templates", "Words"]


class Templates:
    """Reads templates and messages once and keeps them; make one for all modules of a run."""

    def __init__(
        self,
        read: Callable[[str], str | None],
        compiled: Callable[[], BytecodeCache | None] = lambda: None,
        *,
        sandboxed: bool = False,
    ) -> None:
        """`read` gives the text of a file of `scorm_templates` by its path, None if there is none.

        `compiled` says where templates are kept that were compiled before. `sandboxed` ones may come
        from anybody: they see what they are given and nothing else.
        """
        self._read, self._compiled, self._sandboxed = read, compiled, sandboxed
        self._words: dict[str, Words] = {}

    @cached_property
    def _environment(self) -> Environment:
        from jinja2 import Environment, FunctionLoader, StrictUndefined

        if self._sandboxed:
            from jinja2.sandbox import ImmutableSandboxedEnvironment as Environment

        return Environment(
            loader=FunctionLoader(self._load),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=self._compiled(),
        )

    def _load(self, name: str) -> tuple[str, str, None] | None:
        """A template under its own name, which then stands in the traceback of what fails in it."""
        text = self._read(name)
        return None if text is None else (text, name, None)

    def compile(self, path: str) -> None:
        """Compile a template. Raises `jinja2.TemplateSyntaxError`."""
        self._environment.get_template(path)

    def page(self, name: str) -> Template:
        """A page shell."""
        return self._environment.get_template(f"page/{name}.html")

    def kind(self, kind: str) -> Template:
        """The template of a kind, found by its name. Raises `jinja2.TemplateNotFound`."""
        return self._environment.get_template(f"kinds/{kind}/{kind}.html")

    def review(self, name: str) -> Template:
        """A page for reviewers."""
        return self._environment.get_template(f"review/{name}.html")

    def words(self, language: str) -> Words:
        """The messages for a language, such as "de-AT": its own, else those of "de", else English ones.

        They are in English when there is a word of neither.
        """
        if language not in self._words:
            self._words[language] = self._read_words(language)
        return self._words[language]

    def _read_words(self, language: str) -> Words:
        tag, *_ = tags = tuple(wider(language))
        messages = self._messages(ENGLISH)
        if tag in pseudo.LANGUAGES:
            return Words(tag, pseudo.pseudo(messages, tag))
        own: dict[str, str] = {}
        for code in reversed(tags):
            own.update(self._messages(code))
        return Words(tag if own else ENGLISH, {**messages, **own})

    def _messages(self, code: str) -> dict[str, str]:
        text = self._read(f"messages/{code}.json")
        return json.loads(text) if text else {}
