"""What a scene's look needs to know of its nodes, asked when it does not know it yet."""

from __future__ import annotations

from dataclasses import replace

from app.scene.state import Scene
from graph.connection import Database
from queries.look_facts import TYPES, look_facts


def with_facts(database: Database, scene: Scene) -> Scene:
    """The scene with the facts of its day for every node its look speaks of; unchanged where it needs none.

    Raises LiangxinError when the database cannot be asked.
    """
    if scene.at is None or (not scene.look and scene.size_by in ("", "links")):
        return scene
    known = scene.facts if scene.facts_at == scene.at else {}
    lacking = [node.ref for i, node in scene.nodes.items() if i not in known and node.ref.type in TYPES]
    asked = [ref for ref in lacking if not scene.nodes[ref.id].missing]
    if not asked and scene.facts_at == scene.at:
        return scene
    found = {ref.id: facts for ref, facts in look_facts(database, asked, scene.at).items()}
    return replace(scene, facts={**known, **found}, facts_at=scene.at)
