"""What the import page does: files arrive, are read and previewed, and go in, one piece of work at a time."""
