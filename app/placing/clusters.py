"""Placing a large connected part: its hubs each with their neighbours in rings around, cluster beside cluster."""

from __future__ import annotations

from collections.abc import Mapping, Set

import numpy as np

from app.placing.arrive import place_around
from app.placing.boxes import Points, packed


def clustered(part: list[str], neighbours: Mapping[str, Set[str]]) -> Points:
    """Positions for a part of thousands of nodes, in a time that grows with its size alone."""
    clusters = _clusters(part, neighbours)
    rings = [place_around({}, cluster) for cluster in clusters]
    laid = packed([np.array([ring[i] for i in cluster]) for ring, cluster in zip(rings, clusters, strict=True)])
    positions = {
        i: xy for cluster, points in zip(clusters, laid, strict=True) for i, xy in zip(cluster, points, strict=True)
    }
    return np.array([positions[i] for i in part])


def _clusters(part: list[str], neighbours: Mapping[str, Set[str]]) -> list[list[str]]:
    """Each node with the most connected neighbour that is still free to gather; its hub stands first."""
    taken: set[str] = set()
    clusters = []
    for hub in sorted(part, key=lambda i: (-len(neighbours[i]), i)):
        if hub in taken:
            continue
        members = sorted(neighbours[hub] - taken)
        taken |= {hub, *members}
        clusters.append([hub, *members])
    return sorted(clusters, key=lambda cluster: (-len(cluster), cluster[0]))
