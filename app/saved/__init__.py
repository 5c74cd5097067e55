"""Saved views: what of a scene is kept under a name for all who use this server, and how it is opened again."""
