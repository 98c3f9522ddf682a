"""Which nodes of a graph lead to each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeVar

N = TypeVar("N")


def components(after: Mapping[N, Sequence[N]]) -> list[list[N]]:
    """The strongly connected components, each after all those it leads to (Tarjan 1972).

    `after` has an entry for every node. Without recursion, so that a long chain is no trouble.
    """
    index: dict[N, int] = {}
    low: dict[N, int] = {}
    open_: dict[N, None] = {}
    groups: list[list[N]] = []
    for root in after:
        if root in index:
            continue
        work: list[tuple[N, int]] = [(root, 0)]
        while work:
            node, at = work.pop()
            if at == 0:
                index[node] = low[node] = len(index)
                open_[node] = None
            nexts = after[node]
            if at:
                low[node] = min(low[node], low[nexts[at - 1]])
            while at < len(nexts):
                new = nexts[at]
                at += 1
                if new not in index:
                    work += [(node, at), (new, 0)]
                    break
                if new in open_:
                    low[node] = min(low[node], index[new])
            else:
                if low[node] == index[node]:
                    group: list[N] = []
                    while True:
                        last, _ = open_.popitem()
                        group.append(last)
                        if last == node:
                            break
                    groups.append(group[::-1])
    return groups
