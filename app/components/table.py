"""The table below the canvas: the answer's rows or the nodes drawn, one selection with the canvas."""

from __future__ import annotations

import dash_ag_grid as dag
from dash import html

from app import ids
from app.components import grid_words
from app.components.attributes import act, aria
from app.components.icon import tool_icon
from app.i18n import say
from graph.text import Language

_LOOK = (
    "themeQuartz.withParams({"
    "backgroundColor: 'var(--paper)', foregroundColor: 'var(--ink)', headerBackgroundColor: 'var(--wash)',"
    "headerTextColor: 'var(--quiet)', borderColor: 'var(--line)', accentColor: 'var(--focus)',"
    "fontFamily: 'inherit', fontSize: 13, headerFontSize: 12, rowHeight: 32, headerHeight: 34, wrapperBorder: false,"
    "rowHoverColor: 'var(--wash)', oddRowBackgroundColor: 'var(--paper)', wrapperBorderRadius: 0"
    "})"
)

_COLUMN = {
    "sortable": True,
    "resizable": True,
    "suppressMovable": True,
    "filter": "agTextColumnFilter",
    "filterParams": {
        "filterOptions": ["contains", "notContains", "equals", "startsWith", "blank", "notBlank"],
        "maxNumConditions": 1,
    },
    "floatingFilter": True,
    "floatingFilterComponentParams": {"filterPlaceholder": True},
    "suppressHeaderFilterButton": True,
    "suppressHeaderMenuButton": True,
}
_NUMBER = {
    "headerClass": "ag-right-aligned-header",
    "cellClass": "ag-right-aligned-cell",
    "filter": "agNumberColumnFilter",
    "filterParams": {
        "filterOptions": ["equals", "lessThanOrEqual", "greaterThanOrEqual", "inRange", "blank", "notBlank"],
        "maxNumConditions": 1,
        "inRangeInclusive": True,
    },
}


def build(language: Language) -> html.Section:
    """The table with its heading: which rows, how many of how many."""
    views = [("answer", "table_answer"), ("nodes", "table_nodes")]
    return html.Section(
        [
            html.Div(
                [
                    html.Div(
                        [
                            html.Button(
                                say(word, language),
                                type="button",
                                role="tab",
                                className="view-tab",
                                id=f"view-{view}",
                                **aria(selected="true" if view == "answer" else "false"),
                                **act("view", view=view),
                            )
                            for view, word in views
                        ],
                        role="tablist",
                        className="views",
                    ),
                    html.Span(id=ids.TOTAL, className="total", role="status"),
                    html.Span(id=ids.SHORT, className="short", role="status"),
                    html.Span(id="table-left", className="table-left", role="status"),
                    html.Button(
                        [say("table_unfilter", language), tool_icon("close")],
                        type="button",
                        className="quiet-button",
                        id="table-unfilter",
                        hidden=True,
                        **act("table_unfilter"),
                    ),
                    html.Div(className="spring"),
                    html.Button(
                        tool_icon("fold"),
                        type="button",
                        className="tool fold",
                        id="fold-table",
                        **aria(label=say("table_toggle", language), expanded="true"),
                        **act("fold"),
                    ),
                ],
                className="table-head",
            ),
            dag.AgGrid(
                id=ids.TABLE,
                columnDefs=[],
                rowData=[],
                getRowId="params.data._id",
                defaultColDef=_COLUMN,
                dashGridOptions={
                    "theme": {"function": _LOOK},
                    "columnTypes": {"number": _NUMBER},
                    "floatingFiltersHeight": 32,
                    "ensureDomOrder": True,
                    "rowSelection": {
                        "mode": "multiRow",
                        "checkboxes": False,
                        "headerCheckbox": False,
                        "enableClickSelection": True,
                        "selectAll": "filtered",
                    },
                    "animateRows": False,
                    "localeText": grid_words.build(language),
                    "suppressCellFocus": False,
                },
                style={"height": "100%", "width": "100%"},
            ),
        ],
        className="below",
        **aria(label=say("table", language)),
    )
