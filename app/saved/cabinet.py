"""Where views are kept: one file of JSON each, under the server's home, for all who use this server.

Plain files rather than a cache, which forgets when it is full: they are few, kept for good, and a person can copy them.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from app.i18n import text
from app.saved.view import View
from app.saved.view_json import read, written
from graph.errors import NotFound, Place, WrongQuestion
from queries.results import Ref

LONGEST = 40
"""So many characters a name may have."""


def named(words: str) -> str:
    """A view's name as a person typed it, without needless spaces. Raises WrongQuestion when there is none."""
    name = " ".join(words.split())
    if not name:
        raise WrongQuestion(text("view_needs_name"), text("view_needs_name_next"))
    if len(name) > LONGEST:
        raise WrongQuestion(text("view_name_long", most=LONGEST))
    return name


class Cabinet:
    """Views by their names."""

    def __init__(self, home: Path) -> None:
        self._folder = home / "views"

    def __iter__(self) -> Iterator[View]:
        """All that can be read, the latest first."""
        found = [view for path in self._folder.glob("*.json") if (view := self._view(path)) is not None]
        return iter(sorted(found, key=lambda view: view.saved, reverse=True))

    def __contains__(self, name: str) -> bool:
        return self._path(name).exists()

    def get(self, name: str) -> View:
        """The view of that name. Raises NotFound when there is none, or its file cannot be read."""
        path = self._path(name)
        if not path.exists():
            raise NotFound(text("view_unknown", name=name), text("view_unknown_next"))
        view = self._view(path)
        if view is None:
            raise NotFound(text("view_broken", name=name), text("view_broken_next"), Place(file=str(path)))
        return view

    def put(self, view: View) -> None:
        """Keep it, in place of another of its name: whole, or the file stays as it was."""
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, beside = tempfile.mkstemp(dir=self._folder, suffix=".new")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(written(view))
            file.flush()
            os.fsync(file.fileno())
        Path(beside).replace(self._path(view.name))

    def remove(self, name: str) -> None:
        """Lose it; nothing when there is none."""
        self._path(name).unlink(missing_ok=True)

    def forget(self, people: Iterable[Ref], names: Iterable[str]) -> list[View]:
        """Take people out of all views; those whose own words still have one of the names are told."""
        gone, words, left = list(people), list(names), []
        for before in self:
            after = before
            for person in gone:
                after = after.without(person)
            if after != before:
                self.put(after)
            if any(name in said for name in words for said in (after.name, *after.notes.values())):
                left.append(after)
        return left

    def _path(self, name: str) -> Path:
        """Names are any words of any length: the file's name is a digest of them."""
        return self._folder / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}.json"

    @staticmethod
    def _view(path: Path) -> View | None:
        try:
            return read(path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None
