"""A page in other languages: longer words, words from right to left, a script without spaces."""

from __future__ import annotations

import calendar
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.learner import DESK, PHONE
from tests.browser.looks import pages_of, shoot, violations
from tests.browser.packages import Packages
from tests.browser.stories import answer_everything
from tests.kinds.accented import of_author, plain_words, unpacked
from tests.kinds.test_pages import PAGES, examples

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser

    from tests.browser.learner import Learner
    from tests.browser.site import Site

COURSES = Path(__file__).with_name("courses")
NARROW = {"width": 320, "height": 740}

TOO_WIDE = """() => {
  const root = document.documentElement;
  const shown = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility());
  const inside = "table, .table, pre, code, select, input, textarea, video, audio, .visually-hidden";
  const beyond = shown.filter((one) => {
    const box = one.getBoundingClientRect();
    return box.width > 1 && (box.right > root.clientWidth + 1 || box.left < -1) && !one.closest(inside);
  });
  const cut = shown.filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1
    && getComputedStyle(one).display !== "inline" && !one.closest(inside) && !one.querySelector(inside));
  return [...beyond, ...cut].map((one) => one.outerHTML.slice(0, 160));
}"""
"""What lies outside the window, on either side, and what is wider than the box it stands in."""

TEXTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  for (const one of document.querySelectorAll("body *"))
    for (const name of ["aria-label", "title", "alt", "placeholder", "label"])
      if (one.getAttribute(name)) texts.push(one.getAttribute(name));
  return texts;
}"""
"""Everything a page says to eyes or ears, also what is hidden for now."""

PRESS = """() => [...document.querySelectorAll("main summary, main button, main input[type=radio]")]
  .filter((one) => one.checkVisibility() && !one.disabled).forEach((one) => one.click())"""
"""Open what opens, choose something and ask for the verdict, all over a page."""

SIDES = """(names) => names.map((name) => {
  const box = document.querySelector(name).getBoundingClientRect();
  return box.left + box.width / 2;
})"""


@pytest.fixture(scope="module")
def packages(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """The courses in Arabic and Japanese, and the tour in both made-up languages."""
    folder = tmp_path_factory.mktemp("languages")
    for name in ("arabic", "japanese"):
        shutil.copytree(COURSES / name, folder / name)
    for language in ("en-XA", "ar-XB"):
        copy = folder / language.lower()
        shutil.copytree(COURSES / "tour", copy)
        text = (copy / "module.md").read_text("utf-8")
        changed = text.replace("\nlanguage: en\n", f"\nlanguage: {language}\n", 1)
        assert changed != text
        (copy / "module.md").write_text(changed, "utf-8")
    return Packages(site, folder, folder / "built")


def untranslated(learner: Learner) -> list[str]:
    """What the page says with plain English letters, and neither the author nor the calendar does."""
    text = (COURSES / "tour" / "module.md").read_text("utf-8")
    own = plain_words(" ".join((text, *calendar.month_name)))
    said: list[str] = learner.sco.evaluate(TEXTS)
    return [text.strip() for text in said if plain_words(text) - own]


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["360", "1280"])
@pytest.mark.parametrize("course", ["en-xa", "ar-xb", "arabic", "japanese"])
def test_no_page_is_too_wide_and_nothing_is_cut_off(
    course: str, viewport: dict[str, int], learner: Callable[..., Learner]
) -> None:
    """Longer words, and words from right to left, have room on every page, with the menu open, and answered."""
    one = learner(course, "web", viewport=viewport)
    one.open()
    found: dict[str, Any] = {}
    for page in pages_of(one):
        one.go(page)
        found[page] = one.sco.evaluate(TOO_WIDE)
        shoot(one.page, f"{course}-{page}-{viewport['width']}")
    if viewport is PHONE:
        one.sco.locator("[data-action=menu]").click()
        found["menu"] = one.sco.evaluate(TOO_WIDE)
        shoot(one.page, f"{course}-menu")
        one.sco.locator("[data-action=menu]").click()
    if course in ("en-xa", "ar-xb"):
        answer_everything(one)
        for page in ("practice", "looking", "quiz-page", "result"):
            one.go(page)
            found[f"{page} answered"] = one.sco.evaluate(TOO_WIDE)
            shoot(one.page, f"{course}-{page}-answered-{viewport['width']}")
    assert {page: lines for page, lines in found.items() if lines} == {}


def test_the_look_for_width_can_find_something(learner: Callable[..., Learner]) -> None:
    """Words that cannot break in a button that cannot grow, and a box that sticks out on the left."""
    one = learner("arabic", "web", viewport=PHONE)
    one.open()
    one.sco.evaluate(
        """() => {
          const next = document.querySelector("[data-action=next]");
          next.style.cssText = "width: 4rem; white-space: nowrap";
          next.textContent = "x".repeat(60);
          const wide = document.createElement("p");
          wide.style.width = "500px";
          document.querySelector("main .page").append(wide);
        }"""
    )
    assert len(one.sco.evaluate(TOO_WIDE)) >= 2


def test_every_word_of_the_player_is_translated(learner: Callable[..., Learner]) -> None:
    """In the accented language nothing is left in plain letters but what the author wrote."""
    one = learner("en-xa", "web")
    one.open()
    assert untranslated(one) == []
    answer_everything(one)
    for page in ("practice", "looking", "quiz-page", "result"):
        one.go(page)
        assert untranslated(one) == [], page
    one.exit()
    assert untranslated(one) == []
    one.sco.evaluate("document.querySelector('[data-action=next]').textContent = 'Onwards'")
    assert untranslated(one) == ["Onwards"]


def test_trouble_is_told_in_the_language(learner: Callable[..., Learner]) -> None:
    """The banner about the LMS, and what is missing in an answer."""
    one = learner("en-xa", "scorm12", viewport=PHONE)
    one.load(lambda: one.context.new_page().goto(f"{one.site.origins[0]}{one.package.path}index.html"))
    one.started(6)
    expect(one.slot("banner")).to_contain_text("[Ñööţ çööñ")
    one.go("practice")
    one.sco.locator("[data-action=check]:visible").first.click()
    one.settle()
    assert untranslated(one) == []
    assert one.sco.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("course", ["arabic", "ar-xb"])
def test_right_to_left_everything_changes_sides(course: str, learner: Callable[..., Learner]) -> None:
    """The menu is on the right, the way on leads to the left, and the progress grows from the right."""
    one = learner(course, "web", viewport=PHONE)
    one.open()
    assert one.sco.evaluate("document.dir") == "rtl"
    menu, leave = one.sco.evaluate(SIDES, [".menu-button", ".bar [data-action=exit]"])
    back, on = one.sco.evaluate(SIDES, ["[data-action=previous]", "[data-action=next]"])
    assert menu > leave
    assert back > on
    one.sco.locator("[data-action=menu]").click()
    assert one.sco.locator("#menu").evaluate("(menu) => menu.getBoundingClientRect().right") == 360
    link = one.sco.locator("a[target]").first
    if link.count():
        assert "↖" in link.evaluate("(one) => getComputedStyle(one, '::after').content")


def test_right_to_left_the_arrow_keys_follow_the_eye(learner: Callable[..., Learner]) -> None:
    """The next tab is on the left, so the left arrow leads to it."""
    one = learner("arabic", "web")
    one.open()
    first, second = one.sco.get_by_role("tab").all()
    assert first.bounding_box()["x"] > second.bounding_box()["x"]  # type: ignore[index]
    first.focus()
    one.page.keyboard.press("ArrowLeft")
    expect(second).to_be_focused()
    expect(second).to_have_attribute("aria-selected", "true")
    one.page.keyboard.press("ArrowRight")
    expect(first).to_be_focused()


def test_latin_names_stay_in_one_piece_inside_arabic(learner: Callable[..., Learner]) -> None:
    """A handle keeps its @ in front, and what is typed from left to right keeps its signs in place."""
    one = learner("arabic", "web", viewport=PHONE)
    one.open()
    one.go("examples")
    handle = one.sco.locator(".speaker bdi", has_text="@maria_example")
    expect(handle).to_have_css("unicode-bidi", "isolate")
    expect(one.sco.locator("code").first).to_have_css("direction", "ltr")
    one.go("practice")
    field = one.form("q-number").locator("input")
    expect(field).to_have_css("unicode-bidi", "plaintext")
    expect(field).to_have_css("text-align", "right")
    field.fill("٢٤")
    one.form("q-number").locator("[data-action=check]").click()
    one.settle()
    expect(one.form("q-number").locator("[data-slot=verdict]")).to_have_text("صحيح.")


@pytest.mark.parametrize("course", ["arabic", "japanese"])
def test_axe_finds_nothing_in_other_scripts(course: str, learner: Callable[..., Learner]) -> None:
    """Names, roles and contrast hold in every language."""
    one = learner(course, "web", viewport=PHONE)
    one.open()
    found = {}
    for page in pages_of(one):
        one.go(page)
        found[page] = violations(one.page)
    assert {page: lines for page, lines in found.items() if lines} == {}


def test_japanese_does_not_slant_and_asks_for_its_own_type(learner: Callable[..., Learner]) -> None:
    """Emphasis is heavier instead; and two characters count as a word."""
    one = learner("japanese", "web", viewport=NARROW)
    one.open()
    stress = one.sco.locator("em").first
    expect(stress).to_have_css("font-style", "normal")
    expect(stress).to_have_css("font-weight", "600")
    assert "Hiragino Sans" in one.sco.evaluate("getComputedStyle(document.documentElement).fontFamily")
    assert one.sco.evaluate(TOO_WIDE) == []
    one.go("practice")
    form = one.form("q-think")
    verdict = form.locator("[data-slot=verdict]")
    form.locator("textarea").fill("会議の")
    form.locator("[data-action=check]").click()
    one.settle()
    expect(verdict).to_have_text("5語以上書いてください。")
    form.locator("textarea").fill("会議の様子を投稿しました。")
    form.locator("[data-action=check]").click()
    one.settle()
    expect(verdict).to_have_text("保存しました。")


@pytest.mark.parametrize("name", PAGES)
def test_every_kind_has_room_for_longer_words_and_no_others(
    name: str, browser: Browser, tmp_path: Path
) -> None:
    """Each example of a kind on a phone, as it comes and after everything on it was pressed."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    for number, example in enumerate(one for one in examples(name) if not one.bad):
        page.goto(unpacked(example, tmp_path / str(number)).as_uri())
        page.locator("html.playing").wait_for()
        own = of_author(example)
        for press in (False, True):
            if press:
                page.evaluate(PRESS)
            assert page.evaluate(TOO_WIDE) == [], example.source
            said: list[str] = page.evaluate(TEXTS)
            assert [text for text in said if plain_words(text) - own] == [], example.source
    page.close()
