"""Room for labels: every node needs a box, and boxes must not overlap."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Size = tuple[float, float]

WIDTH, HEIGHT = 124.0, 106.0
"""A node with its caption below, mostly two lines of Chinese, in the canvas's own units."""
GAP = 32.0
ASPECT = 1.9
"""Width by height of the canvas on an office screen."""
MOST_ON_SHELF = 60


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
    """Each part moved so that all lie on shelves, in the order given, none overlapping another.

    Of all shelf lengths the one is taken that lets the canvas show most: its shape counts, not the paper used.
    """
    sizes = [(float(np.ptp(part[:, 0])) + WIDTH, float(np.ptp(part[:, 1])) + HEIGHT) for part in parts]
    lengths = sorted({sum(w + GAP for w, _ in sizes[:k]) for k in range(1, min(len(sizes), MOST_ON_SHELF) + 1)})
    corners = min((_shelves(sizes, length) for length in lengths), key=lambda found: _scale(sizes, found), default=[])
    return [
        part - part.min(axis=0) + np.array([x + WIDTH / 2, y + HEIGHT / 2])
        for part, (x, y) in zip(parts, corners, strict=True)
    ]


def _shelves(sizes: Sequence[Size], length: float) -> list[Size]:
    """The upper left corner of each part, on shelves of that length (a wider part has one to itself)."""
    corners, x, y, tallest = [], 0.0, 0.0, 0.0
    for width, height in sizes:
        if x > 0 and x + width > length:
            x, y, tallest = 0.0, y + tallest + GAP, 0.0
        corners.append((x, y))
        x, tallest = x + width + GAP, max(tallest, height)
    return corners


def _scale(sizes: Sequence[Size], corners: Sequence[Size]) -> float:
    """How many times the picture is larger than a canvas of height 1."""
    right = max(x + width for (x, _), (width, _) in zip(corners, sizes, strict=True))
    bottom = max(y + height for (_, y), (_, height) in zip(corners, sizes, strict=True))
    return max(right / ASPECT, bottom)
