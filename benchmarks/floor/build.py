"""The floor: the least work that makes a working SCORM 1.2 package of a module.

Markdown becomes one page of HTML, questions become forms, a script of two kilobytes does the rest. No
checks, no messages, no schema files, no accessibility beyond native controls. It marks what can be
reached at all, not what is enough.

Usage: python build.py OUT MODULE...    (a MODULE is a folder with module.json and media/)
"""

import json
import sys
import zipfile
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

SCRIPT = Path(__file__).with_name("player.js").read_text()

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{title}</title><style>
body{{font:1em/1.5 sans-serif;max-width:40em;margin:auto;padding:1em}}img{{max-width:100%;height:auto}}
fieldset{{margin:1em 0}}label{{display:block}}[hidden]{{display:none}}
</style><script src="player.js" defer></script></head><body><main>
<h1>{title}</h1>
{pages}
</main><button data-action="previous">Back</button> <button data-action="next">Next</button>
<button data-action="exit">Exit</button></body></html>
"""

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="M_{id}" version="1" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
 xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
<metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata>
<organizations default="O_{id}"><organization identifier="O_{id}"><title>{title}</title>
<item identifier="I_{id}" identifierref="R_{id}" isvisible="true"><title>{title}</title></item>
</organization></organizations>
<resources><resource identifier="R_{id}" type="webcontent" adlcp:scormtype="sco" href="index.html">
{files}
</resource></resources></manifest>
"""


def form(question: dict[str, Any]) -> str:
    """Return a question as a form."""
    kind, name = question["kind"], question["id"]
    options = question["options"]
    text = escape(question["text"])
    key: list[str] = []
    fields: list[str] = []
    if kind == "fill-in":
        for n, part in enumerate(text.split("[[")[1:]):
            word = part.partition("]]")[0]
            key.append(f"{name}.{n}={word}")
            text = text.replace(f"[[{word}]]", f'<input name="{name}.{n}">', 1)
    elif kind in ("match", "order"):
        targets = (
            [o["target"] for o in options] if kind == "match" else [str(n + 1) for n in range(len(options))]
        )
        choices = "<option></option>" + "".join(f"<option>{escape(t)}</option>" for t in sorted(targets))
        for n, option in enumerate(options):
            key.append(f"{name}.{n}={targets[n]}")
            fields.append(
                f'<label>{escape(option["text"])} <select name="{name}.{n}">{choices}</select></label>'
            )
    else:
        type_ = "checkbox" if kind == "choose-many" else "radio"
        for n, option in enumerate(options):
            if option["right"]:
                key.append(f"{name}={n}")
            reply = f'<p data-reply="{n}" hidden>{escape(option["reply"])}</p>'
            fields.append(
                f'<label><input type="{type_}" name="{name}" value="{n}"> {escape(option["text"])}</label>{reply}'
            )
    return (
        f'<form data-question="{name}" data-kind="{kind}" data-key="{escape(json.dumps(key))}"><fieldset>'
        f"<legend>{text}</legend>{''.join(fields)}</fieldset>"
        f'<button data-action="check">Check</button> <output></output></form>'
    )


def build(folder: Path, out: Path, markdown: MarkdownIt) -> None:
    """Write the package of one module."""
    module = json.loads((folder / "module.json").read_text())
    pages = "".join(
        f'<section class="page" id="{page["id"]}" data-page><h2>{escape(page["title"])}</h2>'
        f"{markdown.render(page['text'])}{''.join(form(question) for question in page['questions'])}</section>\n"
        for page in module["pages"]
    ).replace("<img ", '<img loading="lazy" ')
    title = escape(module["title"])
    media = sorted(folder.glob("media/*"))
    names = ["index.html", "player.js", *(f"media/{file.name}" for file in media)]
    files = "\n".join(f'<file href="{name}"/>' for name in names)
    with zipfile.ZipFile(out / f"{module['id']}.zip", "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("imsmanifest.xml", MANIFEST.format(id=module["id"], title=title, files=files))
        package.writestr("index.html", PAGE.format(title=title, pages=pages))
        package.writestr("player.js", SCRIPT)
        for file in media:
            package.write(file, f"media/{file.name}", zipfile.ZIP_STORED)


def main(out: str, *folders: str) -> None:
    """Write the packages of all modules, with one parser."""
    markdown = MarkdownIt("commonmark").enable("table")
    for folder in folders:
        build(Path(folder), Path(out), markdown)


if __name__ == "__main__":
    main(*sys.argv[1:])
