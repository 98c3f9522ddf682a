"""Courses built by smtrain and unpacked where the site can serve them."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smtrain.workflow.gallery import gallery
from smtrain.workflow.write import write_files

if TYPE_CHECKING:
    from tests.browser.site import Site


@dataclass(frozen=True)
class Package:
    """One built package: where it lies on disk and on the site."""

    folder: Path
    path: str

    @cached_property
    def data(self) -> dict[str, Any]:
        """The course data in the page, as the player reads it."""
        finder = _CourseData()
        finder.feed((self.folder / "index.html").read_text("utf-8"))
        found: dict[str, Any] = json.loads(finder.found)
        return found

    def question(self, name: str) -> dict[str, Any]:
        """The data of one question."""
        found: dict[str, Any] = next(q for q in self.data["questions"] if q["id"] == name)
        return found


@dataclass
class Packages:
    """Builds on demand; what was built once in a run is built."""

    site: Site
    courses: Path
    target: Path
    _built: dict[tuple[str, str], Package] = field(default_factory=dict)

    def get(self, course: str, standard: str) -> Package:
        """The package of `courses/<course>` for a standard; `<course>@<theme>` has that theme.

        `gallery` is the one that smtrain makes; `<course>!<language>` speaks a made-up language;
        `<course>/<name>` is one module, booster or refresher of a course. `social-media:<module>` is one of the
        course that comes along, as the social media team gets it.
        """
        if (course, standard) not in self._built:
            if course.startswith("social-media:"):
                self._build_social_media(standard)
            else:
                self._built[course, standard] = self._build(course, standard)
        return self._built[course, standard]

    def _build(self, course: str, standard: str) -> Package:
        from smtrain.cli import main

        out = self.target / str(len(self._built))
        course, _, language = course.partition("!")
        module = ""
        if "@" not in course:
            course, _, module = course.partition("/")
        arguments = ["build", str(self._source(course)), "--standard", standard, "--out", str(out)]
        arguments += ["--pseudo", language] if language else []
        arguments += ["--module", module] if module else []
        assert main(arguments) == 0
        (archive,) = out.glob("*.zip")
        return self._unpacked(archive, re.sub(r"[^a-z0-9-]+", "-", f"{course}{language}{module}"), standard)

    def _build_social_media(self, standard: str) -> None:
        """All modules at once: reading the course takes longer than building one of them."""
        from smtrain.cli import main

        out = self.target / f"social-media.{standard}"
        source = self.courses.parents[2] / "courses" / "social-media"
        arguments = ["--standard", standard, "--track", "social-team", "--language", "en", "--out", str(out)]
        assert main(["build", str(source), *arguments]) == 0
        for archive in out.glob("*.zip"):
            module = archive.name.partition(".")[0].partition("--")[0]
            package = self._unpacked(archive, f"social-media-{module}", standard)
            self._built[f"social-media:{module}", standard] = package

    def _unpacked(self, archive: Path, name: str, standard: str) -> Package:
        folder = archive.with_suffix("")
        with zipfile.ZipFile(archive) as zipped:
            zipped.extractall(folder)
        return Package(folder, self.site.publish(f"{name}.{standard}", folder))

    def _source(self, course: str) -> Path:
        if course == "gallery":
            folder = self.target / f"gallery-{len(self._built)}"
            write_files(folder, gallery())
            return folder
        name, _, theme = course.partition("@")
        if not theme:
            return self.courses / name
        copy = self.target / f"course-{len(self._built)}"
        shutil.copytree(self.courses / name, copy)
        text = (copy / "module.md").read_text("utf-8")
        (copy / "module.md").write_text(text.replace("---\n", f"---\ntheme: {theme}\n", 1), "utf-8")
        return copy


class _CourseData(HTMLParser):
    """Finds the `data-course` attribute."""

    found = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if values.get("id") == "course":
            self.found = values["data-course"] or ""
