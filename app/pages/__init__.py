"""The pages: each a module with `PATH`, `TITLE` and `build(language)`."""
