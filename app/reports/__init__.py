"""Files that leave: pictures and lists for other tools, and for people who do not open the page."""

from app.reports.export import Source
from app.reports.formats import FORMATS, ending, render, write
from app.reports.sources import read_sources

__all__ = ["FORMATS", "Source", "ending", "read_sources", "render", "write"]
