"""The folder `templates/` of a course: what it replaces, what is found in it, and that it reaches nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from smtrain import resources
from smtrain.diagnostics import Finding
from smtrain.workflow.build import build
from smtrain.workflow.check import check
from tests.marks import said, unmark

MODULE = "---\nid: one\ntitle: T\nlanguage: {0}\n---\n\n## Page\n\n> [!TIP]\n> Text\n"
CALLOUT = "kinds/callout/callout.html"


def write(folder: Path, overrides: Mapping[str, str], language: str = "en") -> Path:
    """A course of one module that brings files of its own."""
    files = {
        "course.yaml": "id: course\ntitle: Course\nlanguage: en\nmodules: [one]\n",
        "one/module.md": MODULE.format(language),
        **{f"templates/{name}": text for name, text in overrides.items()},
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


def made(folder: Path, overrides: Mapping[str, str], language: str = "en") -> dict[str, str]:
    """The page and the style of the module; nothing is wrong with it."""
    built = build(write(folder / "course", overrides, language), out=folder / "dist", standards=["web"])
    assert said(built.findings) == []
    with zipfile.ZipFile(folder / "dist" / "one.web.zip") as archive:
        return {name: archive.read(name).decode() for name in ("index.html", "style.css")}


def found(folder: Path, name: str, text: str) -> Finding:
    """The one finding in a file: at the marked place, with a way to mend it."""
    marked = unmark(text)
    (finding,) = check(write(folder, {name: marked.text})).findings
    assert finding.span.file.endswith(f"templates/{name}")
    assert finding.span[1:] == marked.main[0], finding
    assert finding.mend
    return finding


def test_a_template_replaces_the_one_of_its_path(tmp_path: Path) -> None:
    """And nothing else; what it includes may be the player's own."""
    files = made(tmp_path, {CALLOUT: '<aside class="ours">{{ write.inside(block.blocks) }}</aside>'})
    assert '<aside class="ours"><p>Text</p>' in files["index.html"]
    assert 'id="result"' in files["index.html"]
    shipped = (resources.templates() / "page" / "result.html").read_text("utf-8")
    files = made(tmp_path, {"page/result.html": shipped.replace("<header", "<p>Well done</p>\n<header")})
    assert "<p>Well done</p>" in files["index.html"]


def test_every_template_may_be_copied_as_it_is(tmp_path: Path) -> None:
    """A copy to begin with has no finding, and makes the same page to the byte."""
    plain = made(tmp_path / "plain", {})
    root = resources.templates()
    copies = {
        path.relative_to(root).as_posix(): path.read_text("utf-8")
        for room in ("page", "kinds")
        for path in (root / room).rglob("*.html")
    }
    assert len(copies) > 30
    assert made(tmp_path / "copied", copies) == plain


def test_a_style_comes_after_all_others(tmp_path: Path) -> None:
    """In the one stylesheet of the package, to the letter."""
    style = "h2 { color: var(--accent) } /* @import is a word here */\n"
    assert made(tmp_path, {"theme.css": style})["style.css"].endswith(style)


def test_words_may_be_changed(tmp_path: Path) -> None:
    """In a language of the player, one by one; a region's own go before."""
    page = made(tmp_path, {"messages/en.json": '{"page.next": "On we go", "player.right": "Yes!"}'})[
        "index.html"
    ]
    assert ">On we go</button>" in page
    assert "Yes!" in page
    assert ">Back</button>" in page
    page = made(tmp_path, {"messages/de-AT.json": '{"page.next": "Fertig"}'}, "de-AT")["index.html"]
    assert ">Fertig</button>" in page
    assert ">Zurück</button>" in page


def test_a_language_may_be_added(tmp_path: Path) -> None:
    """With its own plural forms; the player then speaks it, in English where words are missing."""
    words = '{"page.next": "Näst", "page.questions.one": "1 fråga", "page.questions.other": "{n} frågor"}'
    assert ">Näst</button>" in made(tmp_path, {"messages/sv.json": words}, "sv-SE")["index.html"]


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("page/results.html", 'did you mean "page/result.html"?'),
        ("kinds/post/post.css", "write styles into templates/theme.css"),
        ("kinds/post/post.js", 'did you mean "kinds/post/post.html"?'),
        ("messages/english.json", 'did you mean "messages/en.json"?'),
        ("readme.txt", "take the path of a template"),
        ("review/tracks.html", "take the path of a template"),
    ],
)
def test_a_file_that_replaces_nothing_is_found(name: str, near: str, tmp_path: Path) -> None:
    """With the nearest path that there is."""
    finding = found(tmp_path, name, "«»text")
    assert finding.rule.code == "SM490"
    assert near in finding.mend


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Systems and editors leave them."""
    assert made(tmp_path, {".DS_Store": "x", "page/.swp/x.html": "x"})


@pytest.mark.parametrize(
    ("code", "text", "says"),
    [
        ("SM491", "<div>\n  «{{ block.title }</div>»\n", "unexpected '}'"),
        ("SM491", "«{% if block %}»\n", "Unexpected end of template"),
        ("SM491", "<p>\n«{{ block.title | shiny }}</p>»", "No filter named 'shiny'"),
        ("SM492", "<p>\n«{{ blok.title }}</p>»", "'blok' is undefined"),
        ("SM492", "«{{ block.titel }}»", "has no attribute 'titel'"),
        ("SM492", "«{{ write.asset('media/none.png') }}»", "there is no 'media/none.png'"),
        ("SM492", "«{% include 'page/none.html' %}»", "there is no template page/none.html"),
        ("SM492", "«{% include 'kinds/callout/callout.html' %}»", "includes itself without end"),
        ("SM492", "«{{ 1 / 0 }}»", "division by zero"),
        ("SM492", "«{{ write.__class__.__init__.__globals__ }}»", "is unsafe"),
        ("SM492", "«{{ ''.__class__.__mro__[1].__subclasses__() }}»", "access to attribute '__class__'"),
        ("SM492", "«{{ write.say.__func__.__globals__ }}»", "access to attribute '__func__'"),
        ("SM492", "«{{ '{0.__class__}'.format(write) }}»", "access to attribute '__class__'"),
        ("SM492", "«{% for n in range(10000000) %}x{% endfor %}»", "Range too big"),
        ("SM492", "«{{ write.terms.add('x') }}»", ""),
        ("SM494", "<p>x</p>\n«<script>alert(1)</script>»", "a script that is not the player's"),
        ("SM494", "«<script src='https://example.org/x.js'></script>»", "a script that is not the player's"),
        ("SM494", "<p>\n«<img src='//example.org/x.png' alt=''>»", "something that lies elsewhere"),
        ("SM494", "«<p onclick='x()'>x</p>»", "a script in onclick"),
        ("SM494", "«<a href=' JavaScript:x()'>x</a>»", "a script in href"),
        ("SM494", "«<iframe src='x.html'></iframe>»", "an element <iframe>"),
        ("SM494", "«{{ ('<scr' ~ 'ipt>x</script>') | safe }}»", "a script that is not the player's"),
        ("SM494", "«<link rel='stylesheet' href='https://example.org/x.css'>»", "a link to a further file"),
    ],
)
def test_what_is_wrong_in_a_template_is_found_at_its_line(
    code: str, text: str, says: str, tmp_path: Path
) -> None:
    """Never with a traceback; and nothing of the machine can be reached."""
    finding = found(tmp_path, CALLOUT, text)
    assert (finding.rule.code, says in finding.message) == (code, True), finding


def test_a_build_stops_where_a_template_fails(tmp_path: Path) -> None:
    """Also where it does so for one standard only."""
    text = "{% if write.module.id == 'one' %}{{ nothing }}{% endif %}"
    built = build(write(tmp_path / "course", {CALLOUT: text}), out=tmp_path / "dist")
    assert [finding.rule.code for finding in built.findings] == ["SM492"]
    assert built.written == ()
    shipped = (resources.templates() / "page" / "index.html").read_text("utf-8")
    page = shipped.replace("<body>", "<body>{% if standard == 'scorm12' %}{{ nothing }}{% endif %}")
    course = write(tmp_path / "other", {"page/index.html": page})
    assert check(course, standards=["web"]).findings == ()
    assert [f.rule.code for f in check(course, standards=["web", "scorm12"]).findings] == ["SM492"]


def test_a_lost_hook_is_found(tmp_path: Path) -> None:
    """The player would look for it; a comment does not count."""
    shipped = (resources.templates() / "page" / "result.html").read_text("utf-8")
    text = shipped.replace('data-slot="result-score"', '{# data-slot="result-score" #}')
    finding = found(tmp_path, "page/result.html", "«»" + text)
    assert finding.rule.code == "SM495"
    assert 'data-slot="result-score"' in finding.message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('«{"page.next": "On we go",}»', "this is not JSON"),
        ("«»[]", "a text for each key"),
        ('{«"page.nxet"»: "On we go"}', 'did you mean "page.next"?'),
        ('{«"page.next"»: 3}', "needs a text"),
        ('{«"page.minutes.other"»: "{m} minutes"}', "known here: {n}"),
        ('{«"page.minutes.other"»: "{n.__class__} minutes"}', "known here: {n}"),
        ('{«"page.next"»: "{n}"}', "leave it out"),
        ('{«"page.next"»: "On } we go"}', "a brace without its other half"),
        ('{«"page.minutes.few"»: "{n} minutes"}', "did you mean"),
    ],
)
def test_what_is_wrong_in_words_is_found_at_its_key(text: str, says: str, tmp_path: Path) -> None:
    """A value in braces must be known, or the page could not be made, or would tell more than it should."""
    finding = found(tmp_path, "messages/en.json", text)
    assert finding.rule.code == "SM493"
    assert says in f"{finding.message} {finding.mend}"


@pytest.mark.parametrize(
    "text",
    [
        "p {}\n«@import» 'x.css';",
        "p { background: «url(»https://example.org/x.png) }",
        'p { background: «url( "»//example.org/x.png") }',
        "p { background: «URL(»x.png) }",
        "p { background: «image-set(»'x.png' 1x) }",
    ],
)
def test_a_style_that_reaches_out_is_found(text: str, tmp_path: Path) -> None:
    """Files beside the stylesheet are not there in a package, and others are not asked for."""
    assert found(tmp_path, "theme.css", text).rule.code == "SM494"


def test_a_style_may_embed_what_it_needs(tmp_path: Path) -> None:
    """As a data address, or from the page itself."""
    style = "p { background: url(data:image/png;base64,AA) } i { filter: url(#f) }"
    assert style in made(tmp_path, {"theme.css": style})["style.css"]


def test_a_link_out_of_the_course_is_not_followed(tmp_path: Path) -> None:
    """A template may be a link to another file of the course, and to no other."""
    (tmp_path / "secret.html").write_text("secret", "utf-8")
    course = write(tmp_path / "course", {"theme.css": ""})
    (course / "templates" / "page").mkdir()
    (course / "templates" / "page" / "result.html").symlink_to(tmp_path / "secret.html")
    assert [finding.rule.code for finding in check(course).findings] == ["SM121"]


def test_a_module_alone_in_its_course_has_its_templates(tmp_path: Path) -> None:
    """They are the course's, whichever path is named."""
    course = write(tmp_path / "course", {"messages/en.json": '{"page.next": "On we go"}'})
    built = build(course / "one", out=tmp_path / "dist", standards=["web"])
    with zipfile.ZipFile(built.written[0]) as archive:
        assert b"On we go" in archive.read("index.html")
