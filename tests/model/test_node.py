"""Walking and rebuilding a tree of nodes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from smtrain.diagnostics import Span
from smtrain.model.node import Block, Inline, Node, rebuild, walk
from smtrain.model.text import (
    Cell,
    Code,
    Emphasis,
    Gap,
    Item,
    LineBreak,
    List,
    Paragraph,
    Picture,
    Quote,
    Table,
    Text,
    Variable,
    plain,
)

HERE = Span.point("a.md")


def texts(value: str) -> Text:
    """Some words."""
    return Text(HERE, value)


def inlines() -> st.SearchStrategy[tuple[Inline, ...]]:
    """Words, some of them stressed."""
    words = st.text(alphabet="abc", min_size=1, max_size=3).map(texts)
    stressed = st.lists(words, max_size=2).map(lambda inner: Emphasis(HERE, tuple(inner)))
    return st.lists(words | stressed, max_size=3).map(tuple)


def trees() -> st.SearchStrategy[Block]:
    """Paragraphs in quotes, lists and tables."""
    leaf = inlines().map(lambda inner: Paragraph(HERE, inner))

    def around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
        blocks = st.lists(inner, max_size=3).map(tuple)
        items = st.lists(blocks.map(lambda found: Item(HERE, found)), max_size=3).map(tuple)
        cells = st.lists(inlines().map(lambda found: Cell(HERE, found)), max_size=2).map(tuple)
        return (
            blocks.map(lambda found: Quote(HERE, found))
            | items.map(lambda found: List(HERE, found))
            | st.tuples(cells, st.lists(cells, max_size=2).map(tuple)).map(lambda t: Table(HERE, t[0], t[1]))
        )

    return st.recursive(leaf, around, max_leaves=8)


@given(trees())
def test_nothing_is_copied_that_does_not_change(tree: Block) -> None:
    """The very same tree comes back."""
    assert rebuild((tree,), lambda node: node)[0] is tree


@given(trees())
def test_every_node_is_changed_once(tree: Block) -> None:
    """Walking meets the same nodes as rebuilding, in the order of the text."""
    met: list[Node] = []

    def meet(node: Node) -> Node:
        met.append(node)
        return Text(node.span, f"<{node.value}>") if isinstance(node, Text) else node

    changed = rebuild((tree,), meet)
    nodes = list(walk(tree))
    assert len(met) == len(nodes)
    before = [node.value for node in nodes if isinstance(node, Text)]
    assert [node.value for node in walk(changed) if isinstance(node, Text)] == [
        f"<{word}>" for word in before
    ]


def test_a_node_is_left_out_or_replaced_by_several() -> None:
    """None leaves it out, a tuple takes its place."""
    paragraph = Paragraph(HERE, (texts("a"), texts("b"), texts("c")))

    def change(node: Node) -> Node | tuple[Node, ...] | None:
        if isinstance(node, Text):
            return {"a": None, "b": (texts("x"), texts("y"))}.get(node.value, node)
        return node

    assert plain([rebuild(paragraph, change)]) == "xyc"


def test_a_node_stands_before_what_is_in_it() -> None:
    """And the cells of a table come row by row."""
    table = Table(
        HERE, (Cell(HERE, (texts("a"),)),), ((Cell(HERE, (texts("b"),)), Cell(HERE, (texts("c"),))),)
    )
    assert [type(node) for node in walk(table)][:2] == [Table, Cell]
    assert [node.value for node in walk(table) if isinstance(node, Text)] == ["a", "b", "c"]


def test_a_very_deep_tree_is_walked() -> None:
    """Without recursion."""
    tree: Block = Paragraph(HERE, ())
    for _ in range(5_000):
        tree = Quote(HERE, (tree,))
    assert sum(1 for _ in walk(tree)) == 5_001


def test_plain_words() -> None:
    """Marks are gone, gaps and variables leave a sign, and everything is on one line."""
    nodes = (
        Paragraph(HERE, (texts("a "), Emphasis(HERE, (texts("b"),)), LineBreak(HERE), Code(HERE, "c"))),
        Paragraph(HERE, (Gap(HERE, ("d",)), Variable(HERE, "today"), Picture(HERE, "e.png", "f"))),
    )
    assert plain(nodes) == "a b c ____{today}f"
