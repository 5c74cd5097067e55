"""Undo and redo: the steps taken, with their names, and the steps taken back."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from app.scene.state import Change, Scene, changed, difference
from graph.text import Text

STEPS = 100
"""How many steps back are kept."""


@dataclass(frozen=True)
class Step:
    """One named change. `run`: what it belongs to, if it is one of several that count as one step."""

    name: Text
    change: Change
    run: str = ""


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

    def do(self, name: Text, after: Scene, run: str = "") -> History:
        """One step further; a step that changes nothing leaves no trace but the selection.

        A step of the same `run` as the one before it becomes one with it: a play of many days is taken back at once.
        """
        if run and self.done and self.done[-1].run == run:
            begun = changed(self.scene, self.done[-1].change.inverse)
            return replace(self, scene=begun, done=self.done[:-1]).do(name, after, run)
        change = difference(self.scene, after)
        if not change:
            return replace(self, scene=after)
        return replace(
            self,
            scene=after,
            done=(*self.done, Step(name, change, run))[-STEPS:],
            undone=(),
            version=self.version + 1,
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
