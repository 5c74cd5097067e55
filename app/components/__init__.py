"""The page's parts: one component a file, each built from plain values, none asking the database."""
