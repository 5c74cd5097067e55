"""What the review page does: names are decided, rows looked at, authorities set; each decision can be taken back."""
