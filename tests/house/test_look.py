"""A company's look reaches everything: what a theme can change is nowhere written out."""

import re

from tests.house.checkout import ROOT, TEMPLATES

FREE = re.compile(r"0|50%|.*var\(--(?:round|bend|pill)\).*")
SHEETS = [sheet for room in ("theme", "kinds") for sheet in sorted((TEMPLATES / room).rglob("*.css"))]


def test_corners_follow_the_theme() -> None:
    """`--round` for panels, `--bend` for what is in them, `--pill` for buttons; circles and squares stay."""
    assert SHEETS
    found = [
        f"{sheet.relative_to(ROOT)}: {line.strip()}"
        for sheet in SHEETS
        for line in sheet.read_text("utf-8").splitlines()
        if (radius := re.search(r"border(?:-\w+-\w+)?-radius: (.*);", line)) and not FREE.fullmatch(radius[1])
    ]
    assert not found, "\n".join(found)


def test_letters_follow_the_theme() -> None:
    """`--text` and `--display`; only code has letters of its own."""
    families = {
        family
        for sheet in SHEETS
        if sheet.name != "tokens.css"
        for found in re.findall(r"font(?:-family)?: ([^;]*);", sheet.read_text("utf-8"))
        for family in re.findall(r"(?:serif|sans-serif|monospace|system-ui|ui-\w+|\"[^\"]+\")", found)
    }
    assert families <= {"ui-monospace", "monospace"}
