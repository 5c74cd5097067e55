"""What the table's grid says by itself, in the visitor's language."""

from __future__ import annotations

from app.i18n import say
from graph.text import Language

WORDS = {
    "noRowsToShow": "no_rows",
    "noMatchingRows": "no_rows_found",
    "filterOoo": "grid_filter_hint",
    "contains": "grid_contains",
    "notContains": "grid_not_contains",
    "equals": "grid_equals",
    "startsWith": "grid_starts",
    "blank": "grid_blank",
    "notBlank": "grid_not_blank",
    "lessThanOrEqual": "grid_at_most",
    "greaterThanOrEqual": "grid_at_least",
    "inRange": "grid_between",
    "inRangeStart": "grid_from",
    "inRangeEnd": "grid_to",
    "ariaFilterInput": "grid_filter",
    "ariaFilterValue": "grid_filter_value",
    "ariaFilterFromValue": "grid_from",
    "ariaFilterToValue": "grid_to",
    "ariaFilteringOperator": "grid_operator",
    "ariaFilterMenuOpen": "grid_operators",
    "ariaLabelColumnFilter": "grid_filter",
    "ariaColumnFiltered": "grid_filtered",
    "ariaFilterColumn": "grid_filter_key",
    "ariaSortableColumn": "grid_sort_key",
    "ariaRowSelect": "grid_select_key",
    "ariaRowDeselect": "grid_deselect_key",
    "ariaRowToggleSelection": "grid_select_key",
}
"""The grid's own names for its words, and the page's for the same."""


def build(language: Language) -> dict[str, str]:
    """The words by the grid's names."""
    return {name: say(word, language) for name, word in WORDS.items()}
