"""A firm's cells are those of the sites it has on that day."""

from __future__ import annotations

from datetime import date

from drawn_zone import BEGIN, Zone

from queries.cells_of import Cell, cells_of

AT = date(2026, 9, 30)


def test_a_site_that_the_firm_left_counts_no_more(zone: Zone) -> None:
    zone.cell("g").cell("h").node("Department", "d").edge("d", "RESPONSIBLE_FOR", "g")
    zone.firm("a").site("a", cell="g").node("Site", "old").edge("old", "OF", "a", (BEGIN, AT)).edge(
        "old", "IN_GRID", "h"
    )
    assert cells_of(zone.database, "a", AT) == (Cell("g", ("d",)),)
    assert cells_of(zone.database, "a", BEGIN) == (Cell("g", ("d",)), Cell("h", ()))
