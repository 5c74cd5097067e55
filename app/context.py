"""What every callback needs: the database, the scenes, where importing happens, and who asks in which language."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.action import World
from app.i18n import chosen_language
from app.importing.desk import Desk
from app.kept import Kept
from app.loads_listed import Listings
from app.reviewing.deciding import Reviews
from app.saved.cabinet import Cabinet
from app.scene.shelf import Shelf
from graph.connection import Database


@dataclass(frozen=True)
class Context:
    """One per application."""

    database: Database
    kept: Kept
    shelf: Shelf
    desk: Desk
    reviews: Reviews
    listings: Listings
    cabinet: Cabinet
    home: Path

    @property
    def world(self) -> World:
        """What actions of the present request may ask."""
        return World(self.database, self.kept, chosen_language(), self.cabinet)
