"""Makes the pictures of the documents from the real player: run it in `.venv` after a change of looks.

.venv/bin/python docs/images/make.py
.venv/bin/python docs/images/make.py themes

The second makes only those of `docs/themes.md`.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, Page, sync_playwright

from smtrain.workflow.build import build
from smtrain.workflow.theme import shipped_themes

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

import dev  # noqa: E402 - it lies in the checkout's own folder

COURSE = ROOT / "courses" / "social-media"
DESK = (1280, 900)
PHONE = (375, 760)
GAP = 28
CLEAR = 255
"""The entry of the palette that shows nothing."""

ANSWER = """
question => {
  const form = document.getElementById(question.id);
  const fields = [...form.querySelectorAll("input, select, textarea")];
  const right = gap => gap.find(one => one.right);
  if (question.gaps) question.gaps.forEach((gap, i) => fields[i].value = right(gap).text ?? right(gap).low);
  else if (question.pairs) for (const [from, to] of question.pairs)
    form.querySelector(`[data-source="${from}"]`).value = to;
  else if (question.type === "sequencing") for (const id of question.key_) {
    const step = form.querySelector(`[data-option="${id}"]`);
    step.parentElement.append(step);
  }
  else if (question.type === "long-fill-in") fields[0].value = "word ".repeat(question.minWords + 1);
  else for (const box of fields) box.checked = question.key_.includes(box.value);
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
"""


def main(only: str = "") -> None:
    """Write all pictures, or only those of the themes."""
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        playwright.chromium.launch(
            executable_path=dev.find_chromium() or None, args=["--no-sandbox", "--disable-gpu"]
        ) as browser,
    ):
        site = Path(folder)
        for theme in shipped_themes():
            write(f"theme-{theme}", beside(*themed(browser, site, theme)))
        if only == "themes":
            return
        modules = unpacked(COURSE, site) | unpacked(example(site), site)
        for scheme in ("light", "dark"):
            with opened(browser, modules["engaging-101"], DESK, scheme) as page:
                turn(page, "reply")
                desk = taken(page)
            with opened(browser, modules["engaging-101"], PHONE, scheme) as page:
                turn(page, "reply")
                ask(page, "section#reply form", 1)
                phone = taken(page)
            write(
                f"page-{scheme}",
                beside(desk, phone.resize(fitting(phone, desk.height), Image.Resampling.LANCZOS)),
            )
            with opened(browser, modules["office-photo"], (760, 1300), scheme) as page:
                page.locator("#q-cake input").first.check()
                page.locator("[data-action=submit-quiz]").click()
                write(f"example-{scheme}", beside(taken(page)))
        write("phone", beside(*phones(browser, modules)))


def phones(browser: Browser, modules: dict[str, Path]) -> Iterator[Image.Image]:
    """Three phone screens: a picture that teaches, the table of contents, the result."""
    with opened(browser, modules["listening"], PHONE, "light") as page:
        turn(page, "sort-it")
        yield taken(page)
    with opened(browser, modules["profiles-and-accounts"], PHONE, "dark") as page:
        turn(page, "four-accounts")
        page.locator("[data-action=menu]").click()
        yield taken(page)
    with opened(browser, modules["engaging-101"], PHONE, "light") as page:
        finish(page)
        yield taken(page)


def themed(browser: Browser, site: Path, theme: str) -> Iterator[Image.Image]:
    """The course with a theme and a logo: at a desk in light, on a phone in dark."""
    course = site / theme
    shutil.copytree(COURSE, course)
    (course / "logos").mkdir()
    for logo in HERE.glob("*.svg"):
        shutil.copy(logo, course / "logos")
    with (course / "course.yaml").open("a", encoding="utf-8") as file:
        logos = "logo: logos/logo.svg, logo-dark: logos/logo-dark.svg, logo-alt: EXA"
        file.write(f"theme: {{base: {theme}, {logos}}}\n")
    page = unpacked(course, site / f"{theme}-pages")["engaging-101"]
    with opened(browser, page, DESK, "light") as desk:
        turn(desk, "what")
        wide = taken(desk)
    yield wide
    with opened(browser, page, PHONE, "dark") as phone:
        turn(phone, "reply")
        ask(phone, "section#reply form", 1)
        narrow = taken(phone)
    yield narrow.resize(fitting(narrow, wide.height), Image.Resampling.LANCZOS)


def unpacked(path: Path, site: Path) -> dict[str, Path]:
    """Build a course or module for the plain web; the page of each module by its id."""
    pages = {}
    written = build(path, out=site / "dist", standards=("web",)).written
    for package in (file for file in written if file.suffix == ".zip"):
        module = package.name.partition(".")[0]
        with zipfile.ZipFile(package) as file:
            file.extractall(site / module)
        pages[module] = site / module / "index.html"
    return pages


def example(site: Path) -> Path:
    """The module of about twenty lines that README shows."""
    found = re.search(
        r"^```markdown\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    assert found
    (site / "example").mkdir()
    (site / "example" / "module.md").write_text(found[1], "utf-8")
    return site / "example"


@contextmanager
def opened(browser: Browser, file: Path, size: tuple[int, int], scheme: str) -> Iterator[Page]:
    """A module in a window of this size, twice as sharp."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        color_scheme="dark" if scheme == "dark" else "light",
        device_scale_factor=2,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("html.playing").wait_for(state="attached")
    yield page
    context.close()


def turn(page: Page, name: str) -> None:
    """Open a page of the module."""
    page.evaluate("name => document.querySelector(`[data-menu='${name}']`).click()", name)


def ask(page: Page, form: str, choice: int) -> None:
    """Answer a question with one of its choices, and show it with what is said."""
    page.locator(f"{form} input").nth(choice).check()
    page.locator(f"{form} [data-action=check]").click()
    page.locator(form).evaluate("form => scrollTo(0, form.getBoundingClientRect().top + scrollY - 76)")


def finish(page: Page) -> None:
    """Read every page, answer every question rightly, and look at the result."""
    course = page.evaluate("JSON.parse(document.getElementById('course').dataset.course)")
    for one in course["pages"]:
        turn(page, one["id"])
        for question in course["questions"]:
            if question["page"] == one["id"]:
                page.evaluate(ANSWER, question)
                if not question["quiz"]:
                    page.locator(f"#{question['id']} [data-action=check]").click()
        for quiz in page.locator(f"section#{one['id']} [data-action=submit-quiz]").all():
            quiz.click()
    turn(page, "result")


def taken(page: Page) -> Image.Image:
    """What the window shows, without a sign of the focus or the mouse."""
    page.evaluate("document.activeElement?.blur()")
    page.mouse.move(0, 0)
    page.wait_for_function("[...document.images].every(image => image.complete || !image.offsetParent)")
    return Image.open(BytesIO(page.screenshot(animations="disabled"))).convert("RGB")


def fitting(picture: Image.Image, height: int) -> tuple[int, int]:
    """The size of a picture at another height."""
    return round(picture.width * height / picture.height), height


def beside(*pictures: Image.Image) -> Image.Image:
    """Pictures side by side on nothing, with round corners and a thin line around each."""
    width = sum(picture.width for picture in pictures) + GAP * (len(pictures) - 1)
    whole = Image.new("RGBA", (width, max(picture.height for picture in pictures)))
    left = 0
    for picture in pictures:
        box = (0, 0, picture.width - 1, picture.height - 1)
        mask = Image.new("L", picture.size)
        ImageDraw.Draw(mask).rounded_rectangle(box, 28, fill=255)
        framed = picture.copy()
        ImageDraw.Draw(framed).rounded_rectangle(box, 28, outline=(140, 146, 158), width=3)
        whole.paste(framed, (left, 0), mask)
        left += picture.width + GAP
    return whole


def write(name: str, picture: Image.Image) -> None:
    """Save a picture at half its size, with few colours; what is clear there has a colour of its own."""
    small = picture.resize((picture.width // 2, picture.height // 2), Image.Resampling.LANCZOS)
    drawn = small.convert("RGB").quantize(CLEAR, method=Image.Quantize.MEDIANCUT, kmeans=1)
    drawn.paste(CLEAR, mask=small.getchannel("A").point(lambda alpha: 255 * (alpha < 128)))
    file = HERE / f"{name}.png"
    drawn.save(file, optimize=True, transparency=CLEAR)
    sys.stdout.write(f"{file.relative_to(ROOT)}: {file.stat().st_size // 1000} KB\n")


if __name__ == "__main__":
    main(*sys.argv[1:2])
