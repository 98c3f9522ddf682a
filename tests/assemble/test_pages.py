"""Headings and page breaks become lessons and pages."""

from __future__ import annotations

from smtrain.model.course import Conditional, Module
from smtrain.model.node import walk
from smtrain.model.question import Question
from smtrain.model.text import plain
from tests.marks import Desk

AUDIENCE = "---\nid: m\ntitle: M\nlanguage: en\naudience: {role: {values: [hr, sales, it]}}\n---\n\n"


def pages(module: Module) -> list[tuple[str, str, int]]:
    """Id, title and part of each page."""
    return [(page.id, plain(page.title), page.part) for page in module.pages()]


def test_lessons_and_pages(desk: Desk) -> None:
    """`#` begins a lesson, `##` a page; what stands before the first page of a lesson is one of its own."""
    module = desk.module(
        """
        Before everything.

        # Lesson one {#one}

        Opening words.

        ## Page {#page}

        Text.

        # Lesson two

        ## Other page

        Text.
        """
    )
    assert [(lesson.id, plain(lesson.title)) for lesson in module.lessons] == [
        ("", ""),
        ("one", "Lesson one"),
        ("", "Lesson two"),
    ]
    assert pages(module) == [
        ("example", "Example", 1),
        ("one", "Lesson one", 1),
        ("page", "Page", 1),
        ("other-page", "Other page", 1),
    ]


def test_a_module_without_headings_is_one_page(desk: Desk) -> None:
    """It has the module's title."""
    assert pages(desk.module("Only text.")) == [("example", "Example", 1)]


def test_a_page_break_makes_a_continuation(desk: Desk) -> None:
    """It has the page's title, settings and id, with a number."""
    module = desk.module(
        "## Page {#p optional layout=wide}\n\nOne\n\n---\n\nTwo\n\n---\n\nThree\n\n## Next\n\nText\n"
    )
    assert [(page.id, page.part, page.optional, page.layout) for page in module.pages()] == [
        ("p", 1, True, "wide"),
        ("p-2", 2, True, "wide"),
        ("p-3", 3, True, "wide"),
        ("next", 1, False, ""),
    ]


def test_ids_are_made_from_titles(desk: Desk) -> None:
    """In plain letters; two alike are numbered, and an id that somebody wrote is left to it."""
    module = desk.module(
        "## Größe & Maß!\n\na\n\n## 日本\n\nb\n\n## Page\n\nc\n\n---\n\nc2\n\n## Page\n\nd\n\n## X {#page-3}\n\ne\n\n"
        "## Page\n\nf\n\n## Result\n\ng\n"
    )
    assert [page.id for page in module.pages()] == [
        "grosse-mass",
        "page",
        "page-2",
        "page-2-2",
        "page-4",
        "page-3",
        "page-5",
        "result-2",
    ]


def test_headings_inside_a_page_stay_there(desk: Desk) -> None:
    """From level 3."""
    module = desk.module("## Page\n\n### Part {#part}\n\nText\n\n#### Deeper\n\nText\n\n[Up](#part)\n")
    assert len(list(module.pages())) == 1


def test_a_page_break_needs_a_page(desk: Desk) -> None:
    """Before the first one there is nothing to break."""
    desk.finds("SM208", "# Lesson\n\n«---»\n\n## Page\n\nText\n")


def test_a_page_does_not_begin_or_break_inside_a_block(desk: Desk) -> None:
    """Both are said at their places."""
    desk.finds_all(
        ["SM208", "SM208"],
        """
        ## Page

        > [!NOTE]
        > Text
        >
        > «## Inside»
        >
        > Text
        >
        > «---»
        >
        > Text
        """,
    )


def test_attributes_of_headings(desk: Desk) -> None:
    """A lesson takes an id, a page more, a heading an id; everything else is unknown."""
    desk.finds_all(
        ["SM204", "SM501", "SM205", "SM204"],
        """
        # Lesson {#l «optional»}

        ## Page {#p «colour=red»}

        Text

        ## Other {#o «layout=narrow»}

        ### Heading {«.big»}

        Text
        """,
    )


def test_conditions_and_includes_are_transparent(desk: Desk) -> None:
    """Pages, page breaks and questions in them work as if they were not there."""
    module = desk.module(
        AUDIENCE
        + """## One

Text

::: only {role=hr}

More of one.

---

Continued for HR.

## Two

For HR.

:::

::: include {file=b.md}

:::
""",
        {
            "b.md": "## Three\n\n::: true-false {#q}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n\n---\n\nEnd of three.\n",
        },
    )
    assert pages(module) == [
        ("one", "One", 1),
        ("one-2", "One", 2),
        ("two", "Two", 1),
        ("three", "Three", 1),
        ("three-2", "Three", 2),
    ]
    assert [len(page.conditions) for page in module.pages()] == [0, 1, 1, 0, 0]
    assert [question.id for question in module.questions()] == ["q"]


def test_what_stands_under_a_condition_on_a_page_is_conditional(desk: Desk) -> None:
    """The rest of the page is not, and a page that is conditional itself needs no second condition."""
    module = desk.module(
        AUDIENCE
        + "## One\n\nAll\n\n::: only {role=hr}\n\nSome\n\n:::\n\n::: otherwise\n\nOthers\n\n:::\n\nAll\n\n"
        "::: only {role=hr}\n\n## Two\n\nText\n\n:::\n"
    )
    one, two = module.pages()
    assert [isinstance(block, Conditional) for block in one.blocks] == [False, True, True, False]
    some, others = (block for block in one.blocks if isinstance(block, Conditional))
    assert (some.condition.otherwise, others.condition.otherwise) == (False, True)
    assert [isinstance(block, Conditional) for block in two.blocks] == [False]


def test_conditions_add_up(desk: Desk) -> None:
    """One inside the other, and one on a page's own heading."""
    module = desk.module(
        AUDIENCE.replace("role:", "region: {values: [eu]}, role:")
        + "::: only {role=hr}\n\n::: only {region=eu}\n\n## One {role=!it}\n\nText\n\n:::\n\n:::\n\n## Two\n\nText\n"
    )
    assert [
        [test.key for condition in page.conditions for test in condition.tests] for page in module.pages()
    ] == [["role", "region", "role"], []]


def test_a_page_after_a_condition_is_for_everybody_again(desk: Desk) -> None:
    """Also when the condition ends in the middle of a page that began inside."""
    module = desk.module(
        AUDIENCE + "## One\n\nText\n\n::: only {role=hr}\n\n## Two\n\nText\n\n:::\n\n## Three\n\nText\n"
    )
    assert [len(page.conditions) for page in module.pages()] == [0, 1, 0]


def test_any_block_may_carry_a_condition(desk: Desk) -> None:
    """`only="role=hr"` on its opening line."""
    module = desk.module(
        AUDIENCE + '## One\n\n::: true-false {#q only="role=hr,it"}\n\nYes?\n\n- [x] Yes\n- [ ] No\n\n:::\n'
    )
    (block,) = next(module.pages()).blocks
    assert isinstance(block, Conditional)
    assert block.condition.tests[0].allowed == ("hr", "it")
    assert any(isinstance(node, Question) for node in walk(block))


def test_the_files_of_a_module_are_read_in_their_order(desk: Desk) -> None:
    """module.md comes first; a page may go on in the next file."""
    front = "---\nid: m\ntitle: M\nlanguage: en\nfiles: [module.md, b.md, sub/c.md]\n---\n\n"
    module = desk.module(
        front + "## One\n\na\n", {"b.md": "b\n\n## Two\n\nc\n", "sub/c.md": "## Three\n\nd\n"}
    )
    assert [(page.id, plain(page.blocks)) for page in module.pages()] == [
        ("one", "a b"),
        ("two", "c"),
        ("three", "d"),
    ]
