"""Pure conversions from what the rooms below answer to what the page's components take."""
