"""Build a course: one package for each module and standard, all of them or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path, PurePath
from typing import BinaryIO

from smtrain import resources
from smtrain.diagnostics import Finding
from smtrain.diagnostics.suggest import did_you_mean
from smtrain.model.course import Course, FollowUp, Module, Variant
from smtrain.package import Deflated, Package, write_zip
from smtrain.package.zip import EARLIEST
from smtrain.render import pages
from smtrain.standards import Built as BuiltParts
from smtrain.standards import Standard
from smtrain.workflow.catalog import Entry, catalog, content_digest
from smtrain.workflow.check import check
from smtrain.workflow.errors import Refused, shown
from smtrain.workflow.media import media_of
from smtrain.workflow.targets import standards_of
from smtrain.workflow.today import epoch
from smtrain.workflow.write import Writer, write_files


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and wrote; nothing is written while there is an error."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    written: tuple[Path, ...]
    notices: tuple[str, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether an error stopped the build."""
        return any(finding.rule.severity == "error" for finding in self.findings)


def build(
    path: Path,
    *,
    out: Path,
    standards: Sequence[str] = (),
    company: Path | None = None,
    audience: Mapping[str, str] | None = None,
    modules: Sequence[str] = (),
    tracks: Sequence[str] = (),
    languages: Sequence[str] = (),
    pseudo: str | None = None,
    as_of: date | None = None,
) -> Built:
    """Check the course or module at a path and write its packages into a folder.

    Without `standards` those that the course's settings ask for are built, or SCORM 1.2. `modules`,
    `tracks` and `languages` name what to build, all if empty. A whole course also gets its catalogue. `pseudo`
    stands in for the language of each module, to test a layout. `as_of` is the day that counts as today. Raises `Refused`
    when something cannot be read or written, or a module, track or standard is not known; what an earlier
    build wrote is then untouched.
    """
    checked = check(path, company=company, audience=audience, standards=standards, as_of=as_of)
    found = checked.findings, checked.sources
    if checked.errors or checked.course is None:
        return Built(*found, (), checked.notices)
    course = checked.course
    files: dict[str, Writer] = {}
    entries: list[Entry] = []
    for source, text in _asked_for(course, modules, tracks, languages):
        module = replace(text, language=pseudo) if pseudo else text
        media = media_of(module)
        points = _points(module, checked.findings)
        for standard in standards_of(module, standards):
            rendered = pages(
                module,
                standard=standard.name,
                templates=checked.templates,
                media=media,
                points=points,
            )
            package = standard.package(module, rendered, _parts(standard, rendered.style))
            name = f"{module.id}.{standard.name}.zip"
            files[name] = _writer(package)
            entries.append(Entry(source, standard.name, name, content_digest(package)))
    if course.whole and not (modules or tracks or languages or audience):
        files |= catalog(course, entries)
    return Built(*found, write_files(out, files), checked.notices)


def _asked_for(
    course: Course, modules: Sequence[str], tracks: Sequence[str], languages: Sequence[str]
) -> Iterator[tuple[Variant | FollowUp, Module]]:
    """The packages that are asked for: those of modules in their order, then boosters and refreshers."""
    plans = dict.fromkeys(one.plan.id for one in course.follow_ups)
    for noun, names, known in (
        ("module", modules, [*(module.id for module in course.modules), *plans]),
        ("track", tracks, [track.id for track in course.tracks]),
        ("language", languages, [variant.module.language for variant in course.variants]),
    ):
        for name in names:
            if name not in known:
                raise Refused(f'there is no {noun} "{name}" in this course', mend=did_you_mean(name, known))
    named: list[tuple[Variant | FollowUp, str, set[str]]] = [
        *((one, one.source, {use.track.id for use in one.uses}) for one in course.variants),
        *((one, one.plan.id, {one.track.id}) for one in course.follow_ups),
    ]
    for one, name, of in named:
        if (
            (not modules or name in modules)
            and (not tracks or not of.isdisjoint(tracks))
            and (not languages or one.module.language in languages)
        ):
            yield one, one.module


def _points(module: Module, findings: Sequence[Finding]) -> tuple[str, ...]:
    """What is known to fall short of accessibility: what its checks have found, and what the author excuses."""
    folder = f"{shown(Path(module.folder))}/"
    found = (f.message for f in findings if f.rule.code.startswith("SM4") and f.span.file.startswith(folder))
    return tuple(dict.fromkeys((*module.exceptions, *found)))


@cache
def _parts(standard: Standard, style: str) -> BuiltParts:
    """The files that every package of a standard and a look has, deflated once for all packages of a run."""
    schemas = resources.schema_files(standard.name) if standard.has_schemas else ()
    return BuiltParts(
        _deflated(resources.player_script(standard.name)),
        _styled(style),
        {path.name: _deflated(path) for path in schemas},
    )


@cache
def _styled(style: str) -> Deflated:
    """The player's stylesheet, and after it what a theme adds."""
    return Deflated.of(_installed(resources.stylesheet()) + style.encode())


@cache
def _deflated(path: Path) -> Deflated:
    return Deflated.of(_installed(path))


def _installed(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(
            f"smtrain is not installed completely: {path.name} is missing",
            mend='install it again, with "python3 dev.py build" in a checkout',
        ) from error


def _writer(package: Package) -> Writer:
    when = _when()

    def write(stream: BinaryIO) -> None:
        write_zip(package, stream, _open, when=when)

    return write


def _when() -> int:
    """The time that files in a package get, in seconds since 1970 (reproducible-builds.org)."""
    seconds = epoch()
    return EARLIEST if seconds is None else seconds


def _open(path: PurePath) -> BinaryIO:
    return Path(path).open("rb")
