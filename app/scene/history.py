"""Undo and redo: the steps taken, with their names, and the steps taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.scene.state import Change, Scene, changed, difference
from graph.text import Text

STEPS = 100
"""How many steps back are kept."""


@dataclass(frozen=True)
class Step:
    """One named change."""

    name: Text
    change: Change


@dataclass(frozen=True)
class History:
    """A scene with the way that led to it.

    `version` counts every move, undo and redo included. `heard` is the number of the last action taken from the
    browser: an action sent twice counts once.
    """

    scene: Scene = field(default_factory=Scene)
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    version: int = 0
    heard: int = 0

    def do(self, name: Text, after: Scene) -> History:
        """One step further; a step that changes nothing leaves no trace but the selection."""
        change = difference(self.scene, after)
        if not change:
            return replace(self, scene=after)
        return replace(
            self, scene=after, done=(*self.done, Step(name, change))[-STEPS:], undone=(), version=self.version + 1
        )

    def undo(self) -> History:
        """One step back; unchanged when there is none."""
        if not self.done:
            return self
        step = self.done[-1]
        scene = changed(self.scene, step.change.inverse)
        return replace(self, scene=scene, done=self.done[:-1], undone=(*self.undone, step), version=self.version + 1)

    def redo(self) -> History:
        """The last step taken back, again; unchanged when there is none."""
        if not self.undone:
            return self
        step = self.undone[-1]
        scene = changed(self.scene, step.change)
        return replace(self, scene=scene, done=(*self.done, step), undone=self.undone[:-1], version=self.version + 1)
