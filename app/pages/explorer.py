"""The explorer: asking on the left, the picture in the middle over its table, what is known on the right."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from app import ids
from app.components import asking, canvas, inspector, table, toolbar, tour
from app.components.attributes import aria, data
from app.i18n import say, terms, text
from app.link import EXPLORER
from app.scene.state import MARKS
from app.theme import TOKENS
from app.theme.canvas import LARGE, stylesheet
from app.theme.marks import grades, marks
from graph.text import Language
from queries.catalog import catalog
from queries.comparing import CHANGES

PATH = EXPLORER
TITLE = text("explorer")

# What the page's scripts say by themselves.
SPOKEN_BY_SCRIPTS = (
    *("product", "demo_data", "as_of", "ghost_edge"),
    *("undo", "redo", "undo_named", "redo_named", "link_copied", "exported", "nothing_to_export", "select_first"),
    *("table_left", "map_no_place", "map_unplaced", "north_up", "scale_metres", "scale_kilometres"),
    *("paper_named", "paper_mark", "paper_unmarked", "paper_gained", "paper_lost", "paper_kept", "paper_edge"),
    *("paper_share", "paper_missing", "shape_disc", "paper_left", "paper_grid", "paper_areas", "paper_roads"),
    *("lasso_hint", "view_exists", "days_play", "days_pause"),
    *("column_type", "column_name", "column_links", "column_key", "to_dark", "to_light"),
)


def build(language: Language, opens: str = "graph") -> html.Main:
    """The page with nothing drawn yet; its script opens it with the address's question or the first one, in the view
    `opens` where the address names none."""
    return html.Main(
        [
            *_stores(language),
            asking.build(list(catalog().values()), language),
            html.Div(
                [
                    html.Div(id=ids.STRIP, className="strip"),
                    toolbar.build(language),
                    canvas.build(language),
                    table.build(language),
                ],
                className="middle",
            ),
            html.Aside(
                html.Div(inspector.empty(language), id=ids.INSPECTOR, className="inspector"),
                className="right",
                **aria(label=say("inspector", language)),
            ),
            tour.build(language),
        ],
        className="explorer",
        **data(opens=opens),
    )


def _stores(language: Language) -> list[Any]:
    styles = {
        theme: {"small": stylesheet(theme), "large": stylesheet(theme, large=True)} for theme in ("light", "dark")
    }
    words = {name: terms()[name].say(language) for name in SPOKEN_BY_SCRIPTS}
    turned = {change: f"{MARKS.get(change, '')}{name.say(language)}" for change, name in CHANGES.items()}
    drawn = {"marks": marks(language), "grades": grades(language), "turned": turned, "colours": TOKENS["light"]}
    empty = [ids.FORM, ids.ROWS, ids.CHOSEN, ids.LEAVE, ids.SPOKEN]
    return [
        *(dcc.Store(id=name) for name in empty),
        dcc.Store(id=ids.STYLES, data=styles | {"from": LARGE}),
        dcc.Store(id=ids.WORDS, data=drawn | {"words": words, "language": language}),
        dcc.Download(id=ids.DOWNLOAD),
    ]
