"""The picture of a question at two days: what is drawn at both, what is new and what is gone."""

from __future__ import annotations

from datetime import date

from drawn_zone import BEGIN, Zone

from queries.compared_picture import ComparedPicture, compared_picture
from queries.comparing import compared
from queries.results import OPEN

BEFORE, TURN, AT = date(2026, 3, 31), date(2026, 4, 15), date(2026, 4, 30)


def drawn(zone: Zone, most: int = 200) -> ComparedPicture:
    database = zone.database
    return compared_picture(database, compared(database, "members-uncovered", BEFORE, AT), most)


def holes(zone: Zone) -> Zone:
    """A hole at both days, one that was filled between them, and one that opened; counted through a holding branch."""
    zone.holding()
    for firm in ("kept", "filled", "opened"):
        zone.firm(firm).members(firm, "holding", formal=1)
    zone.branch("b", "filled", span=(TURN, OPEN))
    return zone.branch("gone", "opened", span=(BEGIN, TURN))


def test_holes_filled_and_opened_are_marked_with_their_ghosts_and_what_stays_is_not(zone: Zone) -> None:
    found = drawn(holes(zone))
    ids = {node.ref.id for node in found.picture.nodes}
    assert {"Enterprise:kept", "Enterprise:filled", "Enterprise:opened"} <= ids
    firms = {i: found.turned.get(i) for i in ids if i.startswith("Enterprise:")}
    assert firms == {"Enterprise:kept": None, "Enterprise:filled": "lost", "Enterprise:opened": "gained"}
    ghosts = {edge.target.key: found.turned.get(edge.id) for edge in found.picture.edges if edge.ghost}
    assert ghosts == {"kept": None, "filled": "lost", "opened": "gained"}


def test_what_is_new_and_gone_is_drawn_before_what_stays_and_the_total_counts_all(zone: Zone) -> None:
    whole, some = drawn(holes(zone)), drawn(zone, 2)
    firms = {node.ref.key for node in some.picture.nodes if node.ref.type == "Enterprise"}
    assert firms == {"filled", "opened"}
    assert some.picture.total == whole.picture.total == len(whole.picture.nodes)
