"""Room for labels: every node needs a box, and boxes must not overlap."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]

WIDTH, HEIGHT = 144.0, 88.0
"""A node with its caption below, two lines of Chinese at most, in the canvas's own units."""
GAP = 36.0
ASPECT = 1.7
"""Pictures are packed about as wide as the canvas."""


def separated(points: Points, fixed: NDArray[np.bool_], rounds: int = 200) -> Points:
    """The points pushed apart, along the cheaper axis, until no two boxes overlap; fixed ones stay."""
    points = points.copy()
    for _ in range(rounds):
        apart = points[:, None, :] - points[None, :, :]
        over_x = WIDTH - np.abs(apart[:, :, 0])
        over_y = HEIGHT - np.abs(apart[:, :, 1])
        overlap = (over_x > 0.5) & (over_y > 0.5)
        np.fill_diagonal(overlap, False)
        if not overlap.any():
            break
        # Of two on one spot the later one goes right or down, so that the result never depends on chance.
        later = np.sign(np.arange(len(points))[:, None] - np.arange(len(points))[None, :])
        towards = np.where(apart != 0, np.sign(apart), later[:, :, None])
        sideways = overlap & (over_x / WIDTH <= over_y / HEIGHT)
        upright = overlap & ~sideways
        push = np.stack(
            [
                (np.where(sideways, over_x, 0) * towards[:, :, 0]).sum(1),
                (np.where(upright, over_y, 0) * towards[:, :, 1]).sum(1),
            ],
            axis=1,
        )
        # Half the overlap each, shared among all who push, so that crowds do not explode.
        push /= 2 * np.maximum(1, overlap.sum(1))[:, None] ** 0.5
        points[~fixed] += push[~fixed]
    return points


def packed(parts: Sequence[Points]) -> list[Points]:
    """Each part moved so that all lie on shelves, in the order given, none overlapping another."""
    sizes = [(np.ptp(part[:, 0]) + WIDTH, np.ptp(part[:, 1]) + HEIGHT) for part in parts]
    area = sum((w + GAP) * (h + GAP) for w, h in sizes)
    shelf = max([math.sqrt(area * ASPECT), *(w for w, _ in sizes)])
    moved, x, y, tallest = [], 0.0, 0.0, 0.0
    for part, (width, height) in zip(parts, sizes, strict=True):
        if x > 0 and x + width > shelf:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        corner = part.min(axis=0) - np.array([WIDTH / 2, HEIGHT / 2])
        moved.append(part - corner + np.array([x, y]))
        x, tallest = x + width + GAP, max(tallest, height)
    return moved
