"""Translation files: read, written, brought up to date."""

from __future__ import annotations

from io import BytesIO

from babel.messages.pofile import read_po as read_with_babel
from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Notes, Span
from smtrain.i18n import Unit, read_po, refreshed
from smtrain.source.file import SourceFile

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=60
).filter(lambda text: text.strip() == text)


def unit(text: str, context: str = "page/text", note: str = "") -> Unit:
    """A unit that stands anywhere."""
    return Unit(context, text, Span.point("module.md"), note=note)


def written(*units: Unit, old: str = "") -> str:
    """A translation file for these units."""
    before = read_po(SourceFile("de.po", old), Notes()) if old else None
    return refreshed(before, [(one, "module.md:1") for one in units], "de", "Example")


def translate(text: str, source: str, translation: str) -> str:
    """The file with the translation of one text."""
    return text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')


@given(st.lists(TEXT, unique=True, max_size=5))
def test_what_is_written_is_read(texts: list[str]) -> None:
    """By us and by another reader of such files."""
    text = written(*map(unit, texts))
    notes = Notes()
    po = read_po(SourceFile("de.po", text), notes)
    assert not list(notes)
    assert [entry.text for entry in po.entries.values()] == texts
    theirs = [message.id for message in read_with_babel(BytesIO(text.encode())) if message.id]
    assert theirs == texts


def test_a_translation_is_kept_while_its_text_is_the_same() -> None:
    """Also when the text has moved."""
    first = translate(written(unit("Ask first."), unit("Then post.")), "Ask first.", "Erst fragen.")
    again = written(unit("Then post."), unit("Ask first."), old=first)
    assert 'msgid "Ask first."\nmsgstr "Erst fragen."' in again
    assert "fuzzy" not in again


def test_a_changed_text_keeps_its_translation_as_a_proposal() -> None:
    """Marked as fuzzy; and a proposal stays one until a translator takes the mark away."""
    first = translate(written(unit("Ask us first.")), "Ask us first.", "Erst fragen.")
    second = written(unit("Ask us first, please."), old=first)
    assert '#, fuzzy\nmsgctxt "page/text"\nmsgid "Ask us first, please."\nmsgstr "Erst fragen."' in second
    assert "#, fuzzy" in written(unit("Ask us first, please."), old=second)


def test_what_nobody_asks_for_goes() -> None:
    """Unless it is near to something new in the same place."""
    first = translate(written(unit("Ask first.")), "Ask first.", "Erst fragen.")
    assert "Erst fragen" not in written(unit("A new day."), old=first)
    assert "Erst fragen" not in written(unit("Ask first!", "other/text"), old=first)


def test_a_note_for_the_translator_stands_above() -> None:
    """Such as on gaps."""
    assert "#. keep 1 gap in double brackets\n" in written(
        unit("[[Ask]]", note="keep 1 gap in double brackets")
    )


def test_a_broken_line_is_noted_at_its_place() -> None:
    """The other entries are read."""
    text = written(unit("Ask first."), unit("Then post.")).replace('msgid "Ask first."', 'msgid "Ask first.')
    notes = Notes()
    po = read_po(SourceFile("de.po", text), notes)
    (found,) = notes
    assert (found.rule.code, found.span.line) == ("SM605", 11)
    assert [entry.text for entry in po.entries.values()] == ["Then post."]


def test_lines_of_a_long_text_are_one_text() -> None:
    """As editors break them."""
    text = 'msgctxt "page/text"\nmsgid ""\n"Ask "\n"first."\nmsgstr ""\n"Erst "\n"fragen."\n'
    po = read_po(SourceFile("de.po", text), Notes())
    assert po.entries["page/text", "Ask first."].translation == "Erst fragen."
