"""The library's components: the frame with every question, and what one unfolds."""
