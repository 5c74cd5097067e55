"""What pictures are coloured by, counted at a date."""

from __future__ import annotations

from datetime import date

from drawn_zone import BEGIN, OPEN, Zone

from queries.look_facts import look_facts
from queries.results import Ref

AT = date(2026, 9, 30)


def test_counts_of_firms_and_branches_hold_at_the_day(zone: Zone) -> None:
    zone.firm("a", state=None).record("SurveyRecord", "a", staff=12).branch("b", "a").members("a", "b", formal=2).firm(
        "c", span=(BEGIN, AT)
    )
    zone.edge("b", "COVERS", "c", (BEGIN, AT)).node("Officer", "o").edge("o", "CONTACTS", "c", (AT, OPEN)).cell("g")
    firm, other, branch, cell = Ref("Enterprise", "a"), Ref("Enterprise", "c"), Ref("Branch", "b"), Ref("GridCell", "g")
    assert look_facts(zone.database, [firm, other, branch, cell], AT) == {
        firm: {"covers": 1, "officers": 0, "workers": 2, "staff": 12},
        other: {"covers": 0, "officers": 1, "workers": 0},
        branch: {"members": 2},
    }
    assert look_facts(zone.database, [cell], AT) == {}
