"""The scene: one plain frozen value of what a person sees, the actions on it, and their undo."""
