"""Advice on style: what it leaves alone, where it looks, what a course can say about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from smtrain.checks.style import style_checks
from smtrain.checks.style.base.language import has_levels, reading_level, sentences, syllables, words
from smtrain.diagnostics import Finding
from smtrain.workflow.build import build
from smtrain.workflow.check import check
from tests.marks import Desk, area, cut, said
from tests.workbench import TODAY, run

COURSE = Path(__file__).parents[2] / "courses" / "social-media"
LONG = "Word " * 30 + "end."
TREE = "- [ ] {0}\n  > No, as it is late.\n- [x] {1}\n  > Yes, as it is early.\n- [ ] {2}\n  > No, as it is dark."
QUESTION = "::: choose-one {{#q}}\n\n{stem}\n\n" + TREE + "\n\n:::"


def advice(path: Path) -> tuple[Finding, ...]:
    """All findings at a path, with advice."""
    return check(path, as_of=TODAY, advice=True).findings


def codes(desk: Desk, text: str, files: dict[str, str] | None = None) -> list[str]:
    """The codes of what is found in a text, with advice."""
    return [finding.rule.code for finding in advice(desk.write(text, files))]


def question(stem: str, *answers: str) -> str:
    """A question whose second answer is right."""
    return "## Page\n\n" + QUESTION.format(*answers, stem=stem)


def test_every_rule_is_advice_in_its_own_range() -> None:
    """The folder is the register, and nothing in it can stop a build."""
    found = [one.rule for one in style_checks()]
    assert len(found) >= 20
    assert {rule.severity for rule in found} == {"advice"}
    assert all("SM850" <= rule.code <= "SM899" for rule in found)


@pytest.mark.parametrize(
    "text",
    [
        f"> {LONG}",
        f"```\n{LONG}\n```",
        f"::: post {{author=Kim}}\n\n{LONG}\n\n:::",
        f"::: message {{author=Kim}}\n\n{LONG}\n\n:::",
        f"::: notes\n\n{LONG}\n\n:::\n\nText.",
        f"::: audio {{src=media/intro.mp3}}\n\n{LONG}\n\n:::",
        f"::: compare\n\n### Do {{.good}}\n\nAsk.\n\n### Don't {{.bad}}\n\n{LONG}\n\n:::",
        "Write to " + "Dr. Kim, e.g. at 9 a.m. or J. Doe. " * 4,
        'Nobody says "let us leverage our synergy" here.',
        "Write `leverage` in the search field.",
        "The virality of a virus is high. A ninjutsu club meets.",
        "#OpenDay #Bristol #open #together #somewhere #gdpr and C# too, see https://example.org/#bestteamever",
        "::: post {author=Kim verdict=avoid}\n\n#bestteamever\n\n:::",
        "Our page has 40% more pictures now. 160 ÷ 16,000 = 1% of people.",
        "Nine in ten buttons are blue.",
        "In the UK it is illegal to post it. In many countries it breaks the law.",
        "If you think of suicide, call the helpline.",
        "The skill is to kill time. Therapists may help.",
    ],
)
def test_there_is_no_advice_on_this(desk: Desk, text: str) -> None:
    """No false alarm: others' voices, abbreviations, names, sums, small words inside large ones."""
    assert said(advice(desk.write(f"## Page\n\n{text}\n"))) == []


@pytest.mark.parametrize(
    ("stem", "answers"),
    [
        ("You do not know. What do you do?", ("Guess it", "Ask first", "Leave it")),
        ("Why is it not yours to share?", ("It is old", "It is theirs", "It is new")),
        ("Which of these is **not** public?", ("The advert", "The plan", "The shop")),
        ('Kim asks: "Which is not ours?" What do you say?', ("The advert", "The plan", "The shop")),
        ("What do you say?", ('"You never listen."', '"Tell me more."', '"It is always you."')),
        ("What holds?", ("Never post at night", "Always ask the people in it", "Wait a week")),
        ("How long?", ("1–2 hours", "3–4 hours", "5–6 hours")),
        ("What do you write?", ("Post it now", "Do not post it now", "Ask us")),
        ("Which tag?", ("`utm_source=linkedin&utm_medium=a`", "`utm_source=linkedin&utm_medium=b`", "None")),
    ],
)
def test_there_is_no_advice_on_this_question(desk: Desk, stem: str, answers: tuple[str, str, str]) -> None:
    """Stressed negatives, quoted answers, absolutes that are right, opposites, code."""
    assert said(advice(desk.write(question(stem, *answers)))) == []


@pytest.mark.parametrize(
    ("code", "stem", "answers"),
    [
        ("SM873", "Who isn't asked?", ("Kim", "Ana", "Tom")),
        ("SM874", "Who is asked?", ("Kim", "Ana", "None of these.")),
        ("SM875", "What do you do?", ("Leave it at all times", "Ask them", "Post it")),
        ("SM876", "What do you do?", ("Ask the press office", "Ask the press office on Monday", "Post it")),
        ("SM876", "How long?", ("1 to 2 hours", "2 to 4 hours", "5 to 6 hours")),
        ("SM882", "What do you do?", ("Ask > not", "Ask them", "Post it")),
    ],
)
def test_there_is_advice_on_this_question(
    desk: Desk, code: str, stem: str, answers: tuple[str, str, str]
) -> None:
    """Beside the examples of `smtrain explain`."""
    text = question(stem, *answers)
    text = text.replace("  > Yes, as it is early.", "  > Yes, well done!") if code == "SM882" else text
    assert codes(desk, text) == [code]


@pytest.mark.parametrize(
    "around",
    [
        "{0}",
        "- {0}",
        "> [!NOTE]\n> {0}",
        "::: tabs\n\n### A\n\nText\n\n### B\n\n{0}\n\n:::",
        "::: choose-one {{#q}}\n\n{0} Which?\n\n- [x] One\n- [ ] Two\n\n> [!EXPLAIN]\n> Yes.\n\n:::",
        "::: compare\n\n### Do {{.good}}\n\n{0}\n\n### Don't {{.bad}}\n\nText.\n\n:::",
        "::: glossary\n\n### Term {{#term}}\n\n{0}\n\n:::",
        "::: only {{region=us}}\n\n{0}\n\n:::",
        "Text[^1]\n\n[^1]: {0}",
        "::: scenario {{#s}}\n\n### A {{#a}}\n\n{0}\n\n### Debrief {{.debrief}}\n\nText.\n\n:::",
        "::: scenario {{#s}}\n\n### A {{#a}}\n\nText.\n\n### Debrief {{.debrief}}\n\n{0}\n\n:::",
    ],
)
def test_advice_looks_everywhere_and_points_at_the_words(desk: Desk, around: str) -> None:
    """The place is that of the sentence or the word itself, wherever it stands."""
    head = "---\nid: example\ntitle: Example\nlanguage: en\naudience: {region: {values: [us, uk]}}\n---\n\n"
    path = desk.write(f"{head}## Page\n\n" + around.format(f"Short. We *leverage* it. {LONG}"))
    lines = (path / "module.md").read_text("utf-8").splitlines()
    found = {one.rule.code: cut(lines, one.span) for one in advice(path)}
    assert found["SM853"] == "leverage"
    assert found["SM851"] == LONG


def test_a_place_behind_a_variable_is_that_of_its_piece(desk: Desk) -> None:
    """The company's words may be longer than what stands in the source; a mark never leaves its line."""
    path = desk.write(
        "---\nid: example\ntitle: E\nlanguage: en\nvariables: {n: A very long name indeed}\n---\n\n"
        "## Page\n\n{{ n }} can leverage it.\n"
    )
    (finding,) = advice(path)
    assert area(finding.span)[0] == 10
    assert finding.span.column <= len("{{ n }} can leverage it.") + 1


def test_sentences_and_words() -> None:
    """Abbreviations, initials and small letters do not end a sentence; closing marks belong to it."""
    text = 'Ask Dr. Kim, e.g. now. "Why?" he asks. Not at 9 a.m. but later… Yes (really!) it is. '
    assert [text[a:b] for a, b in sentences(text)] == [
        "Ask Dr. Kim, e.g. now.",
        '"Why?" he asks.',
        "Not at 9 a.m. but later…",
        "Yes (really!) it is.",
    ]
    assert words("24,000 people – half of them – say no.") == "24,000 people half of them say no.".split()


def test_reading_levels_follow_published_formulas() -> None:
    """Kincaid's for English, worked out by hand; others by Flesch's table; harder texts have higher levels."""
    level = reading_level(["The cat sat on the mat. It was a good day."], "en")
    assert (level.sentence, level.word) == (5.5, 1.0)
    assert level.years == pytest.approx(0.39 * 5.5 + 11.8 - 15.59)
    assert syllables("information", "en") == 4
    for language, easy, hard in (
        (
            "de",
            "Der Hund ist alt. Er liegt gern da.",
            "Organisationsentwicklungsmaßnahmen erfordern Beteiligung.",
        ),
        (
            "es",
            "El sol es bueno. Hoy no hay mar.",
            "Las responsabilidades institucionales internacionales continúan.",
        ),
        (
            "fr",
            "Le chat est là. Il a bien bu.",
            "Les responsabilités organisationnelles considérables continuent.",
        ),
    ):
        assert reading_level([easy], language).years < 7 < reading_level([hard], language).years
    assert not has_levels("ja")
    assert not has_levels("ar")


def test_only_rules_that_know_a_language_speak(desk: Desk) -> None:
    """Lengths hold wherever words stand apart; jargon, hashtags and verbs are those of a language."""
    head = "---\nid: example\ntitle: Beispiel\nlanguage: {0}\n---\n\n## Seite\n\n"
    objectives = "::: objectives\n\n- Die Regeln verstehen\n\n:::\n"
    assert codes(desk, head.format("de") + f"{LONG} Wir leverage.\n\n{objectives}") == ["SM851", "SM860"]
    assert codes(desk, head.format("pl") + f"{LONG}\n") == ["SM851"]
    assert codes(desk, head.format("ja") + f"{LONG}\n") == []


def test_advice_does_not_fail_a_check_unless_it_is_strict(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a trainer sees, and what a program does; a build says nothing of it."""
    module = desk.write("## Page\n\nWe leverage it.\n")
    assert run(["check", str(module)]) == 0
    told = capsys.readouterr().out
    assert 'advice[SM853]: "leverage" is jargon' in told
    assert "1 suggestion in 1 file" in told
    assert run(["check", str(module), "--strict"]) == 1
    capsys.readouterr()
    assert run(["check", str(module), "--no-advice"]) == 0
    assert "no findings" in capsys.readouterr().out
    assert build(module, out=desk.folder / "dist").findings == ()
    for form, word in (
        ("github", "::notice "),
        ("sarif", '"level": "note"'),
        ("json", '"severity": "advice"'),
    ):
        assert run(["check", str(module), "--format", form]) == 0
        assert word in capsys.readouterr().out
    assert run(["check", str(desk.write("## Page\n\n[here](https://example.org)\n"))]) == 1


def test_a_course_sets_limits_and_words_of_its_own(desk: Desk) -> None:
    """Of the course, and for one module; a rule is turned off with a reason only."""
    text = "## Page\n\nWe leverage the customer journey of all those many people who come.\n"
    assert codes(desk, text, {"course.yaml": "style: {sentence-words: 8}\n"}) == ["SM851", "SM853"]
    assert codes(desk, text, {"course.yaml": "style: {allow: ['leverag*']}\n"}) == []
    found = advice(
        desk.write(text, {"course.yaml": "style: {words: {customer journey*: way}, allow: ['leverag*']}\n"})
    )
    assert [(one.message, one.mend) for one in found] == [('"customer journey" is jargon', 'write "way"')]
    assert codes(desk, text, {"course.yaml": "style: {off: {SM853: our trainers like it}}\n"}) == []
    assert codes(desk, text, {"course.yaml": "style: {off: {SM853: ''}}\n"})[0] == "SM118"
    assert codes(desk, text, {"course.yaml": "style: {off: {SM304: x}}\n"})[0] == "SM118"
    head = "---\nid: example\ntitle: Example\nlanguage: en\nstyle: {sentence-words: 9}\n---\n\n"
    assert codes(desk, head + text, {"course.yaml": "style: {allow: ['leverag*']}\n"}) == ["SM851"]


def test_advice_can_be_silenced_with_a_reason(desk: Desk) -> None:
    """Also on a page; and what silences it is no leftover where nobody asked for advice."""
    remark = "<!-- smtrain: ignore SM853 because it is our name -->\n\n"
    module = desk.write(f"## Page\n\n{remark}We leverage it.\n")
    assert advice(module) == ()
    assert check(module).findings == ()
    assert codes(desk, f"## Page\n\n{remark}We use it.\n") == ["SM124"]


def test_a_case_is_silenced_in_its_own_file(desk: Desk) -> None:
    """Also where a module does not show it; without the remark the advice is there."""
    case = "---\nid: C01\ntitle: A case\n---\n\n{0}We leverage it.\n"
    remark = "<!-- smtrain: ignore SM853 because it is a name -->\n\n"
    shows = "## Page\n\n::: case {id=C01}\n\n:::\n"
    for text in (shows, "## Page\n\nText.\n"):
        assert codes(desk, text, {"cases/C01.md": case.format(remark)}) == []
    assert codes(desk, shows, {"cases/C01.md": case.format("")}) == ["SM853"]


def test_a_habit_of_one_track_is_found_once(desk: Desk) -> None:
    """What only one track's learners meet is looked at as they meet it."""
    one = "::: only {role=a}\n\n" + "\n\n".join(
        QUESTION.format("Ask", "Ask them", "Ask us", stem="Who?").replace("#q", f"#a{n}") for n in range(4)
    )
    other = "::: only {role=b}\n\n" + "\n\n".join(
        QUESTION.format("Ask", "Ask it", "Ask us", stem="Who?")
        .replace("#q", f"#b{n}")
        .replace("[ ] Ask\n", "[x] Ask\n")
        .replace("[x] Ask it\n", "[ ] Ask it\n")
        for n in range(4)
    )
    course = (
        "audience: {role: {values: [a, b]}}\ntracks:\n"
        "  a: {title: A, for: {role: a}, modules: [example]}\n  b: {title: B, for: {role: b}, modules: [example]}\n"
    )
    found = codes(desk, f"## Page\n\n{one}\n\n:::\n\n{other}\n\n:::\n", {"course.yaml": course})
    assert found.count("SM872") == 2


def test_the_course_follows_its_own_advice() -> None:
    """Nothing at all is found in the course that comes with smtrain, in any track, with advice."""
    found = check(COURSE, as_of=TODAY, advice=True)
    assert found.course is not None
    assert len(found.course.variants) > len(found.course.modules)
    kept = [f"{one.span.file}:{one.span.line} {one.rule.code} {one.message}" for one in found.findings]
    assert kept == []


def test_output_for_programs_stays_valid(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    """One object of JSON, also with advice in it."""
    assert run(["check", str(desk.write("## Page\n\nWe leverage it.\n")), "--format", "json"]) == 0
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["line"], finding["column"]) == ("SM853", 9, 4)
