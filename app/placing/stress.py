"""Placing one connected part by stress majorisation: distances on paper follow distances in the graph."""

from __future__ import annotations

from collections.abc import Mapping, Set

import numpy as np

from app.placing.boxes import Points

EDGE = 176.0
WIDER = 1.15
"""Captions are wider than tall, and so is the canvas."""
ROUNDS = 60


def stressed(part: list[str], neighbours: Mapping[str, Set[str]]) -> Points:
    """Positions for a part of a few hundred nodes. Deterministic: it starts from classical scaling."""
    if len(part) == 1:
        return np.zeros((1, 2))
    wanted = _distances(part, neighbours)
    points = _classical(wanted)
    weights = 1 / (wanted + np.eye(len(part))) ** 2
    np.fill_diagonal(weights, 0)
    inverse = np.linalg.pinv(np.diag(weights.sum(1)) - weights)
    for _ in range(ROUNDS):
        actual = np.linalg.norm(points[:, None] - points[None], axis=2)
        pull = np.divide(-weights * wanted, actual, out=np.zeros_like(actual), where=actual > 1e-6)
        np.fill_diagonal(pull, -pull.sum(1))
        points = inverse @ pull @ points
    wide: Points = points * np.array([WIDER, 1.0])
    return wide


def _distances(part: list[str], neighbours: Mapping[str, Set[str]]) -> Points:
    """Shortest ways, where an edge at a crowded node is longer: its neighbours need a wider ring."""
    index = {node: i for i, node in enumerate(part)}
    hops = np.full((len(part), len(part)), np.inf)
    np.fill_diagonal(hops, 0)
    for node in part:
        for other in neighbours[node]:
            crowd = max(len(neighbours[node]), len(neighbours[other]))
            hops[index[node], index[other]] = EDGE * max(1.0, (crowd / 5) ** 0.6)
    for middle in range(len(part)):
        hops = np.minimum(hops, hops[:, middle, None] + hops[None, middle, :])
    return hops


def _classical(wanted: Points) -> Points:
    centring = np.eye(len(wanted)) - 1 / len(wanted)
    values, vectors = np.linalg.eigh(-0.5 * centring @ wanted**2 @ centring)
    first, second = (vectors[:, -k] * np.sqrt(max(values[-k], 0.0)) for k in (1, 2))
    # An eigenvector's sign is arbitrary: fix it, or the same picture could come out mirrored.
    axes = [axis if axis[np.argmax(np.abs(axis))] >= 0 else -axis for axis in (first, second)]
    # Nodes alike in every distance would share a spot: a hair's breadth by their order keeps them apart.
    spread = np.arange(len(wanted))
    points: Points = np.stack([axes[0] + np.cos(spread), axes[1] + np.sin(spread)], axis=1)
    return points
