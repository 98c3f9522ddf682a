"""Settings files: YAML with places → validated settings, every error at its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from smtrain.diagnostics import Notes, Span, rule
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.source.file import SourceFile
from smtrain.source.yaml import Path, Yaml, load

if TYPE_CHECKING:
    from pydantic import BaseModel

    from smtrain.source.settings import CaseHead, CourseFile, FrontMatter, SourceEntry

NO_FRONT_MATTER = rule(
    "SM113",
    "missing-front-matter",
    """
    A module begins with its settings between two lines `---`: at least id, title and language.

    Bad::

        ---
        id: example
        title: Example
        language: en

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        Text.
    """,
)
UNKNOWN_SETTING = rule(
    "SM116",
    "unknown-setting",
    """
    There is no setting of this name here, so it would have no effect.

    Bad::

        ---
        id: example
        titel: Example
        title: Example
        language: en
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        Text.
    """,
)
MISSING_SETTING = rule(
    "SM117",
    "missing-setting",
    """
    A setting that smtrain cannot do without is not there.

    Bad::

        ---
        id: example
        title: Example
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        ---

        ## Page

        Text.
    """,
)
BAD_SETTING = rule(
    "SM118",
    "setting-with-a-wrong-value",
    """
    The value of a setting is not of the kind that it needs.

    Numbers that are meant as text, such as a version, are written in double quotes.

    Bad::

        ---
        id: example
        title: Example
        language: en
        version: 1.10
        ---

        ## Page

        Text.

    Good::

        ---
        id: example
        title: Example
        language: en
        version: "1.10"
        ---

        ## Page

        Text.
    """,
)

Model = TypeVar("Model", bound="BaseModel")


def read_front_matter(source: SourceFile, notes: Notes) -> tuple[FrontMatter | None, Yaml, int]:
    """The front matter of a module, its places, and how many lines it takes (with both `---`)."""
    from smtrain.source.settings import FrontMatter

    return _read_head(source, FrontMatter, "module", notes)


def read_case_head(source: SourceFile, notes: Notes) -> tuple[CaseHead | None, Yaml, int]:
    """The same for a case of the course's library."""
    from smtrain.source.settings import CaseHead

    return _read_head(source, CaseHead, "case", notes)


def read_sources_file(source: SourceFile, notes: Notes) -> dict[str, tuple[SourceEntry, Span]]:
    """`sources.yaml`: each source by its id, with its place; those with mistakes are noted and left out."""
    from smtrain.source.settings import NAME, SourceEntry

    yaml = load(source, notes) or Yaml({})
    found: dict[str, tuple[SourceEntry, Span]] = {}
    for name, value in yaml.value.items():
        place = yaml.span((name,), key=True)
        if not re.fullmatch(NAME, name):
            words, mend = "this cannot be the id of a source", "use letters, digits, hyphens, such as S08"
            notes.add(BAD_SETTING, place, f'"{name}": {words}', mend=mend)
        elif not isinstance(value, dict):
            words, mend = "names with values are needed here", "write title, url, checked below it, indented"
            notes.add(BAD_SETTING, place, f'"{name}": {words}', mend=mend)
        elif entry := validate(SourceEntry, yaml.below(name), notes):
            found[name] = entry, place
    return found


def _read_head(
    source: SourceFile, model: type[Model], what: str, notes: Notes
) -> tuple[Model | None, Yaml, int]:
    nothing = Yaml({}, values={(): Span.point(source.name)})
    end = _end_of_front_matter(source)
    if end is None:
        opened = source.lines[0].rstrip() == "---"
        notes.add(
            NO_FRONT_MATTER,
            Span.point(source.name),
            "the front matter is not closed" if opened else f"the {what} has no front matter",
            mend='begin the file with a line "---", lines for id, title and language, and a line "---"'
            if what == "module"
            else 'begin the file with a line "---", lines for id and title, and a line "---"',
        )
        return None, nothing, 0
    yaml = load(source, notes, first_line=2, last_line=end - 1)
    if yaml is None:
        return None, nothing, end
    return validate(model, yaml, notes), yaml, end


def stand_in(model: type[Model], yaml: Yaml) -> Model | None:
    """Settings to go on with where the author's have mistakes, so that those in the text are found as well.

    What is wrong is left out. None where the text cannot be understood without it.
    """
    from pydantic import ValidationError

    try:
        return model.model_validate(yaml.value)
    except ValidationError as error:
        wrong = {str(problem["loc"][0]) for problem in error.errors() if problem["loc"]}
        if not yaml.value or wrong & {"audience", "files", "modules", "scales", "variables"}:
            return None
        right = {key: value for key, value in yaml.value.items() if key not in wrong}
        return model.model_validate({"id": "example", "title": "Example", "language": "en", **right})


def read_course_file(source: SourceFile, notes: Notes) -> tuple[CourseFile | None, Yaml]:
    """`course.yaml` and its places."""
    from smtrain.source.settings import CourseFile

    yaml = load(source, notes)
    if yaml is None:
        return None, Yaml({}, values={(): Span.point(source.name)})
    return validate(CourseFile, yaml, notes), yaml


def read_company_file(source: SourceFile, notes: Notes) -> Yaml | None:
    """A company's values: one dotted name and one text in each line; other values are noted.

    None when the file cannot be read as YAML.
    """
    yaml = load(source, notes)
    if yaml is None:
        return None
    for name, value in list(yaml.value.items()):
        if isinstance(value, str):
            continue
        nested = isinstance(value, dict)
        notes.add(
            BAD_SETTING,
            yaml.span((name,)),
            f'"{name}" needs a text',
            mend=f'write the whole name in one line, such as "{name}.name: …"'
            if nested
            else "put the value in double quotes",
        )
        del yaml.value[name]
    return yaml


def validate(model: type[Model], yaml: Yaml, notes: Notes) -> Model | None:
    """The settings, or None; everything wrong has been noted at its place."""
    from pydantic import ValidationError

    try:
        return model.model_validate(yaml.value)
    except ValidationError as error:
        seen: set[tuple[Path, str]] = set()
        problems = [dict(problem) for problem in error.errors()]
        for problem in problems:
            if not _other_form(problem, problems):
                _note(model, yaml, problem, notes, seen)
        return None


def _other_form(problem: dict[str, Any], problems: list[dict[str, Any]]) -> bool:
    """Whether a problem is that a text is missing where the author wrote names with values, wrong ones.

    A variable may be either; what is wrong with the names is then enough.
    """
    *around, form = problem["loc"] or ("",)
    return isinstance(problem["input"], dict) and any(
        other["loc"][: len(around)] == tuple(around) and len(other["loc"]) > len(problem["loc"])
        for other in problems
        if str(form).startswith("function-") or form == "str"
    )


def _note(
    model: type[BaseModel], yaml: Yaml, problem: dict[str, Any], notes: Notes, seen: set[tuple[Path, str]]
) -> None:
    path = _known_path(tuple(problem["loc"]), yaml)
    kind = problem["type"]
    name = ".".join(str(part) for part in path)
    if kind == "extra_forbidden":
        names = [str(part) for part in problem["loc"]]
        notes.add(
            UNKNOWN_SETTING,
            yaml.span(path, key=True),
            f'there is no setting "{path[-1]}" here',
            mend=did_you_mean(str(path[-1]), _settings_at(model, names[:-1])) or "see smtrain schema",
        )
    elif kind == "missing":
        missing = str(problem["loc"][-1])
        notes.add(
            MISSING_SETTING,
            yaml.span(path, key=True),
            f'the setting "{missing}" is missing',
            mend=f'add a line "{missing}: …"',
        )
    elif (path, "bad") not in seen:
        seen.add((path, "bad"))
        words, mend = _in_words(problem)
        notes.add(BAD_SETTING, yaml.span(path), f'"{name}": {words}', mend=mend)


def _known_path(loc: tuple[str | int, ...], yaml: Yaml) -> Path:
    """pydantic names union members in its path; only what is in the file counts."""
    path: Path = ()
    for part in loc:
        if (*path, part) in yaml.values:
            path = (*path, part)
    return path


_WORDS = {
    "string_pattern_mismatch": ("this is not written as it has to be", ""),
    "literal_error": ("this value is not known here", ""),
    "list_type": ("a list is needed here", 'write "[one, two]", or one line with a dash for each'),
    "dict_type": ("names with values are needed here", ""),
    "model_type": ("names with values are needed here", ""),
    "bool_type": ("true or false is needed here", ""),
    "bool_parsing": ("true or false is needed here", ""),
    "too_short": ("at least one is needed here", ""),
    "string_too_short": ("this may not be empty", ""),
    "string_too_long": ("this is too long", "keep it short"),
    "too_long": ("this is too long", "keep it short"),
    "greater_than": ("a number above 0 is needed here", ""),
    "less_than_equal": ("this number cannot be meant", "write one up to 1000"),
    "float_type": ("a number is needed here", ""),
    "float_parsing": ("a number is needed here", ""),
    "string_type": ("this is meant as text", "put it in double quotes"),
}


def _in_words(problem: dict[str, Any]) -> tuple[str, str]:
    context = problem.get("ctx") or {}
    if problem["type"] == "value_error":
        return str(context.get("error", problem["msg"])), ""
    words, mend = _WORDS.get(problem["type"], (str(problem["msg"]).lower(), ""))
    if problem["type"] == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        if pattern.startswith("^[a-z0-9]+"):
            mend = "use lower-case letters, digits and single hyphens, such as share-safely"
        elif pattern.startswith("^[A-Za-z]{2,3}"):
            mend = "use a language tag such as en, de or pt-BR"
        elif pattern.startswith("^[a-z]["):
            mend = "begin with a small letter; use small letters, digits and hyphens"
        elif pattern.startswith("^[A-Za-z0-9]"):
            mend = "use letters, digits and hyphens, such as C01"
        else:
            mend = "use letters, digits and dots, such as company.name"
    if problem["type"] == "literal_error":
        mend = f"known here: {context.get('expected', '')}".replace("'", "")
    return words, mend


def _settings_at(model: type[BaseModel], path: list[str]) -> list[str]:
    """The names of the settings at a path, as an author writes them."""
    for part in path:
        for name, field in model.model_fields.items():
            if part in (name, field.alias):
                inner = _model_in(field.annotation)
                if inner is None:
                    return []
                model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    from pydantic import BaseModel

    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _model_in(part):
            return found
    return None


def _end_of_front_matter(source: SourceFile) -> int | None:
    if source.lines[0].rstrip() != "---":
        return None
    for index, line in enumerate(source.lines[1:], 2):
        if line.rstrip() == "---":
            return index
        if line.startswith("#") and line.lstrip("#").startswith(" ") and line.startswith("##"):
            return None
    return None
