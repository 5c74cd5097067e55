"""The map: where the nodes of a scene stand, in metres from the middle of the zone. Nothing is fetched for it."""
