"""Where the cards of a map stand: in layers, each below those that lead to it.

The steps are those of Sugiyama, Tagawa and Toda (1981): turn back what leads back, put cards into layers,
order each layer so that few lines cross, then move cards level with their neighbours. Nothing is left to
chance, so that the same story gives the same map.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

GAP = 32
"""Pixels between two cards of a layer."""

PASSING = 12
"""Pixels that a line takes which goes past a layer."""

SWEEPS = 8
"""How often layers are gone through to bring neighbours together; more changes nothing one would see."""


@dataclass(slots=True)
class Spot:
    """Something that takes room in a layer: a card, or a line (`name` is then "") on its way past one.

    `left` is where it begins, `size` how wide it is. Neighbours come with the place, from the left of the
    card above, where the line between the two begins.
    """

    name: str
    layer: int
    size: float
    left: float = 0
    before: list[tuple[Spot, float]] = field(default_factory=list)
    after: list[tuple[Spot, float]] = field(default_factory=list)

    @property
    def door(self) -> float:
        """How far from its left lines come in."""
        return self.size / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line from a card's row to a card, with the spots it passes; none where it leads `back`."""

    source: str
    row: int
    target: str
    through: tuple[Spot, ...]
    back: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """All cards by name, all lines, how many layers there are, and how wide the widest is."""

    spots: Mapping[str, Spot]
    lines: tuple[Line, ...]
    layers: int
    width: float


def lay_out(size: float, ways: Mapping[str, Sequence[tuple[str, float]]]) -> Layout:
    """Place cards of a size. `ways` has for each the cards its rows lead to, and where from its left they leave."""
    back = _back(ways)
    layer_of = _layers(ways, back)
    spots = {name: Spot(name, layer_of[name], size) for name in ways}
    layers: list[list[Spot]] = [[] for _ in range(max(layer_of.values()) + 1)]
    for name in _met(ways):
        layers[layer_of[name]].append(spots[name])
    lines = []
    for source, rows in ways.items():
        for row, (target, leaves) in enumerate(rows):
            through: list[Spot] = []
            if (source, row) not in back:
                previous, port = spots[source], leaves
                for layer in range(layer_of[source] + 1, layer_of[target]):
                    passing = Spot("", layer, PASSING)
                    layers[layer].append(passing)
                    through.append(passing)
                    _join(previous, port, passing)
                    previous, port = passing, passing.door
                _join(previous, port, spots[target])
            lines.append(Line(source, row, target, tuple(through), (source, row) in back))
    _order(layers)
    _level(layers)
    width = max(spot.left + spot.size for layer in layers for spot in layer)
    return Layout(spots, tuple(lines), len(layers), width)


def _join(source: Spot, port: float, target: Spot) -> None:
    source.after.append((target, port))
    target.before.append((source, port))


def _met(ways: Mapping[str, Sequence[tuple[str, float]]]) -> list[str]:
    """All names in the order in which a walk from the first one meets them; then those it never meets."""
    met: dict[str, None] = {}
    for root in ways:
        waiting = [root]
        while waiting:
            name = waiting.pop()
            if name not in met:
                met[name] = None
                waiting += [target for target, _ in reversed(ways[name])]
    return list(met)


def _back(ways: Mapping[str, Sequence[tuple[str, float]]]) -> set[tuple[str, int]]:
    """The rows that lead back to a card on the way to them; without them no circle is left."""
    found: set[tuple[str, int]] = set()
    state: dict[str, bool] = {}  # True while we are below it
    for root in ways:
        work = [(root, 0)]
        while work:
            name, row = work.pop()
            if row == 0:
                if name in state:
                    continue
                state[name] = True
            if row == len(ways[name]):
                state[name] = False
                continue
            work.append((name, row + 1))
            target = ways[name][row][0]
            if state.get(target):
                found.add((name, row))
            elif target not in state:
                work.append((target, 0))
    return found


def _layers(ways: Mapping[str, Sequence[tuple[str, float]]], back: set[tuple[str, int]]) -> dict[str, int]:
    """Each card's layer: one more than the last card that leads to it."""
    layer = dict.fromkeys(ways, 0)
    for _ in ways:  # no way on is longer than there are cards
        moved = False
        for name, rows in ways.items():
            for row, (target, _) in enumerate(rows):
                if (name, row) not in back and layer[target] <= layer[name]:
                    layer[target] = layer[name] + 1
                    moved = True
        if not moved:
            break
    return layer


def _order(layers: list[list[Spot]]) -> None:
    """Sort each layer by the mean place of its neighbours, forwards and backwards in turn."""
    for sweep in range(SWEEPS):
        forwards = sweep % 2 == 0
        for layer in layers[1:] if forwards else reversed(layers[:-1]):
            place = {id(spot): at for other in layers for at, spot in enumerate(other)}

            def mean(spot: Spot, forwards: bool = forwards, place: Mapping[int, int] = place) -> float:
                near = spot.before if forwards else spot.after
                places = [place[id(other)] + port / 10_000 for other, port in near]
                return sum(places) / len(places) if places else place[id(spot)]

            layer.sort(key=mean)


def _level(layers: list[list[Spot]]) -> None:
    """Move cards level with their neighbours, as far as the order of each layer allows."""
    for layer in layers:
        _put(layer, [0.0] * len(layer))
    for sweep in range(SWEEPS):
        forwards = sweep % 2 == 0
        for layer in layers[1:] if forwards else reversed(layers[:-1]):
            _put(layer, [_wish(spot, forwards) for spot in layer])
    first = min(spot.left for layer in layers for spot in layer)
    for layer in layers:
        for spot in layer:
            spot.left = round(spot.left - first)


def _wish(spot: Spot, forwards: bool) -> float:
    """The left at which the lines to its neighbours would be straight."""
    if forwards:
        lefts = [other.left + port - spot.door for other, port in spot.before]
    else:
        lefts = [other.left + other.door - port for other, port in spot.after]
    return sum(lefts) / len(lefts) if lefts else spot.left


def _put(layer: list[Spot], wishes: list[float]) -> None:
    """Give each the place it wishes for, or share what is wrong (least squares, by pooling neighbours)."""
    pools: list[tuple[float, int]] = []
    past = 0.0
    for spot, wish in zip(layer, wishes, strict=True):
        pools.append((wish - past, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, many), (other, more) = pools[-2:]
            pools[-2:] = [((one * many + other * more) / (many + more), many + more)]
        past += spot.size + GAP
    lefts = [mean for mean, many in pools for _ in range(many)]
    past = 0.0
    for spot, left in zip(layer, lefts, strict=True):
        spot.left = left + past
        past += spot.size + GAP
