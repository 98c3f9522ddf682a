"""Explanations taken apart, and rules found wherever they are declared."""

import pytest

from smtrain.workflow.explain import all_rules, find_rule, kind_names, kind_text, take_apart

TEXT = """\
A block is never closed,
so nobody can tell.

It is never closed by guess.

Bad::

    ## Page

    ::: tabs

Bad in course.yaml::

    id: course

Bad in module.md as latin-1::

    ## Grüße

Good::

    $ smtrain new course
    $ smtrain check course

Source: nobody.
"""


def test_prose_and_examples_are_told_apart() -> None:
    """Paragraphs before and after, blocks without their indent, files, an encoding, commands."""
    explanation = take_apart(TEXT)
    assert explanation.reason == (
        "A block is never closed, so nobody can tell.",
        "It is never closed by guess.",
    )
    assert explanation.notes == ("Source: nobody.",)
    bad, latin, good = explanation.examples
    assert bad.files == {"module.md": "## Page\n\n::: tabs\n", "course.yaml": "id: course\n"}
    assert (latin.files, latin.encoding) == ({"module.md": "## Grüße\n"}, "latin-1")
    assert (good.bad, good.files) == (False, {})
    assert good.commands == ("smtrain new course", "smtrain check course")


def test_the_same_file_again_begins_another_example() -> None:
    """Two bad examples in a row are two, unless they show two files of one course."""
    one, two = take_apart("Why.\n\nBad::\n\n    a\n\nBad::\n\n    b\n").examples
    assert (one.files["module.md"], two.files["module.md"]) == ("a\n", "b\n")


def test_an_example_without_its_block_is_refused() -> None:
    """A forgotten indent would make the example vanish without a word."""
    with pytest.raises(ValueError, match="Bad:: is followed by no indented block"):
        take_apart("Why.\n\nBad::\n\n## Page\n")


def test_rules_of_every_room_are_found() -> None:
    """Those of the parser, the kinds, the checks, the standards and the workflow."""
    hundreds = {rule.code[:3] for rule in all_rules()}
    assert hundreds >= {"SM0", "SM1", "SM2", "SM3", "SM4", "SM5", "SM7", "SM8"}


def test_a_rule_is_found_by_code_or_name() -> None:
    """However it is written."""
    rules = all_rules()
    assert find_rule(" sm101 ", rules) is find_rule("Unclosed-Block", rules) is not None
    assert find_rule("SM1", rules) is None


def test_a_kind_is_found_by_the_name_authors_write() -> None:
    """With hyphens, not as its file is called."""
    assert "choose-one" in kind_names()
    assert kind_text("choose-one").startswith("Choose one:")
    assert kind_text("choose_one") == kind_text("base") == ""
