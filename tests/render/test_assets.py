"""Files of a module: which go into the package, and under which names."""

from __future__ import annotations

import pytest

from smtrain.model.text import Picture
from smtrain.package import why_refused
from smtrain.render import Media, wanted
from smtrain.render.assets import package_name
from tests.render.sample import AT, everything, module, para

DIGEST = "0123456789abcdef" * 4


def test_files_are_found_wherever_they_stand() -> None:
    """In text, figures, videos, captions and posters; each once, sorted."""
    assert wanted(everything()) == ("media/call.mp3", "media/desk.svg", "media/intro.mp4", "media/intro.vtt")


def test_a_module_without_files_wants_none() -> None:
    """Empty captions and posters are no files."""
    assert wanted(module(para("Text"))) == ()
    assert wanted(module(para(Picture(AT, "a.png", "A"), Picture(AT, "a.png", "A")))) == ("a.png",)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("media/desk.svg", "media/desk-01234567.svg"),
        ("media/Desk Photo (2).JPG", "media/desk-photo-2-01234567.jpg"),
        ("media/büro.png", "media/b-ro-01234567.png"),
        ("media/写真.png", "media/file-01234567.png"),
        ("photo.de.jpg", "media/photo-de-01234567.jpg"),
        ("media/" + "x" * 200 + ".png", "media/" + "x" * 40 + "-01234567.png"),
    ],
)
def test_names_hold_the_content_and_nothing_a_system_could_refuse(source: str, name: str) -> None:
    """Lower case ASCII, short, with eight digits of the hash."""
    assert package_name(source, Media(DIGEST)) == name
    assert not why_refused(name)


def test_a_changed_file_has_another_name() -> None:
    """So that no browser shows the old one."""
    assert package_name("a.png", Media(DIGEST)) != package_name("a.png", Media(DIGEST[::-1]))
