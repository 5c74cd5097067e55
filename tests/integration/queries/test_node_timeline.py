"""What became of a node: ties that began and ended, events once, record values that changed, newest first."""

from __future__ import annotations

from datetime import date

from drawn_zone import BEGIN, OPEN, Zone

from queries.results import Ref
from queries.timeline import Recorded, Tie, timeline

FIRM = Ref("Enterprise", "a")
MARCH, JUNE = date(2026, 3, 31), date(2026, 6, 30)


def test_ties_and_records_are_told_newest_first(zone: Zone) -> None:
    zone.firm("a", span=(BEGIN, MARCH)).record("SurveyRecord", "a", (MARCH, OPEN), operating_state="closed", staff=9)
    zone.branch("b").edge("b", "COVERS", "a", (MARCH, JUNE)).node("Visit", "v", at=JUNE)
    zone.edge("v", "TO", "a", (JUNE, OPEN))
    branch = ("COVERS", "in", Ref("Branch", "b"), "b")
    assert timeline(zone.database, FIRM) == (
        Tie(JUNE, "happened", "TO", "in", Ref("Visit", "v"), "v"),
        Tie(JUNE, "ends", *branch),
        Recorded(MARCH, "operating_state", "operating", "closed"),
        Tie(MARCH, "begins", *branch),
    )


def test_private_people_are_masked_and_so_much_is_listed(zone: Zone) -> None:
    zone.firm("a").node("Officer", "o", name="张三").edge("o", "CONTACTS", "a").branch("b", "a")
    turns = timeline(zone.database, FIRM)
    assert {turn.caption for turn in turns if isinstance(turn, Tie)} == {"张*", "b"}
    assert len(timeline(zone.database, FIRM, limit=1)) == 1
    assert timeline(zone.database, Ref("Enterprise", "none")) == ()
