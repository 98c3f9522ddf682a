"""Documents of a course: its job aids and what it publishes as pages of their own, and guides for trainers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from smtrain import resources
from smtrain.diagnostics import Finding
from smtrain.model.course import Course, Module, Track, Variant
from smtrain.model.select import select
from smtrain.render import Templates, wanted
from smtrain.render.alone import Material, guide, job_aids, list_of_aids, live_hour, published
from smtrain.workflow.check import check
from smtrain.workflow.chromium import find_chromium, pdf_of
from smtrain.workflow.errors import Refused
from smtrain.workflow.media import media_of
from smtrain.workflow.published import is_asking
from smtrain.workflow.reading import read_bytes
from smtrain.workflow.write import Writer, write_files


@dataclass(frozen=True, slots=True)
class Written:
    """What was found and written; nothing is written of a course with errors."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    written: tuple[Path, ...]
    notices: tuple[str, ...] = ()


def write_guides(
    path: Path,
    *,
    out: Path,
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Written:
    """Write one guide for each module of the course at a path: `<module>.html`.

    A module with trainers' notes also gets a sheet with these alone, for a live hour: `<module>-live.html`.
    It has the text of all readers, with labels, as far as `audience` does not settle whom it is for. Raises
    `Refused` when something cannot be read or written.
    """
    checked = check(path, company=company, audience=audience, as_of=as_of)
    if checked.errors or checked.course is None:
        return Written(checked.findings, checked.sources, (), checked.notices)
    files: dict[str, Writer] = {}
    for module in checked.course.modules:
        chosen = select(module, audience) if audience else module
        material = _material(chosen, checked.templates)
        files[f"{module.id}.html"] = guide(chosen, material).html.encode()
        if sheet := live_hour(chosen, material):
            files[f"{module.id}-live.html"] = sheet.html.encode()
    return Written(checked.findings, checked.sources, write_files(out, files), checked.notices)


def write_aids(
    path: Path,
    *,
    out: Path,
    pdf: bool = False,
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Written:
    """Write each job aid of the course at a path as `<module>/<id>.html`, and `index.html`, which lists them.

    Each track has a list of its own, `for-<track>.html`, with the cards as its readers get them. With `pdf`
    each card is there as a PDF, too. Raises `Refused` when something cannot be read or written, when
    there is no job aid, or no browser to make a PDF with.
    """
    browser = find_chromium() if pdf else ""
    checked = check(path, company=company, audience=audience, as_of=as_of)
    if checked.errors or checked.course is None:
        return Written(checked.findings, checked.sources, (), checked.notices)
    course = checked.course
    cards = _Cards(checked.templates, browser)
    usual = [cards.of(_settled(module, audience or {})) for module in course.modules]
    if not cards.files:
        raise Refused("there is no job aid in this course", mend="write one: ::: job-aid The card {#card}")
    lists = [(track, [cards.of(v.module) for v in _taken(course, track)]) for track in course.tracks]
    for track, groups in lists:
        cards.files[_list_of(track)] = _index(course, track.title, groups, (), checked.templates).encode()
    tracks = [(_list_of(track), track.title) for track, _ in lists]
    cards.files["index.html"] = _index(course, "", usual, tracks, checked.templates).encode()
    return Written(checked.findings, checked.sources, write_files(out, cards.files), checked.notices)


def publish(
    path: Path,
    *,
    out: Path,
    pdf: bool = False,
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Written:
    """Write what the course at a path publishes, each text as `<name>.html`; of a module alone, that module.

    With `pdf` each is there as a PDF, too. Raises `Refused` when something cannot be read or written, when
    the course publishes nothing, or there is no browser to make a PDF with.
    """
    browser = find_chromium() if pdf else ""
    checked = check(path, company=company, audience=audience, as_of=as_of)
    if checked.errors or checked.course is None:
        return Written(checked.findings, checked.sources, (), checked.notices)
    course = checked.course
    texts = course.published if course.whole else tuple(variant.module for variant in course.variants)
    if not texts:
        raise Refused("this course publishes nothing", mend="name a text in course.yaml: publish: {faq: faq}")
    for module in texts:
        if is_asking(module):
            raise Refused(
                f'"{module.id}" has questions, and nobody can answer them on a page',
                mend="leave them out for its readers with ::: only, and say --audience",
            )
    files: dict[str, Writer] = {}
    for module in texts:
        made = published(module, _material(module, checked.templates))
        files[f"{made.id}.html"] = made.html.encode()
        if pdf:
            files[f"{made.id}.pdf"] = pdf_of(browser, made.html)
    return Written(checked.findings, checked.sources, write_files(out, files), checked.notices)


Group = tuple[str, list[tuple[str, str, str]]]
"""A module's title, and its cards: the file of each, its title, and its PDF or nothing."""


class _Cards:
    """Makes cards, each different one once, in the folder of the package that was the first to have it."""

    def __init__(self, templates: Templates, browser: str) -> None:
        self.files: dict[str, Writer] = {}
        self._templates, self._browser = templates, browser
        self._made: dict[str, tuple[str, str, str]] = {}

    def of(self, module: Module) -> Group:
        """The cards of a module as its readers get it."""
        group: Group = (module.title, [])
        for aid in job_aids(module, _material(module, self._templates)):
            if aid.html not in self._made:
                name = f"{module.id}/{aid.id}"
                self.files[f"{name}.html"] = aid.html.encode()
                if self._browser:
                    self.files[f"{name}.pdf"] = pdf_of(self._browser, aid.html)
                self._made[aid.html] = (f"{name}.html", aid.title, f"{name}.pdf" if self._browser else "")
            group[1].append(self._made[aid.html])
        return group


def _settled(module: Module, audience: Mapping[str, str]) -> Module:
    usual = {key.name: key.default for key in module.audience if key.default}
    return select(module, {**usual, **audience})


def _taken(course: Course, track: Track) -> Iterator[Variant]:
    found = (course.variant(track, entry) for entry in track.modules)
    return (variant for variant in found if variant)


def _list_of(track: Track) -> str:
    return f"for-{track.id}.html"


def _index(
    course: Course,
    track: str,
    groups: list[Group],
    tracks: list[tuple[str, str]] | tuple[()],
    templates: Templates,
) -> str:
    language = course.modules[0].language
    full = [group for group in groups if group[1]]
    return list_of_aids(course.title, language, track, full, tracks, templates, _style())


def _material(module: Module, templates: Templates) -> Material:
    files = {name: read_bytes(Path(module.folder, name)) for name in wanted(module)}
    return Material(templates, _style(), media_of(module), files)


def _style() -> str:
    return read_bytes(resources.stylesheet()).decode()
