"""What a translator gets of a file, and how a translation gets back into it."""

from __future__ import annotations

from pathlib import Path

from smtrain.diagnostics import Notes, Span
from smtrain.i18n import Unit, read_po, refreshed, translated, units
from smtrain.i18n.translate import what_is_lost
from smtrain.source.file import SourceFile
from smtrain.source.tree import parse
from tests.house.checkout import ROOT
from tests.marks import tidy

TEXT = tidy("""
    ## Before you post {#before optional}

    Look **twice**: once at the words,
    once at the picture.

    > [!TIP]
    > **Edges**
    >
    > Look at the edges
    > of a picture.

    ![A cake](media/cake.svg "Cake for all"){width=50%}

    ::: post {author="Kim Doe" handle=kim when="2 h"}

    | Who | Where |
    | --- | --- |
    | Kim | 24 |

    :::

    ::: choose-one Your turn {#q-cake}

    What do you do?

    - [x] Take it again {#again}
      > Good.
    - [ ] Post it

    :::

    ::: fill-in {#q-gap}

    Report it within [[24|twenty-four]] hours to [us](#before).

    :::
    """)


def found_in(text: str) -> tuple[SourceFile, tuple[Unit, ...]]:
    """A file and its units."""
    source = SourceFile("module.md", text)
    return source, units(parse(source, Notes()), source)


def test_every_text_is_a_unit_without_its_marks() -> None:
    """With the nearest id and the part it plays; what has no letter is nobody's to translate."""
    _, found = found_in(TEXT)
    assert [(one.context, one.text) for one in found] == [
        ("before/title", "Before you post"),
        ("before/text", "Look **twice**: once at the words, once at the picture."),
        ("before/tip", "**Edges**"),
        ("before/tip", "Look at the edges of a picture."),
        ("before/alt", "A cake"),
        ("before/caption", "Cake for all"),
        ("before/author", "Kim Doe"),
        ("before/when", "2 h"),
        ("before/cell", "Who"),
        ("before/cell", "Where"),
        ("before/cell", "Kim"),
        ("q-cake/title", "Your turn"),
        ("q-cake/text", "What do you do?"),
        ("again/answer", "Take it again"),
        ("again/answer", "Good."),
        ("q-cake/answer", "Post it"),
        ("q-gap/text", "Report it within [[24|twenty-four]] hours to [us](#before)."),
    ]


def test_a_translation_stands_where_its_text_stood() -> None:
    """Nothing else of the file changes, and no line moves."""
    source, found = found_in(TEXT)
    text = refreshed(None, [(one, "") for one in found], "de", "T")
    for english, german in (
        ("Look at the edges of a picture.", "Achten Sie auf die Ränder eines Bildes."),
        ("A cake", "Ein Kuchen"),
        ("Take it again", "Noch einmal"),
    ):
        text = text.replace(f'msgid "{english}"\nmsgstr ""', f'msgid "{english}"\nmsgstr "{german}"')
    made = translated(source, found, read_po(SourceFile("de.po", text), Notes()), "en", Notes())
    assert "> Achten Sie auf die\n> Ränder eines Bildes.\n" in made.text
    assert '![Ein Kuchen](media/cake.svg "Cake for all"){width=50%}' in made.text
    assert "- [x] Noch einmal {#again}\n" in made.text
    assert made.text.count("\n") == source.text.count("\n")
    assert "- [ ] [Post it]{lang=en}\n" in made.text, "what has no translation says its language"


def test_a_fuzzy_translation_is_not_shown() -> None:
    """Nor one that lost a variable, a link target or a gap, which is noted at its entry."""
    source, found = found_in("Ask {{ desk }} first.\n")
    po = '#, fuzzy\nmsgctxt "text"\nmsgid "Ask {{ desk }} first."\nmsgstr "Fragen Sie {{ desk }}."\n'
    made = translated(source, found, read_po(SourceFile("de.po", po), Notes()), "en", Notes())
    assert made.text == "[Ask {{ desk }} first.]{lang=en}\n"
    notes = Notes()
    lost = po.replace("#, fuzzy\n", "").replace("Sie {{ desk }}", "Sie")
    translated(source, found, read_po(SourceFile("de.po", lost), Notes()), "en", notes)
    (noted,) = notes
    assert (noted.rule.code, noted.span.file, noted.span.line) == ("SM601", "de.po", 1)
    assert "{{ desk }}" in noted.message


def test_what_must_survive_a_translation() -> None:
    """Variables, link targets, sources, footnotes and the number of gaps; their order may change."""
    assert not what_is_lost("{{ a }} and {{b}}", "{{ b }} und {{ a }}")
    assert what_is_lost("[a](#x)", "[a](#y)") == "the link to #x"
    assert what_is_lost("A.[@S08]", "A.") == "the source [@S08]"
    assert what_is_lost("A", "A[^1]") == "the footnote [^1]"
    assert what_is_lost("[[a]] [[b]]", "[[c]]") == "2 gaps in the text, 1 in the translation"


def test_a_file_in_its_own_language_stays_as_it_is() -> None:
    """A translation that says the same gives back the shipped modules, but for the breaks of their lines."""
    for path in sorted((ROOT / "courses").glob("*/*/module.md")):
        body = path.read_text("utf-8").partition("\n---\n")[2]
        source, found = found_in(body)
        entries = {(u.context, u.text): u for u in found}
        assert len(entries) > 10
        po = "\n\n".join(
            refreshed(None, [(u, "")], "en", "").split("\n\n")[1].replace('msgstr ""', f"msgstr {quoted(u)}")
            for u in found
        )
        notes = Notes()
        made = translated(source, found, read_po(SourceFile("en.po", po), notes), "en", notes)
        assert not list(notes)
        assert flat(made.text) == flat(body), path


def quoted(unit: Unit) -> str:
    """A text as translation files have it."""
    return '"' + unit.text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def flat(text: str) -> list[str]:
    """The words of a text, wherever its lines break."""
    return [word for word in text.split() if word != ">"]


def test_the_place_of_a_unit_is_its_text(tmp_path: Path) -> None:
    """For a finding that names it."""
    source, found = found_in(TEXT)
    title = found[0]
    assert title.span == Span("module.md", 1, 4, 1, 19)
    assert source.text[source.offset(1, 4) : source.offset(1, 19)] == title.text
