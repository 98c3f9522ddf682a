"""A kind or a standard has the same name on both sides of the house, and knows no sibling."""

import ast
import re
from pathlib import Path

import pytest

from smtrain import standards
from smtrain.kinds import kinds
from smtrain.model.node import Block
from tests.house.checkout import SOURCE, TEMPLATES, modules, python_files


def kinds_of_blocks() -> set[str]:
    """The names that blocks give as their kind."""
    modules()  # so that all subclasses exist

    def below(block: type[Block]) -> set[str]:
        return {block.kind}.union(*(below(child) for child in block.__subclasses__()))

    return below(Block) - {""}


def template_folders() -> set[str]:
    """The kinds the learner's side knows."""
    return {path.name for path in (TEMPLATES / "kinds").iterdir() if path.is_dir()}


def test_every_kind_is_in_a_file_of_its_name() -> None:
    """`choose-one` is found in `choose_one.py`."""
    files = {path.stem.replace("_", "-") for path in (SOURCE / "kinds").glob("*.py")} - {"--init--"}
    assert {kind.name for kind in kinds()} == files


def test_every_kind_of_block_has_a_template() -> None:
    """`scorm_templates/kinds/<kind>/<kind>.html`."""
    assert kinds_of_blocks()
    missing = {k for k in kinds_of_blocks() if not (TEMPLATES / "kinds" / k / f"{k}.html").is_file()}
    assert missing == set()


def test_every_template_belongs_to_a_block() -> None:
    """Nothing is left behind when a kind is deleted."""
    assert template_folders() <= kinds_of_blocks()


@pytest.mark.parametrize("folder", sorted(template_folders()))
def test_files_of_a_kind_bear_its_name(folder: str) -> None:
    """A kind's template, style and script are found by their name alone."""
    names = {path.name for path in (TEMPLATES / "kinds" / folder).iterdir()}
    assert names <= {f"{folder}.{ending}" for ending in ("html", "css", "js")}


def test_every_standard_speaks_to_its_lms() -> None:
    """A standard's package carries the run-time of the same name."""
    for name in standards.names():
        assert "lms" in exports(TEMPLATES / "standards" / name / "lms.js"), name


def test_every_script_of_a_standard_is_used() -> None:
    """A folder without a standard of its name is code that a standard, or a folder like it, imports."""
    folder = TEMPLATES / "standards"
    imported = {
        (script.parent / path).resolve().parent.name
        for script in folder.rglob("*.js")
        for path in re.findall(
            r'^(?:import|export)[^;"]*"(\.\./[^"]+)"', script.read_text("utf-8"), re.MULTILINE
        )
    }
    assert {path.name for path in folder.iterdir()} <= {*standards.names(), *imported}


def exports(script: Path) -> set[str]:
    """The names a script exports."""
    text = script.read_text("utf-8")
    declared = re.findall(r"^export (?:async )?(?:const|let|function|class) (\w+)", text, re.MULTILINE)
    listed = re.findall(r"^export \{([^}]*)\}", text, re.MULTILINE)
    return {*declared, *(name.split(" as ")[-1].strip() for part in listed for name in part.split(","))}


@pytest.mark.parametrize(("room", "constant"), [("kinds", "KIND"), ("standards", "STANDARD")])
def test_siblings_do_not_know_each_other(room: str, constant: str) -> None:
    """No kind imports another kind, no standard another standard; what they share lies beside them."""
    trees = {path: ast.parse(path.read_text("utf-8")) for path in python_files(room)}
    owners = {module_name(path) for path, tree in trees.items() if constant in assigned(tree)}
    assert owners
    for path, tree in trees.items():
        if module_name(path) in owners:
            others = owners - {module_name(path)}
            known = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
            known |= {a.name for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
            assert not {name for name in known if any(f"{name}.".startswith(f"{o}.") for o in others)}, path


def module_name(path: Path) -> str:
    """The dotted name of a file's module."""
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def assigned(tree: ast.Module) -> set[str]:
    """The names a module assigns at its top."""
    plain = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    annotated = [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return {target.id for target in [*plain, *annotated] if isinstance(target, ast.Name)}
