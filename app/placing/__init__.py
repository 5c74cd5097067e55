"""Where nodes stand: computed on the server, the same for the same picture, so that nothing moves by itself."""

from app.placing.arrive import place_around
from app.placing.whole import place

__all__ = ["place", "place_around"]
