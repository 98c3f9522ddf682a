"""Settings under `theme:`, what is found in them, and what becomes of them in a package."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from smtrain import resources
from smtrain.model.theme import FontFile, Logo, Theme
from smtrain.package import Deflated
from smtrain.workflow.build import _parts, build
from smtrain.workflow.check import check
from smtrain.workflow.theme import shipped_themes
from tests.marks import Desk, said, unmark

MODULE = "---\nid: {0}\ntitle: T\nlanguage: en\n{1}---\n\n## Page\n\nText\n"
COURSE = "id: course\ntitle: Course\nlanguage: en\nmodules: [one, two]\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><path d="M0 0h40v10H0z"/></svg>'
WOFF2 = "wOF2 and so on"


def write(folder: Path, theme: str, one: str = "", files: Mapping[str, str] | None = None) -> Path:
    """A course of two modules with a theme, of which the first may have its own."""
    named = {
        "course.yaml": COURSE + theme,
        "one/module.md": MODULE.format("one", one),
        "two/module.md": MODULE.format("two", ""),
        "media/logo.svg": SVG,
        "media/white.svg": SVG,
        "fonts/Brand.woff2": WOFF2,
        **(files or {}),
    }
    for name, text in named.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def themes(folder: Path, theme: str, one: str = "", files: Mapping[str, str] | None = None) -> list[Theme]:
    """The themes of the two modules; nothing is wrong with them."""
    checked = check(write(folder, theme, one, files))
    assert said(checked.findings) == []
    assert checked.course
    return [module.theme for module in checked.course.modules]


def found(folder: Path, theme: str, files: Mapping[str, str] | None = None) -> list[str]:
    """What is said about a theme, where, and how to mend it; the marked place is the first finding's."""
    marked = unmark(COURSE + theme)
    path = write(folder, "", files=files)
    (path / "course.yaml").write_text(marked.text, "utf-8")
    findings = check(path).findings
    assert findings[0].span[1:] == marked.main[0]
    return [f"{f.rule.code} {f.message}; {f.mend}" for f in findings]


def inside(folder: Path, name: str, standard: str = "web") -> dict[str, bytes]:
    """The files of a package."""
    with zipfile.ZipFile(folder / f"{name}.{standard}.zip") as archive:
        return {file: archive.read(file) for file in archive.namelist()}


def test_without_a_theme_the_look_is_the_players_own(tmp_path: Path) -> None:
    """So it is with the theme called default."""
    assert themes(tmp_path, "", "theme: default\n") == [Theme(), Theme()]


def test_a_theme_of_the_course_is_that_of_its_modules(tmp_path: Path) -> None:
    """Paths then begin in the course's folder; words are filled with the company's."""
    one, two = themes(
        tmp_path,
        "variables: {company.name: Example Ltd}\n"
        'theme: {accent: "#0B6E4F", radius: 4, logo: media/logo.svg, logo-dark: media/white.svg, '
        'logo-alt: "{{ company.name }}", font: {file: fonts/Brand.woff2, family: Brand Sans}}\n',
    )
    assert one == two
    assert (one.accent, one.radius) == ("#0b6e4f", 4)
    assert one.logo == Logo("../media/logo.svg", "../media/white.svg", "Example Ltd")
    assert one.font == FontFile("Brand Sans", "../fonts/Brand.woff2")


def test_a_module_goes_before_its_course(tmp_path: Path) -> None:
    """Setting by setting; a base begins afresh. Its paths begin in its own folder."""
    course = 'theme: {accent: "#0b6e4f", radius: 4}\n'
    one, two = themes(tmp_path, course, "theme: {radius: 9}\n")
    assert (one.accent, one.radius, two.radius) == ("#0b6e4f", 9, 4)
    one, _ = themes(tmp_path, course, "theme: {base: default, radius: 9}\n")
    assert (one.accent, one.radius) == ("", 9)
    own = {"one/media/own.svg": SVG}
    one, _ = themes(tmp_path, course, "theme: {logo: media/own.svg, logo-alt: E}\n", own)
    assert one.logo == Logo("media/own.svg", "", "E")
    one, _ = themes(tmp_path, course, "theme: damson\n")
    assert one.radius == 20


@pytest.mark.parametrize("name", shipped_themes())
def test_a_shipped_theme_is_sound(name: str, tmp_path: Path) -> None:
    """By its name alone, without a finding; and it is a beginning for a look of one's own."""
    plain, _ = themes(tmp_path, f"theme: {name}\n")
    assert plain.accent
    assert plain.style == resources.theme_style(name).read_text("utf-8").rstrip("\n")
    own, _ = themes(tmp_path, f'theme: {{base: {name}, accent: "#0b6e4f"}}\n')
    assert (own.accent, own.paper, own.style) == ("#0b6e4f", plain.paper, plain.style)


def test_there_are_two_quite_different_themes() -> None:
    """In folder order; each has a settings file, and a stylesheet where it needs more."""
    assert shipped_themes() == ("damson", "harbour")


@pytest.mark.parametrize(
    ("theme", "says"),
    [
        ("theme: «habour»\n", 'SM480 there is no theme "habour"; did you mean "harbour"?'),
        ("theme: {base: «dark»}\n", 'SM480 there is no theme "dark"; known here: default, damson, harbour'),
        (
            "theme: {accent: «'#ffc400'»}\n",
            "SM481 the accent #ffc400 reaches 1.3:1 on the page; text needs 4.5:1; the nearest that does is #8",
        ),
        (
            "theme: {paper: «'#9aa5b1'»}\n",
            "SM482 black on the ground #9aa5b1 reaches 8.3:1; a page needs 15:1; the nearest that does is #d",
        ),
        (
            "theme: {logo: «media/lgo.svg», logo-alt: E}\n",
            'SM483 there is no file media/lgo.svg; did you mean "media/logo.svg"?',
        ),
        ("theme: {logo: «../logo.svg», logo-alt: E}\n", "SM483 ../logo.svg lies outside the course's folder"),
        ("theme: {logo: «/etc/logo.svg», logo-alt: E}\n", "SM483 /etc/logo.svg lies outside"),
        ("theme: {logo: «media/Logo.svg», logo-alt: E}\n", "SM483 there is no file media/Logo.svg"),
        ("theme: {logo: «fonts/Brand.woff2», logo-alt: E}\n", "SM484 fonts/Brand.woff2 cannot be used here"),
        ("theme: {font: {file: «fonts/Brand.ttf»}}\n", "SM484 fonts/Brand.ttf cannot be used here; save it"),
        (
            "theme: {font: {file: fonts/Brand.woff2, bold: «fonts/odd.woff2»}}\n",
            "SM484 fonts/odd.woff2 is no font of the type",
        ),
        ("theme: {logo: «media/logo.svg»}\n", "SM485 the logo has no words for those who cannot see it"),
        ("theme: {logo: «media/big.svg», logo-alt: E}\n", "SM486 media/big.svg has 120 KB"),
        ("theme: {logo: «media/wide.svg», logo-alt: E}\n", "SM487 media/wide.svg does not say how wide"),
        ("theme: {logo-alt: «E»}\n", "SM488 there is no logo; add"),
        ("theme: {logo: «media/torn.svg», logo-alt: E}\n", "SM705 media/torn.svg: "),
        ("theme: {logo: «media/far.svg», logo-alt: E}\n", "SM706 media/far.svg: a part that lies elsewhere"),
        (
            'theme: {logo: media/logo.svg, logo-alt: «"{{ nobody }}"»}\n',
            'SM503 there is no variable "nobody"',
        ),
    ],
)
def test_what_is_wrong_is_found_at_its_place(theme: str, says: str, tmp_path: Path) -> None:
    """Once for all modules of a course, with a way to mend it."""
    files = {
        "fonts/odd.woff2": "OTTO",
        "media/big.svg": SVG + " " * 120_000,
        "media/wide.svg": SVG.replace(' viewBox="0 0 40 10"', ""),
        "media/torn.svg": SVG.removesuffix("</svg>"),
        "media/far.svg": SVG.replace("<path", '<image href="https://example.org/a.png"/><path'),
    }
    (line,) = found(tmp_path, theme, files)
    assert line.startswith(says)


def test_a_link_out_of_the_course_is_not_followed(tmp_path: Path) -> None:
    """A logo may be a link to another file of the course, and to no other."""
    (tmp_path / "secret.svg").write_text(SVG, "utf-8")
    course = write(tmp_path / "course", "theme: {logo: media/link.svg, logo-alt: E}\n")
    (course / "media" / "link.svg").symlink_to(tmp_path / "secret.svg")
    assert [f.rule.code for f in check(course).findings] == ["SM483"]


def test_the_package_has_one_stylesheet_and_the_files(tmp_path: Path) -> None:
    """The theme comes after the player's style; SCORM's manifest names its files as well."""
    theme = 'theme: {accent: "#0b6e4f", font: {file: fonts/Brand.woff2}, logo: media/logo.svg, logo-alt: E}\n'
    course = write(tmp_path / "course", theme)
    built = build(course, out=tmp_path / "dist", standards=["web", "scorm12"])
    assert said(built.findings) == []
    files = inside(tmp_path / "dist", "one")
    own = resources.stylesheet().read_bytes()
    assert files["style.css"].startswith(own)
    added = files["style.css"].removeprefix(own).decode()
    assert "--accent:#0b6e4f" in added
    (font,) = (name for name in files if name.endswith(".woff2"))
    (logo,) = (name for name in files if name.endswith(".svg"))
    assert font in added
    assert files[font].decode() == WOFF2
    assert f'src="{logo}"' in files["index.html"].decode()
    manifest = inside(tmp_path / "dist", "one", "scorm12")["imsmanifest.xml"].decode()
    assert font in manifest
    assert logo in manifest


def test_without_a_theme_the_stylesheet_is_the_players_to_the_byte(tmp_path: Path) -> None:
    """And a module on its own may have a theme, too."""
    build(write(tmp_path / "course", ""), out=tmp_path / "dist", standards=["web"])
    assert inside(tmp_path / "dist", "one")["style.css"] == resources.stylesheet().read_bytes()
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / "module.md").write_text(MODULE.format("alone", "theme: harbour\n"), "utf-8")
    build(tmp_path / "alone", out=tmp_path / "dist", standards=["web"])
    assert b"--paper:#f4f6f8" in inside(tmp_path / "dist", "alone")["style.css"]


def test_the_same_theme_gives_the_same_bytes(tmp_path: Path) -> None:
    """In another folder as well."""
    theme = 'theme: {base: damson, accent: "#0b6e4f", font: {file: fonts/Brand.woff2}}\n'
    for place in ("here", "there"):
        build(write(tmp_path / place, theme), out=tmp_path / f"{place}-dist")
    here, there = (
        {file.name: file.read_bytes() for file in sorted((tmp_path / f"{place}-dist").iterdir())}
        for place in ("here", "there")
    )
    assert {"one.scorm12.zip", "two.scorm12.zip"} <= set(here)
    assert here == there


def test_one_theme_is_deflated_once(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """However many modules have it."""
    pressed: list[bytes] = []
    press = Deflated.of

    def counting(plain: bytes) -> Deflated:
        pressed.append(plain)
        return press(plain)

    monkeypatch.setattr(Deflated, "of", counting)
    _parts.cache_clear()
    build(write(tmp_path / "course", 'theme: {accent: "#0a6e4e"}\n'), out=tmp_path / "dist")
    assert sum(b"--accent:#0a6e4e" in plain for plain in pressed) == 1


def test_a_theme_in_a_rule_of_one_module(tmp_path: Path) -> None:
    """In the front matter it is found there."""
    desk = Desk(tmp_path)
    text = '---\nid: a\ntitle: A\nlanguage: en\ntheme: {accent: «"#ff0"»}\n---\n\n## P\n\nText\n'
    finding = desk.finds("SM481", text)
    assert "#ffff00" in finding.message
