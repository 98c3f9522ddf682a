"""The size of pictures, from the files themselves."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from smtrain.render.measure import picture_size

SIZE = (321, 45)


def encoded(kind: str, **options: Any) -> bytes:
    """A picture as an independent library writes it."""
    out = BytesIO()
    Image.new("RGBA" if kind == "WEBP" else "RGB", SIZE).save(out, kind, **options)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "options"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"comment": b"x" * 999}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"quality": 50}),
        ("WEBP", {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0"}),
    ],
)
def test_pictures_of_every_kind_are_measured(kind: str, options: dict[str, Any]) -> None:
    """The size another library wrote is the size we read."""
    assert picture_size(encoded(kind, **options)) == SIZE


@pytest.mark.parametrize(
    ("root", "size"),
    [
        ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 500">', (640, 500)),
        ('<?xml version="1.0"?>\n<!-- a drawing -->\n<svg width="32px" height=\'16.4\'>', (32, 16)),
        ('<svg width="100%" height="100%" viewBox="-5,-5 10.6,20">', (11, 20)),
        ('<svg stroke-width="2" viewBox="0 0 3 4">', (3, 4)),
        ('<svg width="2em" height="1em">', None),
        ("<svg>", None),
        ("plain text", None),
    ],
)
def test_drawings_are_measured_by_their_root(root: str, size: tuple[int, int] | None) -> None:
    """Width and height in pixels, else the view box; other units say nothing."""
    assert picture_size(root.encode()) == size


@given(st.sampled_from(["PNG", "GIF", "JPEG", "WEBP"]), st.integers(0, 400), st.binary(max_size=60))
def test_broken_files_are_not_measured_and_break_nothing(kind: str, kept: int, rest: bytes) -> None:
    """A file may end anywhere, and go on with anything."""
    found = picture_size(encoded(kind)[:kept] + rest)
    assert found is None or all(length >= 0 for length in found)
